package anyware.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders, locales and tools as machines have them. */
class MachinesIT {
  private static final String JAVA =
      """
      case "$*" in
        *-version*) echo 'openjdk version "17.0.1" 2021-10-19' >&2; exit ;;
      esac
      while [ "$1" != -cp ]; do shift; done
      printf '%s\\n' "$PWD" "$2" "${LC_ALL:-}" "${LC_CTYPE:-}" "$*"
      """;

  @TempDir Path temp;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new Checkout(temp).tool("java", JAVA).tool("mvn", "exit 1").built();
  }

  private static String[] lines(Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().split("\n", -1);
  }

  @Test
  void theOfflineCommandReadsAndWritesWhereItIsCalled() throws Exception {
    Path elsewhere = Files.createDirectories(temp.resolve("some where"));
    Path script = checkout.root.resolve("bin/anyware");

    Run run =
        checkout.finish(checkout.start(elsewhere, script, "report", "--out", "a b/report.html"));

    assertThat(lines(run)).startsWith(elsewhere.toString());
    assertThat(run.out()).contains(" report --out a b/report.html\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "50% #1", "a:b", "Grüße"})
  void aCheckoutLiesInAFolderOfAnyName(String name) throws Exception {
    Path odd = Files.move(checkout.root, temp.resolve(name));
    try {
      for (String script : new String[] {"bin/anyware", "bin/program"}) {
        Run run = checkout.finish(checkout.start(odd, odd.resolve(script), "compile", "exec:java"));
        String jar = lines(run)[1];

        assertThat(jar).doesNotContain(":", "#", "%").endsWith(Checkout.PROGRAM);
        assertThat(Path.of(jar).toRealPath()).isEqualTo(odd.resolve(Checkout.PROGRAM).toRealPath());
      }
    } finally {
      Files.move(odd, checkout.root);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "POSIX"})
  void javaKnowsLettersOfAllLanguagesWhereTheLocaleKnowsNone(String locale) throws Exception {
    checkout.variable("LANG", locale);
    assertThat(lines(checkout.run("bin/anyware"))[3]).isEqualTo("C.UTF-8");
    checkout.variable("LC_ALL", locale);
    String[] lines = lines(checkout.run("bin/anyware"));
    assertThat(lines[2].isEmpty() ? lines[3] : lines[2]).isEqualTo("C.UTF-8");
  }

  @Test
  void aLocaleThatKnowsThemStays() throws Exception {
    checkout.variable("LANG", "de_DE.UTF-8");
    assertThat(lines(checkout.run("bin/anyware"))).contains("", "").doesNotContain("C.UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bin/anyware", "bin/program"})
  void withoutJavaOneLineSaysWhatToInstall(String script) throws Exception {
    Files.delete(checkout.tools.resolve("java"));

    Run run = checkout.run(script, "compile", "exec:java");

    assertThat(run.exitCode()).isEqualTo(127);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains("java is missing: install a JDK 17 or newer");
  }

  @Test
  void whatIsBuiltNeedsNoMaven() throws Exception {
    Files.delete(checkout.tools.resolve("mvn"));
    assertThat(checkout.run("bin/anyware").exitCode()).isZero();

    checkout.write("src/main/java/Changed.java", "");
    Run run = checkout.run("bin/anyware");

    assertThat(run.exitCode()).isEqualTo(127);
    assertThat(run.errorLines()).singleElement().asString().contains("mvn is missing: install");
  }

  /** Root may write wherever anybody may, but not among the system's own files. */
  @Test
  void aCheckoutThatCannotBeWrittenIsAskedEveryTime() throws Exception {
    checkout.tool("javac", "echo 'javac 17'; echo asked >> \"$HOME/asked\"");
    Path target = checkout.root.resolve("target");
    Files.move(target, temp.resolve("built"));
    Files.createSymbolicLink(target, Path.of("/proc"));
    try {
      for (int call = 0; call < 2; call++) {
        Run run = checkout.run("bin/host/javac", "--version");
        assertThat(run.out()).isEqualTo("javac 17\n");
        assertThat(run.err()).isEmpty();
      }
      Run build = checkout.run("bin/anyware");
      assertThat(build.exitCode()).isEqualTo(1);
      assertThat(build.errorLines())
          .singleElement()
          .asString()
          .contains("cannot write in " + target, "make it writable");
    } finally {
      Files.delete(target);
    }
    assertThat(Files.readAllLines(temp.resolve("asked"))).hasSize(2);
  }

  /** A copy of the shell stands for a command line that is no script; it runs the file version. */
  @ParameterizedTest
  @ValueSource(strings = {"exec:java", "-DmainArgs=packages"})
  void anOlderPulumiIsRefusedInOneLine(String call) throws Exception {
    Path pulumi = checkout.tools.resolve("pulumi");
    Files.copy(Path.of("/bin/bash"), pulumi);
    Files.setPosixFilePermissions(pulumi, PosixFilePermissions.fromString("rwxr-xr-x"));
    checkout.tool("version", "echo v3.99.1");
    String command = "bin/program compile " + call + "; exit $?";

    Run old = checkout.finish(checkout.start(checkout.root, pulumi, "-c", command));
    checkout.tool("version", "echo v3.400.0-dev");
    Files.delete(checkout.root.resolve("target/version-of-pulumi"));
    Run today = checkout.finish(checkout.start(checkout.root, pulumi, "-c", command));

    assertThat(old.exitCode()).isEqualTo(1);
    assertThat(old.out()).isEmpty();
    assertThat(old.errorLines())
        .singleElement()
        .asString()
        .contains("pulumi v3.99.1 (" + pulumi + ") is older than v3.", "install it anew");
    assertThat(today.exitCode()).as(today.err()).isZero();
  }
}
