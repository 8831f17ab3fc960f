package anyware.settings;

import anyware.net.Cidr;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one site. */
final class SiteReader {
  private static final int MOST_CONNECTORS = 50;
  private static final int DEFAULT_CONNECTORS = 1;
  private static final ValueReader<Integer> CONNECTORS = Scalars.integer(0, MOST_CONNECTORS);
  private static final ValueReader<Cloud> CLOUDS = Scalars.oneOf(clouds());

  private SiteReader() {}

  private static Map<String, Cloud> clouds() {
    Map<String, Cloud> clouds = new LinkedHashMap<>();
    for (Cloud cloud : Cloud.values()) {
      clouds.put(cloud.slug(), cloud);
    }
    return clouds;
  }

  /** The site, as far as it could be read. */
  static Optional<Draft> read(String name, Node node) {
    return node.section("a structure {cloud, region, network, ...}", site -> draft(name, site));
  }

  private static Draft draft(String name, Section site) {
    Optional<Cloud> cloud = site.required("cloud", CLOUDS);
    Optional<String> region = site.required("region", SiteForms.region(cloud));
    ValueReader<String> projects = SiteForms.project(cloud);
    Optional<String> project =
        cloud.filter(Cloud.GCP::equals).isPresent()
            ? site.required("project", projects)
            : site.optional("project", projects);
    Optional<String> resourceGroup = site.optional("resourceGroup", SiteForms.resourceGroup(cloud));
    int connectors = site.or("connectors", CONNECTORS, DEFAULT_CONNECTORS);
    Optional<Cidr> network = site.required("network", node -> NetworkReader.read(node, cloud));
    Optional<Balancer> balancer =
        site.or("balancer", BalancerReader::read, Optional.of(Balancer.DEFAULT));
    return new Draft(
        name,
        cloud,
        network,
        cloud.flatMap(
            c ->
                network.map(
                    cidr ->
                        new Site(
                            name,
                            c,
                            region.orElse(""),
                            project,
                            resourceGroup,
                            connectors,
                            cidr,
                            balancer))));
  }

  /**
   * What could be read of a site, so that sites can be compared although something is wrong.
   *
   * @param name its name
   * @param cloud its cloud
   * @param network its network
   * @param site the site; usable only when no problem was reported
   */
  record Draft(String name, Optional<Cloud> cloud, Optional<Cidr> network, Optional<Site> site) {}
}
