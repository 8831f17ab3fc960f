package anyware.sandbox.gcp;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.Optional;

/**
 * The IPv6 addresses that Google chooses: a /64 for a dual-stack subnetwork, of it a /96 for a
 * forwarding rule (https://cloud.google.com/vpc/docs/subnets#ipv6-ranges,
 * https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts#ip_address_specifications).
 */
final class Ipv6Ranges {
  /** What the addresses of all external ranges begin with. */
  private static final String EXTERNAL = "2600:1900:";

  /** How many bits the range of a forwarding rule leaves. */
  static final int OF_RULE = 96;

  private static final String END = "::/64";

  private Ipv6Ranges() {}

  /** One group of hexadecimal digits without leading zeros. */
  static String group(RequestContext request, String purpose, int digits) {
    return "9abcdef8".charAt(request.hex(purpose + digits, 1).charAt(0) % 8)
        + request.hex(purpose + "/" + digits, digits - 1);
  }

  /** Tells whether a subnetwork has IPv6 addresses of an access type. */
  static boolean has(Props subnetwork, String access) {
    return subnetwork.text("stackType", "").equals("IPV4_IPV6")
        && subnetwork.text("ipv6AccessType", "").equals(access);
  }

  /**
   * The range of a subnetwork that has such addresses, else an empty text. One that it has stays.
   *
   * @param network the subnetwork's network
   */
  static String ofSubnetwork(
      RequestContext request, Props subnetwork, Optional<StoredResource> network, String access) {
    if (!has(subnetwork, access)) {
      return "";
    }
    String start =
        access.equals("EXTERNAL")
            ? EXTERNAL + group(request, "external", 4) + ":"
            : network
                .flatMap(its -> its.outputs().text("internalIpv6Range"))
                .map(range -> range.replaceFirst("::/48$", ":"))
                .orElse("fd20:8:8:");
    return start + group(request, "subnet", 4) + END;
  }

  /**
   * The first address of a range that is reserved for a forwarding rule or a machine. External
   * ranges are halved: the first half is the machines', the second the rules'.
   *
   * @param subnetwork where it lies
   * @param endpoint {@code NETLB}, {@code VM} or nothing, where the range is an internal one
   */
  static Optional<String> reserve(
      RequestContext request, StoredResource subnetwork, Optional<String> endpoint) {
    String half = endpoint.filter("NETLB"::equals).isPresent() ? ":8000:" : ":0:";
    return range(subnetwork)
        .map(range -> range.replaceFirst(END + "$", "") + half + group(request, "ipv6", 4) + "::");
  }

  /** The /64 of a subnetwork. */
  static Optional<String> range(StoredResource subnetwork) {
    return subnetwork.outputs().text("ipv6CidrRange").filter(range -> !range.isEmpty());
  }

  /** What a forwarding rule shows of such a range, from its first address on. */
  static String shown(String address) {
    return address.contains(":") && !address.contains("/") ? address + "/" + OF_RULE : address;
  }

  /** Whether an object is one of IPv6. */
  static boolean isMeant(Props addressOrRule) {
    return addressOrRule.text("ipVersion", "").equals("IPV6");
  }
}
