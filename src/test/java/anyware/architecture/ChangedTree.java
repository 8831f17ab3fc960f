package anyware.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A copy of the product's sources to carry out a recipe on, and to run what came of it. */
final class ChangedTree {
  private static final Path MAIN = Path.of("src/main/java/anyware");
  private static final Path SANDBOX = MAIN.resolve("sandbox");
  private static final int MINUTES = 30;

  private final Path root;
  private final Path classes;
  private final Set<String> touched = new TreeSet<>();

  /**
   * @param root an empty folder
   */
  ChangedTree(Path root) throws IOException {
    this.root = root;
    this.classes = Files.createDirectories(root.resolve("classes"));
    try (Stream<Path> sources = Files.walk(MAIN)) {
      for (Path source : sources.filter(file -> !file.startsWith(SANDBOX)).toList()) {
        if (Files.isRegularFile(source)) {
          copy(source, root.resolve(source));
        }
      }
    }
    copy(Path.of("README.md"), root.resolve("README.md"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }

  private Path file(String name) {
    return name.endsWith(".java") ? root.resolve(MAIN).resolve(name) : root.resolve(name);
  }

  /**
   * Replaces a text that stands once in a file.
   *
   * @param file the file, below the product's own package or, if it is no source, below the project
   */
  ChangedTree edit(String file, String text, String replacement) throws IOException {
    String before = Files.readString(file(file));
    assertThat(before.split(Pattern.quote(text), -1))
        .as("%s has this once: %s", file, text)
        .hasSize(2);
    Files.writeString(file(file), before.replace(text, replacement));
    touched.add(file);
    return this;
  }

  /** Adds the sources in a folder as a room. */
  ChangedTree room(String name, Path sources) throws IOException {
    try (Stream<Path> files = Files.list(sources)) {
      for (Path source : files.toList()) {
        copy(source, file(name + "/" + source.getFileName()));
      }
    }
    touched.add(name);
    return this;
  }

  /** The files that were changed and the rooms that were added. */
  Set<String> touched() {
    return touched;
  }

  /** Compiles everything: whoever must know of the change and does not is an error. */
  ChangedTree compileAll() throws IOException {
    return compile("");
  }

  /** Compiles one file or room and leaves all others as they are compiled already. */
  ChangedTree compile(String... names) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String name : names) {
      try (Stream<Path> files = Files.walk(root.resolve(MAIN).resolve(name))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath());
      boolean compiled =
          compiler
              .getTask(
                  errors,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(errors.toString()).isTrue();
    }
    return this;
  }

  private String classPath() {
    return classes + File.pathSeparator + testClassPath();
  }

  /** Where the tests are from; some that start tests keep them in a class loader of their own. */
  private static String testClassPath() {
    return Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs())
            .map(URL::getPath)
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  /**
   * Has the offline command check a stack: its settings, its plans against the clouds' limits and
   * against the policy, packet class by packet class, and what the settings expect.
   *
   * @param settings what stands below {@code config:}
   * @return everything that the command printed, after its exit code
   */
  String check(String settings) {
    try {
      Path stacks = Files.createDirectories(root.resolve("stacks"));
      Files.writeString(stacks.resolve("Pulumi.recipe.yaml"), "config:\n" + settings.indent(2));
      Path out = root.resolve("out");
      Process java =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  classPath(),
                  "anyware.cli.Main",
                  "check",
                  "--stacks",
                  stacks.toString())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      assertThat(java.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      return java.exitValue() + "\n" + Files.readString(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
