package anyware.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a user hears of a command line that cannot be carried out.
 *
 * @param terminal where it is said
 */
record Complaints(Terminal terminal)
    implements IParameterExceptionHandler, IExecutionExceptionHandler {

  /** The command line is wrong. */
  @Override
  public int handleParseException(ParameterException e, String[] line) {
    terminal.complaint(0, terminal.bad("anyware: ") + e.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(e, terminal.err())) {
      String command = e.getCommandLine().getCommandSpec().qualifiedName();
      terminal.complaint(0, "see: " + command + " --help");
    }
    return ExitCode.USAGE.number();
  }

  /** A command has given up. */
  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult line) {
    Refusal refusal =
        e instanceof Refusal known
            ? known
            : Refusal.ofUsage("this should not happen, please report it: " + e);
    if (AnswerForm.isJson(line)) {
      terminal.document(Json.document(Json.object("problems", refusal.problems())));
    }
    String prefix = terminal.bad("anyware: ");
    for (String told : refusal.lines()) {
      terminal.complaint(prefix.isEmpty() ? 2 : 0, prefix + told);
      prefix = "";
    }
    return refusal.exitCode().number();
  }
}
