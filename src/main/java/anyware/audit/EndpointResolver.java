package anyware.audit;

import anyware.audit.PathTrace.HostGroup;
import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Port;
import anyware.plan.RoleSubnets;
import anyware.settings.Endpoint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the machines that an end of a connection stands for at a site.
 *
 * @param audited the site
 * @param port the connection's destination port
 */
record EndpointResolver(AuditedSite audited, Port port) {

  /** The roles that some machine at this end has. */
  Set<Role> roles(Endpoint end) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(end.fold(Set::of, this::rolesAt));
    roles.removeIf(role -> !audited.has(role));
    return roles;
  }

  private Set<Role> rolesAt(Cidr addresses) {
    return audited.roleSubnets().byRole().entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(addresses::overlaps))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * The machines at this end, apart wherever a rule of the other end's roles can tell them apart.
   *
   * @param end the end
   * @param direction which way the other end's firewalls look at it
   * @param judges the other end's roles
   */
  List<HostGroup> hosts(Endpoint end, Direction direction, Set<Role> judges) {
    List<Cidr> edges = new ArrayList<>(edges(direction, judges));
    edges.addAll(audited.roleSubnets().prefixes());
    return end.fold(
        role -> audited.policy().has(role) ? members(role, edges) : List.of(),
        addresses -> at(addresses, edges, direction));
  }

  private List<HostGroup> members(Role role, List<Cidr> edges) {
    List<AddressRange> subnets =
        audited.roleSubnets().of(role).stream().map(AddressRange::of).toList();
    if (subnets.isEmpty()) {
      // Nobody knows where the platform runs it; the site's network stands for that place.
      return audited.network().stream()
          .limit(1)
          .map(network -> new HostGroup(Optional.of(role), AddressRange.of(network)))
          .toList();
    }
    return AddressClasses.of(edges).stream()
        .filter(range -> subnets.stream().anyMatch(subnet -> subnet.contains(range)))
        .map(range -> new HostGroup(Optional.of(role), range))
        .toList();
  }

  /** Those outside of every role's subnets first, and those whom no rule can keep out last. */
  private List<HostGroup> at(Cidr addresses, List<Cidr> edges, Direction direction) {
    RoleSubnets roleSubnets = audited.roleSubnets();
    edges.add(addresses);
    AddressRange all = AddressRange.of(addresses);
    List<HostGroup> outside = new ArrayList<>();
    List<HostGroup> members = new ArrayList<>();
    List<HostGroup> beyondRules = new ArrayList<>();
    for (AddressRange range : AddressClasses.of(edges)) {
      if (all.contains(range)) {
        Set<Role> roles = roleSubnets.roles(range);
        if (audited.firewall().isBeyondRules(direction, range.first())) {
          beyondRules.add(new HostGroup(Optional.empty(), range));
        } else if (roles.isEmpty()) {
          outside.add(new HostGroup(Optional.empty(), range));
        }
        roles.forEach(role -> members.add(new HostGroup(Optional.of(role), range)));
      }
    }
    return Stream.of(outside, members, beyondRules)
        .filter(groups -> !groups.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Cidr> edges(Direction direction, Set<Role> judges) {
    List<Cidr> edges = new ArrayList<>();
    for (Role role : judges) {
      List<Firewall> firewalls = new ArrayList<>(audited.firewall().standpoints(role));
      firewalls.add(audited.wanted());
      for (Firewall firewall : firewalls) {
        edges.addAll(firewall.judge(role, direction, port.protocol(), port.number()).prefixes());
      }
    }
    return edges;
  }
}
