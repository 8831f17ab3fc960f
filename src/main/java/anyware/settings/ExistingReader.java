package anyware.settings;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code network.existing} of a site. */
final class ExistingReader {
  /** The key of the network's id. */
  static final String NETWORK = "network";

  /** The key of the balancer's subnets. */
  static final String BALANCER_SUBNETS = "balancerSubnets";

  /** The keys of the roles' ranges. */
  static final Map<Role, String> RANGES =
      Map.of(
          Role.CONNECTOR, "connectorRanges",
          Role.WORKSTATION, "workstationRanges",
          Role.LICENSE_SERVER, "licenseServerRanges",
          Role.BALANCER, "balancerRanges");

  private static final String ALLOWED = "a structure {network, ...}";

  private ExistingReader() {}

  static Optional<SiteNetwork.Existing> read(Node node, ExistingForms forms, boolean ipv6) {
    if (node.text().isPresent()) {
      return node.refuse(ALLOWED, "write existing: {network: ...}");
    }
    return node.section(ALLOWED, section -> existing(section, forms, ipv6))
        .flatMap(Function.identity());
  }

  private static Optional<SiteNetwork.Existing> existing(
      Section section, ExistingForms forms, boolean ipv6) {
    for (String word : NetworkReader.OTHER_WORDS) {
      section.meant(word, word.startsWith("subnet") ? BALANCER_SUBNETS : NETWORK);
    }
    Optional<String> network = section.required(NETWORK, forms.network());
    List<String> subnets =
        section.or(
            BALANCER_SUBNETS, node -> TextLists.read(node, forms.subnet(network)), List.of());
    Map<Role, List<Cidr>> ranges = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      Optional.ofNullable(RANGES.get(role))
          .flatMap(key -> section.optional(key, node -> ranges(node, ipv6)))
          .ifPresent(addresses -> ranges.put(role, addresses.prefixes()));
    }
    return network.map(id -> new SiteNetwork.Existing(id, subnets, ranges, ipv6));
  }

  /** Machines with addresses of a family are in a network that has it. */
  private static Optional<AddressSet> ranges(Node node, boolean ipv6) {
    Optional<AddressSet> ranges = AddressLists.some(node);
    return ipv6 || ranges.filter(some -> !some.of(Family.IPV6).isEmpty()).isEmpty()
        ? ranges
        : node.refuse(
            "IPv4 addresses where the network has no IPv6", "set ipv6: true beside existing");
  }
}
