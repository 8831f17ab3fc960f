package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
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

/** A plan with one thing changed in its rules or prefix lists, in every way that there is. */
final class Mutants {
  private static final Cidr EVERY_IPV4 = Cidr.of("0.0.0.0/0");
  private static final Cidr EVERY_IPV6 = Cidr.of("::/0");
  private static final Cidr SOMEBODY = Cidr.of("192.0.2.200/32");

  private final Plan plan;
  private final List<Mutant> mutants = new ArrayList<>();

  private Mutants(Plan plan) {
    this.plan = plan;
  }

  /**
   * One change.
   *
   * @param change what was done, for a person
   * @param before the rule as planned; absent when one was added
   * @param after the rule as changed; absent when it was removed
   * @param lists the prefix lists, changed where it is not a rule that was
   */
  record Mutant(
      String change, Optional<Rule> before, Optional<Rule> after, List<PrefixList> lists) {
    List<Rule> rules(Plan plan) {
      List<Rule> rules = new ArrayList<>(plan.rules());
      before.ifPresent(rules::remove);
      after.ifPresent(rules::add);
      return rules;
    }

    Plan of(Plan plan) {
      return new Plan(
          plan.place(),
          plan.region(),
          plan.network(),
          plan.groups(),
          lists,
          rules(plan),
          plan.balancer(),
          plan.connectorAddresses(),
          plan.protect(),
          plan.deviations());
    }
  }

  /** The site's network, or one that might be. */
  private Cidr network() {
    return plan.networkRanges().stream().findFirst().orElse(Cidr.of("10.0.0.0/8"));
  }

  static List<Mutant> of(Plan plan) {
    Mutants all = new Mutants(plan);
    plan.rules().forEach(all::mutate);
    plan.groups().forEach(group -> all.addToEmpty(group.role()));
    plan.prefixLists().forEach(all::mutate);
    return all.mutants;
  }

  private void mutate(Rule rule) {
    mutants.add(
        new Mutant(
            rule.name() + " removed", Optional.of(rule), Optional.empty(), plan.prefixLists()));
    traffics(rule.traffic())
        .forEach((what, traffic) -> add(rule, what, with(rule, traffic, rule.other())));
    others(rule.other())
        .forEach(other -> add(rule, "at " + other, with(rule, rule.traffic(), other)));
    Direction back = rule.direction() == Direction.INBOUND ? Direction.OUTBOUND : Direction.INBOUND;
    add(rule, "turned round", with(rule, rule.role(), back));
    for (Group group : plan.groups()) {
      if (group.role() != rule.role()) {
        add(rule, "in " + group.name(), with(rule, group.role(), rule.direction()));
      }
    }
  }

  private void mutate(PrefixList list) {
    List<Cidr> entries = list.entries();
    add(list, "without room to spare for more", with(list, list.maxEntries() + 5, entries));
    add(list, "without its room", with(list, 1, entries));
    add(list, "without entries", with(list, list.maxEntries(), List.of()));
    for (Cidr more : List.of(SOMEBODY, EVERY_IPV4, EVERY_IPV6, network())) {
      List<Cidr> added = new ArrayList<>(entries);
      added.add(more);
      add(list, "with " + more, with(list, added.size(), added));
    }
    for (Cidr entry : entries) {
      List<Cidr> rest = entries.stream().filter(other -> !other.equals(entry)).toList();
      add(list, "without " + entry, with(list, list.maxEntries(), rest));
      for (Cidr neighbour : neighbours(entry)) {
        List<Cidr> changed = new ArrayList<>(rest);
        changed.add(neighbour);
        add(list, entry + " as " + neighbour, with(list, list.maxEntries(), changed));
      }
    }
    for (PrefixList other : plan.prefixLists()) {
      if (!other.equals(list)) {
        add(list, "with the entries of " + other.name(), with(list, 9, other.entries()));
      }
    }
    mutants.add(
        new Mutant(
            list.name() + " missing",
            Optional.empty(),
            Optional.empty(),
            plan.prefixLists().stream().filter(other -> !other.equals(list)).toList()));
  }

  private void add(PrefixList before, String what, PrefixList after) {
    List<PrefixList> lists = new ArrayList<>(plan.prefixLists());
    lists.replaceAll(list -> list.equals(before) ? after : list);
    mutants.add(new Mutant(before.name() + " " + what, Optional.empty(), Optional.empty(), lists));
  }

  private static PrefixList with(PrefixList list, int maxEntries, List<Cidr> entries) {
    return new PrefixList(list.name(), list.gate(), list.family(), maxEntries, entries);
  }

