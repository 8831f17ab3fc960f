package anyware.cli;

import anyware.audit.AuditedSite;
import anyware.audit.Change;
import anyware.catalogue.Role;
import anyware.plan.RoleSubnets;
import anyware.state.Remnant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changes from one state of a stack to another.
 *
 * @param before the state before
 * @param after the state after
 * @param moves what happens to sites as a whole, a sentence each
 * @param changes what opens and what closes
 * @param remnants what is not compared
 */
record StackDiff(
    DiffEnd before,
    DiffEnd after,
    List<String> moves,
    List<Change> changes,
    List<Remnant> remnants) {

  /** Copies the lists. */
  StackDiff {
    moves = List.copyOf(moves);
    changes = List.copyOf(changes);
    remnants = List.copyOf(remnants);
  }

  /** Compares every site that one of the two has. */
  static StackDiff of(DiffEnd before, DiffEnd after) {
    Set<String> sites = new TreeSet<>();
    List<DiffEnd> ends = List.of(before, after);
    ends.forEach(end -> end.auditedSites().forEach(audited -> sites.add(audited.site())));
    return new StackDiff(
        before,
        after,
        sites.stream().flatMap(site -> move(site, before, after)).toList(),
        sites.stream()
            .filter(site -> after.site(site).isPresent())
            .flatMap(site -> Change.of(before.site(site), after.site(site)).stream())
            .toList(),
        ends.stream().flatMap(end -> end.remnants().stream()).distinct().toList());
  }

  /** Whether nothing changes and all is compared. */
  boolean isEmpty() {
    return changes.isEmpty() && moves.isEmpty() && remnants.isEmpty();
  }

  /** What happens to a site as a whole. */
  private static Stream<String> move(String site, DiffEnd before, DiffEnd after) {
    Optional<AuditedSite> old = before.site(site);
    Optional<AuditedSite> now = after.site(site);
    if (old.isEmpty() || now.isEmpty()) {
      return Stream.of(
          old.isEmpty()
              ? "adds the site " + site
              : "removes the site " + site + " and with it all that passes there");
    }
    String moved =
        Arrays.stream(Role.values())
            .filter(role -> isMoved(role, old.get().roleSubnets(), now.get().roleSubnets()))
            .map(Role::slug)
            .collect(Collectors.joining(", "));
    return moved.isEmpty()
        ? Stream.of()
        : Stream.of("moves the subnets of " + moved + " at " + site);
  }

  private static boolean isMoved(Role role, RoleSubnets old, RoleSubnets now) {
    return old.has(role)
        && now.has(role)
        && !Set.copyOf(old.of(role)).equals(Set.copyOf(now.of(role)));
  }

  /** The answer for programs. */
  Map<String, Object> object() {
    return Json.object(
        "from", before.name(),
        "to", after.name(),
        "sites", moves,
        "changes", changes.stream().map(StackDiff::object).toList(),
        "remnants", remnants.stream().map(Findings::object).toList());
  }

  private static Map<String, Object> object(Change change) {
    Map<String, Object> object =
        Json.object("change", change.opens() ? "opens" : "closes", "site", change.site());
    object.putAll(Findings.object(change.flowGroup()));
    object.put("text", change.toString());
    return object;
  }
}
