package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's choice is found where the engine keeps it. */
class SelectedStackTest {
  /** A project's folder, and what the engine (v3.228) called its file there. */
  private static final Path PROJECT = Path.of("/srv/anyware");

  private static final String FILE =
      "anyware-network-c5a82e9ba435de484a3d368e8578a97e7ecb41c6-workspace.json";

  @TempDir private Path home;

  private void select(Path engine, String text) throws IOException {
    Files.createDirectories(engine.resolve("workspaces"));
    Files.writeString(engine.resolve("workspaces").resolve(FILE), text);
  }

  @Test
  void theUsersOwnChoiceCountsBeforeTheSandboxs() throws IOException {
    Map<String, String> environment =
        Map.of("HOME", home.toString(), "SANDBOX_HOME", home.resolve("sandbox").toString());
    assertThat(SelectedStack.name(PROJECT, environment)).isEmpty();

    select(home.resolve("sandbox/pulumi"), "{\"stack\": \"organization/anyware-network/demo\"}");
    assertThat(SelectedStack.name(PROJECT, environment)).contains("demo");

    select(home.resolve(".pulumi"), "{\"stack\": \"prod\"}");
    assertThat(SelectedStack.name(PROJECT, environment)).contains("prod");
  }

  @Test
  void theEnvironmentNamesTheStackAndTheEnginesHome() throws IOException {
    select(home, "{\"stack\": \"acme/anyware-network/test\"}");
    assertThat(SelectedStack.name(PROJECT, Map.of("PULUMI_HOME", home.toString())))
        .contains("test");
    assertThat(
            SelectedStack.name(
                PROJECT, Map.of("PULUMI_HOME", home.toString(), "PULUMI_STACK", "acme/dev")))
        .contains("dev");
  }

  @Test
  void aDamagedChoiceIsNone() throws IOException {
    select(home, "{\"stack\": 7");
    assertThat(SelectedStack.name(PROJECT, Map.of("PULUMI_HOME", home.toString()))).isEmpty();
  }
}
