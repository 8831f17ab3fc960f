package anyware.aws;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What security groups do with a packet. Groups only allow: a packet passes when any rule of any
 * group of the machine allows it, and nothing else does; there is no order and no priority, and
 * replies pass by themselves
 * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html). A rule that names a
 * group is about the machines that carry it, whatever their addresses, and one that names a prefix
 * list about the addresses in the list's entries
 * (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).
 *
 * <p>Not judged, because no group can close it: the network's own resolver, DHCP, instance metadata
 * and time service, and the license activation of Windows (same pages).
 */
public final class Evaluator implements Firewall {
  private final Map<Role, Map<Direction, RulesByTraffic>> permissions;

  private Evaluator(Map<Role, Map<Direction, RulesByTraffic>> permissions) {
    this.permissions = permissions;
  }

  /**
   * The groups and rules of a plan. The machines of a role carry its group, and a load balancer the
   * groups that it names.
   */
  public static Evaluator of(Plan plan) {
    Map<Role, List<Permission>> ofGroups = new EnumMap<>(Role.class);
    plan.groups().forEach(group -> ofGroups.put(group.role(), new ArrayList<>()));
    for (Rule rule : plan.rules()) {
      // A rule without its group is a rule of nobody.
      Optional.ofNullable(ofGroups.get(rule.role()))
          .ifPresent(list -> list.add(resolved(rule, plan)));
    }
    Map<Role, List<Permission>> permissions = new EnumMap<>(ofGroups);
    plan.balancer()
        .ifPresent(balancer -> permissions.put(Role.BALANCER, permissions(balancer, ofGroups)));
    return of(permissions);
  }

  private static List<Permission> permissions(
      LoadBalancer balancer, Map<Role, List<Permission>> ofGroups) {
    List<Permission> permissions = new ArrayList<>();
    balancer.groups().stream()
        .sorted()
        .forEach(group -> permissions.addAll(ofGroups.getOrDefault(group, List.of())));
    if (balancer.isUnfiltered()) {
      String why =
          balancer.otherGroups().isEmpty()
              ? "no security group"
              : String.join(", ", balancer.otherGroups());
      permissions.addAll(Assumptions.unfiltered(why));
    }
    return permissions;
  }

  /** Roles with all that any of their groups allows. */
  static Evaluator of(Map<Role, List<Permission>> permissions) {
    Map<Role, Map<Direction, RulesByTraffic>> sorted = new EnumMap<>(Role.class);
    permissions.forEach((role, list) -> sorted.put(role, RulesByTraffic.ofDirections(list)));
    return new Evaluator(sorted);
  }

  private static Permission resolved(Rule rule, Plan plan) {
    Set<Role> carriers = EnumSet.noneOf(Role.class);
    for (Role group : rule.other().members()) {
      Optional<LoadBalancer> balancer = plan.balancer();
      if (group != Role.BALANCER || balancer.isEmpty()) {
        carriers.add(group);
      }
      if (balancer.filter(it -> it.groups().contains(group)).isPresent()) {
        carriers.add(Role.BALANCER);
      }
    }
    return new Permission(
        rule.name(),
        rule.description(),
        rule.direction(),
        rule.traffic(),
        carriers,
        rule.other().addresses(plan.prefixLists()),
        rule.other().foreignId().map(Assumptions::who));
  }

  @Override
  public Set<IpProtocol> protocols() {
    Set<IpProtocol> protocols = new TreeSet<>();
    for (Map<Direction, RulesByTraffic> ofRole : permissions.values()) {
      for (RulesByTraffic ofDirection : ofRole.values()) {
        ofDirection.traffic().forEach(traffic -> traffic.protocol().ifPresent(protocols::add));
      }
    }
    return protocols;
  }

  @Override
  public Set<Integer> portBoundaries(Role role, Direction direction, IpProtocol protocol) {
    return Traffic.boundaries(permissions(role, direction).traffic(), protocol);
  }

  @Override
  public Judge judge(Role role, Direction direction, IpProtocol protocol, int port) {
    RulesByTraffic ofDirection = permissions(role, direction);
    return AnyMatchJudge.of(
        role,
        permissions.containsKey(role),
        ofDirection.all(),
        ofDirection.matching(protocol, port));
  }

  /**
   * Without a group of ours a machine has the network's default group, which lets everything out
   * (https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html).
   */
  @Override
  public Optional<Outcome> platformDefault(Role role, Direction direction, Host other) {
    return direction == Direction.OUTBOUND ? Optional.of(Outcome.OPEN) : Optional.empty();
  }

  private RulesByTraffic permissions(Role role, Direction direction) {
    return permissions.getOrDefault(role, Map.of()).getOrDefault(direction, RulesByTraffic.NONE);
  }
}
