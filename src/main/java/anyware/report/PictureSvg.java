package anyware.report;

import anyware.report.Picture.Area;
import anyware.report.Picture.Placed;
import anyware.report.Picture.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A picture of sites as SVG; its colours come from the page's style. */
final class PictureSvg {
  private static final int LINE = 14;

  private final AlikeSites sites;

  PictureSvg(AlikeSites sites) {
    this.sites = sites;
  }

  /** The picture, with its edges in words for those who do not see it. */
  String svg() {
    Picture picture = new PictureLayout(sites).picture();
    String id = "diagram-" + sites.id();
    return """
    <svg viewBox="0 0 %1$d %2$d" role="group" aria-labelledby="%3$s-title" aria-describedby="%3$s-desc">
    <title id="%3$s-title">Flows at %4$s</title>
    <desc id="%3$s-desc">%5$s</desc>
    %6$s
    %7$s
    %8$s
    </svg>
    """
        .formatted(
            picture.width(),
            picture.height(),
            Html.text(id),
            Html.text(sites.names()),
            Html.text(DiagramText.description(sites.first().policy())),
            picture.zones().stream().map(PictureSvg::area).collect(Collectors.joining("\n")),
            picture.boxes().stream().map(PictureSvg::box).collect(Collectors.joining("\n")),
            picture.edges().stream().map(this::edge).collect(Collectors.joining("\n")));
  }

  private static String area(Area area) {
    return """
    <g class="area %s"><rect x="%d" y="%d" width="%d" height="%d" rx="8"/><text x="%d" y="%d">%s</text></g>\
    """
        .formatted(
            area.zone().slug(),
            area.left(),
            area.top(),
            area.width(),
            area.height(),
            area.left() + 10,
            area.top() + 14,
            Html.text(area.zone().title()));
  }

  private static String box(Placed placed) {
    List<String> names = DiagramText.boxLines(placed.box().name());
    List<String> lines = new ArrayList<>(names);
    lines.addAll(placed.box().lines());
    int middle = placed.left() + placed.width() / 2;
    int y = placed.top() + placed.height() / 2 - (lines.size() - 1) * LINE / 2 + 4;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(
          "<text%s x=\"%d\" y=\"%d\">%s</text>"
              .formatted(
                  i < names.size() ? "" : " class=\"addresses\"",
                  middle,
                  y + i * LINE,
                  Html.text(lines.get(i))));
    }
    return """
    <g class="box %s"><rect x="%d" y="%d" width="%d" height="%d" rx="5"/>%s</g>\
    """
        .formatted(
            placed.box().role() ? "role" : "peer",
            placed.left(),
            placed.top(),
            placed.width(),
            placed.height(),
            text);
  }

  private String edge(Route edge) {
    Bundle bundle = edge.bundle();
    String words = bundle.traffic() + " from " + bundle.from() + " to " + bundle.to();
    String way = edge.path();
    return """
    <a href="#%1$s" class="arrow%2$s" aria-label="%3$s"><title>%3$s</title><path class="wide" d="%4$s"/><path d="%4$s"/><text x="%5$d" y="%6$d"%7$s>%8$s</text></a>\
    """
        .formatted(
            Html.text(sites.id(bundle)),
            (bundle.fromAnyone() ? " anyone" : "") + (sites.isOnlyHere(bundle) ? " only" : ""),
            Html.text(words + (bundle.fromAnyone() ? ", anyone" : "")),
            way,
            edge.labelX(),
            edge.labelY(),
            edge.beside() ? " class=\"beside\"" : "",
            Html.text(label(bundle)));
  }

  private String label(Bundle bundle) {
    return (bundle.fromAnyone() ? "\u25c6 " : "")
        + bundle.traffic()
        + (sites.isOnlyHere(bundle) ? " *" : "");
  }
}
