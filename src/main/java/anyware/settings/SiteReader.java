package anyware.settings;

import anyware.cloud.Balancer;
import anyware.cloud.Cloud;
import anyware.net.Cidr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one site. */
final class SiteReader {
  private static final int MOST_CONNECTORS = 50;
  private static final int DEFAULT_CONNECTORS = 1;
  private static final ValueReader<Integer> CONNECTORS = Scalars.integer(0, MOST_CONNECTORS);

  private SiteReader() {}

  private static ValueReader<Cloud> cloud(List<? extends Cloud> clouds) {
    Map<String, Cloud> bySlug = new LinkedHashMap<>();
    clouds.forEach(cloud -> bySlug.put(cloud.slug(), cloud));
    return Scalars.oneOf(bySlug);
  }

  /**
   * The site, as far as it could be read.
   *
   * @param clouds every cloud that a site can be in
   */
  static Optional<Draft> read(String name, Node node, List<? extends Cloud> clouds) {
    return node.section(
        "a structure {cloud, region, network, ...}", site -> draft(name, site, clouds));
  }

  private static Draft draft(String name, Section site, List<? extends Cloud> clouds) {
    Optional<Cloud> cloud = site.required("cloud", cloud(clouds));
    SiteForms forms = new SiteForms(clouds, cloud);
    Optional<String> region = site.required("region", forms.region());
    Optional<String> project =
        forms.needsProject()
            ? site.required("project", forms.project())
            : site.optional("project", forms.project());
    Optional<String> resourceGroup = site.optional("resourceGroup", forms.resourceGroup());
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
