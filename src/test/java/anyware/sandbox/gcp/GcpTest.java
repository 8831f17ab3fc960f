package anyware.sandbox.gcp;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test in a project of its own. */
abstract class GcpTest {
  static final String INVALID = "googleapi: Error 400: Invalid value for field 'resource.";

  @TempDir Path folder;
  GcpWorld world;

  @BeforeEach
  void open() {
    world = new GcpWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }
}
