package anyware.cli;

import anyware.audit.AuditResult;
import anyware.audit.Change;
import anyware.audit.Disagreement;
import anyware.problem.Printable;
import anyware.state.Remnant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What changes, as a comment on a pull request: what must be looked at first, the rest folded.
 * Names that others gave stand in code spans, where they can be no link, mention or markup.
 */
final class DiffMarkdown {
  /** Comments of code hosts end somewhere: 65,536 letters on GitHub. */
  private static final int MOST = 50;

  private static final int LONGEST = 400;

  private final StringBuilder text = new StringBuilder();
  private final StackDiff diff;
  private final ProblemLines lines;

  private DiffMarkdown(StackDiff diff, ProblemLines lines) {
    this.diff = diff;
    this.lines = lines;
  }

  /**
   * The comment.
   *
   * @param diff what changes
   * @param lines on which lines the settings stand that the later state comes from
   */
  static String of(StackDiff diff, ProblemLines lines) {
    return new DiffMarkdown(diff, lines).comment();
  }

  private String comment() {
    text.append("### What passes: from ")
        .append(code(diff.before().name()))
        .append(" to ")
        .append(code(diff.after().name()))
        .append("\n\n");
    findings();
    List<String> exposures = changes(change -> change.opens() && isExposure(change));
    List<String> opened = changes(change -> change.opens() && !isExposure(change));
    List<String> closed = changes(change -> !change.opens());
    if (exposures.isEmpty() && opened.isEmpty() && closed.isEmpty()) {
      text.append(diff.moves().isEmpty() ? "Nothing opens, nothing closes.\n\n" : "");
    } else {
      int opens = exposures.size() + opened.size();
      text.append("**")
          .append(opens == 0 ? "Nothing opens" : "Opens " + Count.of(opens, "connection"))
          .append(closed.isEmpty() ? ", nothing closes" : ", closes " + closed.size())
          .append(".**\n\n");
    }
    open("Opens to the internet", exposures);
    folded("Opens", opened);
    folded("Closes", closed);
    open("Sites", diff.moves().stream().map(DiffMarkdown::code).toList());
    folded(
        "Not compared",
        diff.remnants().stream().map(Remnant::toString).map(DiffMarkdown::code).toList());
    return text.toString();
  }

  private void findings() {
    AuditResult auditResult = diff.after().auditResult();
    List<String> findings = new ArrayList<>();
    diff.after().plan().problems().forEach(problem -> findings.add(code(lines.text(problem))));
    auditResult.disagreements().stream()
        .map(Disagreement::toString)
        .map(DiffMarkdown::code)
        .forEach(findings::add);
    auditResult.unmet().forEach(problem -> findings.add(code(lines.text(problem))));
    if (findings.isEmpty()) {
      text.append("No finding: exactly what the table and the settings ask for.\n\n");
    } else {
      open(Count.of(findings.size(), "finding"), findings);
    }
  }

  private static boolean isExposure(Change change) {
    return change.flowGroup().isInternetExposure();
  }

  /** Between two roles both firewalls say the same. */
  private List<String> changes(Predicate<Change> which) {
    return diff.changes().stream()
        .filter(which)
        .map(change -> code(change.site() + ": " + change.flowGroup()))
        .distinct()
        .toList();
  }

  private void open(String title, List<String> items) {
    if (!items.isEmpty()) {
      text.append("**").append(title).append("**\n\n");
      list(items);
    }
  }

  private void folded(String title, List<String> items) {
    if (!items.isEmpty()) {
      text.append("<details><summary>")
          .append(title)
          .append(": ")
          .append(items.size())
          .append("</summary>\n\n");
      list(items);
      text.append("</details>\n\n");
    }
  }

  private void list(List<String> items) {
    items.stream().limit(MOST).forEach(item -> text.append("- ").append(item).append('\n'));
    if (items.size() > MOST) {
      text.append("- and ").append(items.size() - MOST).append(" more\n");
    }
    text.append('\n');
  }

  /** A text that means nothing but itself. */
  private static String code(String text) {
    return "`" + Printable.text(text, LONGEST).replace('`', '\'') + "`";
  }
}
