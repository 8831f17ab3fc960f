package anyware.nimbus;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Traffic;
import anyware.plan.Place;
import anyware.plan.RoleSubnets;
import anyware.plan.SubnetLayout;
import anyware.policy.DefaultDeny;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Policy;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class Planner {
  private Planner() {}

  static Plan plan(Place place, Site site, Policy policy) {
    Cidr network =
        site.network()
            .fold(
                SiteNetwork.Created::cidr,
                existing -> {
                  throw new IllegalArgumentException("a cloud of tests makes its networks");
                });
    List<Rule> rules = new ArrayList<>();
    for (Role role : Role.values()) {
      for (Direction direction : Direction.values()) {
        policy.flows(role, direction).forEach(flow -> rules.add(rule(role, direction, flow)));
      }
    }
    return new Plan(
        place,
        site.region(),
        List.of(network),
        subnets(new SubnetLayout(network), policy),
        rules,
        policy.defaultDenies().stream()
            .filter(deny -> deny.direction() == Direction.OUTBOUND)
            .map(DefaultDeny::role)
            .collect(Collectors.toSet()));
  }

  private static Rule rule(Role role, Direction direction, Flow flow) {
    End other = flow.other(direction);
    return new Rule(
        flow.id(),
        String.join(", ", flow.reasons()),
        role,
        direction,
        Traffic.of(flow.protocol(), flow.port()),
        other.fold(members -> Optional.of(members.role()), outside -> Optional.empty()),
        other.fold(members -> AddressSet.EMPTY, End.Outside::addresses));
  }

  private static RoleSubnets subnets(SubnetLayout layout, Policy policy) {
    Map<Role, List<Cidr>> subnets = new EnumMap<>(Role.class);
    subnets.put(Role.CONNECTOR, List.of(layout.connectors()));
    subnets.put(Role.WORKSTATION, List.of(layout.workstations()));
    if (policy.has(Role.LICENSE_SERVER)) {
      subnets.put(Role.LICENSE_SERVER, List.of(layout.licenseServers()));
    }
    if (policy.has(Role.BALANCER)) {
      subnets.put(Role.BALANCER, List.of(layout.network().part(3, 2)));
    }
    return new RoleSubnets(subnets);
  }
}
