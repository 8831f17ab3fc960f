package anyware.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramIT {
  /** What Maven does as far as the scripts can see: the jars, then the pom's publishing step. */
  private static final String MAVEN =
      """
      echo build >> "$HOME/builds"
      printf 'a jar' > "$HOME/my project/target/anyware-network.jar"
      printf 'a sandbox' > "$HOME/my project/target/anyware-sandbox.jar"
      exec "$HOME/my project/bin/program" --packaged
      """;

  private static final String JAVA =
      """
      case "$*" in
        *-version*) echo 'openjdk version "17.0.1" 2021-10-19' >&2 ;;
        *" packages") echo '["listed"]' ;;
        *-Xshare:dump*) exit 1 ;;
        *) printf 'java ran %s\\n' "${*: -1}" ;;
      esac
      """;

  @TempDir Path temp;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new Checkout(temp);
    checkout.tool("java", JAVA).tool("mvn", MAVEN);
  }

  private Run list() throws IOException, InterruptedException {
    return checkout.run(
        "bin/program",
        "-Dorg.slf4j.simpleLogger.logFile=System.err",
        "compile",
        "exec:java",
        "-DmainClass=com.pulumi.bootstrap.internal.Main",
        "-DmainArgs=packages");
  }

  private Run start() throws IOException, InterruptedException {
    return checkout.run("bin/program", "--no-transfer-progress", "compile", "exec:java");
  }

  private long builds() throws IOException {
    Path builds = temp.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  @Test
  void answersTheVersionQuestionWithoutBuilding() throws Exception {
    assertThat(checkout.run("bin/program", "--version").exitCode()).isZero();
    assertThat(builds()).isZero();
  }

  @Test
  void listsPluginsFromTheAnswerMadeAtBuildTime() throws Exception {
    checkout.built();
    Run run = list();
    assertThat(run.out()).isEqualTo("[\"listed at build time\"]\n");
    assertThat(run.err()).isEmpty();
    assertThat(builds()).isZero();
  }

  @Test
  void keepsTheListPureWhileItBuilds() throws Exception {
    assertThat(list().out()).isEqualTo("[\"listed\"]\n");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void startsTheProgram() throws Exception {
    checkout.built();
    assertThat(start().out()).isEqualTo("java ran anyware.App\n");
  }

  @Test
  void rebuildsOnceWhenASourceIsNewer() throws Exception {
    checkout.built().write("src/main/java/Changed.java", "");
    assertThat(start().exitCode()).isZero();
    assertThat(start().exitCode()).isZero();
    assertThat(builds()).isEqualTo(1);
    assertThat(checkout.read(Checkout.PROGRAM)).isEqualTo("a jar");
    assertThat(checkout.read(Checkout.SANDBOX)).isEqualTo("a sandbox");
  }

  /** So the offline cloud runs on while only the program changes. */
  @Test
  void aSandboxWithNothingNewStaysAsItIs() throws Exception {
    checkout.built().write("src/main/java/Changed.java", "");
    checkout.write(Checkout.SANDBOX, "a sandbox");
    checkout.age(Checkout.SANDBOX, 50);
    FileTime before = Files.getLastModifiedTime(checkout.root.resolve(Checkout.SANDBOX));

    assertThat(start().exitCode()).isZero();
    assertThat(start().exitCode()).isZero();

    assertThat(builds()).isEqualTo(1);
    assertThat(checkout.root.resolve(Checkout.SANDBOX))
        .satisfies(jar -> assertThat(Files.getLastModifiedTime(jar)).isEqualTo(before));
    assertThat(checkout.archiveFile(Checkout.SANDBOX)).exists();
  }

  @Test
  void rebuildsWhenTheSandboxIsMissing() throws Exception {
    Files.delete(checkout.built().root.resolve(Checkout.SANDBOX));
    assertThat(start().exitCode()).isZero();
    assertThat(builds()).isEqualTo(1);
    assertThat(checkout.read(Checkout.SANDBOX)).isEqualTo("a sandbox");
  }

  /** What it starts with a user's credentials has nothing else on its class path. */
  @Test
  void startsTheProgramFromItsOwnJarAlone() throws Exception {
    checkout.built().tool("java", "printf '<%s>' \"$@\"\n");
    assertThat(start().out())
        .endsWith("<-cp><" + checkout.root.resolve(Checkout.PROGRAM) + "><anyware.App>")
        .doesNotContain("anyware-sandbox");
  }

  @Test
  void rebuildsWhenASourceWasDeleted() throws Exception {
    Path source = checkout.write("src/main/Gone.java", "");
    checkout.built();
    Files.delete(source);
    assertThat(start().exitCode()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void twoCallsAtOnceBuildOnce() throws Exception {
    Path script = checkout.root.resolve("bin/program");
    Checkout.Started first = checkout.start(checkout.root, script, "compile");
    Checkout.Started second = checkout.start(checkout.root, script, "compile");
    assertThat(checkout.finish(first).exitCode()).isZero();
    assertThat(checkout.finish(second).exitCode()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void takesOverTheLockOfAProcessThatDied() throws Exception {
    Files.createSymbolicLink(
        checkout.root.resolve("target/program.lock"), Path.of("999999999@12345"));
    assertThat(start().exitCode()).isZero();
    assertThat(checkout.has("target/program.lock")).isFalse();
  }

  @Test
  void anInterruptedBuildLeavesNothingThatLooksCurrent() throws Exception {
    checkout.tool(
        "mvn",
        """
        printf 'half' > "$HOME/my project/target/anyware-network.jar"
        echo 'Foo.java:[3,1] does not compile'
        exit 1
        """);
    Run failed = start();
    assertThat(failed.exitCode()).isNotZero();
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains("Foo.java:[3,1] does not compile");
    assertThat(checkout.has(Checkout.PROGRAM)).isFalse();
    assertThat(checkout.has(Checkout.SANDBOX)).isFalse();

    checkout.tool("mvn", MAVEN);
    assertThat(start().out()).isEqualTo("java ran anyware.App\n");
  }

  @Test
  void namesEveryMissingTool() throws Exception {
    Files.delete(checkout.tools.resolve("java"));
    Files.delete(checkout.tools.resolve("mvn"));
    Run run = start();
    assertThat(run.exitCode()).isEqualTo(127);
    assertThat(run.errorLines())
        .hasSize(2)
        .anyMatch(line -> line.contains("java is missing: install a JDK 17"))
        .anyMatch(line -> line.contains("mvn is missing: install Apache Maven"));
  }

  @Test
  void refusesAnOldJavaInOneLine() throws Exception {
    checkout.tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    Run run = start();
    assertThat(run.exitCode()).isEqualTo(127);
    assertThat(run.errorLines()).singleElement().asString().contains("found 11.0.2");
  }

  @Test
  void makesAnArchiveAnewForAnotherJavaWithoutBuilding() throws Exception {
    checkout.built();
    Files.setLastModifiedTime(
        checkout.tools.resolve("java"), FileTime.from(Instant.now().minusSeconds(1000)));
    checkout.tool("mvn", "exit 1");
    for (String jar : List.of(Checkout.PROGRAM, Checkout.SANDBOX)) {
      Files.writeString(checkout.archiveFile(jar), "of another java");
    }

    assertThat(start().exitCode()).isZero();

    assertThat(checkout.archiveFile(Checkout.PROGRAM)).isEmptyFile();
    assertThat(checkout.archiveFile(Checkout.SANDBOX)).isEmptyFile();
    assertThat(start().err()).isEmpty();
  }

  @Test
  void aRehearsalThatFailsIsSaidAndTheProgramRunsAllTheSame() throws Exception {
    Run run = start();

    assertThat(run.err()).contains("the rehearsal of the program failed");
    assertThat(run.out()).isEqualTo("java ran anyware.App\n");
  }

  @Test
  void passesOptionsOnToTheProgramsJava() throws Exception {
    checkout.built().tool("java", "printf '<%s>' \"$@\"\n");
    checkout.variable("ANYWARE_JAVA_OPTIONS", "-Done=1 -Dtwo=2");

    assertThat(start().out()).contains("<-Done=1><-Dtwo=2><-cp>");
  }
}
