package anyware.settings;

import anyware.cloud.Cloud;
import anyware.cloud.NetworkForm;
import anyware.net.Cidr;
import anyware.net.Family;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code network} of a site. */
final class NetworkReader {
  private static final String ALLOWED = "a structure {cidr} or {existing}";
  private static final String CIDR = "cidr";
  private static final String NAT = "nat";
  private static final String EXISTING = "existing";
  private static final String IPV6 = "ipv6";
  private static final String EITHER = "exactly one of cidr, existing";

  /** What people try who look for {@code existing}. */
  static final List<String> OTHER_WORDS =
      List.of("vpc", "vnet", "vpcId", "vnetId", "subnets", "subnetIds", "networkId");

  private NetworkReader() {}

  /** The network of a site; the cloud's limits are not checked where the cloud is not known. */
  static Optional<SiteNetwork> read(Node node, Optional<Cloud> cloud, ExistingForms forms) {
    if (node.text().isPresent()) {
      return node.refuse(ALLOWED, "write network: {cidr: ...} or {existing: {network: ...}}");
    }
    return node.section(ALLOWED, section -> network(section, cloud, forms))
        .flatMap(Function.identity());
  }

  private static Optional<SiteNetwork> network(
      Section network, Optional<Cloud> cloud, ExistingForms forms) {
    boolean isExisting = network.has(EXISTING);
    ValueReader<Cidr> kind = cidr -> cidr(cidr, cloud);
    OTHER_WORDS.forEach(word -> network.meant(word, "existing.network"));
    Optional<Cidr> cidr =
        isExisting || OTHER_WORDS.stream().anyMatch(network::has)
            ? network.optional(CIDR, kind)
            : network.required(CIDR, kind);
    boolean nat = network.or(NAT, isExisting ? NetworkReader::noNat : Scalars::bool, true);
    boolean ipv6 = network.or(IPV6, Scalars::bool, false);
    Optional<SiteNetwork.Existing> existing =
        network.optional(EXISTING, node -> ExistingReader.read(node, forms, ipv6));
    if (isExisting && network.has(CIDR)) {
      return network.node().report("both", EITHER, "remove one of them");
    }
    return isExisting
        ? existing.map(Function.identity())
        : cidr.map(range -> new SiteNetwork.Created(range, nat, ipv6));
  }

  private static Optional<Boolean> noNat(Node node) {
    return node.refuse(
        "nothing with existing", "remove it: an existing network's way out is its owner's");
  }

  private static Optional<Cidr> cidr(Node node, Optional<Cloud> cloud) {
    Optional<NetworkForm> lengths = cloud.map(known -> known.forms().network());
    if (node.isRecorded()) {
      lengths.ifPresent(form -> node.refuse("an IPv4 prefix with " + form.lengths(), ""));
    }
    Optional<Cidr> cidr = AddressLists.cidr(node);
    if (node.isRecorded()) {
      lengths
          .map(form -> SettingForms.ipv4Prefix(form.widest(), form.narrowest()))
          .ifPresent(node::expects);
    }
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
