package anyware.settings;

import anyware.cloud.Cloud;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the static private addresses of a balancer. */
final class BalancerAddresses {
  private static final String ONE = "one private IPv4 address";

  private BalancerAddresses() {}

  /** One address, or one for each subnet on a cloud whose balancers have several. */
  static Optional<List<IpAddress>> read(Node node, Optional<Cloud> cloud) {
    if (cloud.filter(known -> !known.forms().balancer().addressPerSubnet()).isPresent()) {
      return address(node).map(List::of);
    }
    Optional<List<Node>> items = node.items();
    if (items.isEmpty()) {
      return node.refuse(
          "a list of private IPv4 addresses, one for each of the balancer's subnets",
          node.text().isPresent() ? "write it in [ ]" : "");
    }
    Set<IpAddress> addresses = new LinkedHashSet<>();
    for (Node item : items.get()) {
      address(item)
          .filter(address -> !addresses.add(address))
          .ifPresent(twice -> item.refuse("each address once", "remove it"));
    }
    return Optional.of(List.copyOf(addresses));
  }

  private static Optional<IpAddress> address(Node node) {
    if (node.isRecorded()) {
      node.refuse(ONE, "");
    }
    Optional<Cidr> cidr = AddressLists.cidr(node);
    if (node.isRecorded()) {
      node.expects(SettingForms.ipv4Address());
    }
    return cidr.flatMap(
            one ->
                one.family() == Family.IPV4 && one.prefix() == Family.IPV4.bits()
                    ? Optional.of(one)
                    : node.<Cidr>refuse(ONE, ""))
        .map(Cidr::first);
  }
}
