package anyware.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The command with all its subcommands. */
final class Anyware implements Runnable {
  /** In the order in which the help lists them. */
  private static final List<String> SUBCOMMANDS =
      List.of(
          "check",
          "ports",
          "explain",
          "diff",
          "audit",
          "summary",
          "attach",
          "report",
          "permissions",
          "init",
          "schema",
          "completion");

  private final CommandSpec spec = usage();

  private Anyware() {}

  private CommandSpec usage() {
    CommandSpec usage =
        Usage.of(
                this,
                "anyware",
                "What an Anyware network lets pass, and why. Works offline; asks no cloud.")
            .saying("Each command tells more: bin/anyware help COMMAND.")
            .spec();
    Map<String, String> exitCodes = new LinkedHashMap<>();
    exitCodes.put("0", "All is fine: no problem, no finding, no change, open.");
    exitCodes.put("1", "Something was found: a problem, a finding, a change, closed.");
    exitCodes.put("2", "The command line is wrong, or a file cannot be read.");
    usage
        .usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes);
    return usage;
  }

  private static Subcommand subcommand(String name, Terminal terminal) {
    return switch (name) {
      case "check" -> new CheckCommand(terminal);
      case "ports" -> new PortsCommand(terminal);
      case "explain" -> new ExplainCommand(terminal);
      case "diff" -> new DiffCommand(terminal);
      case "audit" -> new AuditCommand(terminal);
      case "summary" -> new SummaryCommand(terminal);
      case "attach" -> new AttachCommand(terminal);
      case "report" -> new ReportCommand(terminal);
      case "permissions" -> new PermissionsCommand(terminal);
      case "init" -> new InitCommand(terminal);
      case "schema" -> new SchemaCommand(terminal);
      case "completion" -> new CompletionCommand(terminal);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /**
   * Runs one command.
   *
   * @param terminal where its words go
   * @param args the command line
   * @return the exit code
   */
  static int run(Terminal terminal, String... args) {
    Complaints complaints = new Complaints(terminal);
    CommandLine command =
        commandLine(terminal, args)
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setColorScheme(
                Help.defaultColorScheme(terminal.colours() ? Help.Ansi.ON : Help.Ansi.OFF))
            .setParameterExceptionHandler(complaints)
            .setExecutionExceptionHandler(complaints);
    if (terminal.width() > 0) {
      command.setUsageHelpWidth(Math.max(terminal.width(), 55));
    }
    int exitCode = command.execute(args);
    terminal.out().flush();
    terminal.err().flush();
    return exitCode;
  }

  /** The command with all of its subcommands. */
  static CommandLine whole(Terminal terminal) {
    CommandLine whole = new CommandLine(new Anyware().spec);
    for (String name : SUBCOMMANDS) {
      whole.addSubcommand(subcommand(name, terminal).spec());
    }
    return whole.addSubcommand(new CommandLine.HelpCommand());
  }

  /** With the subcommand alone that the command line begins with, when it begins with one. */
  private static CommandLine commandLine(Terminal terminal, String... args) {
    if (args.length > 0 && SUBCOMMANDS.contains(args[0])) {
      return new CommandLine(new Anyware().spec)
          .addSubcommand(subcommand(args[0], terminal).spec());
    }
    return whole(terminal);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command? There are " + String.join(", ", SUBCOMMANDS));
  }
}
