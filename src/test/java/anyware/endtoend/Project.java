package anyware.endtoend;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A checkout of the project in a temporary folder, with stack files and a sandbox of its own; the
 * program and Pulumi's command line are those that the build made.
 */
final class Project {
  private static final Path ORIGINAL =
      Path.of(System.getProperty("anyware.project", ".")).toAbsolutePath();
  private static final List<String> COPIED =
      List.of("bin", "tools", "stacks", "Pulumi.yaml", "pom.xml");
  private static final List<String> SHARED = List.of("src", "target");
  private static final long MINUTES = 30;

  private final Path root;

  private Project(Path root) {
    this.root = root;
  }

  /** What a command did. */
  record Result(int exitCode, String out, String err) {
    Result succeeds() {
      assertThat(exitCode).as("exit code; %s%s", out, err).isZero();
      return this;
    }

    String all() {
      return out + err;
    }
  }

  static Project in(Path folder) throws IOException {
    for (String name : COPIED) {
      copy(ORIGINAL.resolve(name), folder.resolve(name));
    }
    for (String name : SHARED) {
      Files.createSymbolicLink(folder.resolve(name), ORIGINAL.resolve(name));
    }
    String sandbox = System.getenv().getOrDefault("SANDBOX_HOME", ".sandbox");
    Path cli = ORIGINAL.resolve(sandbox).resolve("cli");
    if (Files.isDirectory(cli)) {
      Files.createDirectories(folder.resolve(".sandbox"));
      Files.createSymbolicLink(folder.resolve(".sandbox/cli"), cli);
    }
    return new Project(folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        // A newer pom.xml would have the program built anew.
        Files.copy(file, to.resolve(from.relativize(file).toString()), COPY_ATTRIBUTES);
      }
    }
  }

  /** Replaces a text, which must be there, in a stack's settings. */
  void editStack(String stack, String text, String replacement) throws IOException {
    Path file = stackFile(stack);
    String settings = Files.readString(file);
    assertThat(settings).contains(text);
    Files.writeString(file, settings.replace(text, replacement));
  }

  Path stackFile(String stack) {
    return root.resolve("stacks/Pulumi." + stack + ".yaml");
  }

  /** The sandbox's folder: what is deployed, and the offline cloud's books under {@code cloud}. */
  Path home() {
    return root.resolve(".sandbox");
  }

  Result sandbox(String... arguments) throws IOException, InterruptedException {
    return run(command(arguments));
  }

  /** Runs a command of {@link #command}, perhaps with a changed environment, to its end. */
  Result run(ProcessBuilder command) throws IOException, InterruptedException {
    Path out = root.resolve("standard-out");
    Path err = root.resolve("standard-err");
    Process process = command.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("%s ends", String.join(" ", command.command())).isTrue();
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Runs the offline command. */
  Result anyware(String... arguments) throws IOException, InterruptedException {
    return run(script("bin/anyware", arguments));
  }

  /** The command as it would be started, its streams still to be directed. */
  ProcessBuilder command(String... arguments) {
    return script("bin/sandbox", arguments);
  }

  private ProcessBuilder script(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(root.resolve(script).toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    withoutOthersSettings(builder.environment());
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    return builder;
  }

  /** What whoever builds has set for stacks of their own is not for the tests'. */
  static void withoutOthersSettings(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(name -> name.startsWith("PULUMI_") || name.startsWith("SANDBOX_"));
  }

  JsonObject json(String... arguments) throws IOException, InterruptedException {
    String out = sandbox(arguments).succeeds().out();
    return JsonParser.parseString(out).getAsJsonObject();
  }

  /** How many objects the offline cloud holds, by its own books. */
  long cloudObjects() throws IOException, InterruptedException {
    List<Long> objects =
        sandbox("status")
            .all()
            .lines()
            .filter(line -> line.matches("[a-z-]+: \\d+ objects"))
            .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
            .toList();
    assertThat(objects).as("aws, azure-native and gcp").hasSize(3);
    return objects.stream().mapToLong(Long::longValue).sum();
  }

  /** Ends the offline cloud; every test that used the sandbox must. */
  void stop() throws IOException, InterruptedException {
    sandbox("stop");
  }
}
