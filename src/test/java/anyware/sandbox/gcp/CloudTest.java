package anyware.sandbox.gcp;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test in a project of its own. */
abstract class CloudTest {
  static final String INVALID = "googleapi: Error 400: Invalid value for field 'resource.";

  @TempDir Path folder;
  CloudFixture cloud;

  @BeforeEach
  void open() {
    cloud = new CloudFixture(folder);
  }

  @AfterEach
  void close() {
    cloud.close();
  }
}
