package anyware.report;

import anyware.policy.Policy;
import anyware.report.Ladder.Arrow;
import anyware.report.Ladder.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A site's diagram as SVG; its colours come from the page's style. */
final class LadderSvg {
  private LadderSvg() {}

  /** The diagram, with its flows in words for those who do not see it. */
  static String of(Policy policy) {
    Ladder ladder = Ladder.of(policy);
    String id = "diagram-" + policy.site();
    String arrows =
        ladder.arrows().stream().map(LadderSvg::arrow).collect(Collectors.joining("\n"));
    String boxes = ladder.boxes().stream().map(LadderSvg::box).collect(Collectors.joining("\n"));
    return """
        <svg viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-labelledby="%3$s-title" aria-describedby="%3$s-desc">
        <title id="%3$s-title">Flows at %4$s</title>
        <desc id="%3$s-desc">%5$s</desc>
        %6$s
        %7$s
        </svg>
        """
        .formatted(
            ladder.width(),
            ladder.height(),
            Html.text(id),
            Html.text(policy.site()),
            Html.text(DiagramText.description(policy)),
            arrows,
            boxes);
  }

  private static String arrow(Arrow arrow) {
    int y = arrow.y();
    int tip = arrow.to() - 1;
    return """
        <g class="arrow %s"><title>%s</title><path d="M%d %dH%dm-7-4 7 4-7 4"/><text x="%d" y="%d">%s</text></g>"""
        .formatted(
            arrow.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            Html.text(arrow.hint()),
            arrow.from(),
            y,
            tip,
            (arrow.from() + arrow.to()) / 2,
            y - 5,
            Html.text(arrow.label()));
  }

  private static String box(Box box) {
    List<String> lines = new ArrayList<>(DiagramText.boxLines(box.name()));
    int named = lines.size();
    if (!box.addresses().isEmpty()) {
      lines.add(box.addresses());
    }
    int middle = box.left() + box.width() / 2;
    int y = box.top() + box.height() / 2 - (lines.size() - 1) * DiagramText.LINE_HEIGHT / 2 + 4;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(
          "<text%s x=\"%d\" y=\"%d\">%s</text>"
              .formatted(
                  i < named ? "" : " class=\"addresses\"",
                  middle,
                  y + i * DiagramText.LINE_HEIGHT,
                  Html.text(lines.get(i))));
    }
    return """
        <g class="box %s"><rect x="%d" y="%d" width="%d" height="%d" rx="6"/>%s</g>"""
        .formatted(
            box.addresses().isEmpty() ? "role" : "peer",
            box.left(),
            box.top(),
            box.width(),
            box.height(),
            text);
  }
}
