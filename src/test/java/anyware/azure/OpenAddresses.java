package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The argument that two plans are the same: the set of addresses that each leaves open, worked out
 * by set algebra for every kind of traffic. It walks over rules and sets, never over packets, and
 * shares nothing with the evaluator.
 */
final class OpenAddresses {
  private static final AddressSet ALL = AddressSet.of("0.0.0.0/0", "::/0");
  private static final AddressSet HOST = AddressSet.of("168.63.129.16");
  private static final AddressSet PRIVATE =
      AddressSet.of("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
  private static final AddressSet SERVICES = AddressSet.of("168.63.129.16", "169.254.169.254");
  private static final AddressSet NOT_PUBLIC =
      AddressSet.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "224.0.0.0/3",
          "168.63.129.16",
          "::/3",
          "4000::/2",
          "8000::/1");
  private static final AddressSet PUBLIC = minus(ALL, NOT_PUBLIC);
  private static final List<IpProtocol> PROTOCOLS =
      List.of(
          IpProtocol.TCP,
          IpProtocol.UDP,
          IpProtocol.ICMP,
          IpProtocol.ESP,
          IpProtocol.AH,
          new IpProtocol(47));

  private OpenAddresses() {}

  /** Whether both leave the same open to and from the role's machines. */
  static boolean sameFor(Role role, Plan one, Plan other) {
    for (Direction direction : Direction.values()) {
      for (IpProtocol protocol : PROTOCOLS) {
        for (int port : protocol.hasPorts() ? ports(role, one, other) : Set.of(0)) {
          Case packets = new Case(role, direction, protocol, port);
          if (!isFilteredAlike(one, other, packets)
              && !isSame(open(one, packets), open(other, packets))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private record Case(Role role, Direction direction, IpProtocol protocol, int port) {}

  /** The same rules in the same order need no algebra. */
  private static boolean isFilteredAlike(Plan one, Plan other, Case packets) {
    RoleGroups mine = ofRole(one, packets.role());
    RoleGroups others = ofRole(other, packets.role());
    return mine.attached() == others.attached()
        && isTaken(one, packets) == isTaken(other, packets)
        && inOrder(one, mine, packets).equals(inOrder(other, others, packets));
  }

  /** What comes to a gateway comes to one of its listeners or to nobody. */
  private static boolean isTaken(Plan plan, Case packets) {
    return packets.role() != Role.BALANCER
        || packets.direction() == Direction.OUTBOUND
        || plan.balancer().stream()
            .flatMap(balancer -> balancer.traffic().stream())
            .anyMatch(traffic -> traffic.matches(packets.protocol(), packets.port()));
  }

  /** Azure's manager of gateways at its ports, and Azure's probes, are nobody's business. */
  private static boolean isAzures(Role role, Rule rule) {
    boolean managed =
        rule.source().equals(new RuleEnd.ServiceTag("GatewayManager"))
            && rule.traffic().toString().equals("[65200-65535/tcp]");
    boolean probed =
        rule.source().equals(new RuleEnd.ServiceTag("AzureLoadBalancer"))
            && rule.traffic().equals(List.of(Traffic.ANY));
    return role == Role.BALANCER
        && rule.direction() == Direction.INBOUND
        && rule.access() == Access.ALLOW
        && (managed || probed);
  }

  private static Set<Integer> ports(Role role, Plan... plans) {
    Set<Integer> ports = new TreeSet<>(Set.of(0));
    for (Plan plan : plans) {
      plan.balancer().stream()
          .flatMap(balancer -> balancer.traffic().stream())
          .forEach(traffic -> ports.add(traffic.ports().first()));
      for (Rule rule : ofRole(plan, role).rules()) {
        for (Traffic traffic : rule.traffic()) {
          ports.add(traffic.ports().first());
          ports.add(Math.min(traffic.ports().last() + 1, PortRange.ALL.last()));
        }
      }
    }
    return ports;
  }

  private static RoleGroups ofRole(Plan plan, Role role) {
    return plan.roles().stream().filter(p -> p.role() == role).findFirst().orElseThrow();
  }

  private static AddressSet open(Plan plan, Case packets) {
    if (!isTaken(plan, packets)) {
      return AddressSet.EMPTY;
    }
    RoleGroups ofRole = ofRole(plan, packets.role());
    AddressSet ruled = packets.direction() == Direction.OUTBOUND ? minus(ALL, SERVICES) : ALL;
    if (!ofRole.attached()) {
      return ruled;
    }
    AddressSet undecided = ruled;
    AddressSet open = AddressSet.EMPTY;
    for (Rule rule : inOrder(plan, ofRole, packets)) {
      AddressSet meant = meant(plan, rule, rule.other()).ofFamilies(families(plan, ofRole, rule));
      AddressSet rest = minus(undecided, meant);
      if (rule.access() == Access.ALLOW) {
        open = plus(open, minus(undecided, rest));
      }
      undecided = rest;
    }
    return plus(open, defaults(plan, packets.direction(), undecided));
  }

  /** What the default rules leave open of the rest. */
  private static AddressSet defaults(Plan plan, Direction direction, AddressSet rest) {
    AddressSet network = plus(connected(plan), HOST);
    AddressSet passing = direction == Direction.INBOUND ? network : plus(network, PUBLIC);
    return minus(rest, minus(ALL, passing));
  }

  private static List<Rule> inOrder(Plan plan, RoleGroups ofRole, Case packets) {
    return ofRole.rules().stream()
        .filter(rule -> rule.direction() == packets.direction())
        .filter(
            rule ->
                rule.traffic().stream()
                    .anyMatch(traffic -> traffic.matches(packets.protocol(), packets.port())))
        .filter(rule -> !families(plan, ofRole, rule).isEmpty() && !isAzures(ofRole.role(), rule))
        .sorted(Comparator.comparingInt(Rule::priority).thenComparing(Rule::name))
        .toList();
  }

  /**
   * The families in which the own side means all machines that are in the subnet; a family of which
   * they have no address goes with the other.
   */
  private static Set<Family> families(Plan plan, RoleGroups ofRole, Rule rule) {
    RuleEnd own = rule.own();
    if (own instanceof RuleEnd.Addresses some) {
      AddressSet homes = AddressSet.of(plan.subnets().of(ofRole.role()));
      Set<Family> all = EnumSet.allOf(Family.class);
      all.removeIf(family -> !minus(homes.of(family), some.addresses()).isEmpty());
      return all.stream().allMatch(family -> homes.of(family).isEmpty()) ? Set.of() : all;
    }
    boolean isAbout =
        own instanceof RuleEnd.Anybody
            || own.equals(new RuleEnd.Group(ofRole.role()))
            || own.equals(new RuleEnd.ServiceTag("VirtualNetwork"))
            || (own instanceof RuleEnd.UnknownGroup && rule.access() == Access.ALLOW);
    return isAbout ? EnumSet.allOf(Family.class) : Set.of();
  }

  /** A role's members are where its subnet is, and nobody else is there. */
  private static AddressSet meant(Plan plan, Rule rule, RuleEnd side) {
    boolean allows = rule.access() == Access.ALLOW;
    if (side instanceof RuleEnd.Several several) {
      return several.parts().stream()
          .map(part -> meant(plan, rule, part))
          .reduce(AddressSet.EMPTY, OpenAddresses::plus);
    }
    if (side instanceof RuleEnd.Group group) {
      return AddressSet.of(plan.subnets().of(group.role()));
    }
    if (side instanceof RuleEnd.Addresses some) {
      return some.addresses();
    }
    if (side instanceof RuleEnd.UnknownGroup) {
      return allows ? connected(plan) : AddressSet.EMPTY;
    }
    if (side instanceof RuleEnd.ServiceTag tag) {
      return switch (tag.name()) {
        case "VirtualNetwork" -> plus(allows ? connected(plan) : network(plan), HOST);
        case "AzureLoadBalancer" -> HOST;
        case "Internet" -> minus(PUBLIC, network(plan));
        default -> allows ? minus(PUBLIC, network(plan)) : AddressSet.EMPTY;
      };
    }
    return ALL;
  }

  /**
   * Of a network that is there nobody knows which addresses it has, and what it is connected to.
   */
  private static AddressSet connected(Plan plan) {
    return plan.network().fold(created -> network(plan), existing -> plus(network(plan), PRIVATE));
  }

  private static AddressSet network(Plan plan) {
    return AddressSet.of(plan.networkRanges());
  }

  private static boolean isSame(AddressSet one, AddressSet other) {
    return minus(one, other).isEmpty() && minus(other, one).isEmpty();
  }

  private static AddressSet plus(AddressSet one, AddressSet other) {
    return AddressSet.of(
        Stream.concat(one.prefixes().stream(), other.prefixes().stream()).toList());
  }

  private static AddressSet minus(AddressSet one, AddressSet other) {
    List<Cidr> rest = new ArrayList<>();
    one.prefixes().forEach(cidr -> halve(rest, cidr, other.prefixes()));
    return AddressSet.of(rest);
  }

  /** Keeps what lies outside the holes: whole where none touches it, else of each half. */
  private static void halve(List<Cidr> rest, Cidr cidr, List<Cidr> holes) {
    List<Cidr> touching = holes.stream().filter(cidr::overlaps).toList();
    if (touching.isEmpty()) {
      rest.add(cidr);
    } else if (touching.stream().noneMatch(hole -> hole.contains(cidr))) {
      halve(rest, cidr.part(1, 0), touching);
      halve(rest, cidr.part(1, 1), touching);
    }
  }
}
