package anyware.aws;

import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Traffic;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How AWS writes what a rule is about: a protocol by name or number and, for some protocols, ports
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html).
 */
final class TrafficText {
  private static final String EVERY_PROTOCOL = "-1";

  private static final Map<String, IpProtocol> NAMES =
      Map.of(
          "tcp", IpProtocol.TCP,
          "udp", IpProtocol.UDP,
          "icmp", IpProtocol.ICMP,
          "icmpv6", IpProtocol.ICMPV6);

  private TrafficText() {}

  /** The protocol's name where AWS has one, else its number; -1 for every protocol. */
  static String protocol(Traffic traffic) {
    return traffic
        .protocol()
        .map(p -> NAMES.containsValue(p) ? p.toString() : String.valueOf(p.number()))
        .orElse(EVERY_PROTOCOL);
  }

  /**
   * What a rule is about. Ports matter for TCP and UDP only: AWS opens every port of any other
   * protocol, whatever the rule says. The types and codes of ICMP are not told apart.
   *
   * @param protocol a name, a number or {@code -1}; also {@code all}, as providers write it
   * @param first the first port, or -1 for all; absent where the rule names none
   * @param last the last port, or -1 for all; absent where the rule names none
   * @return absent when there is no such protocol or range
   */
  static Optional<Traffic> parse(String protocol, Optional<Integer> first, Optional<Integer> last) {
    String name = protocol.toLowerCase(Locale.ROOT);
    if (name.equals(EVERY_PROTOCOL) || name.equals("all")) {
      return Optional.of(Traffic.ANY);
    }
    return number(name)
        .flatMap(p -> ports(p, first, last).map(r -> new Traffic(Optional.of(p), r)));
  }

  private static Optional<IpProtocol> number(String name) {
    return Optional.ofNullable(NAMES.get(name))
        .or(
            () ->
                Optional.of(name)
                    .filter(digits -> digits.matches("\\d{1,3}"))
                    .map(Integer::parseInt)
                    .filter(number -> number <= 255)
                    .map(IpProtocol::new));
  }

  private static Optional<PortRange> ports(
      IpProtocol protocol, Optional<Integer> first, Optional<Integer> last) {
    if (!protocol.equals(IpProtocol.TCP) && !protocol.equals(IpProtocol.UDP)) {
      return Optional.of(PortRange.ALL);
    }
    int from = first.orElse(-1);
    int to = last.orElse(from);
    if (from == -1) {
      return Optional.of(PortRange.ALL);
    }
    return from < 0 || to > PortRange.ALL.last() || from > to
        ? Optional.empty()
        : Optional.of(new PortRange(from, to));
  }
}
