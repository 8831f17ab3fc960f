package anyware.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The command with all its subcommands. */
final class Anyware implements Runnable {
  /** In the order in which the help lists them. */
  private static final Map<String, Function<Terminal, Subcommand>> SUBCOMMANDS = subcommands();

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

  private static Map<String, Function<Terminal, Subcommand>> subcommands() {
    Map<String, Function<Terminal, Subcommand>> all = new LinkedHashMap<>();
    all.put("check", CheckCommand::new);
    all.put("ports", PortsCommand::new);
    all.put("explain", ExplainCommand::new);
    all.put("diff", DiffCommand::new);
    all.put("audit", AuditCommand::new);
    all.put("summary", SummaryCommand::new);
    all.put("attach", AttachCommand::new);
    all.put("report", ReportCommand::new);
    all.put("permissions", PermissionsCommand::new);
    all.put("init", InitCommand::new);
    all.put("schema", SchemaCommand::new);
    all.put("completion", CompletionCommand::new);
    return all;
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
    SUBCOMMANDS.values().forEach(make -> whole.addSubcommand(make.apply(terminal).spec()));
    return whole.addSubcommand(new CommandLine.HelpCommand());
  }

  /** With the subcommand alone that the command line begins with, when it begins with one. */
  private static CommandLine commandLine(Terminal terminal, String... args) {
    Function<Terminal, Subcommand> first = args.length > 0 ? SUBCOMMANDS.get(args[0]) : null;
    if (first != null) {
      return new CommandLine(new Anyware().spec).addSubcommand(first.apply(terminal).spec());
    }
    return whole(terminal);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command? There are " + String.join(", ", SUBCOMMANDS.keySet()));
  }
}
