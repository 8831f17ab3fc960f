package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpAddress;
import anyware.plan.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The IPv6 addresses of a network that the plan makes. Azure gives virtual networks none, so they
 * are unique local ones (https://www.rfc-editor.org/rfc/rfc4193): nobody else's, and not routed on
 * the internet. Where RFC 4193 draws lots, these follow from the stack's and the site's name, so
 * that every run plans the same.
 *
 * @param network the network's prefix: a /48 of fd00::/8
 */
record UniqueLocalAddresses(Cidr network) {
  private static final long LOCAL = 0xfdL << 56;
  private static final int GLOBAL_ID = 40;
  private static final int NETWORK = 48;

  /**
   * A subnet of IPv6 addresses is a /64, no longer and no shorter
   * (https://learn.microsoft.com/azure/virtual-network/ip-services/ipv6-overview).
   */
  private static final int SUBNET = 64;

  /** The addresses of a site of a stack. */
  static UniqueLocalAddresses of(Place place) {
    // No site's name has a slash.
    byte[] digest = sha256(place.site() + "/" + place.stack());
    long globalId = ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - GLOBAL_ID);
    long high = LOCAL | globalId << (SUBNET - NETWORK);
    return new UniqueLocalAddresses(new Cidr(new IpAddress(Family.IPV6, high, 0), NETWORK));
  }

  /**
   * A role's part: the one of the number of the eighth of the network at which its IPv4 addresses
   * begin. A gateway has none: it is made with IPv6 or never gets it, and none of its connectors
   * can be asked by IPv6
   * (https://learn.microsoft.com/azure/application-gateway/ipv6-application-gateway-portal).
   */
  Optional<Cidr> of(Role role) {
    return switch (role) {
      case CONNECTOR -> Optional.of(subnet(0));
      case LICENSE_SERVER -> Optional.of(subnet(1));
      case WORKSTATION -> Optional.of(subnet(4));
      case BALANCER -> Optional.empty();
    };
  }

  private Cidr subnet(int number) {
    return network.part(SUBNET - NETWORK, number);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
