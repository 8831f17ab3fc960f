package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A plan with one thing changed in its filters, in every way that there is. */
final class Mutants {
  private static final int FIRST = 99;
  private static final int LAST = 4097;
  private static final Side SOMEBODY = new Side.Addresses(AddressSet.of("192.0.2.200/32"));

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
   * @param role whose perimeter was changed
   */
  record Mutant(String change, Plan plan, Role role) {}

  static List<Mutant> of(Plan plan) {
    Mutants all = new Mutants(plan);
    for (RolePerimeter perimeter : plan.perimeters()) {
      perimeter.rules().forEach(rule -> all.mutate(perimeter, rule));
      all.addToAll(perimeter);
      all.add("detached", new RolePerimeter(
          perimeter.role(), perimeter.name(), perimeter.subnet(), perimeter.rules(), false));
    }
    return all.mutants;
  }

  private void mutate(RolePerimeter perimeter, Rule rule) {
    add(rule.name() + " removed", replaced(perimeter, rule, Optional.empty()));
    traffics(rule)
        .forEach((what, traffic) -> change(perimeter, rule, what, with(rule, List.of(traffic))));
    sides(rule.other())
        .forEach(side -> change(perimeter, rule, "at " + side, withOther(rule, side)));
    for (Side side : owns(perimeter, rule)) {
      change(perimeter, rule, "of " + side, withOwn(rule, side));
    }
    change(perimeter, rule, "turned round", turned(rule));
    change(perimeter, rule, "the other way", with(rule, rule.priority(), opposite(rule.access())));
    change(perimeter, rule, "first", with(rule, FIRST, rule.access()));
    change(perimeter, rule, "last", with(rule, LAST, rule.access()));
    for (Rule other : perimeter.rules()) {
      if (other.direction() == rule.direction() && other.access() != rule.access()) {
        int before = other.priority() - 1;
        change(perimeter, rule, "before " + other.name(), with(rule, before, rule.access()));
        int behind = other.priority() + 1;
        change(perimeter, rule, "behind " + other.name(), with(rule, behind, rule.access()));
      }
    }
  }

  /** A rule for everything, before and behind what the perimeter has. */
  private void addToAll(RolePerimeter perimeter) {
    for (Direction direction : Direction.values()) {
      for (Access access : Access.values()) {
        for (int priority : List.of(FIRST, LAST)) {
          String name = "everything-" + direction.slug() + "-" + access + "-" + priority;
          Side anybody = new Side.Anybody();
          Rule rule =
              new Rule(
                  name, "", priority, direction, access, List.of(Traffic.ANY), anybody, anybody);
          List<Rule> rules = new ArrayList<>(perimeter.rules());
          rules.add(rule);
          add(name + " added", with(perimeter, rules));
        }
      }
    }
  }

  private void change(RolePerimeter perimeter, Rule before, String what, Rule after) {
    add(before.name() + " " + what, replaced(perimeter, before, Optional.of(after)));
  }

  private void add(String change, RolePerimeter changed) {
    List<RolePerimeter> perimeters =
        plan.perimeters().stream().map(p -> p.role() == changed.role() ? changed : p).toList();
    Plan mutated =
        new Plan(
            plan.place(),
            plan.resourceGroup(),
            plan.network(),
            perimeters,
            plan.balancer(),
            plan.connectorAddresses());
    mutants.add(new Mutant(changed.role().slug() + ": " + change, mutated, changed.role()));
  }

  private static RolePerimeter replaced(RolePerimeter perimeter, Rule before, Optional<Rule> after) {
    List<Rule> rules = new ArrayList<>(perimeter.rules());
    rules.remove(before);
    after.ifPresent(rules::add);
    return with(perimeter, rules);
  }

  private static RolePerimeter with(RolePerimeter perimeter, List<Rule> rules) {
    return new RolePerimeter(
        perimeter.role(), perimeter.name(), perimeter.subnet(), rules, perimeter.attached());
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

  private Set<Side> sides(Side other) {
    Set<Side> changed = new LinkedHashSet<>();
    changed.add(new Side.Anybody());
    changed.add(new Side.Addresses(AddressSet.of("0.0.0.0/0")));
    changed.add(new Side.Addresses(AddressSet.of("::/0")));
    changed.add(SOMEBODY);
    for (String tag : List.of("VirtualNetwork", "Internet", "AzureLoadBalancer", "Storage")) {
      changed.add(new Side.ServiceTag(tag));
    }
    changed.add(new Side.ForeignGroup("/subscriptions/0/applicationSecurityGroups/other"));
    for (RolePerimeter perimeter : plan.perimeters()) {
      changed.add(new Side.Group(perimeter.role()));
      changed.add(new Side.Addresses(AddressSet.of(List.of(perimeter.subnet()))));
      changed.add(new Side.Several(List.of(other, new Side.Group(perimeter.role()))));
    }
    if (other instanceof Side.Addresses some) {
      for (Cidr cidr : some.prefixes().prefixes()) {
        neighbours(cidr).forEach(near -> changed.add(instead(some, cidr, near)));
      }
    }
    changed.remove(other);
    return changed;
  }

  private static Side instead(Side.Addresses some, Cidr cidr, Optional<Cidr> near) {
    List<Cidr> prefixes = new ArrayList<>(some.prefixes().prefixes());
    prefixes.remove(cidr);
    near.ifPresent(prefixes::add);
    return new Side.Addresses(AddressSet.of(prefixes));
  }

  /** Nothing, both halves, the whole of which the prefix is a half, and that whole's other half. */
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
  private Set<Side> owns(RolePerimeter perimeter, Rule rule) {
    Set<Side> changed = new LinkedHashSet<>();
    changed.add(new Side.Anybody());
    changed.add(SOMEBODY);
    changed.add(new Side.ServiceTag("VirtualNetwork"));
    changed.add(new Side.ServiceTag("Internet"));
    changed.add(new Side.Addresses(AddressSet.of(List.of(perimeter.subnet()))));
    for (RolePerimeter other : plan.perimeters()) {
      changed.add(new Side.Group(other.role()));
    }
    if (rule.access() == Access.DENY) {
      changed.add(new Side.Addresses(AddressSet.of(List.of(perimeter.subnet().part(1, 0)))));
      changed.add(new Side.ForeignGroup("/subscriptions/0/applicationSecurityGroups/other"));
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

  private static Rule withOther(Rule rule, Side side) {
    return rule.direction() == Direction.INBOUND
        ? with(rule, side, rule.destination())
        : with(rule, rule.source(), side);
  }

  private static Rule withOwn(Rule rule, Side side) {
    return rule.direction() == Direction.INBOUND
        ? with(rule, rule.source(), side)
        : with(rule, side, rule.destination());
  }

  private static Rule with(Rule rule, Side source, Side destination) {
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
