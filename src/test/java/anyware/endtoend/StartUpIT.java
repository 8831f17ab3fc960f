package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What starting the packaged program costs, seen in what it loads and calls. */
class StartUpIT {
  @TempDir Path temp;
  private Project project;

  @BeforeEach
  void make() throws IOException {
    project = Project.in(temp);
  }

  @AfterEach
  void stop() throws Exception {
    project.stop();
  }

  /** An ahead-of-time cache, of JDK 24 and newer, loads all of its classes at once. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"aws-dev,aws,aws", "azure-dev,azure,azurenative", "gcp-dev,gcp,gcp"})
  @EnabledForJreRange(max = JRE.JAVA_23)
  void onlyTheSitesCloudIsLoaded(String stack, String room, String provider) throws Exception {
    Path log = temp.resolve("classes.log");
    ProcessBuilder builder = project.command("preview", "--stack", stack);
    builder.environment().put("ANYWARE_JAVA_OPTIONS", "-Xlog:class+load:file=" + log + ":none");
    previews(builder);

    List<String> classes =
        Files.readAllLines(log).stream().map(line -> line.split("[ /]", -1)[0]).toList();
    assertThat(classes)
        .contains("anyware.App", "anyware." + room + ".SiteComponent")
        .anyMatch(name -> name.startsWith("com.pulumi." + provider + "."))
        .noneMatch(name -> name.startsWith("org.reflections."));
    for (String other : List.of("aws", "azure", "gcp")) {
      if (!other.equals(room)) {
        assertThat(classes)
            .noneMatch(name -> name.startsWith("anyware." + other + ".SiteComponent"));
      }
    }
    for (String other : List.of("aws", "azurenative", "gcp")) {
      if (!other.equals(provider)) {
        assertThat(classes).noneMatch(name -> name.startsWith("com.pulumi." + other + "."));
      }
    }
  }

  /** The language host asks before every operation which tools there are. */
  @ParameterizedTest
  @ValueSource(strings = {"javac", "mvn"})
  void aToolIsAskedForItsVersionOnce(String tool) throws Exception {
    Path calls = temp.resolve("calls");
    ProcessBuilder builder = project.command("preview", "--stack", "gcp-dev");
    String path = builder.environment().get("PATH");
    builder.environment().put("PATH", toolThatWritesItsCalls(tool, calls) + ":" + path);
    previews(builder);
    previews(builder);
    assertThat(calls).content().containsOnlyOnce("--version\n");
  }

  @Test
  void theTimedPreviewCallsMavenForNothingElse() throws Exception {
    Path calls = temp.resolve("calls");
    ProcessBuilder builder = project.command("preview", "--stack", "gcp-dev");
    String path = builder.environment().get("PATH");
    builder.environment().put("PATH", toolThatWritesItsCalls("mvn", calls) + ":" + path);
    previews(builder);
    assertThat(calls).hasContent("--version");
  }

  /** A folder with a tool that writes down how it was called and then is the real one. */
  private Path toolThatWritesItsCalls(String tool, Path calls) throws IOException {
    Path folder = Files.createDirectory(temp.resolve("tools-first"));
    Path file = folder.resolve(tool);
    String script = "echo \"$*\" >> '" + calls + "'\nexec '" + onPath(tool) + "' \"$@\"\n";
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder;
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private void previews(ProcessBuilder builder) throws Exception {
    assertThat(project.run(builder).succeeds().out()).contains("to create");
  }
}
