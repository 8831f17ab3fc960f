package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shells themselves complete by what is printed for them. */
class CompletionTest {
  @TempDir private Path folder;

  private static boolean isThere(String program) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  private String completed(String shell, String typed, String last)
      throws IOException, InterruptedException {
    Path script = folder.resolve("completion");
    Files.writeString(script, Cli.runAsGiven(0, "completion", shell).out());
    // As the shell does it when somebody presses the key after these words.
    String words = "COMP_WORDS=(anyware " + typed + " '" + last + "'); ";
    int index = (int) Pattern.compile(" +").splitAsStream(typed).filter(w -> !w.isEmpty()).count();
    String ask =
        "source '"
            + script
            + "'; "
            + words
            + "COMP_CWORD="
            + (index + 1)
            + "; "
            + (shell.equals("zsh") ? "emulate ksh -c _complete_anyware; " : "_complete_anyware; ")
            + "printf '%s\\n' \"${COMPREPLY[@]}\"";
    Process process =
        new ProcessBuilder(List.of(shell, shell.equals("zsh") ? "-fc" : "-c", ask))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    return out;
  }

  @ParameterizedTest
  @CsvSource({
    "bash, '', au, audit",
    "bash, '', com, completion",
    "bash, audit, --for, --format",
    "bash, audit --format, sa, sarif",
    "bash, check --format, sa, sarif",
    "bash, diff --format, m, markdown",
    "zsh, '', au, audit",
    "zsh, audit, --for, --format",
    "zsh, audit --format, sa, sarif"
  })
  void completes(String shell, String typed, String last, String expected)
      throws IOException, InterruptedException {
    assumeTrue(isThere(shell), shell + " is not there, so it is not tried");

    assertThat(completed(shell, typed, last).lines()).as(shell).contains(expected);
  }
}
