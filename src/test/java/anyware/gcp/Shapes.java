package anyware.gcp;

import anyware.catalogue.Role;
import anyware.cloud.Application;
import anyware.cloud.Balancer;
import anyware.cloud.Certificate;
import anyware.cloud.DnsName;
import anyware.cloud.Log;
import anyware.cloud.Probing;
import anyware.net.Cidr;
import anyware.net.IpAddress;
import anyware.net.MalformedException;
import anyware.settings.Logs;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import anyware.testing.Fixtures;
import anyware.testing.Layer7;
import anyware.testing.SiteCopy;
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

  private static final DnsName DNS =
      new DnsName("projects/demo-dns/managedZones/example", "pcoip.example.com");

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
        existing(
            HOST_NETWORK, List.of(HOST_SUBNETWORK), 2, Optional.of(Balancer.DEFAULT), List.of()));
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
    shapes.put("created-layer7", created(true, 2, layer7(), List.of()));
    shapes.put("created-layer7-full", logged(created(true, 2, full(), List.of(GROUP))));
    shapes.put("created-named", logged(created(true, 2, named(), List.of())));
    shapes.put(
        "existing-layer7",
        existing(HOST_NETWORK, List.of(), 2, layer7(), List.of(GROUP, OTHER_GROUP)));
    shapes.put("existing-layer7-full", logged(existing("main", List.of(), 1, full(), List.of())));
    return shapes;
  }

  private static Optional<Balancer> layer7() {
    return Optional.of(Layer7.balancer(Gcp.CLOUD, Balancer.Scheme.PUBLIC));
  }

  /** A balancer of layer 4 with a record and probes of its own. */
  private static Optional<Balancer> named() {
    Balancer usual = Balancer.DEFAULT;
    return Optional.of(
        new Balancer(
            usual.scheme(),
            usual.addresses(),
            usual.globalAccess(),
            usual.idleSeconds(),
            new Probing(Optional.of(10), Optional.of(9), Optional.empty(), Optional.of(4)),
            false,
            Optional.of(DNS),
            Optional.empty()));
  }

  /** A balancer of layer 7 of which everything is said. */
  private static Optional<Balancer> full() {
    Balancer usual = Layer7.balancer(Gcp.CLOUD, Balancer.Scheme.PUBLIC);
    return Optional.of(
        new Balancer(
            usual.scheme(),
            List.of(),
            false,
            Optional.of(90),
            new Probing(Optional.of(20), Optional.of(4), Optional.of(2), Optional.of(5)),
            false,
            Optional.of(DNS),
            Optional.of(
                new Application(
                    new Certificate.Managed(List.of("pcoip.example.com", "a.example.com")),
                    "RESTRICTED",
                    Optional.of(7200),
                    Optional.of("projects/demo-project/global/securityPolicies/edge"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))));
  }

  /** With records of the connectors and all logs. */
  private static Site logged(Site site) {
    Optional<Log> on = Optional.of(new Log(Optional.empty()));
    return Fixtures.with(
        site,
        Optional.of(new DnsName(DNS.zone(), "connector-{number}.example.com")),
        new Logs(on, on, on));
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
        new SiteNetwork.Created(Cidr.of("10.40.0.0/16"), nat, true), connectors, balancer, targets);
  }

  /** A site in a network that is there. */
  static Site existing(
      String network,
      List<String> balancerSubnets,
      int connectors,
      Optional<Balancer> balancer,
      List<String> targets) {
    return site(
        new SiteNetwork.Existing(network, balancerSubnets, RANGES, true),
        connectors,
        balancer,
        targets);
  }

  /** The usual site with another network and balancer. */
  static Site site(
      SiteNetwork network, int connectors, Optional<Balancer> balancer, List<String> targets) {
    Site site = Plans.SITE;
    return SiteCopy.of(site)
        .connectors(connectors)
        .network(network)
        .balancer(balancer)
        .targets(targets)
        .site();
  }

  /** The site elsewhere, and protected or not. */
  static Site moved(Site site, String project, String region, boolean protect) {
    return SiteCopy.of(site).region(region).project(project).protect(protect).site();
  }
}
