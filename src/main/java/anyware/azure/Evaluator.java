package anyware.azure;

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
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Azure makes of network security groups
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview). Security
 * admin rules of a network manager go before them and are not known here.
 */
public final class Evaluator implements Firewall {
  private static final AddressSet NOWHERE = AddressSet.EMPTY;

  private final Map<Role, Map<Direction, List<NsgPass>>> stages;
  private final Map<Role, Map<Direction, NsgPassJudge>> defaults;
  private final Optional<Listener> listener;

  /**
   * Where a load balancer listens. It passes connections on and filters nothing.
   *
   * @param name the load balancer's name
   * @param traffic what it passes on
   */
  record Listener(String name, Traffic traffic) {}

  private Evaluator(
      Map<Role, Map<Direction, List<NsgPass>>> stages,
      Map<Role, Map<Direction, NsgPassJudge>> defaults,
      Optional<Listener> listener) {
    this.stages = stages;
    this.defaults = defaults;
    this.listener = listener;
  }

  /** What a plan's rules do. */
  public static Evaluator of(Plan plan) {
    Map<Role, AddressSet> machines = new EnumMap<>(Role.class);
    plan.subnets().byRole().forEach((role, subnets) -> machines.put(role, AddressSet.of(subnets)));
    AddressSet network = AddressSet.of(List.of(plan.place().site().network()));
    ResolutionContext context = new ResolutionContext(network, network, machines, false);
    Map<Role, Map<Direction, List<NsgPass>>> stages = new EnumMap<>(Role.class);
    Map<Role, Map<Direction, NsgPassJudge>> defaults = new EnumMap<>(Role.class);
    for (RoleGroups ofRole : plan.roles()) {
      Role role = ofRole.role();
      Map<Direction, List<NsgPass>> own = new EnumMap<>(Direction.class);
      Map<Direction, NsgPassJudge> platform = new EnumMap<>(Direction.class);
      for (Direction direction : Direction.values()) {
        own.put(
            direction,
            ofRole.attached()
                ? List.of(NsgPass.of(ofRole.name(), ofRole.rules(), role, direction, context))
                : List.of());
        // The default rules are about all traffic alike.
        platform.put(
            direction,
            NsgPass.of(ofRole.name(), List.of(), role, direction, context)
                .judge(IpProtocol.TCP, 0));
      }
      stages.put(role, own);
      defaults.put(role, platform);
    }
    return new Evaluator(
        stages,
        defaults,
        plan.balancer()
            .map(b -> new Listener(b.name(), Traffic.of(Protocol.TCP, b.frontendPort()))));
  }

  /**
   * What groups do that were not made by this program.
   *
   * @param stages for each role and direction the groups in the order in which they are met
   * @param listener where a load balancer listens
   */
  static Evaluator of(Map<Role, Map<Direction, List<NsgPass>>> stages, Listener listener) {
    return new Evaluator(stages, Map.of(), Optional.of(listener));
  }

  @Override
  public Set<IpProtocol> protocols() {
    Set<IpProtocol> protocols = new HashSet<>();
    for (Role role : stages.keySet()) {
      for (Direction direction : Direction.values()) {
        traffic(role, direction).forEach(t -> t.protocol().ifPresent(protocols::add));
      }
    }
    return Collections.unmodifiableSet(protocols);
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
    for (NsgPass stage : stages(role, direction)) {
      stage.filters().forEach(filter -> all.addAll(filter.rule().traffic()));
    }
    return all;
  }

  private List<NsgPass> stages(Role role, Direction direction) {
    return stages.getOrDefault(role, Map.of()).getOrDefault(direction, List.of());
  }

  @Override
  public Judge judge(Role role, Direction direction, IpProtocol protocol, int port) {
    if (role == Role.BALANCER && !stages.containsKey(role)) {
      return balancerJudge(direction, protocol, port);
    }
    if (!stages.containsKey(role)) {
      return new FixedJudge(
          Outcome.CLOSED, "no machines", "no machine has the role " + role.slug());
    }
    List<NsgPassJudge> judges = new ArrayList<>();
    for (NsgPass stage : stages(role, direction)) {
      judges.add(stage.judge(protocol, port));
    }
    return new GroupsJudge(
        judges, direction == Direction.OUTBOUND ? ServiceTags.PLATFORM : NOWHERE);
  }

  /**
   * A Standard load balancer takes every client's connections to its port
   * (https://learn.microsoft.com/azure/load-balancer/load-balancer-overview).
   */
  private Judge balancerJudge(Direction direction, IpProtocol protocol, int port) {
    if (listener.isEmpty()) {
      return new FixedJudge(Outcome.CLOSED, "no balancer", "no load balancer is known");
    }
    Listener listening = listener.get();
    if (direction == Direction.OUTBOUND) {
      return new FixedJudge(
          Outcome.CLOSED, listening.name(), "a load balancer opens no connections of its own");
    }
    return listening.traffic().matches(protocol, port)
        ? new FixedJudge(Outcome.OPEN, listening.name(), "a load balancer filters nothing")
        : new FixedJudge(
            Outcome.CLOSED, listening.name(), "it listens on " + listening.traffic() + " only");
  }

  @Override
  public boolean isBeyondRules(Direction direction, IpAddress other) {
    return direction == Direction.OUTBOUND && ServiceTags.PLATFORM.contains(other);
  }

  @Override
  public Optional<Outcome> platformDefault(Role role, Direction direction, Host other) {
    if (!defaults.containsKey(role)) {
      return Optional.empty();
    }
    if (isBeyondRules(direction, other.address())) {
      return Optional.of(Outcome.OPEN);
    }
    return Optional.ofNullable(defaults.get(role).get(direction))
        .map(judge -> judge.allows(other) ? Outcome.OPEN : Outcome.CLOSED);
  }
}
