package anyware.testing;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.cloud.Cloud;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.settings.LicenseServer;
import anyware.settings.Options;
import anyware.settings.Outbound;
import anyware.settings.Peers;
import anyware.settings.Radius;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Sites with settings of chance. Peers have addresses out of a few, some of which lie in others or
 * in the site's own network, and services ports out of a few, so that flows meet.
 */
public final class RandomSites {
  private static final List<String> ADDRESSES =
      List.of(
          "0.0.0.0/0",
          "10.0.0.0/8",
          "10.8.0.0/16",
          "10.9.0.10",
          "192.0.2.0/25",
          "192.0.2.0/26",
          "192.0.2.64/26",
          "198.51.100.0/24",
          "2001:db8::/32",
          "2001:db8:a::/48");

  private static final List<Integer> LICENSE_PORTS = List.of(7070, 443, 636, 53, 22, 4172);
  private static final List<Integer> RADIUS_PORTS = List.of(1812, 53, 4172);

  private final Random random;
  private final Cloud cloud;

  /** Sites of this cloud. */
  public RandomSites(Random random, Cloud cloud) {
    this.random = random;
    this.cloud = cloud;
  }

  /** A network that is made, or one that is there. */
  public SiteNetwork network() {
    SiteNetwork made = Fixtures.site(cloud).network();
    return random.nextInt(3) > 0 ? made : existing();
  }

  private SiteNetwork existing() {
    Map<Role, List<Cidr>> ranges =
        Map.of(
            Role.CONNECTOR, List.of(Cidr.of("10.77.0.0/24")),
            Role.WORKSTATION, List.of(Cidr.of("10.77.16.0/20"), Cidr.of("10.78.0.0/24")),
            Role.LICENSE_SERVER, List.of(Cidr.of("10.77.1.0/28")));
    return switch (cloud.slug()) {
      case "aws" ->
          new SiteNetwork.Existing("vpc-0abc", List.of("subnet-0aaa", "subnet-0bbb"), ranges, true);
      case "azure" ->
          new SiteNetwork.Existing(
              "/subscriptions/0/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/v",
              List.of(
                  "/subscriptions/0/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/v"
                      + "/subnets/front"),
              ranges,
              true);
      default ->
          new SiteNetwork.Existing(
              "projects/host-project/global/networks/shared", List.of("front"), ranges, true);
    };
  }

  /** A site in this network. */
  public Site site(SiteNetwork network) {
    Site site = Fixtures.withNetwork(Fixtures.site(cloud), network, 1);
    return Fixtures.withOptions(Fixtures.withBalancer(site, balancer()), options());
  }

  private Optional<Balancer> balancer() {
    return switch (random.nextInt(3)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(Balancer.DEFAULT);
      default -> Optional.of(Balancer.of(Balancer.Scheme.INTERNAL));
    };
  }

  private Options options() {
    Peers peers = Peers.NONE;
    for (Peer peer : Peer.values()) {
      boolean always =
          List.of(Peer.CLIENTS, Peer.DOMAIN_CONTROLLERS, Peer.DNS, Peer.ANYWARE_MANAGER)
              .contains(peer);
      boolean ofItsOwn = peer.setting().isPresent() || peer == Peer.SSH;
      if (ofItsOwn && (always || random.nextInt(3) > 0)) {
        peers = peers.with(peer, addresses());
      }
    }
    if (random.nextInt(4) == 0) {
      peers = peers.with(Peer.CLIENTS, AddressSet.EMPTY).with(Peer.INTERNAL_CLIENTS, addresses());
    }
    return new Options(
        peers,
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new Radius(addresses(), any(RADIUS_PORTS))),
        random.nextBoolean(),
        licenseServer(),
        random.nextBoolean(),
        new Outbound(any(List.of(Outbound.Limit.values())), any(List.of(Outbound.Limit.values()))));
  }

  private Optional<LicenseServer> licenseServer() {
    return switch (random.nextInt(3)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new LicenseServer.Hosted(any(LICENSE_PORTS)));
      default -> Optional.of(new LicenseServer.Existing(addresses(), any(LICENSE_PORTS)));
    };
  }

  private AddressSet addresses() {
    return random.nextInt(3) > 0
        ? AddressSet.of(any(ADDRESSES))
        : AddressSet.of(any(ADDRESSES), any(ADDRESSES));
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
