package anyware.testing;

import anyware.cloud.Balancer;
import anyware.cloud.DnsName;
import anyware.settings.Logs;
import anyware.settings.Options;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.List;
import java.util.Optional;

/** A site like another one, but for what is said. */
public final class SiteCopy {
  private final Site model;
  private String name;
  private String region;
  private Optional<String> project;
  private Optional<String> resourceGroup;
  private int connectors;
  private SiteNetwork network;
  private Optional<Balancer> balancer;
  private List<String> targets;
  private Options options;
  private boolean protect;
  private Optional<DnsName> connectorDns;
  private Logs logs;

  private SiteCopy(Site model) {
    this.model = model;
    name = model.name();
    region = model.region();
    project = model.project();
    resourceGroup = model.resourceGroup();
    connectors = model.connectors();
    network = model.network();
    balancer = model.balancer();
    targets = model.targets();
    options = model.options();
    protect = model.protect();
    connectorDns = model.connectorDns();
    logs = model.logs();
  }

  /** One of which nothing is said yet. */
  public static SiteCopy of(Site model) {
    return new SiteCopy(model);
  }

  /** Another name. */
  public SiteCopy name(String other) {
    name = other;
    return this;
  }

  /** Another region. */
  public SiteCopy region(String other) {
    region = other;
    return this;
  }

  /** Another project. */
  public SiteCopy project(String other) {
    project = Optional.of(other);
    return this;
  }

  /** A resource group that exists. */
  public SiteCopy resourceGroup(String other) {
    resourceGroup = Optional.of(other);
    return this;
  }

  /** So many connectors. */
  public SiteCopy connectors(int other) {
    connectors = other;
    return this;
  }

  /** Another network. */
  public SiteCopy network(SiteNetwork other) {
    network = other;
    return this;
  }

  /** Another balancer, or none. */
  public SiteCopy balancer(Optional<Balancer> other) {
    balancer = other;
    return this;
  }

  /** Other targets. */
  public SiteCopy targets(List<String> other) {
    targets = other;
    return this;
  }

  /** Other options. */
  public SiteCopy options(Options other) {
    options = other;
    return this;
  }

  /** Whether it is protected from deletion. */
  public SiteCopy protect(boolean other) {
    protect = other;
    return this;
  }

  /** Records for its connectors, or none. */
  public SiteCopy connectorDns(Optional<DnsName> other) {
    connectorDns = other;
    return this;
  }

  /** Other logs. */
  public SiteCopy logs(Logs other) {
    logs = other;
    return this;
  }

  /** The site. */
  public Site site() {
    return new Site(
        name,
        model.cloud(),
        region,
        project,
        resourceGroup,
        connectors,
        network,
        balancer,
        targets,
        options,
        model.sessions(),
        protect,
        connectorDns,
        logs);
  }
}
