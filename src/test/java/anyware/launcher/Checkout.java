package anyware.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A small copy of the project with the real scripts, and a PATH on which java, mvn, go and pulumi
 * are stand-ins or missing.
 */
final class Checkout {
  private static final Path PROJECT = Path.of(System.getProperty("anyware.project", "."));
  private static final List<String> BASICS =
      List.of(
          "bash",
          "cat",
          "cksum",
          "cmp",
          "cp",
          "cut",
          "dirname",
          "env",
          "find",
          "grep",
          "gzip",
          "head",
          "ln",
          "ls",
          "mkdir",
          "mv",
          "ps",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch",
          "tr",
          "mkfifo");

  /** What bin/program and bin/sandbox start, in the project's folder. */
  static final String PROGRAM = "target/program/anyware-network.jar";

  static final String SANDBOX = "target/program/anyware-sandbox.jar";

  final Path root;
  final Path tools;
  private final Map<String, String> environment = new TreeMap<>();

  Checkout(Path parent) throws IOException {
    root = Files.createDirectories(parent.resolve("my project"));
    tools = Files.createDirectories(parent.resolve("tools on path"));
    for (String folder :
        List.of("bin", "bin/host", "bin/lib", "tools", "src/main", "stacks", "target")) {
      Files.createDirectories(root.resolve(folder));
    }
    for (String file : List.of("Pulumi.yaml", "tools/go.mod", "tools/go.sum", "pom.xml")) {
      Files.copy(PROJECT.resolve(file), root.resolve(file));
    }
    try (Stream<Path> scripts = Files.walk(PROJECT.resolve("bin"))) {
      for (Path script : scripts.filter(Files::isRegularFile).toList()) {
        Files.copy(script, root.resolve(PROJECT.relativize(script).toString()));
      }
    }
    for (String name : BASICS) {
      passOn(name);
    }
    environment.put("PATH", tools.toString());
    environment.put("HOME", parent.toString());
  }

  /** A tool of the machine's, reached through a script: JUnit complains about links. */
  private void passOn(String name) throws IOException {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path program = Path.of(folder, name);
      if (Files.isExecutable(program)) {
        tool(name, "exec '" + program + "' \"$@\"\n");
        return;
      }
    }
  }

  private static String bash() {
    return Files.isExecutable(Path.of("/bin/bash")) ? "/bin/bash" : "/usr/local/bin/bash";
  }

  /** Puts a stand-in on the PATH. */
  Checkout tool(String name, String script) throws IOException {
    Path file = tools.resolve(name);
    Files.writeString(file, "#!" + bash() + "\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    archive();
    return this;
  }

  Checkout variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Path write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  boolean has(String file) {
    return Files.exists(root.resolve(file));
  }

  /** A program and a sandbox that are built and newer than their sources. */
  Checkout built() throws IOException {
    for (String input : List.of("src/main", "pom.xml")) {
      age(input, 100);
    }
    for (String jar : List.of(PROGRAM, SANDBOX)) {
      write(jar, "jar");
      age(jar, 50);
    }
    write("target/program/plugins.json", "[\"listed at build time\"]\n");
    archive();
    return this;
  }

  /** Where a jar's archive for the Java on the PATH is kept. */
  Path archiveFile(String jar) {
    String java = tools.resolve("java").toString();
    return root.resolve(jar.replace(".jar", ".classes") + java.replace('/', '+'));
  }

  /** Archives of jars that are built, as the Java on the PATH would have made them. */
  private void archive() throws IOException {
    Path java = tools.resolve("java");
    for (String jar : List.of(PROGRAM, SANDBOX)) {
      if (has(jar) && Files.exists(java)) {
        Files.writeString(archiveFile(jar), "");
        Files.setLastModifiedTime(archiveFile(jar), Files.getLastModifiedTime(java));
      }
    }
  }

  /** Sets a file's time stamp to so many seconds ago. */
  void age(String file, long seconds) throws IOException {
    Files.setLastModifiedTime(
        root.resolve(file), FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  Run run(String script, String... arguments) throws IOException, InterruptedException {
    return finish(start(root, root.resolve(script), arguments));
  }

  /** Starts a script in a folder; {@link #finish} waits for it. */
  Started start(Path folder, Path script, String... arguments) throws IOException {
    Path out = Files.createTempFile(tools.getParent(), "out", "");
    Path err = Files.createTempFile(tools.getParent(), "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    return new Started(builder.start(), out, err);
  }

  Run finish(Started started) throws IOException, InterruptedException {
    if (!started.process.waitFor(15, TimeUnit.MINUTES)) {
      started.process.destroyForcibly();
      throw new IOException("the script hangs: " + Files.readString(started.err));
    }
    return new Run(
        started.process.exitValue(), Files.readString(started.out), Files.readString(started.err));
  }

  record Started(Process process, Path out, Path err) {}
}
