package anyware.cli;

import anyware.audit.Perimeter;
import java.util.List;
import java.util.stream.Collectors;

/** The sites that a command is about. */
final class Sites {
  private Sites() {}

  /**
   * One of the sites, or all.
   *
   * @param perimeters all sites of a stack
   * @param name the site's name, or an empty text for all
   */
  static List<Perimeter> chosen(List<Perimeter> perimeters, String name) {
    List<Perimeter> chosen =
        perimeters.stream().filter(p -> name.isEmpty() || p.site().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw Refusal.ofUsage(
          "there is no site "
              + name
              + "; there are: "
              + perimeters.stream().map(Perimeter::site).collect(Collectors.joining(", ")));
    }
    return chosen;
  }
}
