package anyware.policy;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.NearMiss;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A policy as something that decides about packets: what every plan of it must agree with.
 *
 * @param policy the policy
 */
public record PolicyFirewall(Policy policy) implements Firewall {

  @Override
  public Set<IpProtocol> protocols() {
    return policy.flows().stream()
        .map(flow -> IpProtocol.of(flow.protocol()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<Integer> portBoundaries(Role role, Direction direction, IpProtocol protocol) {
    Stream<Integer> flows =
        policy.flows(role, direction).stream()
            .filter(flow -> flow.carries(protocol, flow.port()))
            .map(Flow::port);
    Stream<Integer> defaultDenies =
        defaultDenies(role, direction)
            .flatMap(deny -> deny.only().stream())
            .filter(closed -> IpProtocol.of(closed.protocol()).equals(protocol))
            .map(DefaultDeny.ClosedPort::port);
    return Stream.concat(flows, defaultDenies)
        .flatMap(port -> Stream.of(port, port + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Judge judge(Role role, Direction direction, IpProtocol protocol, int port) {
    List<Flow> flows = policy.flows(role, direction);
    List<Flow> matching = flows.stream().filter(flow -> flow.carries(protocol, port)).toList();
    boolean deniedByDefault =
        defaultDenies(role, direction).anyMatch(deny -> deny.covers(protocol, port));
    return new FlowJudge(direction, protocol, port, flows, matching, deniedByDefault);
  }

  private Stream<DefaultDeny> defaultDenies(Role role, Direction direction) {
    return policy.defaultDenies().stream()
        .filter(deny -> deny.role() == role && deny.direction() == direction);
  }

  private record FlowJudge(
      Direction direction,
      IpProtocol protocol,
      int port,
      List<Flow> flows,
      List<Flow> matching,
      boolean deniedByDefault)
      implements Judge {

    @Override
    public Collection<Cidr> prefixes() {
      List<Cidr> prefixes = new ArrayList<>();
      for (Flow flow : matching) {
        prefixes.addAll(
            flow.other(direction)
                .<List<Cidr>>fold(members -> List.of(), outside -> outside.addresses().prefixes()));
      }
      return prefixes;
    }

    @Override
    public Outcome outcome(Host other) {
      for (Flow flow : matching) {
        if (flow.other(direction).includes(other)) {
          return Outcome.OPEN;
        }
      }
      return deniedByDefault ? Outcome.CLOSED : Outcome.PLATFORM_DEFAULT;
    }

    @Override
    public Verdict verdict(Host other) {
      Optional<Flow> open =
          matching.stream().filter(flow -> flow.other(direction).includes(other)).findFirst();
      if (open.isPresent()) {
        return new Verdict(Outcome.OPEN, open.get().id(), List.of(why(open.get())));
      }
      List<String> trace = new ArrayList<>();
      trace.add(deniedByDefault ? "no flow allows it" : "the policy leaves it to the platform");
      NearMiss.nearest(flows.stream().map(flow -> miss(flow, other)).toList())
          .ifPresent(miss -> trace.add(miss.toString()));
      return new Verdict(
          deniedByDefault ? Outcome.CLOSED : Outcome.PLATFORM_DEFAULT,
          deniedByDefault ? "no flow" : "platform default",
          trace);
    }

    private NearMiss miss(Flow flow, Host other) {
      List<String> differences = new ArrayList<>();
      if (!flow.carries(protocol, port)) {
        differences.add("it is for " + flow.port() + "/" + flow.protocol().slug());
      }
      if (!flow.other(direction).includes(other)) {
        differences.add(other + " is not among " + flow.other(direction).slug());
      }
      return new NearMiss(why(flow), differences);
    }

    private static String why(Flow flow) {
      return flow + ": " + String.join(", ", flow.reasons());
    }
  }
}
