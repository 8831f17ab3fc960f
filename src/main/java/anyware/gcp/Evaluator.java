package anyware.gcp;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.FixedJudge;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Google Cloud makes of firewall rules (https://cloud.google.com/firewall/docs/firewalls).
 * Only a network's own rules are known here: firewall policies of an organisation, a folder or the
 * network go before them and may open or close more.
 */
public final class Evaluator implements Firewall {
  /** An explicit inbound allowance this far behind never takes effect. */
  private static final int IMPLIED_PRIORITY = 65535;

  private final Map<Role, Map<Direction, List<ResolvedRule>>> filters = new EnumMap<>(Role.class);
  private final Optional<Listener> listener;
  private final boolean ours;

  /**
   * Where a balancer listens that passes connections on and filters nothing.
   *
   * @param rule the forwarding rule's name
   * @param traffic what it passes on
   */
  record Listener(String rule, Traffic traffic) {}

  private Evaluator(
      Map<String, List<Rule>> rules,
      ResolutionContext context,
      Optional<Listener> listener,
      boolean ours) {
    this.listener = listener;
    this.ours = ours;
    context
        .machines()
        .forEach(
            (role, machine) ->
                filters.put(
                    role,
                    filters(role, rules.getOrDefault(machine.network(), List.of()), context)));
  }

  private static Map<Direction, List<ResolvedRule>> filters(
      Role role, List<Rule> rules, ResolutionContext context) {
    Map<Direction, List<ResolvedRule>> byDirection = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      byDirection.put(
          direction,
          rules.stream()
              .filter(rule -> rule.direction() == direction && takesEffect(rule))
              .flatMap(rule -> context.filter(rule, role).stream())
              .sorted(ResolvedRule.ORDER)
              .toList());
    }
    return byDirection;
  }

  /** The implied denial of inbound connections goes before allowances of its own priority. */
  private static boolean takesEffect(Rule rule) {
    return rule.direction() == Direction.OUTBOUND
        || rule.action() == Rule.Action.DENY
        || rule.priority() < IMPLIED_PRIORITY;
  }

  /** What a plan's rules do. */
  public static Evaluator of(Plan plan) {
    Map<Role, Machine> machines = new EnumMap<>(Role.class);
    plan.tags()
        .forEach(
            (role, tag) ->
                machines.put(
                    role,
                    new Machine(
                        plan.network(),
                        Set.of(tag),
                        Optional.empty(),
                        AddressSet.of(plan.subnets().of(role)))));
    AddressSet inside = AddressSet.of(List.of(plan.place().site().network()));
    return new Evaluator(
        Map.of(plan.network(), plan.rules()),
        new ResolutionContext(machines, inside),
        plan.balancer().map(b -> new Listener(b.name(), Traffic.of(Protocol.TCP, b.port()))),
        true);
  }

  /**
   * What rules do that were not made by this program.
   *
   * @param rules the rules of each network
   * @param context who stands in the networks
   * @param listener where a balancer listens
   */
  static Evaluator of(
      Map<String, List<Rule>> rules, ResolutionContext context, Optional<Listener> listener) {
    return new Evaluator(rules, context, listener, false);
  }

  @Override
  public Set<IpProtocol> protocols() {
    return filters.values().stream()
        .flatMap(byDirection -> byDirection.values().stream())
        .flatMap(List::stream)
        .flatMap(filter -> filter.rule().traffic().stream())
        .flatMap(traffic -> traffic.protocol().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<Integer> portBoundaries(Role role, Direction direction, IpProtocol protocol) {
    return Traffic.boundaries(traffic(role, direction), protocol);
  }

  private List<Traffic> traffic(Role role, Direction direction) {
    List<Traffic> all = new ArrayList<>();
    if (role == Role.BALANCER) {
      listener.ifPresent(listening -> all.add(listening.traffic()));
    }
    filters(role, direction).forEach(filter -> all.addAll(filter.rule().traffic()));
    return all;
  }

  private List<ResolvedRule> filters(Role role, Direction direction) {
    Map<Direction, List<ResolvedRule>> byDirection = filters.get(role);
    return byDirection == null ? List.of() : byDirection.getOrDefault(direction, List.of());
  }

  @Override
  public Judge judge(Role role, Direction direction, IpProtocol protocol, int port) {
    if (role == Role.BALANCER) {
      return balancerJudge(direction, protocol, port);
    }
    return filters.containsKey(role)
        ? new RuleJudge(filters(role, direction), direction, protocol, port)
        : new FixedJudge(Outcome.CLOSED, "no machines", "no machine has the role " + role.slug());
  }

  /**
   * A passthrough balancer takes every client's connections to its port
   * (https://cloud.google.com/load-balancing/docs/network/networklb-backend-service).
   */
  private Judge balancerJudge(Direction direction, IpProtocol protocol, int port) {
    if (listener.isEmpty()) {
      return new FixedJudge(Outcome.CLOSED, "no balancer", "the site has no balancer");
    }
    Listener listening = listener.get();
    if (direction == Direction.OUTBOUND) {
      return new FixedJudge(
          Outcome.CLOSED, listening.rule(), "a passthrough balancer opens no connections");
    }
    return listening.traffic().matches(protocol, port)
        ? new FixedJudge(Outcome.OPEN, listening.rule(), "a passthrough balancer filters nothing")
        : new FixedJudge(
            Outcome.CLOSED, listening.rule(), "it listens on " + listening.traffic() + " only");
  }

  @Override
  public boolean isBeyondRules(Direction direction, IpAddress other) {
    return PlatformDefaults.METADATA_SERVER.contains(other);
  }

  @Override
  public Optional<Outcome> platformDefault(Role role, Direction direction, Host other) {
    return ours && filters.containsKey(role)
        ? Optional.of(PlatformDefaults.outcome(direction))
        : Optional.empty();
  }
}
