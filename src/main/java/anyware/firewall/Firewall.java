package anyware.firewall;

import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.HostAddresses;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whatever decides about packets at one site: the policy, or a cloud's evaluator over its plan. The
 * decision is taken in two steps, traffic first and the other end second, so that judging many
 * addresses looks only at the rules that can matter.
 */
public interface Firewall {

  /** The protocols that any rule names; every other protocol fares like each other one. */
  Set<IpProtocol> protocols();

  /**
   * The ports at which a verdict may change: every port at which a rule's range begins, and every
   * one that follows the end of a range.
   */
  Set<Integer> portBoundaries(Role role, Direction direction, IpProtocol protocol);

  /**
   * The judge of all packets with this traffic.
   *
   * @param role whose firewall
   * @param direction which way, seen from that role
   * @param protocol the IP protocol
   * @param port the destination port, 0 to 65535; 0 where the protocol has none
   */
  Judge judge(Role role, Direction direction, IpProtocol protocol, int port);

  /**
   * Whether the platform passes packets with this other end whatever the rules say, as it does for
   * services of its own, so that no plan can be wider or narrower than a policy about them.
   *
   * @param direction which way, seen from the machine whose firewall decides
   * @param other the other end's address
   */
  default boolean isBeyondRules(Direction direction, IpAddress other) {
    return false;
  }

  /**
   * Whether the platform takes such connections from anybody as soon as it takes them at all, so
   * that no plan can keep others out where a policy lets somebody in. A policy that lets nobody in
   * can be kept: by not taking them.
   *
   * @param role whose firewall
   * @param direction which way, seen from that role
   * @param protocol the IP protocol
   * @param port the destination port, 0 to 65535; 0 where the protocol has none
   */
  default boolean isForAnybody(Role role, Direction direction, IpProtocol protocol, int port) {
    return false;
  }

  /**
   * What the platform does where nobody asked for anything, when that has to stay: in a direction
   * that the policy leaves to the platform, rules must then change nothing. Absent when others may
   * have rules of their own there.
   *
   * @param role whose firewall
   * @param direction which way, seen from that role
   * @param other the other end
   */
  default Optional<Verdict.Outcome> platformDefault(Role role, Direction direction, Host other) {
    return Optional.empty();
  }

  /**
   * The addresses that machines can have at which this firewall's packets end or begin; no packet
   * has any other one, so nothing can be wrong about it.
   */
  default AddressSet hosts() {
    return HostAddresses.USUAL;
  }

  /** The address families of a role's machines: they have no packets of another one. */
  default Set<Family> families(Role role) {
    return EnumSet.allOf(Family.class);
  }

  /**
   * The firewall as a role's machines meet it at each place that makes a difference, where rules
   * are for some of the role's own addresses only. At none of these places it is wider than the
   * firewall as a whole, which has in doubt what any of the machines has.
   *
   * @param role the role
   * @return one at least
   */
  default List<Firewall> standpoints(Role role) {
    return List.of(this);
  }

  /** The verdict on one packet. */
  default Verdict verdict(Packet packet) {
    return judge(packet.at(), packet.direction(), packet.protocol(), packet.port())
        .verdict(packet.other());
  }

  /** Decides about packets that differ in the other end only. */
  interface Judge {
    /** The prefixes at whose edges the outcome may change. */
    Collection<Cidr> prefixes();

    /** What becomes of packets with this other end; cheap, without words. */
    Verdict.Outcome outcome(Host other);

    /** What decides, as {@link Verdict#rule} names it; cheap, without words. */
    default String rule(Host other) {
      return verdict(other).rule();
    }

    /**
     * Whom the other end is taken for, where nobody described them and the packets are open for no
     * other reason: such as {@code members of sg-1}. Absent where the addresses themselves are
     * meant.
     */
    default Optional<String> assumed(Host other) {
      return Optional.empty();
    }

    /** The same decision with the deciding rule and its reasons, or the nearest miss. */
    Verdict verdict(Host other);
  }
}
