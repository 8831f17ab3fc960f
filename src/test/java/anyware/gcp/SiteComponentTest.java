package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import anyware.testing.Fixtures;
import anyware.testing.SiteCopy;
import com.pulumi.gcp.Provider;
import com.pulumi.resources.ResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SiteComponentTest {
  private static final String PROVIDER = "pulumi:providers:gcp";
  private static final String NETWORK = "gcp:compute/network:Network";
  private static final String SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
  private static final String FIREWALL = "gcp:compute/firewall:Firewall";
  private static final String ADDRESS = "gcp:compute/address:Address";
  private static final String HEALTH_CHECK = "gcp:compute/regionHealthCheck:RegionHealthCheck";
  private static final String BACKEND_SERVICE =
      "gcp:compute/regionBackendService:RegionBackendService";
  private static final String FORWARDING_RULE = "gcp:compute/forwardingRule:ForwardingRule";

  private final Plan plan = Plans.option("everything");
  private final Registrations seen = Registrations.of(plan);

  @Test
  void theSiteHasOneProviderWithoutCredentials() {
    assertThat(seen.inputs(PROVIDER))
        .containsExactly(
            Map.entry(
                "iowa-demo-project-us-central1",
                Map.of("project", "demo-project", "region", "us-central1")));
  }

  @Test
  void everythingIsTheComponentsChildAndGoesThroughTheSitesProvider() {
    Map<String, ResourceOptions> clouds =
        seen.options().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("gcp:"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    assertThat(clouds)
        .hasSize(plan.rules().size() + Plans.subnets(plan).size() + 10)
        .allSatisfy(
            (resource, options) -> {
              assertThat(options.getParent()).containsInstanceOf(SiteComponent.class);
              assertThat(options.getProvider()).containsInstanceOf(Provider.class);
            });
    assertThat(seen.options()).containsKey("anyware:network:Google iowa");
    assertThat(seen.options())
        .hasEntrySatisfying(
            PROVIDER + " iowa-demo-project-us-central1",
            options -> assertThat(options.getParent()).containsInstanceOf(SiteComponent.class));
  }

  @Test
  void theNetworkHasTheSubnetsOfThePlanOnly() {
    assertThat(seen.inputs(NETWORK))
        .containsExactly(
            Map.entry(
                "iowa-network",
                Map.of(
                    "project", "demo-project",
                    "autoCreateSubnetworks", false,
                    "enableUlaInternalIpv6", true)));
    assertThat(seen.inputs(SUBNETWORK)).hasSameSizeAs(Plans.subnets(plan));
    for (Subnet subnet : Plans.subnets(plan)) {
      assertThat(seen.inputs(SUBNETWORK, subnet.name()))
          .isEqualTo(
              Map.of(
                  "project", "demo-project",
                  "network", "link of iowa-network",
                  "region", "us-central1",
                  "ipCidrRange", subnet.range().toString(),
                  "stackType", "IPV4_IPV6",
                  "ipv6AccessType", subnet.role() == Role.CONNECTOR ? "EXTERNAL" : "INTERNAL"));
    }
  }

  @Test
  void everyRuleIsAFirewall() {
    assertThat(seen.inputs(FIREWALL).keySet())
        .containsExactlyElementsOf(plan.rules().stream().map(Rule::name).toList());
  }

  @Test
  void anAllowanceFromAddressesNamesItsSource() {
    assertThat(seen.inputs(FIREWALL, "iowa-connector-inbound-udp-4172-v6"))
        .isEqualTo(
            Map.of(
                "project",
                "demo-project",
                "network",
                "link of iowa-network",
                "description",
                "PCoIP sessions (row 5)",
                "direction",
                "INGRESS",
                "priority",
                1000.0,
                "targetTags",
                List.of("anyware-test-iowa-connector"),
                "sourceRanges",
                List.of("2001:db8:c::/48"),
                "allows",
                List.of(Map.of("protocol", "udp", "ports", List.of("4172")))));
  }

  @Test
  void anAllowanceFromARoleNamesItsTag() {
    assertThat(seen.inputs(FIREWALL, "iowa-workstation-inbound-tcp-60443-connector"))
        .containsEntry("direction", "INGRESS")
        .containsEntry("sourceTags", List.of("anyware-test-iowa-connector"))
        .containsEntry("targetTags", List.of("anyware-test-iowa-workstation"))
        .doesNotContainKeys("sourceRanges", "destinationRanges", "denies");
  }

  @Test
  void anAllowanceToAddressesNamesItsDestination() {
    assertThat(seen.inputs(FIREWALL, "iowa-connector-outbound-tcp-636-v4"))
        .containsEntry("direction", "EGRESS")
        .containsEntry("destinationRanges", List.of("10.9.0.10/32", "10.9.0.11/32"))
        .doesNotContainKeys("sourceRanges", "sourceTags", "denies");
  }

  @Test
  void aDenialOfEverythingNamesNoPort() {
    assertThat(seen.inputs(FIREWALL, "iowa-connector-closed-out-v6"))
        .containsEntry("direction", "EGRESS")
        .containsEntry("priority", 65534.0)
        .containsEntry("denies", List.of(Map.of("protocol", "all")))
        .containsEntry("destinationRanges", List.of("::/0"))
        .doesNotContainKey("allows");
  }

  @Test
  void theBalancerIsWiredFromAddressToHealthCheck() {
    assertThat(seen.inputs(HEALTH_CHECK, "iowa-balancer"))
        .isEqualTo(
            Map.of(
                "project",
                "demo-project",
                "region",
                "us-central1",
                "httpsHealthCheck",
                Map.of("port", 443.0, "requestPath", "/health"),
                "checkIntervalSec",
                5.0,
                "timeoutSec",
                5.0,
                "healthyThreshold",
                2.0,
                "unhealthyThreshold",
                2.0));
    assertThat(seen.inputs(BACKEND_SERVICE, "iowa-balancer"))
        .isEqualTo(
            Map.of(
                "project", "demo-project",
                "region", "us-central1",
                "loadBalancingScheme", "EXTERNAL",
                "protocol", "TCP",
                "sessionAffinity", "CLIENT_IP",
                "healthChecks", "link of iowa-balancer",
                "logConfig", Map.of("enable", false)));
    assertThat(seen.inputs(FORWARDING_RULE, "iowa-balancer"))
        .isEqualTo(
            Map.of(
                "project", "demo-project",
                "region", "us-central1",
                "loadBalancingScheme", "EXTERNAL",
                "ipAddress", "address of iowa-balancer",
                "ipProtocol", "TCP",
                "portRange", "443",
                "backendService", "link of iowa-balancer",
                "labels", plan.labels()));
    assertThat(seen.inputs(FORWARDING_RULE, "iowa-balancer-v6"))
        .isEqualTo(
            Map.of(
                "project", "demo-project",
                "region", "us-central1",
                "loadBalancingScheme", "EXTERNAL",
                "ipVersion", "IPV6",
                "ipAddress", "link of iowa-balancer-v6",
                "subnetwork", "link of iowa-connector",
                "ipProtocol", "TCP",
                "portRange", "443",
                "backendService", "link of iowa-balancer",
                "labels", plan.labels()));
  }

  @Test
  void instanceGroupsAttachedFromOutsideStay() {
    assertThat(seen.options())
        .hasEntrySatisfying(
            BACKEND_SERVICE + " iowa-balancer",
            options -> assertThat(options.getIgnoreChanges()).containsExactly("backends"));
  }

  @Test
  void addressesArePublicAndLabelled() {
    Map<String, Map<String, Object>> addresses = seen.inputs(ADDRESS);
    assertThat(addresses.remove("iowa-balancer-v6"))
        .isEqualTo(
            Map.of(
                "addressType", "EXTERNAL",
                "project", "demo-project",
                "region", "us-central1",
                "labels", plan.labels(),
                "ipVersion", "IPV6",
                "ipv6EndpointType", "NETLB",
                "subnetwork", "link of iowa-connector"));
    assertThat(addresses)
        .containsOnlyKeys("iowa-balancer", "iowa-connector-1")
        .allSatisfy(
            (name, inputs) ->
                assertThat(inputs)
                    .isEqualTo(
                        Map.of(
                            "addressType", "EXTERNAL",
                            "project", "demo-project",
                            "region", "us-central1",
                            "labels", plan.labels())));
  }

  @Test
  void theOutputsNameTagsAddressesAndTheBackendService() {
    assertThat(seen.outputs())
        .containsOnlyKeys("network", "subnets", "groups", "connectorAddresses", "balancer");
    assertThat(seen.output("groups"))
        .contains(
            Map.of(
                "connector", "anyware-test-iowa-connector",
                "workstation", "anyware-test-iowa-workstation",
                "licenseServer", "anyware-test-iowa-license-server"));
    assertThat(seen.output("connectorAddresses"))
        .contains(
            List.of(
                Map.of(
                    "address", "address of iowa-connector-1", "id", "link of iowa-connector-1")));
    assertThat(seen.output("balancer"))
        .contains(
            Map.of(
                "layer", 4,
                "scheme", "public",
                "address", "address of iowa-balancer",
                "ipv6Address", "address of iowa-balancer-v6",
                "id", "link of iowa-balancer",
                "backendService", "link of iowa-balancer"));
    assertThat(seen.output("network"))
        .contains(Map.of("id", "link of iowa-network", "ranges", List.of("10.40.0.0/16")));
    assertThat(seen.output("subnets"))
        .contains(
            Map.of(
                "balancer",
                List.of(Map.of("id", "link of iowa-connector")),
                "connector",
                List.of(subnet("connector", "10.40.0.0/19", "external")),
                "licenseServer",
                List.of(subnet("license-server", "10.40.32.0/19", "internal")),
                "workstation",
                List.of(subnet("workstation", "10.40.128.0/17", "internal"))));
  }

  private static Map<String, String> subnet(String role, String range, String access) {
    return Map.of(
        "id", "link of iowa-" + role,
        "range", range,
        "ipv6Range", access + " range of iowa-" + role);
  }

  @Test
  void withoutBalancerAndConnectorsNeitherIsRegistered() {
    Site site = Fixtures.withoutBalancer(Plans.SITE);
    Site bare =
        SiteCopy.of(site)
            .connectors(0)
            .network(new SiteNetwork.Created(Cidr.of("10.40.0.0/20"), true, true))
            .balancer(Optional.empty())
            .site();
    Registrations registered = Registrations.of(Plans.of(Plans.settings("minimal"), bare));

    assertThat(registered.inputs(ADDRESS)).isEmpty();
    assertThat(registered.inputs(FORWARDING_RULE)).isEmpty();
    assertThat(registered.outputs())
        .containsOnlyKeys("network", "subnets", "groups", "connectorAddresses");
    assertThat(registered.output("connectorAddresses")).contains(List.of());
  }
}
