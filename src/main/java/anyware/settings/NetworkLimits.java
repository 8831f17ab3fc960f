package anyware.settings;

import anyware.net.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What networks a cloud lets one create.
 *
 * @param widest the shortest prefix length
 * @param narrowest the longest prefix length; an eighth of the network must still be a subnet
 * @param reserved ranges of which a network may contain nothing
 */
record NetworkLimits(int widest, int narrowest, List<Cidr> reserved) {
  private static final List<Cidr> RESERVED_EVERYWHERE =
      cidrs("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "255.255.255.255/32");

  /**
   * Networks of /16 to /28 and subnets down to /28:
   * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  private static final NetworkLimits AWS = new NetworkLimits(16, 25, RESERVED_EVERYWHERE);

  /**
   * Subnets down to /29, and one address of Azure's own:
   * https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
   */
  private static final NetworkLimits AZURE =
      new NetworkLimits(8, 26, with(RESERVED_EVERYWHERE, "168.63.129.16/32"));

  /** Subnets down to /29, and prohibited ranges: https://cloud.google.com/vpc/docs/subnets */
  private static final NetworkLimits GCP =
      new NetworkLimits(8, 26, with(RESERVED_EVERYWHERE, "199.36.153.4/30", "199.36.153.8/30"));

  static NetworkLimits of(Cloud cloud) {
    return switch (cloud) {
      case AWS -> AWS;
      case AZURE -> AZURE;
      case GCP -> GCP;
    };
  }

  /** The network, or empty after a problem was reported. */
  Optional<Cidr> check(Cidr network, Node node) {
    if (network.prefix() < widest || network.prefix() > narrowest) {
      return node.refuse("a prefix length from " + widest + " to " + narrowest, "");
    }
    Optional<Cidr> hit = reserved.stream().filter(network::overlaps).findFirst();
    return hit.isPresent()
        ? node.refuse("addresses outside " + hit.get() + ", which is reserved", "")
        : Optional.of(network);
  }

  private static List<Cidr> cidrs(String... texts) {
    return Stream.of(texts).map(Cidr::of).toList();
  }

  private static List<Cidr> with(List<Cidr> base, String... more) {
    return Stream.concat(base.stream(), cidrs(more).stream()).toList();
  }
}
