package anyware.net;

import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that a machine can have which another one sends packets to, or gets some from:
 * neither this-network, loopback, link-local, multicast and reserved ones
 * (https://www.iana.org/assignments/iana-ipv4-special-registry) nor those of IPv6 that were never
 * given out (https://www.iana.org/assignments/ipv6-address-space).
 */
public final class HostAddresses {
  /** Reserved, but Google takes them for subnets; without the broadcast address. */
  private static final AddressSet RESERVED = AddressSet.of("240.0.0.0/4");

  private static final AddressSet BROADCAST = AddressSet.of("255.255.255.255/32");

  /** IPv4 machines as IPv6 ones see them through NAT64. */
  private static final AddressSet TRANSLATED = AddressSet.of("64:ff9b::/96");

  private static final AddressSet IPV4 =
      AddressSet.of("0.0.0.0/0")
          .without(
              AddressSet.of(
                  "0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"));

  private static final AddressSet IPV6 = AddressSet.of("2000::/3", "fc00::/7");

  /** In a network without NAT64. */
  public static final AddressSet UNTRANSLATED = both(IPV4, IPV6);

  /** In a network that may have NAT64. */
  public static final AddressSet USUAL = both(UNTRANSLATED, TRANSLATED);

  /** In a network that may have NAT64, and machines at reserved addresses. */
  public static final AddressSet WITH_RESERVED = both(USUAL, RESERVED.without(BROADCAST));

  private HostAddresses() {}

  private static AddressSet both(AddressSet one, AddressSet other) {
    List<Cidr> prefixes = Stream.of(one, other).flatMap(set -> set.prefixes().stream()).toList();
    return AddressSet.of(prefixes);
  }
}
