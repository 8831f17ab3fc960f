package anyware.azure;

import anyware.catalogue.Role;
import anyware.cloud.Application;
import anyware.cloud.Balancer;
import anyware.cloud.Probing;
import anyware.net.Cidr;
import anyware.net.IpAddress;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import anyware.testing.Fixtures;
import anyware.testing.Layer7;
import anyware.testing.SiteCopy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shapes that a site on Azure can have besides the usual one, by name. */
final class AzureShapes {
  static final String NETWORK_ID =
      "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/network-team"
          + "/providers/Microsoft.Network/virtualNetworks/hub";
  static final String SUBNET_ID = NETWORK_ID + "/subnets/balancers";

  private static final Site USUAL = Fixtures.site(Azure.CLOUD);
  private static final SiteNetwork WITHOUT_NAT =
      new SiteNetwork.Created(Cidr.of("10.30.0.0/16"), false, true);
  private static final SiteNetwork THEIRS = existing(List.of(), Map.of());

  private static final Site THERE =
      Fixtures.withNetwork(
          USUAL,
          existing(
              List.of(SUBNET_ID),
              Map.of(
                  Role.CONNECTOR,
                  List.of(Cidr.of("10.7.2.0/24")),
                  Role.WORKSTATION,
                  List.of(Cidr.of("10.7.64.0/18")),
                  Role.BALANCER,
                  List.of(Cidr.of("10.7.1.0/24")))),
          2);

  private static final Balancer PROBING =
      new Balancer(
          Balancer.Scheme.PUBLIC,
          List.of(),
          false,
          Optional.of(240),
          new Probing(Optional.of(5), Optional.empty(), Optional.empty(), Optional.of(4)),
          false,
          Optional.empty(),
          Optional.empty());

  private static final Balancer BACKEND = backend();

  private AzureShapes() {}

  private static Balancer backend() {
    Balancer usual = Layer7.balancer(Azure.CLOUD, Balancer.Scheme.PUBLIC);
    Application application = usual.application().orElseThrow();
    return new Balancer(
        usual.scheme(),
        usual.addresses(),
        false,
        Optional.empty(),
        new Probing(Optional.of(60), Optional.of(10), Optional.empty(), Optional.of(5)),
        false,
        Optional.empty(),
        Optional.of(
            new Application(
                application.certificate(),
                "AppGwSslPolicy20220101S",
                Optional.empty(),
                Optional.of(
                    "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/waf"
                        + "/providers/Microsoft.Network"
                        + "/ApplicationGatewayWebApplicationFirewallPolicies/sessions"),
                Optional.empty(),
                Optional.of(new Application.Capacity(0, 20)),
                Optional.of(
                    new Application.Backend(
                        Optional.of(
                            "-----BEGIN CERTIFICATE-----\nTUlJQw==\n-----END CERTIFICATE-----\n"),
                        Optional.of("connector.example.com"))))));
  }

