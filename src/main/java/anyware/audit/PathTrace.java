package anyware.audit;

import anyware.catalogue.Role;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressRange;
import anyware.net.Direction;
import anyware.net.Port;
import anyware.settings.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A connection's way past a site's firewalls: out of the sender's, when it has a role, and into the
 * receiver's, when it has one.
 *
 * @param site the site's name
 * @param from who opens the connection
 * @param to who accepts it
 * @param port the destination port
 * @param hops the firewalls on the way, in its order; not empty
 */
public record PathTrace(String site, HostGroup from, HostGroup to, Port port, List<Hop> hops) {

  /** Copies the hops. */
  public PathTrace {
    hops = List.copyOf(hops);
  }

  /**
   * Machines that fare alike.
   *
   * @param role their role; absent for machines without one
   * @param addresses their addresses
   */
  public record HostGroup(Optional<Role> role, AddressRange addresses) {
    private Host host() {
      return new Host(role, addresses.first());
    }

    /** The role with the addresses, or the addresses alone. */
    @Override
    public String toString() {
      return role.map(r -> r.slug() + " " + addresses).orElse(addresses.toString());
    }
  }

  /**
   * Every way in which such connections fare at a site: of machines with a role that fare alike the
   * first ones stand for all. None when the site does not have the roles, or when neither end is a
   * role's machine there.
   *
   * <p>An address in a role's subnet counts as that role. A prefix that is wider than the subnets
   * in it means the addresses outside of them.
   *
   * @param audited the site
   * @param from who opens the connections
   * @param to who accepts them
   * @param port the destination port
   */
  public static List<PathTrace> of(AuditedSite audited, Endpoint from, Endpoint to, Port port) {
    EndpointResolver resolver = new EndpointResolver(audited, port);
    List<HostGroup> receivers = resolver.hosts(to, Direction.OUTBOUND, resolver.roles(from));
    List<HostGroup> senders = resolver.hosts(from, Direction.INBOUND, resolver.roles(to));
    Map<Likeness, PathTrace> distinct = new LinkedHashMap<>();
    for (HostGroup sender : senders) {
      for (HostGroup receiver : receivers) {
        List<Optional<Hop>> out = hops(audited, sender.role(), Direction.OUTBOUND, receiver, port);
        List<Optional<Hop>> in = hops(audited, receiver.role(), Direction.INBOUND, sender, port);
        for (Optional<Hop> first : out) {
          for (Optional<Hop> second : in) {
            List<Hop> hops = Stream.of(first, second).flatMap(Optional::stream).toList();
            if (!hops.isEmpty()) {
              PathTrace pathTrace = new PathTrace(audited.site(), sender, receiver, port, hops);
              distinct.putIfAbsent(Likeness.of(pathTrace), pathTrace);
            }
          }
        }
      }
    }
    return List.copyOf(distinct.values());
  }

  /** What the connection meets at one end: a firewall of each place there, or none. */
  private static List<Optional<Hop>> hops(
      AuditedSite audited, Optional<Role> at, Direction direction, HostGroup other, Port port) {
    if (at.filter(audited::has).isEmpty()) {
      return List.of(Optional.empty());
    }
    Packet packet = new Packet(at.get(), direction, other.host(), port.protocol(), port.number());
    Verdict wanted = audited.wanted().verdict(packet);
    return audited.firewall().standpoints(at.get()).stream()
        .map(firewall -> Optional.of(new Hop(packet, wanted, firewall.verdict(packet))))
        .toList();
  }

  /** Equal for path traces of which one can stand for the other. */
  private record Likeness(EndLikeness from, EndLikeness to, List<HopLikeness> hops) {
    static Likeness of(PathTrace trace) {
      return new Likeness(
          EndLikeness.of(trace.from),
          EndLikeness.of(trace.to),
          trace.hops.stream().map(HopLikeness::of).toList());
    }
  }

  /** Where in a role's subnets its machine stands makes no difference. */
  private record EndLikeness(Optional<Role> role, Optional<AddressRange> addresses) {
    static EndLikeness of(HostGroup hosts) {
      return new EndLikeness(
          hosts.role(),
          hosts.role().isPresent() ? Optional.empty() : Optional.of(hosts.addresses()));
    }
  }

  /** What decides how, without the words of the verdicts, which name addresses. */
  private record HopLikeness(Outcome policy, String policyRule, Outcome actual, String actualRule) {
    static HopLikeness of(Hop hop) {
      return new HopLikeness(
          hop.policy().outcome(), hop.policy().rule(), hop.actual().outcome(), hop.actual().rule());
    }
  }

  /** Whether every firewall on the way lets the connection pass. */
  public boolean open() {
    return hops.stream().allMatch(hop -> hop.actual().open());
  }

  /** The firewall that stops the connection, the first one on its way; none when it is open. */
  public Optional<Hop> stop() {
    return hops.stream().filter(hop -> !hop.actual().open()).findFirst();
  }

  /** The connection in words. */
  public String connection() {
    return port + " from " + from + " to " + to;
  }
}
