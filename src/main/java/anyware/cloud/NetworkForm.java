package anyware.cloud;

import anyware.net.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What networks a cloud lets one create, IPv4.
 *
 * @param widest the shortest prefix length
 * @param narrowest the longest prefix length; an eighth of the network must still be a subnet
 * @param reserved ranges of which a network may contain nothing
 */
public record NetworkForm(int widest, int narrowest, List<Cidr> reserved) {
  /** Ranges that no cloud's network may have: this network, loopback, link-local, multicast. */
  private static final List<Cidr> RESERVED_EVERYWHERE =
      cidrs("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "255.255.255.255/32");

  /** Copies the ranges. */
  public NetworkForm {
    reserved = List.copyOf(reserved);
  }

  /** The form with the ranges that are reserved everywhere and these of the cloud's own. */
  public static NetworkForm of(int widest, int narrowest, String... reserved) {
    return new NetworkForm(
        widest,
        narrowest,
        Stream.concat(RESERVED_EVERYWHERE.stream(), cidrs(reserved).stream()).toList());
  }

  private static List<Cidr> cidrs(String... texts) {
    return Stream.of(texts).map(Cidr::of).toList();
  }

  /** What prefix lengths there are, after "allowed:". */
  public String lengths() {
    return "a prefix length from " + widest + " to " + narrowest;
  }

  /** What keeps the cloud from creating the network, as what is allowed; absent when nothing. */
  public Optional<String> violated(Cidr network) {
    if (network.prefix() < widest || network.prefix() > narrowest) {
      return Optional.of(lengths());
    }
    return reserved.stream()
        .filter(network::overlaps)
        .findFirst()
        .map(range -> "addresses outside " + range + ", which is reserved");
  }
}
