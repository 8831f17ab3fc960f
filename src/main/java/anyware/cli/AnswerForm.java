package anyware.cli;

import java.util.List;
import picocli.CommandLine.ParseResult;

/**
 * In what form a command answers: {@code --format}, or {@code --json} for short.
 *
 * @param <F> the forms that the command knows, named as on the command line
 */
final class AnswerForm<F extends Enum<F>> implements Arguments {
  private static final String FORMAT = "--format";
  private static final String JSON = "--json";

  private final Given<F> format;
  private final Given<Boolean> json;
  private final F forPrograms;

  private AnswerForm(Given<F> format, Given<Boolean> json, F forPrograms) {
    this.format = format;
    this.json = json;
    this.forPrograms = forPrograms;
  }

  /**
   * One of several forms.
   *
   * @param usual where nothing is said
   * @param forPrograms what {@code --json} stands for
   */
  static <F extends Enum<F>> AnswerForm<F> of(F usual, F forPrograms) {
    String description = "${COMPLETION-CANDIDATES}; " + usual.name() + " by default.";
    return new AnswerForm<>(
        Given.choice(FORMAT, "FORMAT", usual.getDeclaringClass(), description).or(usual),
        json("The same as --format json."),
        forPrograms);
  }

  /**
   * JSON or words, of a command that knows nothing else.
   *
   * @param description what the help says of {@code --json}
   */
  static Given<Boolean> json(String description) {
    return Given.flag(JSON, description);
  }

  /** Whether a command line asks for JSON, whichever of its options says so. */
  static boolean isJson(ParseResult line) {
    return line.hasMatchedOption(JSON)
        || String.valueOf(line.matchedOptionValue(FORMAT, "")).equals("json")
        || (line.hasSubcommand() && isJson(line.subcommand()));
  }

  /** The one that was asked for. */
  F chosen() {
    return json.isGiven() ? forPrograms : format.value();
  }

  @Override
  public List<Given<?>> all() {
    return List.of(format, json);
  }
}
