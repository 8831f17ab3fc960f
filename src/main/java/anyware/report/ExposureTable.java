package anyware.report;

import anyware.audit.Exposure;
import anyware.audit.Exposure.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who reaches what from the internet; sites that do not differ share their lines. */
final class ExposureTable {
  private static final Cell NOTHING = new Cell("<span class=\"nothing\">nothing</span>", "");

  private ExposureTable() {}

  /** The table. */
  static String html(List<Exposure> exposures) {
    Map<String, List<Exposure>> bySite = new LinkedHashMap<>();
    exposures.forEach(
        exposure ->
            bySite.computeIfAbsent(exposure.site(), key -> new ArrayList<>()).add(exposure));
    Map<List<List<String>>, List<String>> alike = new LinkedHashMap<>();
    bySite.forEach(
        (site, own) ->
            alike
                .computeIfAbsent(
                    own.stream().map(one -> one.cells().subList(1, 6)).toList(),
                    key -> new ArrayList<>())
                .add(site));
    List<Grid.Row> rows = new ArrayList<>();
    alike
        .values()
        .forEach(
            sites ->
                bySite
                    .getOrDefault(sites.get(0), List.of())
                    .forEach(exposure -> rows.add(row(String.join(", ", sites), exposure))));
    return new Grid(
            "exposure", "exposure", "Who reaches what from the internet", Exposure.TITLES, rows)
        .html();
  }

  private static Grid.Row row(String sites, Exposure exposure) {
    return new Grid.Row(
        exposure.isReachedByAnyone() ? " class=\"reached\"" : "",
        List.of(
            Cell.of(sites),
            Cell.of(exposure.role().slug()),
            exposure.isReachedByAnyone()
                ? new Cell(
                    "<strong class=\"anyone\">\u25c6 " + Html.text(exposure.anyone()) + "</strong>",
                    "")
                : NOTHING,
            callers(exposure.named()),
            callers(exposure.administrators()),
            exposure.anywhere().isEmpty() ? NOTHING : Cell.of(exposure.anywhere())));
  }

  private static Cell callers(List<Caller> callers) {
    return callers.isEmpty()
        ? NOTHING
        : new Cell(
            callers.stream().map(ExposureTable::caller).collect(Collectors.joining("<br>")), "");
  }

  private static String caller(Caller caller) {
    String text = "<b>" + Html.text(caller.traffic()) + "</b> from " + Html.text(caller.who());
    return caller.known()
        ? text
        : "<strong class=\"unknown\">! " + text + ", whom no setting names</strong>";
  }
}
