package anyware.gcp;

import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.cloud.Probing;
import anyware.net.Cidr;
import anyware.net.IpAddress;
import anyware.net.MalformedException;
import anyware.settings.Logs;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sites with every kind of network and balancer. */
final class Shapes {
  static final String HOST_NETWORK = "projects/demo-host/global/networks/shared";
  static final String HOST_SUBNETWORK =
      "projects/demo-host/regions/us-central1/subnetworks/balancers";
  static final String GROUP = "projects/demo-project/zones/us-central1-a/instanceGroups/connectors";
  private static final String OTHER_GROUP =
      "https://www.googleapis.com/compute/v1/projects/demo-project/zones/us-central1-b/instanceGroups/connectors";

  /** Where the machines are in the network that is there. */
  static final Map<Role, List<Cidr>> RANGES =
      Map.of(
          Role.CONNECTOR, List.of(Cidr.of("10.50.0.0/24")),
          Role.WORKSTATION, List.of(Cidr.of("10.50.16.0/20"), Cidr.of("10.50.64.0/20")),
          Role.LICENSE_SERVER, List.of(Cidr.of("10.50.1.0/28")));

  private Shapes() {}

  /** The sites by a name for their shape. */
  static Map<String, Site> all() {
    Map<String, Site> shapes = new LinkedHashMap<>();
    shapes.put("created-internal", created(true, 0, internal(false), List.of()));
    shapes.put(
        "created-internal-static",
        created(true, 2, internal(true, "10.40.0.10"), List.of(GROUP, OTHER_GROUP)));
    shapes.put("created-no-nat", created(false, 1, Optional.of(Balancer.DEFAULT), List.of(GROUP)));
    shapes.put("created-no-addresses", created(true, 0, Optional.empty(), List.of()));
    shapes.put("existing", existing("main", List.of(), 1, Optional.empty(), List.of()));
    shapes.put(
        "existing-public",
        existing(HOST_NETWORK, List.of(), 2, Optional.of(Balancer.DEFAULT), List.of()));
    shapes.put(
        "existing-internal",
        existing(HOST_NETWORK, List.of("balancers"), 0, internal(false), List.of()));
    shapes.put(
        "existing-internal-static",
        existing(
            HOST_NETWORK,
            List.of(HOST_SUBNETWORK),
            0,
            internal(true, "10.50.2.10"),
            List.of(GROUP)));
    return shapes;
  }

  /** The site of a shape. */
  static Site of(String shape) {
    return Optional.ofNullable(all().get(shape)).orElseThrow();
  }

  /** An internal balancer at these addresses, or at one of the platform's choice. */
  static Optional<Balancer> internal(boolean globalAccess, String... addresses) {
    return Optional.of(
        new Balancer(
            Balancer.Scheme.INTERNAL,
            List.of(addresses).stream().map(Shapes::address).toList(),
            globalAccess,
            Optional.empty(),
            Probing.DEFAULT,
            false,
            Optional.empty(),
            Optional.empty()));
  }

  private static IpAddress address(String text) {
    try {
      return IpAddress.parse(text);
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Site created(
      boolean nat, int connectors, Optional<Balancer> balancer, List<String> targets) {
    return site(
        new SiteNetwork.Created(Cidr.of("10.40.0.0/16"), nat), connectors, balancer, targets);
  }

  /** A site in a network that is there. */
  static Site existing(
      String network,
      List<String> balancerSubnets,
      int connectors,
      Optional<Balancer> balancer,
      List<String> targets) {
    return site(
        new SiteNetwork.Existing(network, balancerSubnets, RANGES), connectors, balancer, targets);
  }

  /** The usual site with another network and balancer. */
  static Site site(
      SiteNetwork network, int connectors, Optional<Balancer> balancer, List<String> targets) {
    Site site = Plans.SITE;
    return new Site(
        site.name(),
        site.cloud(),
        site.region(),
        site.project(),
        site.resourceGroup(),
        connectors,
        network,
        balancer,
        targets,
        site.options(),
        site.sessions(),
        false,
        Optional.empty(),
        Logs.NONE);
  }

  /** The site elsewhere, and protected or not. */
  static Site moved(Site site, String project, String region, boolean protect) {
    return new Site(
        site.name(),
        site.cloud(),
        region,
        Optional.of(project),
        site.resourceGroup(),
        site.connectors(),
        site.network(),
        site.balancer(),
        site.targets(),
        site.options(),
        site.sessions(),
        protect,
        Optional.empty(),
        Logs.NONE);
  }
}
