package anyware.testing;

import anyware.Clouds;
import anyware.aws.Aws;
import anyware.azure.Azure;
import anyware.catalogue.Peer;
import anyware.catalogue.PeerSetting;
import anyware.cloud.Balancer;
import anyware.cloud.Cloud;
import anyware.cloud.DnsName;
import anyware.gcp.Gcp;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.policy.Policy;
import anyware.settings.LicenseServer;
import anyware.settings.Logs;
import anyware.settings.Options;
import anyware.settings.Outbound;
import anyware.settings.Peers;
import anyware.settings.Quotas;
import anyware.settings.Radius;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Settings to test with. Every option set is the minimal one with something changed. */
public final class Fixtures {
  private static final AddressSet ANY = AddressSet.of("0.0.0.0/0");

  /** Peers of which no two share an address, clients and administrators in both families. */
  public static final Peers DISTINCT_PEERS =
      Peers.NONE
          .with(Peer.CLIENTS, AddressSet.of("198.51.100.0/24", "2001:db8:c::/48"))
          .with(Peer.ADMINISTRATORS, AddressSet.of("203.0.113.0/28", "2001:db8:a::/64"))
          .with(Peer.DOMAIN_CONTROLLERS, AddressSet.of("10.9.0.10", "10.9.0.11"))
          .with(Peer.DNS, AddressSet.of("10.9.0.12"))
          .with(Peer.ANYWARE_MANAGER, AddressSet.of("192.0.2.0/26"))
          .with(Peer.CLOUD_LICENSE_SERVER, AddressSet.of("192.0.2.64/26"))
          .with(Peer.SUMO_LOGIC, AddressSet.of("192.0.2.128/26"))
          .with(Peer.OUTSIDE_WORKSTATIONS, AddressSet.of("10.8.0.0/24"));

  /** Only what must be given, everything else as by default. */
  public static final Peers DEFAULT_PEERS =
      defaults()
          .with(Peer.CLIENTS, ANY)
          .with(Peer.DOMAIN_CONTROLLERS, AddressSet.of("10.9.0.10"))
          .with(Peer.DNS, AddressSet.of("10.9.0.10"));

  /** The same, but all of the vendor's services can be anywhere, so that they share rules. */
  public static final Peers SHARED_PEERS = DEFAULT_PEERS.with(Peer.CLOUD_LICENSE_SERVER, ANY);

  /** Every option off, with the default peers. */
  public static final Options DEFAULT_OPTIONS =
      new Options(DEFAULT_PEERS, Optional.empty(), false, Optional.empty(), false, Outbound.OPEN);

  private Fixtures() {}

  /**
   * The cloud of this name.
   *
   * @throws java.util.NoSuchElementException when none is registered
   */
  public static Cloud cloud(String slug) {
    return Clouds.ALL.stream()
        .<Cloud>map(cloud -> cloud)
        .filter(cloud -> cloud.slug().equals(slug))
        .findFirst()
        .orElseThrow();
  }

  private static Peers defaults() {
    Peers peers = Peers.NONE;
    for (Peer peer : Peer.values()) {
      AddressSet fallback = peer.setting().flatMap(PeerSetting::fallback).orElse(AddressSet.EMPTY);
      peers = peers.with(peer, fallback);
    }
    return peers;
  }

  /** A site with the default balancer, one connector and a network of its own, of both families. */
  public static Site site(Cloud cloud) {
    return switch (cloud.slug()) {
      case "aws" -> site("virginia", cloud, "us-east-1", Optional.empty(), "10.20.0.0/16");
      case "azure" -> site("dublin", cloud, "northeurope", Optional.empty(), "10.30.0.0/16");
      case "gcp" -> site("iowa", cloud, "us-central1", Optional.of("demo-project"), "10.40.0.0/16");
      default -> throw new IllegalArgumentException(cloud.slug());
    };
  }

  private static Site site(
      String name, Cloud cloud, String region, Optional<String> project, String network) {
    return new Site(
        name,
        cloud,
        region,
        project,
        Optional.empty(),
        1,
        new SiteNetwork.Created(Cidr.of(network), true, true),
        Optional.of(Balancer.DEFAULT),
        List.of(),
        DEFAULT_OPTIONS,
        Optional.empty(),
        false,
        Optional.empty(),
        Logs.NONE);
  }

