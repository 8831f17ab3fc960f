package anyware.azure;

import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Traffic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How Azure writes what a rule is about: one protocol, and ports or ranges of them
 * (https://learn.microsoft.com/rest/api/virtualnetwork/security-rules/get).
 */
final class TrafficText {
  /** Stands for every port, protocol or address. */
  static final String ANY = "*";

  private static final Map<String, IpProtocol> NAMES =
      Map.of(
          "tcp", IpProtocol.TCP,
          "udp", IpProtocol.UDP,
          "icmp", IpProtocol.ICMP,
          "esp", IpProtocol.ESP,
          "ah", IpProtocol.AH);

  private TrafficText() {}

  /** The one protocol of a planned rule, such as {@code Tcp}, or {@link #ANY}. */
  static String protocol(List<Traffic> traffic) {
    return only(traffic)
        .protocol()
        .map(IpProtocol::toString)
        .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
        .orElse(ANY);
  }

  /** The one port or range of a planned rule, or {@link #ANY}. */
  static String port(List<Traffic> traffic) {
    PortRange ports = only(traffic).ports();
    return ports.equals(PortRange.ALL) ? ANY : ports.toString();
  }

  private static Traffic only(List<Traffic> traffic) {
    if (traffic.size() != 1) {
      throw new IllegalArgumentException("a planned rule is about one kind of traffic: " + traffic);
    }
    return traffic.get(0);
  }

  /**
   * What a rule is about. A rule on ports of every protocol is about TCP and UDP, as the platform
   * carries no other protocol that has ports; ICMP is that of IPv4, since network security groups
   * do not know the other one
   * (https://learn.microsoft.com/azure/virtual-network/ip-services/ipv6-overview).
   *
   * @param protocol a protocol's name or {@link #ANY}
   * @param ranges the ports
   * @return absent when there is no such protocol
   */
  static Optional<List<Traffic>> parse(String protocol, List<PortRange> ranges) {
    if (protocol.equals(ANY)) {
      return Optional.of(
          ranges.contains(PortRange.ALL)
              ? List.of(Traffic.ANY)
              : on(List.of(IpProtocol.TCP, IpProtocol.UDP), ranges));
    }
    return Optional.ofNullable(NAMES.get(protocol.toLowerCase(Locale.ROOT)))
        .map(known -> on(List.of(known), known.hasPorts() ? ranges : List.of(PortRange.ALL)));
  }

  private static List<Traffic> on(List<IpProtocol> protocols, List<PortRange> ranges) {
    return protocols.stream()
        .flatMap(p -> ranges.stream().map(range -> new Traffic(Optional.of(p), range)))
        .toList();
  }

  /** Every port, or the ones that a text names; absent when it names none. */
  static Optional<PortRange> range(String text) {
    if (text.equals(ANY)) {
      return Optional.of(PortRange.ALL);
    }
    if (!text.matches("\\d{1,5}(-\\d{1,5})?")) {
      return Optional.empty();
    }
    String[] ends = text.split("-", -1);
    int first = Integer.parseInt(ends[0]);
    int last = Integer.parseInt(ends[ends.length - 1]);
    return first <= last && last <= PortRange.ALL.last()
        ? Optional.of(new PortRange(first, last))
        : Optional.empty();
  }
}
