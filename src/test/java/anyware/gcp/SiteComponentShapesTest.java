package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.settings.Site;
import anyware.testing.Fixtures;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.test.PulumiTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of network and balancer registers, and what its resources are bound to. */
class SiteComponentShapesTest {
  private static final String PROVIDER = "pulumi:providers:gcp";
  private static final String NETWORK = "gcp:compute/network:Network";
  private static final String SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
  private static final String ROUTER = "gcp:compute/router:Router";
  private static final String ROUTER_NAT = "gcp:compute/routerNat:RouterNat";
  private static final String FIREWALL = "gcp:compute/firewall:Firewall";
  private static final String ADDRESS = "gcp:compute/address:Address";
  private static final String HEALTH_CHECK = "gcp:compute/regionHealthCheck:RegionHealthCheck";
  private static final String BACKEND_SERVICE =
      "gcp:compute/regionBackendService:RegionBackendService";
  private static final String FORWARDING_RULE = "gcp:compute/forwardingRule:ForwardingRule";

  private final Registrations seen = Registrations.of(Plans.option("everything"));

  private static Registrations shape(String name) {
    return Registrations.of(Plans.of(Plans.settings("minimal"), Shapes.of(name)));
  }

  private static ResourceOptions options(Registrations registered, String resource) {
    return Objects.requireNonNull(registered.options().get(resource), resource);
  }

  private static String bond(Registrations registered, String resource) {
    return options(registered, resource)
        .getReplacementTrigger()
        .map(PulumiTest::extractValue)
        .map(String::valueOf)
        .orElse("");
  }

  @Test
  void theWayOutServesItsSubnetsAndNoOthers() {
    assertThat(seen.inputs(ROUTER, "iowa-nat"))
        .isEqualTo(
            Map.of(
                "project", "demo-project",
                "region", "us-central1",
                "network", "link of iowa-network"));
    assertThat(seen.inputs(ROUTER_NAT, "iowa-nat"))
        .isEqualTo(
            Map.of(
                "project",
                "demo-project",
                "region",
                "us-central1",
                "router",
                "iowa-nat",
                "natIpAllocateOption",
                "AUTO_ONLY",
                "sourceSubnetworkIpRangesToNat",
                "LIST_OF_SUBNETWORKS",
                "minPortsPerVm",
                2048.0,
                "subnetworks",
                List.of(
                    Map.of(
                        "name",
                        "link of iowa-workstation",
                        "sourceIpRangesToNats",
                        List.of("ALL_IP_RANGES")),
                    Map.of(
                        "name",
                        "link of iowa-license-server",
                        "sourceIpRangesToNats",
                        List.of("ALL_IP_RANGES")))));
    assertThat(shape("created-no-nat").types()).doesNotContain(ROUTER, ROUTER_NAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"existing", "existing-public", "existing-internal-static"})
  void ofANetworkThatIsThereNothingIsRegistered(String name) {
    Registrations registered = shape(name);
    String project = name.equals("existing") ? "demo-project" : "demo-host";

    assertThat(registered.types()).doesNotContain(NETWORK, SUBNETWORK, ROUTER, ROUTER_NAT);
    assertThat(registered.inputs(FIREWALL))
        .isNotEmpty()
        .allSatisfy(
            (rule, inputs) ->
                assertThat(inputs)
                    .containsEntry("project", project)
                    .containsEntry(
                        "network",
                        Plans.of(Plans.settings("minimal"), Shapes.of(name)).network().identity()));
    assertThat(registered.inputs(ADDRESS))
        .allSatisfy(
            (address, inputs) -> assertThat(inputs).containsEntry("project", "demo-project"));
  }

  @Test
  void anInternalBalancerLiesInItsSubnetwork() {
    Registrations registered = shape("existing-internal-static");
    String network = "https://www.googleapis.com/compute/v1/" + Shapes.HOST_NETWORK;
    String subnetwork = "https://www.googleapis.com/compute/v1/" + Shapes.HOST_SUBNETWORK;

    assertThat(registered.inputs(ADDRESS, "iowa-balancer"))
        .containsEntry("addressType", "INTERNAL")
        .containsEntry("subnetwork", subnetwork)
        .containsEntry("address", "10.50.2.10");
    assertThat(registered.inputs(FORWARDING_RULE, "iowa-balancer"))
        .containsEntry("loadBalancingScheme", "INTERNAL")
        .containsEntry("network", network)
        .containsEntry("subnetwork", subnetwork)
        .containsEntry("ports", List.of("443"))
        .containsEntry("allowGlobalAccess", true)
        .doesNotContainKey("portRange");
    assertThat(registered.inputs(BACKEND_SERVICE, "iowa-balancer"))
        .containsEntry("loadBalancingScheme", "INTERNAL")
        .containsEntry("network", network)
        .containsEntry(
            "backends",
            List.of(
                Map.of(
                    "group",
                    "https://www.googleapis.com/compute/v1/" + Shapes.GROUP,
                    "balancingMode",
                    "CONNECTION")));
    assertThat(options(registered, BACKEND_SERVICE + " iowa-balancer").getIgnoreChanges())
        .as("groups that the settings name")
        .isEmpty();
    assertThat(registered.output("network"))
        .contains(
            Map.of(
                "id",
                network,
                "ranges",
                List.of("10.50.0.0/24", "10.50.16.0/20", "10.50.64.0/20")));
    assertThat(registered.output("subnets"))
        .contains(
            Map.of(
                "balancer", List.of(Map.of("id", subnetwork)),
                "connector", List.of(Map.of("range", "10.50.0.0/24")),
                "workstation",
                    List.of(Map.of("range", "10.50.16.0/20"), Map.of("range", "10.50.64.0/20"))));
  }

