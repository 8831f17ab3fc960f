package anyware.gcp;

import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Traffic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the platform writes protocols and ports
 * (https://cloud.google.com/firewall/docs/firewalls#protocols_and_ports).
 */
final class TrafficText {
  private static final String ALL = "all";

  private static final Map<String, IpProtocol> NAMES =
      Map.of(
          "icmp", IpProtocol.ICMP,
          "tcp", IpProtocol.TCP,
          "udp", IpProtocol.UDP,
          "esp", IpProtocol.ESP,
          "ah", IpProtocol.AH,
          "sctp", IpProtocol.SCTP);

  /** Numbers 4 and 94 both go by this name; the vendor does not say which one is meant. */
  private static final String IPIP = "ipip";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern PORTS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  private TrafficText() {}

  /** The protocol's name where the platform has one, else its number; {@code all} for each. */
  static String protocol(Traffic traffic) {
    return traffic
        .protocol()
        .map(p -> NAMES.containsValue(p) ? p.toString() : String.valueOf(p.number()))
        .orElse(ALL);
  }

  /**
   * The protocols that a name or number means; absent within the list for every protocol.
   *
   * @param text a name in any case, or a number
   * @return empty when there is no such protocol
   */
  static List<Optional<IpProtocol>> protocols(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (name.equals(ALL)) {
      return List.of(Optional.empty());
    }
    if (name.equals(IPIP)) {
      return List.of(Optional.of(new IpProtocol(4)), Optional.of(new IpProtocol(94)));
    }
    if (NUMBER.matcher(name).matches() && Integer.parseInt(name) <= 255) {
      return List.of(Optional.of(new IpProtocol(Integer.parseInt(name))));
    }
    return Optional.ofNullable(NAMES.get(name)).stream().map(Optional::of).toList();
  }

  /**
   * A port or a range of ports.
   *
   * @param text such as {@code 443} or {@code 8000-8010}
   * @return empty when it is neither
   */
  static Optional<PortRange> ports(String text) {
    Matcher matcher = PORTS.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    return first <= last && last <= 65535
        ? Optional.of(new PortRange(first, last))
        : Optional.empty();
  }
}
