package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A plan with one thing changed in its filters, in every way that there is. */
final class Mutants {
  private static final int FIRST = 99;
  private static final int LAST = 4097;
  private static final RuleEnd SOMEBODY = new RuleEnd.Addresses(AddressSet.of("192.0.2.200/32"));

  private final Plan plan;
  private final List<Mutant> mutants = new ArrayList<>();

  private Mutants(Plan plan) {
    this.plan = plan;
  }

  /**
   * One change.
   *
   * @param change what was done, for a person
   * @param plan the changed plan
   * @param role whose groups were changed
   */
  record Mutant(String change, Plan plan, Role role) {}

  static List<Mutant> of(Plan plan) {
    Mutants all = new Mutants(plan);
    for (RoleGroups ofRole : plan.roles()) {
      ofRole.rules().forEach(rule -> all.mutate(ofRole, rule));
      all.addToAll(ofRole);
      all.add("detached", new RoleGroups(ofRole.role(), ofRole.name(), ofRole.rules(), false));
    }
    plan.balancer()
        .flatMap(balancer -> balancer.fold(four -> Optional.empty(), Optional::of))
        .ifPresent(all::mutate);
    return all.mutants;
  }

  /** Other listeners of a gateway. */
  private void mutate(ApplicationGateway gateway) {
    Optional<Integer> legacy = gateway.redirectPort();
    int port = gateway.port();
    List<Traffic> none = List.of();
    listen("listening one port up", gateway, port + 1, legacy, none);
    listen("listening at the redirection's port", gateway, 80, Optional.empty(), none);
    listen("without a redirection", gateway, port, Optional.empty(), none);
    listen("with a redirection", gateway, port, Optional.of(80), none);
    listen("with a redirection one port up", gateway, port, Optional.of(81), none);
    for (int further : List.of(port, 80, 8443, 22)) {
      List<Traffic> more = List.of(Traffic.of(Protocol.TCP, further));
      listen("with a further listener at " + further, gateway, port, legacy, more);
    }
  }

  private void listen(
      String change,
      ApplicationGateway gateway,
      int port,
      Optional<Integer> redirectPort,
      List<Traffic> further) {
    ApplicationGateway changed =
        new ApplicationGateway(
            gateway.name(),
            gateway.frontend(),
            port,
            redirectPort,
            gateway.backend(),
            gateway.tls(),
            gateway.capacity(),
            gateway.firewallPolicy(),
            further);
    mutants.add(new Mutant("balancer: " + change, AzurePlans.with(plan, changed), Role.BALANCER));
  }

  private void mutate(RoleGroups ofRole, Rule rule) {
    add(rule.name() + " removed", replaced(ofRole, rule, Optional.empty()));
    traffics(rule)
        .forEach((what, traffic) -> change(ofRole, rule, what, with(rule, List.of(traffic))));
    sides(rule.other()).forEach(side -> change(ofRole, rule, "at " + side, withOther(rule, side)));
    for (RuleEnd side : owns(ofRole, rule)) {
      change(ofRole, rule, "of " + side, withOwn(rule, side));
    }
    change(ofRole, rule, "turned round", turned(rule));
    change(ofRole, rule, "the other way", with(rule, rule.priority(), opposite(rule.access())));
    change(ofRole, rule, "first", with(rule, FIRST, rule.access()));
    change(ofRole, rule, "last", with(rule, LAST, rule.access()));
    for (Rule other : ofRole.rules()) {
      if (other.direction() == rule.direction() && other.access() != rule.access()) {
        int before = other.priority() - 1;
        change(ofRole, rule, "before " + other.name(), with(rule, before, rule.access()));
        int behind = other.priority() + 1;
        change(ofRole, rule, "behind " + other.name(), with(rule, behind, rule.access()));
      }
    }
  }

  /** A rule for everything, before and behind what the groups of a role have. */
  private void addToAll(RoleGroups ofRole) {
    for (Direction direction : Direction.values()) {
      for (Access access : Access.values()) {
        for (int priority : List.of(FIRST, LAST)) {
          String name = "everything-" + direction.slug() + "-" + access + "-" + priority;
          RuleEnd anybody = new RuleEnd.Anybody();
          Rule rule =
              new Rule(
                  name, "", priority, direction, access, List.of(Traffic.ANY), anybody, anybody);
          List<Rule> rules = new ArrayList<>(ofRole.rules());
          rules.add(rule);
          add(name + " added", with(ofRole, rules));
        }
      }
    }
  }

