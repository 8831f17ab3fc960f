package anyware.cli;

import anyware.Reports;
import anyware.StackPlan;
import anyware.audit.Exposure;
import anyware.report.PortMatrix;
import anyware.report.PortMatrix.Line;
import anyware.report.TableText;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The sheet of ports that a network team files. */
final class PortsCommand implements Subcommand {
  private static final List<String> TITLES =
      List.of("port", "other end", "addresses", "when", "row", "reason");

  private final Terminal terminal;
  private final StackFiles stacks = new StackFiles();
  private final Given<String> stack = StackFiles.stack();
  private final Given<Boolean> exposure =
      Given.flag("--exposure", "Who reaches what from outside, in place of every port.");
  private final AnswerForm<Format> form = AnswerForm.of(Format.table, Format.json);

  PortsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(this, "ports", "Prints every port that a stack opens, for whom and why.")
        .saying(
            "One line for each site, role, direction, port, other end and row of the vendor's"
                + " table.",
            "",
            "With --exposure: one line for each site and role, with what anyone on the internet,"
                + " named addresses and administrators reach of it, and what it reaches anywhere,"
                + " as the planned rules decide.")
        .taking(stacks, stack, exposure, form)
        .spec();
  }

  /** The forms of the sheet, named as on the command line. */
  @SuppressWarnings("MemberName") // the names are what a user types
  enum Format {
    /** Aligned, for a terminal. */
    table,
    /** For a page. */
    markdown,
    /** For a spreadsheet. */
    csv,
    /** For a program. */
    json
  }

  @Override
  public Integer call() {
    StackPlan plan = stacks.plan(stack.value());
    if (exposure.isGiven()) {
      printExposure(plan);
      return ExitCode.FINE.number();
    }
    PortMatrix matrix = PortMatrix.of(plan.policies());
    List<List<String>> rows = matrix.lines().stream().map(Line::cells).toList();
    switch (form.chosen()) {
      case table -> printTable(plan, matrix);
      case markdown -> terminal.document(TableText.markdown(Line.TITLES, rows));
      case csv -> terminal.document(TableText.csv(Line.TITLES, rows));
      case json ->
          terminal.document(
              Json.document(
                  Json.object(
                      "stack", plan.stack(),
                      "lines", matrix.lines().stream().map(PortsCommand::object).toList())));
    }
    return ExitCode.FINE.number();
  }

  private void printExposure(StackPlan plan) {
    List<Exposure> exposures = Reports.exposures(plan.audited());
    List<List<String>> rows = exposures.stream().map(Exposure::cells).toList();
    switch (form.chosen()) {
      case table -> Columns.lines(Exposure.TITLES, rows, terminal.width()).forEach(terminal::line);
      case markdown -> terminal.document(ExposureText.markdown(exposures));
      case csv -> terminal.document(TableText.csv(Exposure.TITLES, rows));
      case json ->
          terminal.document(
              Json.document(
                  Json.object(
                      "stack", plan.stack(),
                      "exposures", exposures.stream().map(ExposureText::object).toList())));
    }
  }

  private record Group(String site, String role, String direction) {}

  private void printTable(StackPlan plan, PortMatrix matrix) {
    Map<Group, List<List<String>>> groups = new LinkedHashMap<>();
    for (Line line : matrix.lines()) {
      groups
          .computeIfAbsent(
              new Group(line.site(), line.role(), line.direction()), group -> new ArrayList<>())
          .add(cells(line));
    }
    groups.forEach(
        (group, rows) -> {
          terminal.line(terminal.strong(heading(plan, group)));
          Columns.lines(TITLES, rows, terminal.width()).forEach(terminal::line);
          terminal.gap();
        });
  }

  private static String heading(StackPlan plan, Group group) {
    String place =
        plan.settings().sites().stream()
            .filter(site -> site.name().equals(group.site()))
            .map(PortsCommand::place)
            .findFirst()
            .orElse(group.site());
    return place + ": " + group.role() + ", " + group.direction();
  }

  private static String place(Site site) {
    return site.name() + " (" + site.cloud().slug() + ", " + site.region() + ")";
  }

  private static List<String> cells(Line line) {
    return List.of(
        line.port() + "/" + line.protocol() + " " + line.service(),
        line.other(),
        line.addressText(),
        line.option(),
        line.row(),
        line.reason());
  }

  private static Map<String, Object> object(Line line) {
    return Json.object(
        "site", line.site(),
        "role", line.role(),
        "direction", line.direction(),
        "otherEnd", line.other(),
        "addresses", line.addresses(),
        "service", line.service(),
        "protocol", line.protocol(),
        "port", line.port(),
        "option", line.option(),
        "row", line.row(),
        "reason", line.reason());
  }
}
