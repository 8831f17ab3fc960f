package anyware.azure;

import anyware.net.AddressSet;
import anyware.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The addresses behind service tags
 * (https://learn.microsoft.com/azure/virtual-network/service-tags-overview).
 */
final class ServiceTags {
  static final String VIRTUAL_NETWORK = "VirtualNetwork";
  static final String LOAD_BALANCER = "AzureLoadBalancer";
  static final String INTERNET = "Internet";

  /**
   * Where the platform's probes come from and its name server is
   * (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16).
   */
  static final AddressSet HOST = AddressSet.of("168.63.129.16/32");

  /**
   * Where machines find the platform's services: name server, DHCP, agent and metadata. The rules
   * of a network security group do not close them, unless one names the service by its tag
   * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#azure-platform-considerations).
   */
  static final AddressSet PLATFORM = AddressSet.of("168.63.129.16/32", "169.254.169.254/32");

  /**
   * What a virtual network and the networks connected to it usually have
   * (https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq).
   */
  private static final AddressSet PRIVATE =
      AddressSet.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

  static final AddressSet EVERYWHERE = AddressSet.of("0.0.0.0/0", "::/0");

  /**
   * What the public internet does not reach: private, shared, local and multicast addresses, and
   * all of IPv6 but the global unicast addresses that were ever given out
   * (https://www.iana.org/assignments/ipv6-address-space/ipv6-address-space.xhtml).
   */
  private static final AddressSet NOT_PUBLIC =
      AddressSet.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "224.0.0.0/3",
          "::/3",
          "4000::/2",
          "8000::/1");

  private static final AddressSet PUBLIC = EVERYWHERE.without(NOT_PUBLIC);

  private final AddressSet possible;
  private final AddressSet certain;
  private final AddressSet internet;

  /**
   * @param possible the addresses that the virtual network and the networks connected to it may
   *     have
   * @param certain those that they have for sure
   */
  ServiceTags(AddressSet possible, AddressSet certain) {
    this.possible = withHost(possible);
    this.certain = withHost(certain);
    this.internet = PUBLIC.without(this.certain);
  }

  /** Whether the public internet reaches all of them. */
  static boolean isPublic(AddressSet addresses) {
    return addresses.without(PUBLIC).isEmpty();
  }

  /**
   * The addresses that a virtual network and the networks connected to it may have: the tag means
   * all of them.
   *
   * @param ranges those that it has for sure
   */
  static AddressSet connected(Collection<Cidr> ranges) {
    List<Cidr> prefixes = new ArrayList<>(PRIVATE.prefixes());
    prefixes.addAll(ranges);
    return AddressSet.of(prefixes);
  }

  private static AddressSet withHost(AddressSet network) {
    List<Cidr> prefixes = new ArrayList<>(network.prefixes());
    prefixes.addAll(HOST.prefixes());
    return AddressSet.of(prefixes);
  }

  /** Whether the tag's addresses are known. */
  static boolean isKnown(String tag) {
    String name = tag.toLowerCase(Locale.ROOT);
    return List.of(VIRTUAL_NETWORK, LOAD_BALANCER, INTERNET).stream()
        .anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(name));
  }

  /**
   * The tag's addresses. Those of a tag that is not known change from week to week: a rule that
   * allows is taken to mean every public address, one that denies to mean none.
   *
   * @param tag the tag in any case
   * @param allows what the rule does that names it
   */
  AddressSet addresses(String tag, boolean allows) {
    if (tag.equalsIgnoreCase(VIRTUAL_NETWORK)) {
      return allows ? possible : certain;
    }
    if (tag.equalsIgnoreCase(LOAD_BALANCER)) {
      return HOST;
    }
    return allows || tag.equalsIgnoreCase(INTERNET) ? internet : AddressSet.EMPTY;
  }
}
