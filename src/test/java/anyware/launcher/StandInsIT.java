package anyware.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Pulumi's language host finds in its working folder instead of java, javac and mvn. */
class StandInsIT {
  @TempDir Path temp;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new Checkout(temp);
  }

  private void install(String name, String version) throws IOException {
    checkout.tool(
        name,
        """
        echo "$*" >> "$HOME/calls"
        [ "$*" = --version ] || { echo "$*"; exit 3; }
        printf '%s\\n' "VERSION" 'more lines'
        """
            .replace("VERSION", version));
  }

  private String ask(String name) throws Exception {
    Run run = checkout.run("bin/host/" + name, "--version");
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private long calls() throws IOException {
    return Files.readAllLines(temp.resolve("calls")).size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "javac", "mvn"})
  void theToolIsAskedOnceAndItsFirstLineIsTheAnswer(String name) throws Exception {
    install(name, name + " 17");
    assertThat(ask(name)).isEqualTo(name + " 17\n");
    assertThat(ask(name)).isEqualTo(name + " 17\n");
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void everyOtherCallIsHandedOn() throws Exception {
    install("java", "java 17");
    Run run = checkout.run("bin/host/java", "-cp", "a b", "--version");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEqualTo("-cp a b --version\n");
  }

  @Test
  void anotherToolInTheSamePlaceIsAskedAnew() throws Exception {
    install("javac", "javac 17");
    ask("javac");
    install("javac", "javac 25");
    Files.setLastModifiedTime(checkout.tools.resolve("javac"), FileTime.fromMillis(1_000_000));
    assertThat(ask("javac")).isEqualTo("javac 25\n");
  }

  @Test
  void anotherToolOfTheSameAgeIsAskedAnew() throws Exception {
    install("java", "java 17");
    ask("java");
    Path other = Files.createDirectories(temp.resolve("other tools"));
    Path java = Files.copy(checkout.tools.resolve("java"), other.resolve("java"));
    Files.writeString(java, Files.readString(java).replace("java 17", "java 25"));
    Files.setLastModifiedTime(java, Files.getLastModifiedTime(checkout.tools.resolve("java")));
    checkout.variable("PATH", other + ":" + checkout.tools);
    assertThat(ask("java")).isEqualTo("java 25\n");
  }

  @Test
  void whatCannotBeAskedIsNotAnswered() throws Exception {
    checkout.tool("mvn", "echo broken >&2; exit 7");
    Run broken = checkout.run("bin/host/mvn", "--version");
    assertThat(broken.exitCode()).isEqualTo(7);
    assertThat(broken.out()).isEmpty();

    Files.delete(checkout.tools.resolve("mvn"));
    Run missing = checkout.run("bin/host/mvn", "--version");
    assertThat(missing.exitCode()).isEqualTo(127);
    assertThat(missing.errorLines()).singleElement().asString().startsWith("mvn is missing");
  }
}