  private void addToEmpty(Role role) {
    for (Direction direction : Direction.values()) {
      for (Cidr everyone : List.of(EVERY_IPV4, EVERY_IPV6)) {
        String name = role.slug() + " " + direction.slug() + " everything " + everyone;
        RuleEnd other = new RuleEnd.Addresses(everyone);
        Rule rule = new Rule(name, role, direction, Traffic.ANY, other, "");
        mutants.add(
            new Mutant(name + " added", Optional.empty(), Optional.of(rule), plan.prefixLists()));
      }
    }
  }

  private void add(Rule before, String what, Rule after) {
    mutants.add(
        new Mutant(
            before.name() + " " + what,
            Optional.of(before),
            Optional.of(after),
            plan.prefixLists()));
  }

  private static Map<String, Traffic> traffics(Traffic traffic) {
    return traffic
        .protocol()
        .map(protocol -> traffics(traffic, protocol))
        .orElse(
            Map.of(
                "of tcp only", ports(IpProtocol.TCP, 0, PortRange.ALL.last()),
                "of udp only", ports(IpProtocol.UDP, 0, PortRange.ALL.last()),
                "of icmp only", ports(IpProtocol.ICMP, 0, PortRange.ALL.last()),
                "of one port", ports(IpProtocol.TCP, 443, 443)));
  }

  private static Map<String, Traffic> traffics(Traffic traffic, IpProtocol protocol) {
    IpProtocol swapped = protocol.equals(IpProtocol.TCP) ? IpProtocol.UDP : IpProtocol.TCP;
    int port = traffic.ports().first();
    Map<String, Traffic> changed = new LinkedHashMap<>();
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

  private Set<RuleEnd> others(RuleEnd other) {
    Set<RuleEnd> changed = new LinkedHashSet<>();
    changed.add(new RuleEnd.Addresses(EVERY_IPV4));
    changed.add(new RuleEnd.Addresses(EVERY_IPV6));
    changed.add(new RuleEnd.Addresses(SOMEBODY));
    changed.add(new RuleEnd.Addresses(network()));
    for (Group group : plan.groups()) {
      changed.add(new RuleEnd.Members(group.role()));
    }
    if (other instanceof RuleEnd.Addresses addresses) {
      neighbours(addresses.cidr()).forEach(cidr -> changed.add(new RuleEnd.Addresses(cidr)));
    } else if (other instanceof RuleEnd.Listed) {
      plan.prefixLists().forEach(list -> changed.add(list.end()));
      for (Cidr entry : other.addresses(plan.prefixLists()).prefixes()) {
        changed.add(new RuleEnd.Addresses(entry));
        neighbours(entry).forEach(cidr -> changed.add(new RuleEnd.Addresses(cidr)));
      }
    } else if (other instanceof RuleEnd.Members members) {
      plan.roleSubnets()
          .byRole()
          .getOrDefault(members.role(), List.of())
          .forEach(range -> changed.add(new RuleEnd.Addresses(range)));
    }
    changed.remove(other);
    return changed;
  }

  /** Both halves, and, where there is one, the whole of which the prefix is a half. */
  private static List<Cidr> neighbours(Cidr cidr) {
    List<Cidr> found = new ArrayList<>();
    if (cidr.prefix() < cidr.family().bits()) {
      found.add(cidr.part(1, 0));
      found.add(cidr.part(1, 1));
    }
    if (cidr.prefix() > 0) {
      Cidr wider = wider(cidr);
      found.add(wider);
      found.add(wider.part(1, wider.part(1, 0).equals(cidr) ? 1 : 0));
    }
    return found;
  }

  private static Cidr wider(Cidr cidr) {
    int prefix = cidr.prefix() - 1;
    long high = cidr.first().high();
    long low = cidr.first().low();
    // The prefix's last bit, counted from the address's end.
    int bit = cidr.family().bits() - 1 - prefix;
    IpAddress first =
        cidr.family() == Family.IPV6 && bit >= Long.SIZE
            ? new IpAddress(Family.IPV6, high & ~(1L << (bit - Long.SIZE)), low)
            : new IpAddress(cidr.family(), high, low & ~(1L << bit));
    return new Cidr(first, prefix);
  }

  private static Rule with(Rule rule, Traffic traffic, RuleEnd other) {
    return new Rule(rule.name(), rule.role(), rule.direction(), traffic, other, rule.description());
  }

  private static Rule with(Rule rule, Role role, Direction direction) {
    return new Rule(rule.name(), role, direction, rule.traffic(), rule.other(), rule.description());
  }
}
