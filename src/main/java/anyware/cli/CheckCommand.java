package anyware.cli;

import anyware.StackPlan;
import anyware.audit.AuditResult;
import anyware.problem.Advice;
import anyware.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Whether stacks can be deployed as their settings say. */
final class CheckCommand implements Subcommand {
  private static final AuditResult NOTHING_TO_AUDIT = new AuditResult(List.of(), List.of(), 0);

  private final Terminal terminal;
  private final StackFiles stacks = new StackFiles();
  private final Given<String> stack = StackFiles.stack("The stack; all of them by default.");
  private final Given<Boolean> strict =
      Given.flag("--strict", "Let advice count as something found.");
  private final AnswerForm<Format> form = AnswerForm.of(Format.text, Format.json);

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(this, "check", "Checks the settings of one stack or of all.")
        .saying(
            "Reads the settings strictly, plans every site, holds the plans to the clouds' limits,"
                + " compares what the planned rules let pass with what the port table asks for,"
                + " packet class by packet class, and checks what the settings expect.",
            "",
            "--format sarif is for code hosts, which show it beside the settings.")
        .taking(stacks, stack, strict, form)
        .spec();
  }

  /** The forms of the answer, named as on the command line. */
  @SuppressWarnings("MemberName") // the names are what a user types
  enum Format {
    /** For a terminal. */
    text,
    /** For a program. */
    json,
    /** For a code host, which shows it beside the settings. */
    sarif
  }

  /**
   * What was found about one stack.
   *
   * @param stack its name
   * @param lines on which lines its settings stand
   * @param content how much there is
   * @param problems what is wrong with its settings, or what its clouds would refuse
   * @param advice what is worth knowing
   * @param auditResult whether its plans let pass what they should
   */
  private record Result(
      String stack,
      ProblemLines lines,
      String content,
      List<Problem> problems,
      List<Advice> advice,
      AuditResult auditResult) {
    boolean fine() {
      return problems.isEmpty() && auditResult.holds();
    }
  }

  @Override
  public Integer call() {
    List<String> names =
        stack.value().isEmpty() ? stacks.names() : List.of(stacks.name(stack.value()));
    List<Result> results = names.stream().map(this::check).toList();
    boolean fine =
        results.stream()
            .allMatch(result -> result.fine() && (!strict.isGiven() || result.advice().isEmpty()));
    switch (form.chosen()) {
      case text -> results.forEach(this::print);
      case json ->
          terminal.document(
              Json.document(
                  Json.object(
                      "fine",
                      fine,
                      "stacks",
                      results.stream().map(CheckCommand::object).toList())));
      case sarif ->
          terminal.document(SarifLog.ofResults(results.stream().flatMap(this::sarif).toList()));
    }
    return ExitCode.of(fine);
  }

  private Result check(String name) {
    ProblemLines lines = stacks.problemLines(name);
    return stacks
        .read(name)
        .fold(
            settings -> planned(StackPlan.of(name, settings), lines),
            problems -> new Result(name, lines, "", problems, List.of(), NOTHING_TO_AUDIT));
  }

  private static Result planned(StackPlan plan, ProblemLines lines) {
    AuditResult auditResult = AuditResult.of(plan.audited(), plan.settings().expectations());
    return new Result(
        plan.stack(), lines, content(plan), plan.problems(), plan.advice(), auditResult);
  }

  private static String content(StackPlan plan) {
    int flows = plan.policies().stream().mapToInt(policy -> policy.flows().size()).sum();
    int expectations = plan.settings().expectations().size();
    return String.join(
        ", ",
        Count.of(plan.sites().size(), "site"),
        Count.of(flows, "flow"),
        Count.of(expectations, "expectation"));
  }

  private void print(Result result) {
    int wrong =
        result.problems().size()
            + result.auditResult().disagreements().size()
            + result.auditResult().unmet().size();
    String verdict =
        result.fine() ? terminal.good("fine") : terminal.bad(Count.of(wrong, "problem"));
    String content = result.content().isEmpty() ? "" : " (" + result.content() + ")";
    terminal.sentence(0, terminal.strong(result.stack()) + ": " + verdict + content);
    ProblemLines lines = result.lines();
    result.problems().forEach(problem -> terminal.sentence(2, lines.text(problem)));
    result.auditResult().disagreements().forEach(found -> terminal.sentence(2, found.toString()));
    result.auditResult().unmet().forEach(problem -> terminal.sentence(2, lines.text(problem)));
    result
        .advice()
        .forEach(advice -> terminal.sentence(2, "advice: " + lines.text(advice.path(), advice)));
  }

  /** Each file's findings at its lines; the stack is told, since there may be several. */
  private Stream<Map<String, Object>> sarif(Result result) {
    String stack = result.stack();
    SettingPlaces places = SettingPlaces.of(stacks.source(stack), result.lines().lines());
    return Stream.of(
            result.problems().stream()
                .map(p -> new AuditFinding(AuditRule.SETTINGS, stack, p.path(), p.toString())),
            AuditReport.of(result.auditResult()).stream()
                .map(f -> new AuditFinding(f.rule(), stack, f.path(), f.toString())),
            result.advice().stream()
                .map(a -> new AuditFinding(AuditRule.ADVICE, stack, a.path(), a.toString())))
        .flatMap(findings -> findings)
        .map(found -> SarifLog.result(found, places));
  }

  private static Map<String, Object> object(Result result) {
    return Json.object(
        "stack", result.stack(),
        "fine", result.fine(),
        "problems", result.lines().objects(result.problems()),
        "findings", result.auditResult().disagreements().stream().map(Findings::object).toList(),
        "unmetExpectations", result.lines().objects(result.auditResult().unmet()),
        "advice", result.advice().stream().map(advice -> object(result, advice)).toList());
  }

  private static Map<String, Object> object(Result result, Advice advice) {
    return result
        .lines()
        .with(
            advice.path(),
            Json.object("path", advice.path(), "found", advice.found(), "fix", advice.fix()));
  }
}
