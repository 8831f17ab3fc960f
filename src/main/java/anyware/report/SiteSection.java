package anyware.report;

import anyware.plan.RuleLine;
import anyware.report.PortMatrix.Line;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a site opens and what its cloud is asked for: a page of its own on paper. */
final class SiteSection {
  /** The columns of a site's port matrix. */
  static final List<String> LINE_TITLES =
      List.of(
          "role",
          "direction",
          "other end",
          "addresses",
          "port",
          "service",
          "option",
          "row",
          "reason");

  private static final List<String> RULE_TITLES =
      List.of(
          "rule", "machines", "direction", "action", "traffic", "other end", "reason", "priority");

  private final Site site;
  private final List<Line> lines;
  private final List<RuleLine> rules;
  private final AddressBook book;

  SiteSection(Site site, List<Line> lines, List<RuleLine> rules, AddressBook book) {
    this.site = site;
    this.lines = List.copyOf(lines);
    this.rules = List.copyOf(rules);
    this.book = book;
  }

  String html() {
    String name = Html.text(site.name());
    List<String> titles = ruleTitles();
    return """
    <section class="site" id="site-%1$s" data-site="%1$s" aria-labelledby="site-%1$s-title">
    <h3 id="site-%1$s-title"><span class="fold" data-folds="body-%1$s">%1$s</span> <small>%2$s, %3$s; %4$d lines, %5$d rules</small></h3>
    <div id="body-%1$s">
    %6$s
    %7$s
    </div>
    </section>
    """
        .formatted(
            name,
            Html.text(site.cloud().slug()),
            Html.text(site.region()),
            lines.size(),
            rules.size(),
            new Grid(
                    "matrix-" + site.name(),
                    "matrix",
                    "Port matrix of " + site.name(),
                    LINE_TITLES,
                    lines.stream().map(this::row).toList())
                .html(),
            new Grid(
                    "rules-" + site.name(),
                    "rules",
                    "Rules that " + site.name() + " asks its cloud for",
                    titles,
                    rules.stream().map(rule -> row(rule, titles.size())).toList())
                .html());
  }

  private Grid.Row row(Line line) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(line.role()));
    cells.add(Cell.of(line.direction()));
    cells.add(Cell.of(line.other()));
    cells.add(book.cell(line.addressText()));
    cells.add(Cell.of(line.port() + "/" + line.protocol()));
    cells.add(Cell.of(line.service()));
    cells.add(Cell.of(line.option()));
    cells.add(Cell.of(line.row()));
    cells.add(Cell.of(line.reason()));
    return new Grid.Row(" data-edge=\"" + Html.text(line.edge()) + "\"", cells);
  }

  /** The priority comes last, so that it can be left out where a cloud's rules have none. */
  private List<String> ruleTitles() {
    Set<String> priorities = rules.stream().map(RuleLine::priority).collect(Collectors.toSet());
    return Set.of(RuleLine.NO_PRIORITY).containsAll(priorities)
        ? RULE_TITLES.subList(0, RULE_TITLES.size() - 1)
        : RULE_TITLES;
  }

  private Grid.Row row(RuleLine rule, int columns) {
    List<Cell> cells =
        List.of(
            Cell.of(rule.name()),
            Cell.of(rule.appliesTo()),
            Cell.of(rule.direction()),
            Cell.of(rule.action()),
            Cell.of(rule.traffic()),
            book.cell(rule.other()),
            Cell.of(rule.reason()),
            Cell.of(rule.priority()));
    return new Grid.Row(
        rule.action().equals("allow") ? "" : " class=\"deny\"", cells.subList(0, columns));
  }
}
