package anyware.azure;

import anyware.catalogue.Party;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.plan.Descriptions;
import anyware.plan.Names;
import anyware.policy.DefaultDeny;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Justification;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of one role's network security group. */
final class RulePlanner {
  /** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
  private static final int LONGEST_NAME = 80;

  /** https://learn.microsoft.com/rest/api/virtualnetwork/security-rules/create-or-update */
  private static final int LONGEST_DESCRIPTION = 140;

  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]+");

  private static final RuleEnd ANYBODY = new RuleEnd.Anybody();

  /** Where a Standard load balancer's health probes come from. */
  private static final RuleEnd PROBES = new RuleEnd.ServiceTag("AzureLoadBalancer");

  private final Role role;
  private final Policy policy;
  private final List<Cidr> gateway;

  /**
   * @param gateway the subnet of the balancer's machines, which join no group; may be none
   */
  RulePlanner(Role role, Policy policy, List<Cidr> gateway) {
    this.role = role;
    this.policy = policy;
    this.gateway = gateway;
  }

  /** Inbound first, then by priority. */
  List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      rules.addAll(allows(direction));
      policy.defaultDenies().stream()
          .filter(deny -> deny.role() == role && deny.direction() == direction)
          .forEach(deny -> rules.addAll(denies(deny)));
    }
    if (role == Role.BALANCER) {
      Stream.of(GatewayAccess.values()).map(this::allow).forEach(rules::add);
    }
    rules.sort(Comparator.comparing(Rule::direction).thenComparing(Rule::priority));
    return rules;
  }

  /** One family's part of a flow. */
  private record Part(Flow flow, Party party, RuleEnd other, Family family) {
    int priority() {
      return PriorityPlanner.ofFlow(party, flow.service(), flow.protocol(), family);
    }

    String name() {
      return Names.fit(flow.id() + (family == Family.IPV6 ? "-ipv6" : ""), LONGEST_NAME);
    }
  }

  private record Opening(RuleEnd other, Protocol protocol, int port) {
    static Opening of(Part part) {
      return new Opening(part.other, part.flow.protocol(), part.flow.port());
    }
  }

  private List<Rule> allows(Direction direction) {
    Map<Opening, List<Part>> openings = new LinkedHashMap<>();
    flows(direction)
        .flatMap(flow -> parts(flow, flow.other(direction)).stream())
        .sorted(Comparator.comparing(Part::priority))
        .forEach(
            part -> openings.computeIfAbsent(Opening.of(part), key -> new ArrayList<>()).add(part));
    return openings.values().stream().map(parts -> allow(direction, parts)).toList();
  }

  /**
   * Where everything is open, a flow passes by Azure's own rules for sure when it goes to the
   * network or to public addresses; what other private addresses the network is connected to,
   * nobody knows. What a gateway opens nobody limits: Azure demands its way out.
   */
  private Stream<Flow> flows(Direction direction) {
    if (role == Role.BALANCER && direction == Direction.OUTBOUND) {
      return Stream.empty();
    }
    List<Flow> planned = policy.ruleFlows(role, direction);
    return policy.flows(role, direction).stream()
        .filter(
            flow ->
                planned.contains(flow)
                    || !flow.other(direction)
                        .<Boolean>fold(
                            members -> true, outside -> ServiceTags.isPublic(outside.addresses())));
  }

  private List<Part> parts(Flow flow, End other) {
    return other.fold(
        members -> {
          RuleEnd end =
              members.role() == Role.BALANCER
                  ? new RuleEnd.Addresses(AddressSet.of(gateway))
                  : new RuleEnd.Group(members.role());
          return List.of(new Part(flow, members.role(), end, Family.IPV4));
        },
        outside -> parts(flow, outside));
  }

  private static List<Part> parts(Flow flow, End.Outside outside) {
    if (outside.peer() == Peer.HEALTH_PROBES) {
      return List.of(new Part(flow, outside.peer(), PROBES, Family.IPV4));
    }
    List<Part> parts = new ArrayList<>();
    for (Family family : Family.values()) {
      AddressSet addresses = outside.addresses().of(family);
      if (!addresses.isEmpty()) {
        parts.add(new Part(flow, outside.peer(), new RuleEnd.Addresses(addresses), family));
      }
    }
    return parts;
  }

  private Rule allow(Direction direction, List<Part> parts) {
    Part first = parts.get(0);
    List<Justification> justifications =
        parts.stream()
            .flatMap(part -> part.flow.justifications().stream())
            .sorted(Justification.BY_ROW)
            .toList();
    RuleEnd own = own();
    boolean inbound = direction == Direction.INBOUND;
    return new Rule(
        first.name(),
        Descriptions.of(justifications, UNPRINTABLE, LONGEST_DESCRIPTION),
        first.priority(),
        direction,
        Access.ALLOW,
        List.of(Traffic.of(first.flow.protocol(), first.flow.port())),
        inbound ? first.other : own,
        inbound ? own : first.other);
  }

  /** A gateway's subnet has nothing else in it, and its machines are in no group. */
  private RuleEnd own() {
    return role == Role.BALANCER ? ANYBODY : new RuleEnd.Group(role);
  }

  private Rule allow(GatewayAccess access) {
    return new Rule(
        access.rule(),
        "demanded by Azure of every application gateway",
        PriorityPlanner.ofGatewayAccess(access),
        Direction.INBOUND,
        Access.ALLOW,
        List.of(access.traffic()),
        access.source(),
        ANYBODY);
  }

  /**
   * What closes a direction that is denied by default. The role's own side is the whole subnet, not
   * its group, so that a machine that did not join the group has nothing open instead of
   * everything.
   */
  private List<Rule> denies(DefaultDeny deny) {
    Direction direction = deny.direction();
    String name =
        direction == Direction.INBOUND ? "others-to-" + role.slug() : role.slug() + "-to-others";
    if (deny.whole()) {
      return List.of(deny(name, PriorityPlanner.REST, direction, Traffic.ANY));
    }
    return deny.only().stream()
        .map(
            closed ->
                deny(
                    name + "-" + closed.service().name() + "-" + closed.protocol().slug(),
                    PriorityPlanner.ofClosedPort(closed.service(), closed.protocol()),
                    direction,
                    Traffic.of(closed.protocol(), closed.port())))
        .toList();
  }

  private static Rule deny(String name, int priority, Direction direction, Traffic traffic) {
    return new Rule(
        name,
        "closes what no other rule opens",
        priority,
        direction,
        Access.DENY,
        List.of(traffic),
        ANYBODY,
        ANYBODY);
  }
}
