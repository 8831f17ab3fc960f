package anyware.firewall;

import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.HostAddresses;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cloud whose rules have priorities. Who its rules mean is the cloud's to say and is worked out
 * before.
 *
 * @param paths what the machines' packets meet, for each role that has machines, in both directions
 * @param listener where the balancer listens, when there is one that is no role's machine
 * @param beyond what no rule is asked about
 * @param hosts the addresses that machines can have
 */
public record FirstMatchFirewall(
    Map<Role, Map<Direction, FirstMatchPath>> paths,
    Optional<Listener> listener,
    BeyondRules beyond,
    AddressSet hosts)
    implements Firewall {

  /** Copies the paths. */
  public FirstMatchFirewall {
    paths = Map.copyOf(paths);
  }

  /** A cloud on which machines have the usual addresses. */
  public FirstMatchFirewall(
      Map<Role, Map<Direction, FirstMatchPath>> paths,
      Optional<Listener> listener,
      BeyondRules beyond) {
    this(paths, listener, beyond, HostAddresses.USUAL);
  }

  private Optional<FirstMatchPath> path(Role role, Direction direction) {
    return Optional.ofNullable(paths.get(role)).map(both -> both.get(direction));
  }

  @Override
  public Set<IpProtocol> protocols() {
    return paths.values().stream()
        .flatMap(both -> both.values().stream())
        .flatMap(path -> path.traffic().stream())
        .flatMap(traffic -> traffic.protocol().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<Integer> portBoundaries(Role role, Direction direction, IpProtocol protocol) {
    List<Traffic> traffic = new ArrayList<>();
    if (role == Role.BALANCER) {
      listener.ifPresent(listening -> traffic.addAll(listening.traffic()));
    }
    path(role, direction).ifPresent(path -> traffic.addAll(path.traffic()));
    return Traffic.boundaries(traffic, protocol);
  }

  @Override
  public Judge judge(Role role, Direction direction, IpProtocol protocol, int port) {
    Optional<FirstMatchPath> path = path(role, direction);
    if (path.isPresent()) {
      return beyond.before(direction, path.get().judge(protocol, port));
    }
    if (role == Role.BALANCER) {
      return listener
          .map(listening -> listening.judge(direction, protocol, port))
          .orElse(new FixedJudge(Outcome.CLOSED, "no balancer", "no balancer is known"));
    }
    return new FixedJudge(Outcome.CLOSED, "no machines", "no machine has the role " + role.slug());
  }

  @Override
  public boolean isBeyondRules(Direction direction, IpAddress other) {
    return beyond.includes(direction, other);
  }

  @Override
  public Optional<Outcome> platformDefault(Role role, Direction direction, Host other) {
    return path(role, direction)
        .flatMap(FirstMatchPath::untouched)
        .map(untouched -> beyond.before(direction, untouched).outcome(other));
  }
}
