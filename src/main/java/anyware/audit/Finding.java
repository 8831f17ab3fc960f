package anyware.audit;

import anyware.firewall.Packet;
import anyware.net.AddressRange;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.net.PortRange;

/**
 * A class of packets on which a plan and its policy disagree.
 *
 * @param site the site's name
 * @param kind which way they disagree
 * @param example one packet of the class, with its first port and first address
 * @param lastPort the last port of the class, 0 to 65535
 * @param lastAddress the last address of the class
 * @param rule what decides in the plan: a rule's name or a platform default
 */
public record Finding(
    String site, Kind kind, Packet example, int lastPort, IpAddress lastAddress, String rule) {

  /** Which way a plan and its policy disagree. */
  public enum Kind {
    /** The plan lets pass what the policy does not. */
    TOO_WIDE("opens"),
    /** The plan drops what the policy lets pass. */
    TOO_NARROW("closes");

    private final String verb;

    Kind(String verb) {
      this.verb = verb;
    }
  }

  /** The class of packets. */
  PacketClass packets() {
    return new PacketClass(
        example.at(),
        example.direction(),
        example.protocol(),
        new PortRange(example.port(), lastPort),
        example.other().role(),
        new AddressRange(example.other().address(), lastAddress));
  }

  /** A sentence for a person: site, what is opened or closed, and what decides so. */
  @Override
  public String toString() {
    boolean inbound = example.direction() == Direction.INBOUND;
    String deniedByDefault = example.at().slug();
    return "%s: the plan %s %s from %s to %s, the policy does not; decided by %s"
        .formatted(
            site,
            kind.verb,
            traffic(),
            inbound ? others() : deniedByDefault,
            inbound ? deniedByDefault : others(),
            rule);
  }

  private String traffic() {
    IpProtocol protocol = example.protocol();
    return protocol.hasPorts()
        ? range(String.valueOf(example.port()), String.valueOf(lastPort)) + "/" + protocol
        : protocol.toString();
  }

  private String others() {
    Packet.Host other = example.other();
    String role = other.role().map(r -> r.slug() + " ").orElse("");
    return role + range(other.address().toString(), lastAddress.toString());
  }

  private static String range(String first, String last) {
    return first.equals(last) ? first : first + "-" + last;
  }
}
