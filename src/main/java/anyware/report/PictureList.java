package anyware.report;

import java.util.List;
import java.util.stream.Collectors;

/** The same picture from top to bottom, for windows that are too narrow for it. */
final class PictureList {
  private final AlikeSites sites;

  PictureList(AlikeSites sites) {
    this.sites = sites;
  }

  /** A block for each zone, in it its boxes with what they open. */
  String html() {
    List<PictureBox> boxes = PictureBox.of(sites);
    StringBuilder text = new StringBuilder("<div class=\"upright\">\n");
    for (int i = 0; i < boxes.size(); i++) {
      PictureBox box = boxes.get(i);
      boolean opens = i == 0 || boxes.get(i - 1).zone() != box.zone();
      boolean closes = i == boxes.size() - 1 || boxes.get(i + 1).zone() != box.zone();
      text.append(
          opens
              ? "<div class=\"area %s\"><p>%s</p>\n"
                  .formatted(box.zone().slug(), Html.text(box.zone().title()))
              : "");
      text.append(box(box));
      text.append(closes ? "</div>\n" : "");
    }
    return text.append("</div>\n").toString();
  }

  private String box(PictureBox box) {
    String edges =
        sites.bundles().stream()
            .filter(bundle -> bundle.from().equals(box.name()) && (box.role() || box.column() == 0))
            .map(this::edge)
            .collect(Collectors.joining());
    return """
    <div class="box %s"><strong>%s</strong> <span>%s</span>
    %s</div>
    """
        .formatted(
            box.role() ? "role" : "peer",
            Html.text(box.name()),
            Html.text(String.join(", ", box.lines())),
            edges.isEmpty() ? "" : "<ul>\n" + edges + "</ul>\n");
  }

  private String edge(Bundle bundle) {
    return "<li><a href=\"#%s\"%s>%s%s \u2192 %s%s</a></li>\n"
        .formatted(
            Html.text(sites.id(bundle)),
            bundle.fromAnyone() ? " class=\"anyone\"" : "",
            bundle.fromAnyone() ? "\u25c6 " : "",
            Html.text(bundle.traffic()),
            Html.text(bundle.to()),
            sites.isOnlyHere(bundle) ? " *" : "");
  }
}
