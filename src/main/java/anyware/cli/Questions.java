package anyware.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks a person.
 *
 * @param terminal where the questions go
 * @param answers where the answers come from
 */
record Questions(Terminal terminal, BufferedReader answers) {
  private static final String ASKS = "anyware.asks";

  /** Of whoever sits before the terminal; absent where nobody does. */
  static Optional<Questions> ofSystem(Terminal terminal) {
    return Boolean.getBoolean(ASKS)
        ? Optional.of(
            new Questions(
                terminal,
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))))
        : Optional.empty();
  }

  /**
   * Asks until the answer is in order.
   *
   * @param question what is asked
   * @param fallback what an empty answer means; empty where it means nothing
   * @param check what is wrong with an answer; nothing where it is in order
   */
  String ask(String question, String fallback, Function<String, List<String>> check) {
    while (true) {
      terminal.ask(question + (fallback.isEmpty() ? ": " : " [" + fallback + "]: "));
      String line = line().strip();
      String answer = line.isEmpty() ? fallback : line;
      List<String> wrong = answer.isEmpty() ? List.of("an answer is needed") : check.apply(answer);
      if (wrong.isEmpty()) {
        return answer;
      }
      wrong.forEach(what -> terminal.complaint(2, terminal.bad(what)));
    }
  }

  private String line() {
    try {
      return Optional.ofNullable(answers.readLine())
          .orElseThrow(() -> Refusal.ofUsage("the answers ended: nothing was written"));
    } catch (IOException e) {
      throw Refusal.ofUsage("the answers can't be read: nothing was written");
    }
  }
}
