package anyware.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command with all its subcommands. */
@Command(
    name = "anyware",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "What an Anyware network lets pass, and why. Works offline; asks no cloud.",
    description = {"", "Each command tells more: bin/anyware help COMMAND.", ""},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All is fine: no problem, no finding, no change, open.",
      "1:Something was found: a problem, a finding, a change, closed.",
      "2:The command line is wrong, or a file cannot be read."
    })
final class Anyware implements Runnable {
  private static final String JSON = "--json";

  /** In the order in which the help lists them. */
  private static final Map<String, Function<Terminal, Object>> SUBCOMMANDS = subcommands();

  @Spec private CommandSpec spec = CommandSpec.create();

  private Anyware() {}

  /**
   * Runs one command.
   *
   * @param terminal where its words go
   * @param args the command line
   * @return the exit code
   */
  static int run(Terminal terminal, String... args) {
    CommandLine command = new CommandLine(new Anyware());
    addSubcommands(command, terminal, args);
    command
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler((e, arguments) -> wrongUsage(terminal, e))
        .setExecutionExceptionHandler((e, line, result) -> failed(terminal, e, result));
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
    CommandLine command = new CommandLine(new Anyware());
    addSubcommands(command, terminal);
    return command;
  }

  /**
   * Adds the subcommand that the command line begins with, else all of them: reading the options of
   * all is a good part of what a short command takes.
   */
  private static void addSubcommands(CommandLine command, Terminal terminal, String... args) {
    Function<Terminal, Object> first = args.length > 0 ? SUBCOMMANDS.get(args[0]) : null;
    if (first == null) {
      SUBCOMMANDS.forEach((name, make) -> command.addSubcommand(name, make.apply(terminal)));
      command.addSubcommand(new CommandLine.HelpCommand());
    } else {
      command.addSubcommand(args[0], first.apply(terminal));
    }
  }

  private static Map<String, Function<Terminal, Object>> subcommands() {
    Map<String, Function<Terminal, Object>> all = new LinkedHashMap<>();
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

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command? There are " + String.join(", ", SUBCOMMANDS.keySet()));
  }

  private static int wrongUsage(Terminal terminal, ParameterException e) {
    terminal.complaint(0, terminal.bad("anyware: ") + e.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(e, terminal.err())) {
      String command = e.getCommandLine().getCommandSpec().qualifiedName();
      terminal.complaint(0, "see: " + command + " --help");
    }
    return ExitCode.USAGE.number();
  }

  private static int failed(Terminal terminal, Exception e, ParseResult result) {
    Refusal refusal =
        e instanceof Refusal known
            ? known
            : Refusal.ofUsage("this should not happen, please report it: " + e);
    if (wantsJson(result)) {
      terminal.document(Json.document(Json.object("problems", refusal.problems())));
    }
    String prefix = terminal.bad("anyware: ");
    for (String line : refusal.lines()) {
      terminal.complaint(prefix.isEmpty() ? 2 : 0, prefix + line);
      prefix = "";
    }
    return refusal.exitCode().number();
  }

  private static boolean wantsJson(ParseResult result) {
    return result.hasMatchedOption(JSON)
        || String.valueOf(result.matchedOptionValue("--format", "")).equals("json")
        || (result.hasSubcommand() && wantsJson(result.subcommand()));
  }
}
