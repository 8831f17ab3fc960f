package anyware.attack;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One rule of a firewall. The first that matches decides; at the same priority one that denies.
 *
 * @param inbound the direction of the connection
 * @param priority lower ones come first
 * @param allow whether the connection passes
 * @param protocol a protocol's number, or {@link #ANY}
 * @param ports the destination's; of every connection where there are none
 * @param sourcePorts the sender's; of every connection where there are none
 * @param own which of our machines it is about; all where there is none
 * @param others whom they talk to; everybody where there is none
 */
record Filter(
    boolean inbound,
    int priority,
    boolean allow,
    String protocol,
    List<Ports> ports,
    List<Ports> sourcePorts,
    List<End> own,
    List<End> others) {
  static final String ANY = "any";
  static final Comparator<Filter> ORDER =
      Comparator.comparingInt(Filter::priority)
          .thenComparing(Filter::allow)
          .thenComparing(Filter::toString);

  /** The numbers by which IANA knows the protocols. */
  private static final Map<String, String> NUMBERS =
      Map.of(
          "tcp", "6", "udp", "17", "icmp", "1", "icmpv6", "58", "esp", "50", "ah", "51", "sctp",
          "132", "ipip", "94", "all", ANY, "-1", ANY);

  /** An end of a connection. */
  interface End {
    boolean has(Host host);
  }

  /** Everybody. */
  record Everybody() implements End {
    @Override
    public boolean has(Host host) {
      return true;
    }
  }

  /** Whoever carries a group or tag. */
  record Member(String group) implements End {
    @Override
    public boolean has(Host host) {
      return host.groups().contains(group);
    }
  }

  /** Whoever is in a range. */
  record Within(Span span) implements End {
    @Override
    public boolean has(Host host) {
      return host.address().filter(span::has).isPresent();
    }
  }

  /** Whoever has an address and is in none of these ranges. */
  record Outside(List<Span> spans) implements End {
    @Override
    public boolean has(Host host) {
      return host.address().filter(a -> spans.stream().noneMatch(s -> s.has(a))).isPresent();
    }
  }

  /** Ports from the first to the last. */
  record Ports(int first, int last) {
    static Optional<Ports> of(String text) {
      try {
        int dash = text.indexOf('-');
        return Optional.of(
            dash < 0
                ? new Ports(Integer.parseInt(text), Integer.parseInt(text))
                : new Ports(
                    Integer.parseInt(text.substring(0, dash)),
                    Integer.parseInt(text.substring(dash + 1))));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    boolean has(int port) {
      return first <= port && port <= last;
    }
  }

  static String protocol(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return NUMBERS.getOrDefault(lower, lower);
  }

  /** A range, or whoever carries what it names. */
  static End end(String text) {
    return Span.of(text).<End>map(Within::new).orElseGet(() -> new Member(text));
  }

  boolean matches(Packet packet) {
    return inbound == packet.inbound()
        && (protocol.equals(ANY) || protocol.equals(packet.protocol()))
        && (ports.isEmpty() || ports.stream().anyMatch(one -> one.has(packet.port())))
        && (sourcePorts.isEmpty()
            || sourcePorts.stream().anyMatch(one -> one.has(packet.sourcePort())))
        && (own.isEmpty() || own.stream().anyMatch(end -> end.has(packet.self())))
        && (others.isEmpty() || others.stream().anyMatch(end -> end.has(packet.other())));
  }

  /**
   * A packet that opens a connection.
   *
   * @param self our machine
   * @param inbound whether it is sent to it
   * @param other the other end
   * @param protocol the protocol's number
   * @param port the destination's port
   * @param sourcePort the sender's port
   */
  record Packet(
      Host self, boolean inbound, Host other, String protocol, int port, int sourcePort) {}
}
