package anyware.cli;

import anyware.audit.AuditedSite;
import java.util.List;
import java.util.stream.Collectors;

/** The sites that a command is about. */
final class Sites {
  private Sites() {}

  /**
   * One of the sites, or all.
   *
   * @param auditedSites all sites of a stack
   * @param name the site's name, or an empty text for all
   */
  static List<AuditedSite> chosen(List<AuditedSite> auditedSites, String name) {
    List<AuditedSite> chosen =
        auditedSites.stream().filter(p -> name.isEmpty() || p.site().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw Refusal.ofUsage(
          "there is no site "
              + name
              + "; there are: "
              + auditedSites.stream().map(AuditedSite::site).collect(Collectors.joining(", ")));
    }
    return chosen;
  }
}
