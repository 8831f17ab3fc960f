package anyware.cli;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.report.Evidence;
import anyware.report.Evidence.Subject;
import anyware.report.StackReport;
import anyware.settings.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** A page about a stack. */
final class ReportCommand implements Subcommand {
  /** The name that stands for the answer itself instead of a file. */
  private static final String STDOUT = "-";

  private final Terminal terminal;
  private final StackFiles stacks = new StackFiles();
  private final StateFiles states = new StateFiles();
  private final Given<String> stack = StackFiles.stack();
  private final Given<String> against =
      Given.text(
          "--against",
          "STACK|REF",
          "Another stack, or a commit, branch or tag of git; a stack's name comes first.");
  private final Given<Path> out =
      Given.path(
          "--out", "FILE", "The file to write or replace; anyware-NAME.html here by default.");
  private final Given<Boolean> json = AnswerForm.json("Say in JSON what was written and found.");

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(
            this,
            "report",
            "Writes a page about a stack: exposure, picture, ports, rules, audit, settings.")
        .saying(
            "  report                                  what the settings ask for",
            "  report --against STACK|REF              ... and what changes from another stack, or"
                + " from the settings at a commit, branch or tag",
            "  report --state FILE                     what is deployed, and what changes to what"
                + " the settings ask for",
            "  report --preview FILE                   what a preview would leave, and what changes"
                + " from the settings, or from the --state",
            "",
            "One HTML file that needs nothing beside itself and no network. It is written whether"
                + " or not the audit finds something; the exit code tells. What opens and closes"
                + " does not count.")
        .taking(stacks, states, stack, against, out, json)
        .spec();
  }

  @Override
  public Integer call() {
    if (against.isGiven() && states.given()) {
      throw Refusal.ofUsage("name --against, or --state and --preview, not both");
    }
    StackPlan plan = stacks.plan(stack.value());
    StackReport report = report(plan);
    boolean fine =
        report.fine() && report.changes().map(way -> way.notCompared().isEmpty()).orElse(true);
    Path file = out.given().orElse(Path.of("anyware-" + plan.stack() + ".html"));
    if (file.toString().equals(STDOUT)) {
      terminal.document(report.html());
      return ExitCode.of(fine);
    }
    write(file, report.html());
    if (json.isGiven()) {
      terminal.document(
          Json.document(
              Json.object(
                  "stack", report.stack(),
                  "file", file.toString(),
                  "fine", fine,
                  "problems", Json.problems(report.problems()),
                  "findings",
                      report.auditResult().disagreements().stream().map(Findings::object).toList(),
                  "unmetExpectations", Json.problems(report.auditResult().unmet()))));
    } else {
      String verdict =
          fine
              ? terminal.good("fine")
              : terminal.bad(
                  report.fine()
                      ? "not all is as the settings ask, see there"
                      : Count.of(report.wrong(), "problem") + ", see there");
      terminal.sentence(0, "wrote " + file + ": " + verdict);
    }
    return ExitCode.of(fine);
  }

  private StackReport report(StackPlan plan) {
    ReportedState settings = ReportedState.planned("the settings of " + plan.stack(), plan);
    Optional<ReportedState> deployed =
        states.state().map(file -> read(Subject.DEPLOYED, plan, file));
    Optional<ReportedState> previewed =
        states.preview().map(file -> read(Subject.PREVIEWED, plan, file));
    if (previewed.isPresent()) {
      ReportedState after = previewed.get();
      return after.report(evidence(plan, after)).with(deployed.orElse(settings).changes(after));
    }
    if (deployed.isPresent()) {
      ReportedState now = deployed.get();
      return now.report(evidence(plan, now)).with(now.changes(settings));
    }
    StackReport report = settings.report(evidence(plan, settings));
    return against
        .given()
        .map(name -> report.with(other(plan, name).changes(settings)))
        .orElse(report);
  }

  private ReportedState read(Subject subject, StackPlan plan, Path file) {
    return ReportedState.of(subject, plan, states.deployed(plan, file), file);
  }

  /** Another stack, or else the same one at another time. */
  private ReportedState other(StackPlan plan, String name) {
    if (stacks.names().contains(name)) {
      return ReportedState.planned(name, stacks.plan(name));
    }
    Path file = stacks.file(plan.stack());
    String text =
        Git.text(file, name)
            .orElseThrow(
                () ->
                    Refusal.ofUsage(
                        name
                            + " is no stack and no commit, branch or tag that has "
                            + file
                            + "; there are the stacks "
                            + String.join(", ", stacks.names())));
    return StackFile.read(Clouds.ALL, file + " at " + name, text)
        .fold(
            settings ->
                ReportedState.planned(
                    "the settings of " + plan.stack() + " at " + name,
                    StackPlan.of(plan.stack(), settings)),
            problems -> {
              throw Refusal.ofUsage(file + " at " + name + " has problems: " + problems.get(0));
            });
  }

  private Evidence evidence(StackPlan plan, ReportedState state) {
    Path source = stacks.source(plan.stack());
    return new Evidence(
        state.subject(),
        Clock.systemUTC().instant(),
        Version.number(),
        Git.commit(source),
        digest(source));
  }

  private static String digest(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw Refusal.ofUsage(file + ": it can't be read any more");
    }
  }

  private static void write(Path file, String html) {
    try {
      Files.writeString(file, html);
    } catch (IOException e) {
      throw Refusal.ofUsage("cannot write " + file + ": is its folder there, and open to you?");
    }
  }
}