  private void change(RoleGroups ofRole, Rule before, String what, Rule after) {
    add(before.name() + " " + what, replaced(ofRole, before, Optional.of(after)));
  }

  private void add(String change, RoleGroups changed) {
    List<RoleGroups> roles =
        plan.roles().stream().map(p -> p.role() == changed.role() ? changed : p).toList();
    Plan mutated = AzurePlans.with(plan, roles);
    mutants.add(new Mutant(changed.role().slug() + ": " + change, mutated, changed.role()));
  }

  private static RoleGroups replaced(RoleGroups ofRole, Rule before, Optional<Rule> after) {
    List<Rule> rules = new ArrayList<>(ofRole.rules());
    rules.remove(before);
    after.ifPresent(rules::add);
    return with(ofRole, rules);
  }

  private static RoleGroups with(RoleGroups ofRole, List<Rule> rules) {
    return new RoleGroups(ofRole.role(), ofRole.name(), rules, ofRole.attached());
  }

  private static Map<String, Traffic> traffics(Rule rule) {
    Map<String, Traffic> changed = new LinkedHashMap<>();
    Traffic traffic = rule.traffic().get(0);
    if (traffic.protocol().isEmpty()) {
      for (IpProtocol only : List.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP)) {
        changed.put("of " + only + " only", ports(only, 0, PortRange.ALL.last()));
      }
      return changed;
    }
    IpProtocol protocol = traffic.protocol().get();
    IpProtocol swapped = protocol.equals(IpProtocol.TCP) ? IpProtocol.UDP : IpProtocol.TCP;
    int port = traffic.ports().first();
    changed.put("one port down", ports(protocol, port - 1, port - 1));
    changed.put("one port up", ports(protocol, port + 1, port + 1));
    changed.put("one port more below", ports(protocol, port - 1, port));
    changed.put("one port more above", ports(protocol, port, port + 1));
    changed.put("on every port", ports(protocol, 0, PortRange.ALL.last()));
    changed.put("of " + swapped, ports(swapped, port, port));
    changed.put("of icmp", ports(IpProtocol.ICMP, 0, PortRange.ALL.last()));
    changed.put("of every protocol", Traffic.ANY);
    return changed;
  }

  private static Traffic ports(IpProtocol protocol, int first, int last) {
    return new Traffic(Optional.of(protocol), new PortRange(first, last));
  }

  private Set<RuleEnd> sides(RuleEnd other) {
    Set<RuleEnd> changed = new LinkedHashSet<>();
    changed.add(new RuleEnd.Anybody());
    changed.add(new RuleEnd.Addresses(AddressSet.of("0.0.0.0/0")));
    changed.add(new RuleEnd.Addresses(AddressSet.of("::/0")));
    changed.add(SOMEBODY);
    for (String tag : List.of("VirtualNetwork", "Internet", "AzureLoadBalancer", "Storage")) {
      changed.add(new RuleEnd.ServiceTag(tag));
    }
    changed.add(new RuleEnd.UnknownGroup("/subscriptions/0/applicationSecurityGroups/other"));
    for (RoleGroups ofRole : plan.roles()) {
      changed.addAll(homes(ofRole.role()));
      if (ofRole.isJoined()) {
        changed.add(new RuleEnd.Group(ofRole.role()));
        changed.add(new RuleEnd.Several(List.of(other, new RuleEnd.Group(ofRole.role()))));
      }
    }
    if (other instanceof RuleEnd.Addresses some) {
      for (Cidr cidr : some.addresses().prefixes()) {
        neighbours(cidr).forEach(near -> changed.add(instead(some, cidr, near)));
      }
    }
    changed.remove(other);
    return changed;
  }

  /** A rule names prefixes of one family. */
  private List<RuleEnd> homes(Role role) {
    AddressSet homes = AddressSet.of(plan.subnets().of(role));
    return Stream.of(Family.values())
        .map(homes::of)
        .filter(some -> !some.isEmpty())
        .<RuleEnd>map(RuleEnd.Addresses::new)
        .toList();
  }

  private static RuleEnd instead(RuleEnd.Addresses some, Cidr cidr, Optional<Cidr> near) {
    List<Cidr> prefixes = new ArrayList<>(some.addresses().prefixes());
    prefixes.remove(cidr);
    near.ifPresent(prefixes::add);
    return new RuleEnd.Addresses(AddressSet.of(prefixes));
  }

  /** DenyAll, both halves, the whole of which the prefix is a half, and that whole's other half. */
  private static List<Optional<Cidr>> neighbours(Cidr cidr) {
    List<Optional<Cidr>> found = new ArrayList<>();
    found.add(Optional.empty());
    if (cidr.prefix() < cidr.family().bits()) {
      found.add(Optional.of(cidr.part(1, 0)));
      found.add(Optional.of(cidr.part(1, 1)));
    }
    if (cidr.prefix() > 0) {
      Cidr wider = wider(cidr);
      found.add(Optional.of(wider));
      found.add(Optional.of(wider.part(1, wider.part(1, 0).equals(cidr) ? 1 : 0)));
    }
    return found;
  }

  private static Cidr wider(Cidr cidr) {
    int prefix = cidr.prefix() - 1;
    IpAddress first = cidr.first();
    // The prefix's last bit, counted from the address's end.
    int bit = cidr.family().bits() - 1 - prefix;
    return new Cidr(
        bit < Long.SIZE
            ? new IpAddress(first.family(), first.high(), first.low() & ~(1L << bit))
            : new IpAddress(first.family(), first.high() & ~(1L << (bit - Long.SIZE)), first.low()),
        prefix);
  }

  /**
   * A half of the subnet is left out for a rule that allows: it is taken to mean all machines when
   * it means any.
   */
  private Set<RuleEnd> owns(RoleGroups ofRole, Rule rule) {
    Set<RuleEnd> changed = new LinkedHashSet<>();
    changed.add(new RuleEnd.Anybody());
    changed.add(SOMEBODY);
    changed.add(new RuleEnd.ServiceTag("VirtualNetwork"));
    changed.add(new RuleEnd.ServiceTag("Internet"));
    changed.addAll(homes(ofRole.role()));
    plan.roles().stream()
        .filter(RoleGroups::isJoined)
        .forEach(other -> changed.add(new RuleEnd.Group(other.role())));
    if (rule.access() == Access.DENY) {
      for (Cidr range : plan.subnets().of(ofRole.role())) {
        changed.add(new RuleEnd.Addresses(AddressSet.of(List.of(range.part(1, 0)))));
      }
      changed.add(new RuleEnd.UnknownGroup("/subscriptions/0/applicationSecurityGroups/other"));
    }
    changed.remove(rule.own());
    return changed;
  }

  private static Access opposite(Access access) {
    return access == Access.ALLOW ? Access.DENY : Access.ALLOW;
  }

  private static Rule with(Rule rule, List<Traffic> traffic) {
    return new Rule(
        rule.name(),
        rule.description(),
        rule.priority(),
        rule.direction(),
        rule.access(),
        traffic,
        rule.source(),
        rule.destination());
  }

  private static Rule with(Rule rule, int priority, Access access) {
    return new Rule(
        rule.name(),
        rule.description(),
        priority,
        rule.direction(),
        access,
        rule.traffic(),
        rule.source(),
        rule.destination());
  }

  /** The other direction, sides kept: what was the own side is now at the other end. */
  private static Rule turned(Rule rule) {
    return new Rule(
        rule.name(),
        rule.description(),
        rule.priority(),
        rule.direction() == Direction.INBOUND ? Direction.OUTBOUND : Direction.INBOUND,
        rule.access(),
        rule.traffic(),
        rule.source(),
        rule.destination());
  }

  private static Rule withOther(Rule rule, RuleEnd side) {
    return rule.direction() == Direction.INBOUND
        ? with(rule, side, rule.destination())
        : with(rule, rule.source(), side);
  }

  private static Rule withOwn(Rule rule, RuleEnd side) {
    return rule.direction() == Direction.INBOUND
        ? with(rule, rule.source(), side)
        : with(rule, side, rule.destination());
  }

  private static Rule with(Rule rule, RuleEnd source, RuleEnd destination) {
    return new Rule(
        rule.name(),
        rule.description(),
        rule.priority(),
        rule.direction(),
        rule.access(),
        rule.traffic(),
        source,
        destination);
  }
}
