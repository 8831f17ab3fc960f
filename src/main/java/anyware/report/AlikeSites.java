package anyware.report;

import anyware.audit.AuditedSite;
import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.policy.Policy;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sites at which the same parties open the same connections; their addresses may differ.
 *
 * @param members the sites; not empty
 * @param elsewhere the edges that most other sites have, with their traffic; empty where these
 *     sites are the most
 */
record AlikeSites(List<Member> members, Set<String> elsewhere) {
  /** Copies the collections. */
  AlikeSites {
    members = List.copyOf(members);
    elsewhere = Set.copyOf(elsewhere);
  }

  /**
   * A site.
   *
   * @param site the settings
   * @param audited the site with what its rules do
   */
  record Member(Site site, AuditedSite audited) {
    Policy policy() {
      return audited.policy();
    }

    private List<String> likeness() {
      List<String> likeness = new ArrayList<>();
      for (Role role : Role.values()) {
        if (policy().has(role)) {
          likeness.add(
              "%s %s %s"
                  .formatted(
                      role, TrustZone.of(role, site), policy().isOpen(role, Direction.OUTBOUND)));
        }
      }
      Bundle.of(policy()).forEach(bundle -> likeness.add(edge(bundle) + bundle.fromAnyone()));
      return likeness;
    }
  }

  private static String edge(Bundle bundle) {
    return bundle.edge() + ": " + bundle.traffic();
  }

  /** All sites in groups, the largest first. */
  static List<AlikeSites> of(List<Member> sites) {
    Map<List<String>, List<Member>> groups = new LinkedHashMap<>();
    sites.forEach(
        site -> groups.computeIfAbsent(site.likeness(), key -> new ArrayList<>()).add(site));
    List<List<Member>> sorted =
        groups.values().stream()
            .sorted(Comparator.comparingInt((List<Member> group) -> group.size()).reversed())
            .toList();
    return sorted.stream()
        .map(
            group ->
                new AlikeSites(
                    group, group == sorted.get(0) ? Set.of() : edges(sorted.get(0).get(0))))
        .toList();
  }

  private static Set<String> edges(Member member) {
    return Bundle.of(member.policy()).stream().map(AlikeSites::edge).collect(Collectors.toSet());
  }

  /** The site that stands for all. */
  Member first() {
    return members.get(0);
  }

  /** The edges. */
  List<Bundle> bundles() {
    return Bundle.of(first().policy());
  }

  /** Whether most other sites have no such edge. */
  boolean isOnlyHere(Bundle bundle) {
    return !elsewhere.isEmpty() && !elsewhere.contains(edge(bundle));
  }

  /** Edges that most other sites have, and these do not. */
  List<String> missing() {
    Set<String> own = edges(first());
    return elsewhere.stream().filter(edge -> !own.contains(edge)).sorted().toList();
  }

  /** The names of the sites. */
  String names() {
    return members.stream().map(member -> member.site().name()).collect(Collectors.joining(", "));
  }

  /** The first site's name, which is nobody else's. */
  String id() {
    return first().site().name();
  }

  /** The identity of an edge's explanation in the page. */
  String id(Bundle bundle) {
    return "x-" + id() + "-" + bundle.edge().replaceAll("[^a-z]+", "-");
  }
}
