package anyware.report;

import java.util.List;
import java.util.stream.Collectors;

/** What opens and what closes, for whoever has to agree to it. */
final class ChangesSection {
  private ChangesSection() {}

  /** The section. */
  static String html(StackChanges changes) {
    boolean nothing = changes.changes().isEmpty() && changes.moves().isEmpty();
    int opens = changes.exposes().size() + changes.opens().size();
    return """
    <section aria-labelledby="changes-title">
    <h2 id="changes-title">Changes</h2>
    <p>From <code>%s</code> to <code>%s</code>: %s.</p>
    %s%s%s%s%s</section>
    """
        .formatted(
            Html.text(changes.from()),
            Html.text(changes.to()),
            nothing
                ? "nothing opens, nothing closes"
                : "opens " + opens + ", closes " + changes.closes().size(),
            list("exposes", "+", "Opens to the internet", changes.exposes()),
            list("opens", "+", "Opens", changes.opens()),
            list("closes", "\u2212", "Closes", changes.closes()),
            list("moves", "", "Sites", changes.moves()),
            list("moves", "", "Not compared", changes.notCompared()));
  }

  private static String list(String kind, String sign, String title, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "<h3>%s</h3>\n<ul class=\"changes %s\">\n%s</ul>\n"
            .formatted(
                Html.text(title),
                kind,
                lines.stream()
                    .map(line -> "<li>" + sign + " " + Html.text(line) + "</li>\n")
                    .collect(Collectors.joining()));
  }
}
