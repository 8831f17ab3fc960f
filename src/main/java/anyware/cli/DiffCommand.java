package anyware.cli;

import anyware.DeployedStack;
import anyware.StackPlan;
import anyware.audit.Change;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What changes in what passes. */
final class DiffCommand implements Subcommand {
  private final Terminal terminal;
  private final StackFiles stacks = new StackFiles();
  private final StateFiles states = new StateFiles();
  private final Given<List<String>> pair = Given.words("0..2", "STACK", "The two stacks.");
  private final Given<String> stack =
      StackFiles.stack("The stack of the files; the selected one, or the only one, by default.");
  private final AnswerForm<Format> form = AnswerForm.of(Format.text, Format.json);

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(
            this,
            "diff",
            "Tells what opens and what closes between two stacks, or between deployed and planned.")
        .saying(
            "  diff A B                                from stack A to stack B",
            "  diff --stack S --state FILE             from what is deployed to what the settings"
                + " ask for",
            "  diff --stack S --preview FILE           from the settings to what the preview would"
                + " leave",
            "  diff --stack S --state FILE --preview FILE   from deployed to previewed",
            "",
            "Compared is what passes, packet class by packet class: rules that move or change their"
                + " names without effect are no change.",
            "",
            "--format markdown is for a comment on a pull request: findings first, the rest"
                + " folded.",
            "",
            "What a state knows of beside the sites of the settings is not compared, but named.",
            "",
            "Exit code 0 means that nothing opens or closes, 1 that something does or is not"
                + " compared.")
        .taking(stacks, states, pair, stack, form)
        .spec();
  }

  /** The forms of the answer, named as on the command line. */
  @SuppressWarnings("MemberName") // the names are what a user types
  enum Format {
    /** For a terminal. */
    text,
    /** For a program. */
    json,
    /** For a comment on a pull request. */
    markdown
  }

  @Override
  public Integer call() {
    List<DiffEnd> ends = ends();
    StackDiff diff = StackDiff.of(ends.get(0), ends.get(1));
    switch (form.chosen()) {
      case text -> print(diff);
      case json -> terminal.document(Json.document(diff.object()));
      case markdown -> {
        ProblemLines lines = stacks.problemLines(diff.after().plan().stack());
        terminal.document(DiffMarkdown.of(diff, lines));
      }
    }
    return ExitCode.of(diff.isEmpty());
  }

  private List<DiffEnd> ends() {
    if (states.given()) {
      if (pair.isGiven()) {
        throw Refusal.ofUsage("name two stacks, or a stack with --state or --preview, not both");
      }
      StackPlan plan = stacks.plan(stack.value());
      DiffEnd settings = DiffEnd.of("the settings of " + plan.stack(), plan);
      DiffEnd first = states.state().map(file -> deployed(plan, file)).orElse(settings);
      DiffEnd last = states.preview().map(file -> deployed(plan, file)).orElse(settings);
      return List.of(first, last);
    }
    if (pair.value().size() != 2 || !stack.value().isEmpty()) {
      throw Refusal.ofUsage("name two stacks, or a stack with --state or --preview");
    }
    return pair.value().stream().map(name -> DiffEnd.of(name, stacks.plan(name))).toList();
  }

  private DiffEnd deployed(StackPlan plan, Path file) {
    DeployedStack deployed = states.deployed(plan, file);
    return new DiffEnd(file.toString(), plan, deployed.audited(), deployed.remnants());
  }

  private void print(StackDiff diff) {
    terminal.sentence(
        0, terminal.strong("from " + diff.before().name() + " to " + diff.after().name()));
    diff.moves().forEach(move -> terminal.sentence(2, move));
    // Between two roles both firewalls say the same.
    diff.changes().stream()
        .map(Change::toString)
        .distinct()
        .forEach(change -> terminal.sentence(2, change));
    if (diff.moves().isEmpty() && diff.changes().isEmpty()) {
      terminal.sentence(2, "nothing opens, nothing closes");
    }
    diff.remnants().forEach(remnant -> terminal.sentence(2, "not compared: " + remnant));
  }
}
