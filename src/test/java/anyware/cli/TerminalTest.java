package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else named can't leave its line, nor draw on the terminal. */
class TerminalTest {
  private static final String FORGED =
      "rule\u001b[2K\r\nvirginia: all is fine\u001b]0;title\u0007\u202e\u2028\u0085end";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Terminal terminal(int columns, boolean colours) {
    return new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), columns, colours);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 200})
  void aForgedNameStaysOnItsLine(int columns) {
    for (boolean colours : new boolean[] {false, true}) {
      Terminal terminal = terminal(columns, colours);
      terminal.line("open: " + FORGED);
      terminal.sentence(2, "open: " + FORGED);
      terminal.complaint(2, "closed: " + FORGED);
    }

    assertThat(out.toString().lines()).hasSize(4);
    assertThat(err.toString().lines()).hasSize(2);
    assertThat(out.toString() + err)
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]")
        .contains("rule?[2K??virginia: all is fine?]0;title???");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ourOwnColoursStay(boolean colours) {
    Terminal terminal = terminal(0, colours);
    terminal.line(terminal.bad("closed") + " " + FORGED);

    assertThat(out.toString().startsWith("\u001b[31mclosed\u001b[0m")).isEqualTo(colours);
    assertThat(out.toString().chars().filter(letter -> letter == '\u001b'))
        .hasSize(colours ? 2 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', true, true",
    "'', xterm-256color, true, true",
    "'', '', false, false",
    "1, xterm, true, false",
    "'', dumb, true, false"
  })
  void coloursAreForWhoSeesAndWantsThem(
      String noColor, String term, boolean isTerminal, boolean colours) {
    assertThat(Terminal.showsColours(Map.of("NO_COLOR", noColor, "TERM", term), isTerminal))
        .isEqualTo(colours);
  }
}
