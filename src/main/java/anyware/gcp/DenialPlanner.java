package anyware.gcp;

import anyware.catalogue.Role;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.Traffic;
import anyware.plan.Place;
import anyware.policy.DefaultDeny;
import anyware.policy.Policy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The denials behind all allowances. In a network of the site's own the platform closes what no
 * rule opens to the machines, so only outbound connections need denials. In one that is there,
 * rules of others may open both ways what ours leave alone.
 */
final class DenialPlanner {
  /** After every allowance, and the last number before that of the implied rules. */
  static final int PRIORITY = 65534;

  /**
   * In a network that is there: before the rules that every default network has, at 65534
   * (https://cloud.google.com/firewall/docs/firewalls#more_rules_default_vpc).
   */
  static final int PRIORITY_AMONG_OTHERS = 65000;

  private final Place place;
  private final Policy policy;
  private final SortedMap<Role, String> tags;
  private final boolean amongOthers;

  DenialPlanner(Place place, Policy policy, SortedMap<Role, String> tags, Network network) {
    this.place = place;
    this.policy = policy;
    this.tags = tags;
    this.amongOthers = network.fold(created -> false, existing -> true);
  }

  Stream<Rule> rules() {
    return policy.defaultDenies().stream()
        .filter(deny -> tags.containsKey(deny.role()))
        .filter(deny -> amongOthers || deny.direction() == Direction.OUTBOUND)
        .flatMap(deny -> Stream.of(Family.values()).map(family -> rule(deny, family)));
  }

  private Rule rule(DefaultDeny deny, Family family) {
    boolean inbound = deny.direction() == Direction.INBOUND;
    if (!inbound && !deny.whole()) {
      throw new IllegalArgumentException("an outbound deny of single ports: " + deny);
    }
    String role = deny.role().slug();
    return new Rule(
        place.name(
            role + "-closed-" + (inbound ? "in-" : "out-") + SiteNames.version(family),
            SiteNames.LIMIT),
        deny.direction(),
        Action.DENY,
        amongOthers ? PRIORITY_AMONG_OTHERS : PRIORITY,
        Target.tagged(Optional.ofNullable(tags.get(deny.role())).orElseThrow()),
        RuleEnd.at(AddressSet.of(List.of(family.all()))),
        traffic(deny),
        "nothing else " + (inbound ? "reaches" : "leaves") + " the " + role + ports(deny));
  }

  private static List<Traffic> traffic(DefaultDeny deny) {
    return deny.whole()
        ? List.of(Traffic.ANY)
        : deny.only().stream()
            .map(closed -> Traffic.of(closed.protocol(), closed.port()))
            .sorted(Comparator.comparing(Traffic::toString))
            .toList();
  }

  private static String ports(DefaultDeny deny) {
    return deny.whole() ? "" : " on " + Traffic.text(traffic(deny));
  }
}
