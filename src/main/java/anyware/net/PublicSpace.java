package anyware.net;

import java.util.List;

/**
 * The addresses that machines on the internet can have: unicast, globally reachable
 * (https://www.iana.org/assignments/iana-ipv4-special-registry,
 * https://www.iana.org/assignments/ipv6-address-space).
 */
public final class PublicSpace {
  private static final List<Cidr> WHOLE = List.of(Cidr.of("0.0.0.0/0"), Cidr.of("2000::/3"));
  private static final AddressSet EXCEPT =
      AddressSet.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "224.0.0.0/3",
          "2001:db8::/32");

  private PublicSpace() {}

  /**
   * How much of a family's public addresses are in a set.
   *
   * @return from 0, none, to 1, all
   */
  public static double share(AddressSet addresses, Family family) {
    double all = 0;
    double in = 0;
    for (Cidr whole : WHOLE) {
      if (whole.family() == family) {
        all += size(whole) - common(EXCEPT, whole);
        for (Cidr prefix : addresses.of(family).prefixes()) {
          Cidr part = whole.contains(prefix) ? prefix : whole;
          in += whole.overlaps(prefix) ? size(part) - common(EXCEPT, part) : 0;
        }
      }
    }
    return in / all;
  }

  private static double common(AddressSet set, Cidr prefix) {
    return set.prefixes().stream()
        .filter(prefix::overlaps)
        .mapToDouble(other -> Math.min(size(other), size(prefix)))
        .sum();
  }

  private static double size(Cidr prefix) {
    return Math.pow(2, prefix.family().bits() - prefix.prefix());
  }
}
