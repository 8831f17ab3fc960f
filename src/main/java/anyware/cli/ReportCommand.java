package anyware.cli;

import anyware.Reports;
import anyware.StackPlan;
import anyware.report.StackReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A page about a stack. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Writes a page about a stack: diagrams, ports, rules, audit, settings.",
    description = {
      "",
      "One HTML file that needs nothing beside itself and no network. It is written whether or not"
          + " the audit finds something; the exit code tells.",
      ""
    })
final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final StackFiles stacks = new StackFiles();

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "The stack; the selected one, or the only one, by default.")
  private String stack = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write or replace; anyware-NAME.html here by default.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Say in JSON what was written and found.")
  private boolean json;

  /** The name that stands for the answer itself instead of a file. */
  private static final String STDOUT = "-";

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StackPlan plan = stacks.plan(stack);
    StackReport report = Reports.of(plan);
    if (out != null && out.toString().equals(STDOUT)) {
      terminal.document(report.html());
      return ExitCode.of(report.fine());
    }
    Path file = out == null ? Path.of("anyware-" + plan.stack() + ".html") : out;
    write(file, report.html());
    if (json) {
      terminal.document(
          Json.document(
              Json.object(
                  "stack", report.stack(),
                  "file", file.toString(),
                  "fine", report.fine(),
                  "problems", Json.problems(report.problems()),
                  "findings",
                      report.auditResult().disagreements().stream().map(Findings::object).toList(),
                  "unmetExpectations", Json.problems(report.auditResult().unmet()))));
    } else {
      String verdict =
          report.fine()
              ? terminal.good("fine")
              : terminal.bad(Count.of(report.wrong(), "problem") + ", see there");
      terminal.sentence(0, "wrote " + file + ": " + verdict);
    }
    return ExitCode.of(report.fine());
  }

  private static void write(Path file, String html) {
    try {
      Files.writeString(file, html);
    } catch (IOException e) {
      throw Refusal.ofUsage("cannot write " + file + ": is its folder there, and open to you?");
    }
  }
}