  @Test
  void inANetworkOfItsOwnItLiesWithTheConnectors() {
    Registrations registered = shape("created-internal");

    assertThat(registered.inputs(ADDRESS, "iowa-balancer"))
        .containsEntry("subnetwork", "link of iowa-connector")
        .doesNotContainKey("address");
    assertThat(registered.inputs(FORWARDING_RULE, "iowa-balancer"))
        .containsEntry("network", "link of iowa-network")
        .containsEntry("subnetwork", "link of iowa-connector")
        .containsEntry("ipAddress", "address of iowa-balancer")
        .containsEntry("allowGlobalAccess", false);
  }

  @Test
  void resourcesAreBoundToTheirPlace() {
    String region = "demo-project us-central1";
    for (String bound :
        List.of(
            ADDRESS + " iowa-connector-1",
            BACKEND_SERVICE + " iowa-balancer",
            FORWARDING_RULE + " iowa-balancer",
            HEALTH_CHECK + " iowa-balancer")) {
      assertThat(bond(seen, bound)).as(bound).isEqualTo(region);
    }
    for (String bound :
        List.of(
            NETWORK + " iowa-network",
            SUBNETWORK + " iowa-connector",
            ROUTER + " iowa-nat",
            ROUTER_NAT + " iowa-nat",
            FIREWALL + " iowa-connector-closed-out-v4")) {
      assertThat(bond(seen, bound)).as(bound).isEqualTo(region + " [10.40.0.0/16] EXTERNAL");
      assertThat(bond(shape("created-internal"), bound))
          .as("%s of a network whose connectors are reached from within", bound)
          .isEqualTo(region + " [10.40.0.0/16] INTERNAL");
    }
    for (String bound : List.of(ADDRESS, FORWARDING_RULE)) {
      assertThat(bond(seen, bound + " iowa-balancer-v6"))
          .isEqualTo(region + " [10.40.0.0/16] EXTERNAL");
    }
    Registrations ipv4 =
        Registrations.of(Plans.of(Plans.settings("minimal"), Fixtures.withoutIpv6(Plans.SITE)));
    assertThat(bond(ipv4, NETWORK + " iowa-network")).isEqualTo(region + " [10.40.0.0/16]");
    Registrations existing = shape("existing-internal");
    String network = "https://www.googleapis.com/compute/v1/" + Shapes.HOST_NETWORK;
    assertThat(bond(existing, FIREWALL + " iowa-connector-closed-out-v4")).isEqualTo(network);
    assertThat(bond(existing, FORWARDING_RULE + " iowa-balancer"))
        .isEqualTo(region + " " + network);
    assertThat(bond(existing, HEALTH_CHECK + " iowa-balancer")).isEqualTo(region);
  }

  @Test
  void whatTheProviderWouldMoveInPlaceIsReplaced() {
    assertThat(options(seen, BACKEND_SERVICE + " iowa-balancer").getReplaceOnChanges())
        .containsExactly("region", "network");
    assertThat(options(seen, FIREWALL + " iowa-connector-closed-out-v4").getReplaceOnChanges())
        .containsExactly("network");
  }

  @Test
  void theProviderOfAnotherPlaceIsAnotherAndKnowsItsFormerName() {
    Site moved = Shapes.moved(Plans.SITE, "demo-lab", "us-east4", false);
    Registrations registered = Registrations.of(Plans.of(Plans.settings("minimal"), moved));

    assertThat(registered.inputs(PROVIDER))
        .containsExactly(
            Map.entry(
                "iowa-demo-lab-us-east4", Map.of("project", "demo-lab", "region", "us-east4")));
    assertThat(options(registered, PROVIDER + " iowa-demo-lab-us-east4").getAliases())
        .singleElement()
        .satisfies(
            alias ->
                assertThat(PulumiTest.extractValue(alias).getName().map(PulumiTest::extractValue))
                    .contains("iowa"));
  }

  @Test
  void networksAddressesAndBalancersAreProtectedOnDemand() {
    Site site = Shapes.moved(Plans.SITE, "demo-project", "us-central1", true);
    Registrations registered = Registrations.of(Plans.of(Plans.settings("minimal"), site));
    List<String> unprotected = List.of(FIREWALL, ROUTER, ROUTER_NAT);

    assertThat(registered.options())
        .allSatisfy(
            (resource, options) ->
                assertThat(options.isProtect())
                    .as(resource)
                    .isEqualTo(
                        resource.startsWith("gcp:")
                            && unprotected.stream().noneMatch(resource::startsWith)));
    assertThat(seen.options().values()).noneMatch(ResourceOptions::isProtect);
  }

  @Test
  void onlyAGivenAddressOfANetworkOfOthersIsLeftBeforeItIsTakenAgain() {
    assertThat(deletesFirst("existing-internal-static")).isTrue();
    assertThat(deletesFirst("existing-internal")).isFalse();
    assertThat(deletesFirst("created-internal-static")).isFalse();
    assertThat(deletesFirst("created-no-nat")).isFalse();
  }

  private static boolean deletesFirst(String name) {
    return ((CustomResourceOptions) options(shape(name), ADDRESS + " iowa-balancer"))
        .getDeleteBeforeReplace();
  }
}
