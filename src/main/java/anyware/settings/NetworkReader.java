package anyware.settings;

import anyware.cloud.Cloud;
import anyware.net.Cidr;
import anyware.net.Family;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code network} of a site. */
final class NetworkReader {
  private static final String ALLOWED = "a structure {cidr}";
  private static final String CIDR = "cidr";
  private static final String EXISTING = "existing";
  private static final String USE_CIDR = "give cidr, the addresses of a network to create";

  private NetworkReader() {}

  /** The network of a site; the cloud's limits are not checked where the cloud is not known. */
  static Optional<Cidr> read(Node node, Optional<Cloud> cloud) {
    if (node.text().isPresent()) {
      return node.refuse(ALLOWED, "write network: {cidr: ...}");
    }
    return node.section(ALLOWED, section -> network(section, cloud)).flatMap(Function.identity());
  }

  private static Optional<Cidr> network(Section network, Optional<Cloud> cloud) {
    ValueReader<Cidr> kind = cidr -> cidr(cidr, cloud);
    network.notOffered(EXISTING, USE_CIDR);
    network.notOffered("gatewaySubnet", "remove it");
    return network.has(EXISTING) ? network.optional(CIDR, kind) : network.required(CIDR, kind);
  }

  private static Optional<Cidr> cidr(Node node, Optional<Cloud> cloud) {
    Optional<Cidr> cidr = AddressLists.cidr(node);
    if (cidr.isEmpty()) {
      return cidr;
    }
    if (cidr.get().family() != Family.IPV4) {
      return node.refuse("an IPv4 prefix", "");
    }
    Optional<String> allowed = cloud.flatMap(known -> known.forms().network().violated(cidr.get()));
    return allowed.isPresent() ? node.refuse(allowed.get(), "") : cidr;
  }
}
