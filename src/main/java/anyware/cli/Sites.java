package anyware.cli;

import anyware.platform.PlannedSite;
import java.util.List;
import java.util.stream.Collectors;

/** The sites that a command is about. */
final class Sites {
  private Sites() {}

  /** The option that names one. */
  static Given<String> option() {
    return Given.text("--site", "NAME", "The site; every one by default.");
  }

  /**
   * One of the sites, or all.
   *
   * @param sites all sites of a stack
   * @param name the site's name, or an empty text for all
   */
  static List<PlannedSite<?>> chosen(List<PlannedSite<?>> sites, String name) {
    List<PlannedSite<?>> chosen =
        sites.stream().filter(site -> name.isEmpty() || site.name().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw Refusal.ofUsage(
          "there is no site "
              + name
              + "; there are: "
              + sites.stream().map(PlannedSite::name).collect(Collectors.joining(", ")));
    }
    return chosen;
  }
}
