package anyware.azure;

import anyware.catalogue.Role;
import anyware.firewall.BeyondRules;
import anyware.firewall.Firewall;
import anyware.firewall.Firewall.Judge;
import anyware.firewall.FirstMatchFirewall;
import anyware.firewall.FirstMatchPath;
import anyware.firewall.FirstMatchRules;
import anyware.firewall.FixedJudge;
import anyware.firewall.Listener;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Azure makes of network security groups
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview). Security
 * admin rules of a network manager go before them and are not known here.
 */
public final class Evaluator {
  private static final BeyondRules OWN_SERVICES =
      new BeyondRules(
          Set.of(Direction.OUTBOUND),
          ServiceTags.PLATFORM,
          "Azure's own service",
          "network security groups do not close Azure's own services");

  private static final FirstMatchRules NO_GROUP =
      new FirstMatchRules(
          "",
          List.of(),
          new FixedJudge(
              Outcome.OPEN,
              "no network security group",
              "no network security group is attached, so nothing is filtered"));

  private Evaluator() {}

  /** What a plan's rules do. */
  public static Firewall of(Plan plan) {
    Map<Role, AddressSet> machines = new EnumMap<>(Role.class);
    plan.subnets().byRole().forEach((role, subnets) -> machines.put(role, AddressSet.of(subnets)));
    AddressSet known = AddressSet.of(plan.networkRanges());
    AddressSet possible =
        plan.network()
            .fold(created -> known, existing -> ServiceTags.connected(plan.networkRanges()));
    ResolutionContext context = new ResolutionContext(possible, known, machines, false);
    Map<Role, Map<Direction, FirstMatchPath>> paths = new EnumMap<>(Role.class);
    for (RoleGroups ofRole : plan.roles()) {
      Map<Direction, FirstMatchPath> both = new EnumMap<>(Direction.class);
      for (Direction direction : Direction.values()) {
        both.put(direction, path(ofRole, direction, context));
      }
      paths.put(ofRole.role(), both);
    }
    return new FirstMatchFirewall(
        paths, plan.balancer().map(b -> listener(b.name(), b.traffic())), OWN_SERVICES);
  }

  private static FirstMatchPath path(
      RoleGroups ofRole, Direction direction, ResolutionContext context) {
    Role role = ofRole.role();
    FirstMatchRules group =
        ofRole.attached()
            ? context.group(ofRole.name(), ofRole.rules(), role, direction)
            : NO_GROUP;
    // The default rules are about all traffic alike.
    Judge untouched =
        context.group(ofRole.name(), List.of(), role, direction).judge(IpProtocol.TCP, 0);
    return new FirstMatchPath(List.of(group), Optional.of(untouched));
  }

  /**
   * What groups do that were not made by this program. Load balancing rules are not among them: the
   * balancer is taken to pass everything on.
   *
   * @param groups for each role and direction the groups in the order in which they are met; all of
   *     them must let a packet pass
   *     (https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works)
   */
  static Firewall of(Map<Role, Map<Direction, List<FirstMatchRules>>> groups) {
    Map<Role, Map<Direction, FirstMatchPath>> paths = new EnumMap<>(Role.class);
    groups.forEach(
        (role, byDirection) -> {
          Map<Direction, FirstMatchPath> both = new EnumMap<>(Direction.class);
          byDirection.forEach(
              (direction, met) ->
                  both.put(
                      direction,
                      new FirstMatchPath(
                          met.isEmpty() ? List.of(NO_GROUP) : met, Optional.empty())));
          paths.put(role, both);
        });
    return new FirstMatchFirewall(
        paths, Optional.of(listener("load balancing rules", List.of(Traffic.ANY))), OWN_SERVICES);
  }

  /**
   * A Standard load balancer takes every client's connections to its port
   * (https://learn.microsoft.com/azure/load-balancer/load-balancer-overview).
   */
  private static Listener listener(String name, List<Traffic> traffic) {
    return new Listener("load balancer", name, traffic);
  }
}