  /** The site with IPv4 addresses only. */
  public static Site withoutIpv6(Site site) {
    SiteNetwork network =
        site.network()
            .fold(
                made -> new SiteNetwork.Created(made.cidr(), made.nat(), false),
                there ->
                    new SiteNetwork.Existing(
                        there.id(), there.balancerSubnets(), there.roleRanges(), false));
    return withNetwork(site, network, site.connectors());
  }

  /** The site without its balancer. */
  public static Site withoutBalancer(Site site) {
    return withBalancer(site, Optional.empty());
  }

  /** The site with another balancer. */
  public static Site withBalancer(Site site, Optional<Balancer> balancer) {
    return SiteCopy.of(site).balancer(balancer).site();
  }

  /** The site with other options. */
  public static Site withOptions(Site site, Options options) {
    return SiteCopy.of(site).options(options).site();
  }

  /** The site with records for its connectors, and with logs. */
  public static Site with(Site site, Optional<DnsName> connectorDns, Logs logs) {
    return SiteCopy.of(site).connectorDns(connectorDns).logs(logs).site();
  }

  /** The site in another network, with so many connectors. */
  public static Site withNetwork(Site site, SiteNetwork network, int connectors) {
    return SiteCopy.of(site).connectors(connectors).network(network).site();
  }

  /**
   * The settings' site in a cloud.
   *
   * @throws java.util.NoSuchElementException when there is none
   */
  public static Site siteOf(Settings settings, Cloud cloud) {
    return settings.sites().stream()
        .filter(site -> site.cloud().slug().equals(cloud.slug()))
        .findFirst()
        .orElseThrow();
  }

  /** The policy of the site with the options of these settings. */
  public static Policy policy(Settings settings, Site site) {
    return Policy.of(withOptions(site, settings.options()));
  }

  /** One site of each cloud with these peers and every option off. */
  public static Settings minimal(Peers peers) {
    return settings(peers, Optional.empty(), false, Optional.empty(), false);
  }

  /** Settings with one site of each cloud. */
  public static Settings settings(
      Peers peers,
      Optional<Radius> radius,
      boolean legacyHttp,
      Optional<LicenseServer> licenseServer,
      boolean dnsOverTcp) {
    return settings(
        new Options(peers, radius, legacyHttp, licenseServer, dnsOverTcp, Outbound.OPEN));
  }

  /** Settings with one site of each cloud, each with these options. */
  public static Settings settings(Options options) {
    return new Settings(
        options,
        new TreeMap<>(Map.of("environment", "test")),
        Quotas.DEFAULT,
        false,
        Stream.of(Azure.CLOUD, Gcp.CLOUD, Aws.CLOUD)
            .map(cloud -> withOptions(site(cloud), options))
            .toList(),
        List.of());
  }

  /** Every option set by name: none, each option alone, and all together. */
  public static Map<String, Settings> optionSets() {
    Optional<Radius> radius = Optional.of(new Radius(AddressSet.of("10.9.0.20"), 1812));
    Optional<LicenseServer> hosted = Optional.of(new LicenseServer.Hosted(7070));
    Optional<LicenseServer> existing =
        Optional.of(new LicenseServer.Existing(AddressSet.of("10.9.0.30"), 7171));
    Peers peers = DISTINCT_PEERS;
    Map<String, Settings> sets = new LinkedHashMap<>();
    sets.put("default-peers", minimal(DEFAULT_PEERS));
    sets.put("minimal", minimal(peers));
    sets.put("radius", settings(peers, radius, false, Optional.empty(), false));
    sets.put("legacy-http", settings(peers, Optional.empty(), true, Optional.empty(), false));
    sets.put("license-hosted", settings(peers, Optional.empty(), false, hosted, false));
    sets.put("license-existing", settings(peers, Optional.empty(), false, existing, false));
    sets.put("dns-over-tcp", settings(peers, Optional.empty(), false, Optional.empty(), true));
    Peers inside =
        peers
            .with(Peer.INTERNAL_CLIENTS, AddressSet.of("10.8.64.0/18", "2001:db8:d::/48"))
            .with(Peer.SSH, AddressSet.of("203.0.113.16/28"));
    Outbound limited = new Outbound(Outbound.Limit.TABLE, Outbound.Limit.TABLE);
    sets.put("internal-clients", minimal(inside));
    sets.put("inside-only", minimal(inside.with(Peer.CLIENTS, AddressSet.EMPTY)));
    sets.put(
        "outbound-table",
        settings(new Options(peers, Optional.empty(), false, Optional.empty(), false, limited)));
    sets.put("everything", settings(new Options(inside, radius, true, hosted, true, limited)));
    return sets;
  }
}
