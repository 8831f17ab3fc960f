package anyware.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as a shell reads them. */
class ShellCommandTest {
  private static final Variable MACHINE = new Variable("MACHINE", "the machine");

  /** What the shell hands over to a command. */
  private static List<String> words(List<String> lines) throws Exception {
    String script = "MACHINE='i 1'\n" + String.join("\n", lines);
    Process shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
    // Arguments of a process can have only letters that the locale knows.
    try (OutputStream input = shell.getOutputStream()) {
      input.write(script.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(out).isZero();
    return List.of(out.split("\0", -1));
  }

  private static ShellCommand printed() {
    return ShellCommand.of("printf '%s\\0'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sg-0a1b",
        "two words",
        "it's",
        "''",
        "$(exit 7)",
        "`id`",
        "$MACHINE",
        "a\\",
        "\"",
        "*",
        "~",
        "#",
        "&& false",
        "Straße"
      })
  void aValueReachesTheCommandAsItIs(String value) throws Exception {
    assertThat(words(printed().with("--group ", value).with("--zone=", value).lines(0)))
        .containsExactly("--group", value, "--zone=" + value, "");
  }

  @Test
  void aVariableIsOneWord() throws Exception {
    assertThat(words(printed().with("--targets Id=", MACHINE).lines(0)))
        .containsExactly("--targets", "Id=i 1", "");
  }

  @Test
  void aBrokenLineIsTheSameCommand() throws Exception {
    ShellCommand command = printed();
    List<String> expected = new ArrayList<>();
    for (String option : List.of("--one", "--two", "--three", "--four")) {
      command = command.with(option + " ", "a value");
      expected.addAll(List.of(option, "a value"));
    }
    expected.add("");

    assertThat(command.lines(40)).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 40);
    assertThat(words(command.lines(40))).isEqualTo(expected);
  }

  @Test
  void whatIsLongerThanALineStandsAlone() {
    assertThat(ShellCommand.of("aws").with("--arn ", "a".repeat(90)).lines(80))
        .containsExactly("aws \\", "    --arn " + "a".repeat(90));
  }

  @Test
  void aScriptEndsWhereAVariableIsNotSet() throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", "unset MACHINE\n" + MACHINE.check() + "\necho on")
            .redirectErrorStream(true)
            .start();
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(shell.waitFor()).isNotZero();
    assertThat(out).contains("the machine").doesNotContain("on\n");
  }
}
