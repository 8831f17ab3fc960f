package anyware.audit;

import anyware.audit.FirewallComparison.Decision;
import anyware.audit.FirewallComparison.Side;
import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressRange;
import anyware.net.Direction;
import anyware.plan.RoleSubnets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Connections that one state of a site lets pass and another does not. Found packet class by packet
 * class, so rules that move, merge or change their names without effect are no change.
 *
 * @param site the site's name
 * @param opens whether the later state opens the connections; else it closes them
 * @param flowGroup the connections
 */
public record Change(String site, boolean opens, FlowGroup flowGroup) {

  /**
   * All changes at one site, what opens first; none when the two let pass the same. Where a role
   * comes or goes, what the policy leaves to the platform is no change.
   *
   * @param before the site as it is; absent when it does not exist yet
   * @param after the site as it will be; absent when it will not exist any more
   */
  public static List<Change> of(Optional<AuditedSite> before, Optional<AuditedSite> after) {
    BiPredicate<Direction, AddressRange> bridged =
        (direction, gap) ->
            Stream.of(before, after)
                .flatMap(Optional::stream)
                .anyMatch(audited -> SiteAddresses.isBridged(audited.firewall(), direction, gap));
    List<PacketClass> opened = new ArrayList<>();
    List<PacketClass> closed = new ArrayList<>();
    for (Role role : Role.values()) {
      new FirewallComparison(side(before, role), side(after, role))
          .walk(
              role,
              (packets, old, now) -> {
                boolean opens = isOpen(now);
                if (isOpen(old) != opens
                    && !bridged.test(packets.direction(), packets.addresses())
                    && isChosen(opens ? before : after, opens ? after : before, packets)) {
                  (opens ? opened : closed).add(packets);
                }
              });
    }
    SiteAddresses addresses = new SiteAddresses(roleSubnets(before, after), bridged);
    String site = after.or(() -> before).map(AuditedSite::site).orElse("");
    return Stream.concat(
            FlowGroups.of(opened, addresses).stream()
                .map(flowGroup -> new Change(site, true, flowGroup)),
            FlowGroups.of(closed, addresses).stream()
                .map(flowGroup -> new Change(site, false, flowGroup)))
        .toList();
  }

  /**
   * Whether somebody chose to let the packets pass: where the closed side has no such role they may
   * pass by the platform's default alone.
   */
  private static boolean isChosen(
      Optional<AuditedSite> closed, Optional<AuditedSite> open, PacketClass packets) {
    return closed.filter(site -> site.has(packets.at())).isPresent()
        || open.filter(site -> site.wanted().verdict(packets.example()).open()).isPresent();
  }

  private static boolean isOpen(Decision decision) {
    return decision.outcome() == Outcome.OPEN;
  }

  /** Where there is no such site or no such role, nothing passes. */
  private static Side side(Optional<AuditedSite> audited, Role role) {
    Firewall firewall =
        audited.filter(site -> site.has(role)).map(AuditedSite::firewall).orElse(DenyAll.INSTANCE);
    return new Side(firewall, roleSubnets(audited));
  }

  private static RoleSubnets roleSubnets(
      Optional<AuditedSite> before, Optional<AuditedSite> after) {
    return roleSubnets(before).and(roleSubnets(after));
  }

  private static RoleSubnets roleSubnets(Optional<AuditedSite> audited) {
    return audited.map(AuditedSite::roleSubnets).orElse(RoleSubnets.NONE);
  }

  /** A sentence for a person. */
  @Override
  public String toString() {
    return (opens ? "opens " : "closes ") + flowGroup + " at " + site;
  }
}