  static Map<String, Site> all() {
    Map<String, Site> shapes = new LinkedHashMap<>();
    shapes.put("ipv4", Fixtures.withoutIpv6(USUAL));
    shapes.put("ipv4-internal", Fixtures.withoutIpv6(created(Optional.of(internal()))));
    shapes.put("ipv4-gateway", Fixtures.withoutIpv6(gateway(USUAL, Balancer.Scheme.PUBLIC)));
    shapes.put("no-nat", Fixtures.withNetwork(USUAL, WITHOUT_NAT, 1));
    shapes.put("no-connectors", Fixtures.withNetwork(USUAL, USUAL.network(), 0));
    shapes.put("internal", created(Optional.of(internal())));
    shapes.put("internal-address", created(Optional.of(internal("10.30.7.10"))));
    shapes.put(
        "internal-targets", targets(created(Optional.of(internal())), "10.30.0.9", "10.30.0.8"));
    shapes.put("public-targets", targets(USUAL, "10.30.0.8"));
    shapes.put("no-zones", in("westus", USUAL));
    shapes.put("internal-no-zones", in("westus", created(Optional.of(internal()))));
    shapes.put("protected", protectedOne(USUAL));
    shapes.put("existing", Fixtures.withNetwork(USUAL, THEIRS, 2));
    shapes.put(
        "existing-no-balancer", Fixtures.withoutBalancer(Fixtures.withNetwork(USUAL, THEIRS, 1)));
    shapes.put(
        "existing-internal",
        targets(
            Fixtures.withBalancer(
                Fixtures.withNetwork(USUAL, existing(List.of(SUBNET_ID), ranges()), 0),
                Optional.of(internal("10.7.1.10"))),
            "10.7.2.4"));
    shapes.put("probing", Fixtures.withBalancer(USUAL, Optional.of(PROBING)));
    shapes.put("gateway", gateway(USUAL, Balancer.Scheme.PUBLIC));
    shapes.put("gateway-internal", gateway(USUAL, Balancer.Scheme.INTERNAL));
    shapes.put(
        "gateway-internal-address",
        Fixtures.withBalancer(
            USUAL,
            Optional.of(
                Layer7.balancer(Azure.CLOUD, Balancer.Scheme.INTERNAL)
                    .at(List.of(Cidr.of("10.30.100.9").first())))));
    shapes.put(
        "gateway-targets",
        targets(gateway(USUAL, Balancer.Scheme.PUBLIC), "10.30.0.9", "10.30.0.8"));
    shapes.put("gateway-backend", Fixtures.withBalancer(USUAL, Optional.of(BACKEND)));
    shapes.put("gateway-no-zones", in("westus", gateway(USUAL, Balancer.Scheme.PUBLIC)));
    shapes.put("gateway-protected", protectedOne(gateway(USUAL, Balancer.Scheme.PUBLIC)));
    shapes.put("gateway-existing", gateway(THERE, Balancer.Scheme.PUBLIC));
    shapes.put("gateway-existing-dual", gateway(dual(), Balancer.Scheme.PUBLIC));
    shapes.put("gateway-existing-internal", gateway(THERE, Balancer.Scheme.INTERNAL));
    return shapes;
  }

  /** In a network whose subnets have prefixes of both families, the gateway's too. */
  private static Site dual() {
    return Fixtures.withNetwork(
        USUAL,
        existing(
            List.of(SUBNET_ID),
            Map.of(
                Role.CONNECTOR,
                List.of(Cidr.of("10.7.2.0/24"), Cidr.of("fd07:0:0:2::/64")),
                Role.WORKSTATION,
                List.of(Cidr.of("10.7.64.0/18"), Cidr.of("fd07:0:0:64::/64")),
                Role.BALANCER,
                List.of(Cidr.of("10.7.1.0/24"), Cidr.of("fd07:0:0:1::/64")))),
        2);
  }

  private static Site gateway(Site site, Balancer.Scheme scheme) {
    return Layer7.site(site, scheme);
  }

  /** The shape of this name. */
  static Site of(String name) {
    return Optional.ofNullable(all().get(name)).orElseThrow();
  }

  static Map<Role, List<Cidr>> ranges() {
    return Map.of(
        Role.CONNECTOR,
        List.of(Cidr.of("10.7.2.0/24"), Cidr.of("10.7.3.0/24")),
        Role.WORKSTATION,
        List.of(Cidr.of("10.7.64.0/18")));
  }

  private static SiteNetwork existing(List<String> subnets, Map<Role, List<Cidr>> ranges) {
    return new SiteNetwork.Existing(NETWORK_ID, subnets, ranges, true);
  }

  private static Site created(Optional<Balancer> balancer) {
    return Fixtures.withBalancer(Fixtures.withNetwork(USUAL, USUAL.network(), 0), balancer);
  }

  static Balancer internal(String... addresses) {
    List<IpAddress> fixed = List.of(addresses).stream().map(text -> Cidr.of(text).first()).toList();
    return Balancer.of(Balancer.Scheme.INTERNAL).at(fixed);
  }

  /** The site with these targets. */
  static Site targets(Site site, String... targets) {
    return copy(site, site.region(), List.of(targets), site.protect());
  }

  private static Site in(String region, Site site) {
    return copy(site, region, site.targets(), site.protect());
  }

  private static Site protectedOne(Site site) {
    return copy(site, site.region(), site.targets(), true);
  }

  private static Site copy(Site site, String region, List<String> targets, boolean protect) {
    return SiteCopy.of(site).region(region).targets(targets).protect(protect).site();
  }
}
