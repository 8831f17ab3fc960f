package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void onlyTheSitesCloudIsLoadedAndMavenIsNotCalled(String stack, String room, String provider)
      throws Exception {
    Path log = temp.resolve("classes.log");
    Path calls = temp.resolve("maven-calls");

    preview(stack, log, failingMaven(calls));

    List<String> classes =
        Files.readAllLines(log).stream().map(line -> line.split("[ /]", -1)[0]).toList();
    assertThat(classes)
        .contains("anyware.App", "anyware." + room + ".Network")
        .anyMatch(name -> name.startsWith("com.pulumi." + provider + "."))
        .noneMatch(name -> name.startsWith("org.reflections."));
    for (String other : List.of("aws", "azure", "gcp")) {
      if (!other.equals(room)) {
        assertThat(classes).noneMatch(name -> name.startsWith("anyware." + other + ".Network"));
      }
    }
    for (String other : List.of("aws", "azurenative", "gcp")) {
      if (!other.equals(provider)) {
        assertThat(classes).noneMatch(name -> name.startsWith("com.pulumi." + other + "."));
      }
    }
    // The language host asks which Maven there is; nobody builds with it.
    assertThat(calls).hasContent("--version");
  }

  /** A folder with a Maven that writes down how it was called, and fails. */
  private Path failingMaven(Path calls) throws IOException {
    Path folder = Files.createDirectory(temp.resolve("tools-first"));
    Path maven = folder.resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho \"$@\" >> '" + calls + "'\nexit 1\n");
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder;
  }

  private void preview(String stack, Path log, Path firstOnPath) throws Exception {
    ProcessBuilder builder = project.command("preview", "--stack", stack);
    builder.environment().put("ANYWARE_JAVA_OPTIONS", "-Xlog:class+load:file=" + log + ":none");
    builder
        .environment()
        .merge("PATH", firstOnPath.toString(), (path, first) -> first + ":" + path);
    Project.Result result = project.run(builder);
    assertThat(result.succeeds().out()).contains("to create");
  }
}
