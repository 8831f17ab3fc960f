package anyware.settings;

import anyware.cloud.Balancer;
import anyware.cloud.Cloud;
import anyware.cloud.DnsName;
import anyware.net.Cidr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one site.
 *
 * @param clouds every cloud that a site can be in
 * @param stack the stack's options, which the site may restate
 * @param administrationOpen whether the stack lets everybody reach the management interface
 * @param protect whether the stack's networks, balancers and addresses are protected
 * @param logs the stack's logs, which the site may restate
 */
record SiteReader(
    List<? extends Cloud> clouds,
    Options stack,
    boolean administrationOpen,
    boolean protect,
    Logs logs) {
  private static final int MOST_CONNECTORS = 50;
  private static final ValueReader<Integer> CONNECTORS = Scalars.integer(0, MOST_CONNECTORS);

  private static final ValueReader<Integer> SESSIONS = Scalars.integer(1, 1_000_000);

  private ValueReader<Cloud> cloud() {
    Map<String, Cloud> bySlug = new LinkedHashMap<>();
    clouds.forEach(cloud -> bySlug.put(cloud.slug(), cloud));
    return Scalars.oneOf(bySlug);
  }

  /** The site, as far as it could be read. */
  Optional<Draft> read(String name, Node node) {
    return node.section("a structure {cloud, region, network, ...}", site -> draft(name, site));
  }

  private Draft draft(String name, Section site) {
    Optional<Cloud> cloud = site.required("cloud", cloud());
    SiteForms forms = new SiteForms(clouds, cloud);
    Optional<String> region = site.required("region", forms.region());
    Optional<String> project =
        forms.needsProject()
            ? site.required("project", forms.project())
            : site.optional("project", forms.project());
    Optional<String> resourceGroup = site.optional("resourceGroup", forms.resourceGroup());
    Optional<Integer> connectors = site.optional("connectors", CONNECTORS);
    Options options = OptionsReader.ofSite(site, stack, administrationOpen);
    NetworkReader.OTHER_WORDS.forEach(word -> site.meant(word, "network.existing.network"));
    Optional<SiteNetwork> network =
        site.required(
            "network", node -> NetworkReader.read(node, cloud, new ExistingForms(clouds, cloud)));
    Optional<Balancer> balancer =
        site.or("balancer", BalancerReader.of(cloud), Optional.of(Balancer.DEFAULT));
    List<String> targets = site.or("targets", node -> TargetsReader.read(node, cloud), List.of());
    Optional<DnsName> connectorDns = site.optional("connectorDns", DnsReader.ofConnectors(cloud));
    Logs ofSite = LogsReader.ofSite(site, logs, cloud);
    Optional<Integer> sessions = site.optional("sessions", SESSIONS);
    Optional<Site> read =
        cloud.flatMap(
            known ->
                network.map(
                    net ->
                        new Site(
                            name,
                            known,
                            region.orElse(""),
                            project,
                            resourceGroup,
                            connectors.orElseGet(() -> defaultConnectors(options, balancer)),
                            net,
                            balancer,
                            targets,
                            options,
                            sessions,
                            protect,
                            connectorDns,
                            ofSite)));
    read.ifPresent(whole -> SiteConsistency.check(whole, site));
    return new Draft(name, cloud, network, read);
  }

  /** Addresses are for sessions of clients that come from outside. */
  private static int defaultConnectors(Options options, Optional<Balancer> balancer) {
    boolean isInternal = balancer.filter(b -> b.scheme() == Balancer.Scheme.INTERNAL).isPresent();
    return isInternal || !options.hasClients() ? 0 : 1;
  }

  /**
   * What could be read of a site, so that sites can be compared although something is wrong.
   *
   * @param name its name
   * @param cloud its cloud
   * @param network its network
   * @param site the site; usable only when no problem was reported
   */
  record Draft(
      String name, Optional<Cloud> cloud, Optional<SiteNetwork> network, Optional<Site> site) {
    /** Whether the site brings addresses of its own, which nobody else may have. */
    boolean createsNetwork() {
      return network.filter(n -> n.fold(created -> true, existing -> false)).isPresent();
    }

    /** The addresses of its network, as far as they are known. */
    List<Cidr> ranges() {
      return network.map(SiteNetwork::ranges).orElse(List.of());
    }
  }
}
