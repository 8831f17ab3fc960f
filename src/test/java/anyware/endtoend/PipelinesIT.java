package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Every shell step of the pipelines in docs/pipelines runs as it stands, on the sandbox; only what
 * signs in and what talks to the code host is somebody else's, and is written down instead.
 */
class PipelinesIT {
  private static final Path PIPELINES = Path.of("docs/pipelines");
  private static final String STACK = "gcp-dev";

  /** The keys under which the three systems keep shell steps. */
  private static final Set<String> STEPS = Set.of("run", "bash", "inlineScript");

  @TempDir Path temp;
  private Project project;
  private Path stubs;
  private Path calls;

  @BeforeEach
  void prepare() throws IOException {
    project = Project.in(Files.createDirectories(temp.resolve("checkout with blanks")));
    stubs = Files.createDirectories(temp.resolve("stubs"));
    calls = Files.createFile(temp.resolve("calls"));
    // Whatever is said to the command line is said to the sandbox, which finds the real one.
    stub("pulumi", "PATH=\"$REAL_PATH\" exec bin/sandbox \"$@\"");
    for (String other : List.of("gh", "curl", "az")) {
      stub(other, "echo \"" + other + " $*\" >> \"$CALLS\"");
    }
  }

  private void stub(String name, String body) throws IOException {
    Path stub = Files.writeString(stubs.resolve(name), "#!/usr/bin/env bash\n" + body + "\n");
    assertThat(stub.toFile().setExecutable(true)).isTrue();
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    project.stop();
  }

  @Test
  void gitHubsDeployPreviewAndWatch() throws Exception {
    run(steps(load("github/deploy.yml")));
    run(steps(load("github/drift.yml")));
    assertThat(calls).as("no drift, no issue").isEmptyFile();

    changeSettings();
    run(steps(load("github/pull-request.yml")));
    assertTold("gh pr comment 7 --body-file out/comment.md");
    assertThat(out("audit.sarif")).content().contains("\"version\": \"2.1.0\"");
    assertThat(temp.resolve("summary")).content().contains("**Exposure of " + STACK + "**");

    run(steps(load("github/drift.yml")));
    assertThat(calls).content().contains("gh issue create --title The network of " + STACK);
    assertThat(out("issue.md")).content().contains("not as the settings ask");
  }

  @Test
  void gitLabsDeployPreviewAndWatch() throws Exception {
    Map<?, ?> pipeline = load("gitlab-ci.yml");
    run(gitLab(pipeline, "deploy"));
    run(gitLab(pipeline, "drift"));
    assertThat(calls).isEmptyFile();

    changeSettings();
    run(gitLab(pipeline, "preview"));
    assertTold("/projects/3/merge_requests/7/notes");
    assertThat(out("audit.xml")).content().contains("<testsuites");

    run(gitLab(pipeline, "drift"));
    assertThat(calls).content().contains("title=The network of " + STACK);
  }

  @Test
  void azuresDeployPreviewAndWatch() throws Exception {
    List<?> stages = (List<?>) Objects.requireNonNull(load("azure-pipelines.yml").get("stages"));
    run(steps(stages.get(1)));
    run(steps(stages.get(2)));
    assertThat(calls).isEmptyFile();

    changeSettings();
    run(steps(stages.get(0)));
    assertTold("");

    run(steps(stages.get(2)));
    assertThat(calls).content().contains("az boards work-item create --type Issue");
  }

  /** What the reviewer of a pull request looks at. */
  private void changeSettings() throws IOException {
    project.editStack(STACK, "clients: [0.0.0.0/0]", "clients: [198.51.100.0/24]");
  }

  private void assertTold(String call) {
    assertThat(calls).content().contains(call);
    assertThat(out("comment.md"))
        .content()
        .contains("No finding", "Nothing opens, closes", "4172/udp from 0.0.0.0/0 (except")
        .contains("**Exposure of " + STACK + "**");
    assertThat(out("report.html")).isNotEmptyFile();
  }

  private Path out(String file) {
    return project.stackFile(STACK).resolveSibling("../out").resolve(file).normalize();
  }

  private static Map<?, ?> load(String file) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions()))
        .load(Files.readString(PIPELINES.resolve(file)));
  }

  /** The shell steps below a part of a pipeline, in their order. */
  private static List<String> steps(Object part) {
    List<String> steps = new ArrayList<>();
    if (part instanceof Map<?, ?> structure) {
      structure.forEach(
          (key, value) -> {
            if (STEPS.contains(String.valueOf(key)) && value instanceof String script) {
              steps.add(script);
            } else {
              steps.addAll(steps(value));
            }
          });
    } else if (part instanceof List<?> list) {
      list.forEach(item -> steps.addAll(steps(item)));
    }
    return steps;
  }

  /** A job's lines are one script after those of all jobs. */
  private static List<String> gitLab(Map<?, ?> pipeline, String job) {
    List<String> lines = new ArrayList<>();
    for (Object part : List.of(pipeline.get("default"), pipeline.get(job))) {
      for (String key : List.of("before_script", "script")) {
        if (((Map<?, ?>) part).get(key) instanceof List<?> script) {
          script.forEach(line -> lines.add(String.valueOf(line)));
        }
      }
    }
    return List.of(String.join("\n", lines));
  }

  private void run(List<String> steps) throws IOException, InterruptedException {
    assertThat(steps).isNotEmpty();
    for (String step : steps) {
      assertThat(step)
          .as("values come from the environment, never into the text")
          .doesNotContain("${{");
      ProcessBuilder command = new ProcessBuilder("bash", "-eo", "pipefail", "-c", step);
      command.directory(project.stackFile(STACK).resolve("../..").normalize().toFile());
      command.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      Project.withoutOthersSettings(command.environment());
      command.environment().putAll(environment());
      Path log = temp.resolve("log");
      Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      boolean ended = process.waitFor(30, TimeUnit.MINUTES);
      assertThat(ended ? process.exitValue() : -1)
          .as("%s%n%s", step, Files.readString(log))
          .isZero();
    }
  }

  private Map<String, String> environment() {
    String path = System.getenv("PATH");
    return Map.ofEntries(
        Map.entry("STACK", STACK),
        Map.entry("REAL_PATH", path),
        Map.entry("PATH", stubs + ":" + path),
        Map.entry("CALLS", calls.toString()),
        Map.entry("GITHUB_STEP_SUMMARY", temp.resolve("summary").toString()),
        Map.entry("PR", "7"),
        Map.entry("CLOUD_TOKEN", "token"),
        Map.entry("GITLAB_TOKEN", "token"),
        Map.entry("CI_API_V4_URL", "https://gitlab.example/api/v4"),
        Map.entry("CI_PROJECT_ID", "3"),
        Map.entry("CI_MERGE_REQUEST_IID", "7"),
        Map.entry("servicePrincipalId", "id"),
        Map.entry("tenantId", "id"),
        Map.entry("idToken", "token"));
  }
}
