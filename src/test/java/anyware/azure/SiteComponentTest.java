package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Service;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What mocks can see of the wiring: types, inputs from the plan, and the outputs' shape. */
class SiteComponentTest {
  private static final String TYPES = "azure-native:network:";
  private static final String BALANCER_ID = id("LoadBalancer", "dublin-balancer-address");
  private static final Settings MINIMAL = Fixtures.minimal(Fixtures.DISTINCT_PEERS);

  /** Answers like Azure as far as the wiring needs it, and remembers what was asked. */
  private static final class Recorder implements Mocks {
    private final List<ResourceArgs> seen = Collections.synchronizedList(new ArrayList<>());

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      seen.add(args);
      Map<String, Object> state = new HashMap<>(args.inputs);
      state.put("name", args.name + "0a1b2c3d");
      if (args.type.endsWith(":PublicIPAddress")) {
        state.put("ipAddress", "address of " + args.name);
      }
      return CompletableFuture.completedFuture(
          ResourceResult.of(Optional.of(id(args.type, args.name)), state));
    }

    List<ResourceArgs> ofType(String type) {
      return seen.stream().filter(args -> args.type.equals(TYPES + type)).toList();
    }

    ResourceArgs only(String type, String name) {
      List<ResourceArgs> found = ofType(type).stream().filter(a -> a.name.equals(name)).toList();
      assertThat(found).as(type + " " + name).hasSize(1);
      return found.get(0);
    }
  }

  private static String id(String type, String name) {
    String collection =
        switch (type.substring(type.lastIndexOf(':') + 1)) {
          case "PublicIPAddress" -> "publicIPAddresses";
          case "LoadBalancer" -> "loadBalancers";
          case "NetworkSecurityGroup" -> "networkSecurityGroups";
          case "ApplicationSecurityGroup" -> "applicationSecurityGroups";
          default -> "others";
        };
    return "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/%s/%s0a1b2c3d"
        .formatted(collection, name);
  }

  private final Recorder azure = new Recorder();

  private TestResult deploy(Settings settings, Site site) {
    return PulumiTest.withMocks(azure)
        .runTest(
            context ->
                new SiteComponent(AzurePlans.of(settings, site)).outputs().forEach(context::export))
        .throwOnError();
  }

  private static Object value(TestResult result, String name) {
    return PulumiTest.extractValue(result.output(name));
  }

  @AfterEach
  void cleanUp() {
    PulumiTest.cleanup();
  }

  @Test
  void everythingOfThePlanIsRegistered() {
    deploy(AzurePlans.optionSet("everything"), AzurePlans.site("dublin", 2));

    assertThat(azure.seen)
        .extracting(args -> args.type + " " + args.name)
        .containsExactlyInAnyOrder(
            "anyware:network:Azure dublin",
            "pulumi:providers:azure-native dublin.northeurope",
            "azure-native:resources:ResourceGroup dublin-resources",
            TYPES + "VirtualNetwork dublin-network",
            TYPES + "ApplicationSecurityGroup dublin-connector",
            TYPES + "ApplicationSecurityGroup dublin-workstation",
            TYPES + "ApplicationSecurityGroup dublin-license-server",
            TYPES + "NetworkSecurityGroup dublin-connector",
            TYPES + "NetworkSecurityGroup dublin-workstation",
            TYPES + "NetworkSecurityGroup dublin-license-server",
            TYPES + "Subnet dublin-connector",
            TYPES + "Subnet dublin-workstation",
            TYPES + "Subnet dublin-license-server",
            TYPES + "NatGateway dublin-nat",
            TYPES + "PublicIPAddress dublin-nat-address",
            TYPES + "PublicIPAddress dublin-connector-1",
            TYPES + "PublicIPAddress dublin-connector-2",
            TYPES + "PublicIPAddress dublin-balancer-address",
            TYPES + "LoadBalancer dublin-balancer");
  }

  @Test
  void aRuleSaysWhatThePlanSays() {
    deploy(AzurePlans.optionSet("everything"), Fixtures.site(Azure.CLOUD));

    assertThat(rule("dublin-connector", "clients-to-connector-https-tcp"))
        .containsEntry("access", "Allow")
        .containsEntry("direction", "Inbound")
        .containsEntry("protocol", "Tcp")
        .containsEntry("priority", 900.0)
        .containsEntry("sourcePortRange", "*")
        .containsEntry("sourceAddressPrefix", "198.51.100.0/24")
        .containsEntry("destinationPortRange", String.valueOf(Service.HTTPS.port()))
        .containsEntry(
            "destinationApplicationSecurityGroups",
            List.of(Map.of("id", id("ApplicationSecurityGroup", "dublin-connector"))))
        .doesNotContainKeys("destinationAddressPrefix", "sourceAddressPrefixes");
    assertThat(rule("dublin-connector", "connector-to-domain-controllers-ldaps-tcp"))
        .containsEntry("direction", "Outbound")
        .containsEntry("destinationAddressPrefixes", List.of("10.9.0.10/32", "10.9.0.11/32"))
        .doesNotContainKeys("destinationAddressPrefix", "sourceAddressPrefix");
    assertThat(rule("dublin-connector", "health-probes-to-connector-https-tcp"))
        .containsEntry("sourceAddressPrefix", "AzureLoadBalancer");
    assertThat(rule("dublin-license-server", "others-to-license-server"))
        .containsEntry("access", "Deny")
        .containsEntry("protocol", "*")
        .containsEntry("sourceAddressPrefix", "*")
        .containsEntry("destinationAddressPrefix", "*")
        .containsEntry("destinationPortRange", "*");
  }

  @Test
  void eachSubnetIsFilteredByItsRole() {
    deploy(AzurePlans.optionSet("everything"), Fixtures.site(Azure.CLOUD));

    assertThat(azure.only("Subnet", "dublin-workstation").inputs)
        .containsEntry("addressPrefixes", List.of("10.30.128.0/17", "fde0:a42e:aca0:4::/64"))
        .doesNotContainKey("addressPrefix")
        .containsEntry("virtualNetworkName", "dublin-network0a1b2c3d")
        .containsEntry("resourceGroupName", "dublin-resources0a1b2c3d")
        .containsEntry(
            "networkSecurityGroup", Map.of("id", id("NetworkSecurityGroup", "dublin-workstation")));
  }

  /** What a stack without IPv6 ever registered, word by word. */
  @Test
  void withoutIpv6ASubnetSaysItsPrefixAsBefore() {
    deploy(MINIMAL, AzureShapes.of("ipv4"));

    assertThat(azure.only("Subnet", "dublin-workstation").inputs)
        .containsEntry("addressPrefix", "10.30.128.0/17")
        .doesNotContainKey("addressPrefixes");
    assertThat(azure.only("VirtualNetwork", "dublin-network").inputs)
        .containsEntry("addressSpace", Map.of("addressPrefixes", List.of("10.30.0.0/16")));
  }

  @Test
  void withIpv6TheNetworkHasAPrefixOfEachFamilyAndTheGatewaysSubnetOne() {
    deploy(MINIMAL, AzureShapes.of("gateway"));

    assertThat(azure.only("VirtualNetwork", "dublin-network").inputs)
        .containsEntry(
            "addressSpace",
            Map.of("addressPrefixes", List.of("10.30.0.0/16", "fde0:a42e:aca0::/48")));
    assertThat(azure.only("Subnet", "dublin-balancer").inputs)
        .containsEntry("addressPrefix", "10.30.96.0/19")
        .doesNotContainKey("addressPrefixes");
  }

  @Test
  void thePartsOfTheBalancerNameEachOther() {
    deploy(MINIMAL, Fixtures.site(Azure.CLOUD));

    double https = Service.HTTPS.port();
    Map<String, Object> balancer = azure.only("LoadBalancer", "dublin-balancer").inputs;
    assertThat(balancer)
        .containsEntry("loadBalancerName", "dublin-balancer-address0a1b2c3d")
        .containsEntry("sku", Map.of("name", "Standard"))
        .containsEntry("backendAddressPools", List.of(Map.of("name", "connectors")));
    assertThat(onlyPart(balancer, "frontendIPConfigurations"))
        .containsEntry("name", "clients")
        .containsEntry(
            "publicIPAddress", Map.of("id", id("PublicIPAddress", "dublin-balancer-address")));
    assertThat(onlyPart(balancer, "probes"))
        .containsEntry("name", "health")
        .containsEntry("protocol", "Https")
        .containsEntry("port", https)
        .containsEntry("requestPath", "/health")
        .containsEntry("intervalInSeconds", 15.0);
    assertThat(onlyPart(balancer, "loadBalancingRules"))
        .containsEntry(
            "frontendIPConfiguration",
            Map.of("id", BALANCER_ID + "/frontendIPConfigurations/clients"))
        .containsEntry(
            "backendAddressPool", Map.of("id", BALANCER_ID + "/backendAddressPools/connectors"))
        .containsEntry("probe", Map.of("id", BALANCER_ID + "/probes/health"))
        .containsEntry("protocol", "Tcp")
        .containsEntry("frontendPort", https)
        .containsEntry("backendPort", https)
        .containsEntry("loadDistribution", "SourceIP")
        .containsEntry("idleTimeoutInMinutes", 30.0)
        .containsEntry("enableTcpReset", true)
        .containsEntry("disableOutboundSnat", true);
  }

  @Test
  void addressesAreStaticAndOfTheSkuThatTheBalancerTakes() {
    deploy(MINIMAL, Fixtures.site(Azure.CLOUD));

    assertThat(azure.ofType("PublicIPAddress"))
        .hasSize(3)
        .allSatisfy(
            args ->
                assertThat(args.inputs)
                    .containsEntry("publicIPAllocationMethod", "Static")
                    .containsEntry("publicIPAddressVersion", "IPv4")
                    .containsEntry("sku", Map.of("name", "Standard"))
                    .containsEntry("zones", List.of("1", "2", "3")));
  }

  @Test
  void whateverTakesTagsAndALocationHasThem() {
    deploy(MINIMAL, Fixtures.site(Azure.CLOUD));

    assertThat(azure.seen)
        .filteredOn(args -> args.type.startsWith("azure-native:") && !args.type.endsWith(":Subnet"))
        .isNotEmpty()
        .allSatisfy(
            args ->
                assertThat(args.inputs)
                    .containsEntry("location", "northeurope")
                    .containsEntry(
                        "tags",
                        Map.of(
                            "environment", "test",
                            "anyware-site", "dublin",
                            "anyware-stack", "test")));
  }

  @Test
  void everyResourceGoesThroughTheSitesProviderWhichHasNoCredentials() {
    deploy(MINIMAL, Fixtures.site(Azure.CLOUD));

    assertThat(azure.seen)
        .filteredOn(args -> args.type.startsWith("azure-native:"))
        .isNotEmpty()
        .allSatisfy(
            args -> assertThat(args.provider).contains("azure-native::dublin.northeurope::"));
    assertThat(azure.seen)
        .filteredOn(args -> args.type.startsWith("pulumi:providers:"))
        .singleElement()
        .satisfies(args -> assertThat(args.inputs).doesNotContainKeys("clientSecret", "clientId"));
  }

  @Test
  void anExistingResourceGroupIsUsedByName() {
    deploy(MINIMAL, AzurePlans.siteIn("network-team"));

    assertThat(azure.seen).noneMatch(args -> args.type.endsWith(":ResourceGroup"));
    assertThat(azure.seen)
        .filteredOn(args -> args.type.startsWith(TYPES))
        .isNotEmpty()
        .allSatisfy(
            args -> assertThat(args.inputs).containsEntry("resourceGroupName", "network-team"));
  }

  @Test
  void outputsNameGroupsByRoleAndAddressesInOrder() {
    TestResult result = deploy(AzurePlans.optionSet("everything"), AzurePlans.site("dublin", 2));

    assertThat(value(result, "groups")).isEqualTo(idsByRole("NetworkSecurityGroup"));
    assertThat(value(result, "applicationGroups")).isEqualTo(idsByRole("ApplicationSecurityGroup"));
    assertThat(value(result, "connectorAddresses"))
        .isEqualTo(List.of(reserved("dublin-connector-1"), reserved("dublin-connector-2")));
    assertThat(value(result, "balancer"))
        .isEqualTo(
            Map.of(
                "layer",
                4,
                "scheme",
                "public",
                "address",
                "address of dublin-balancer-address",
                "id",
                BALANCER_ID,
                "backendPool",
                BALANCER_ID + "/backendAddressPools/connectors"));
  }

  private static Map<String, String> reserved(String name) {
    return Map.of("address", "address of " + name, "id", id("PublicIPAddress", name));
  }

  private static Map<String, String> idsByRole(String type) {
    return Map.of(
        "connector", id(type, "dublin-connector"),
        "workstation", id(type, "dublin-workstation"),
        "licenseServer", id(type, "dublin-license-server"));
  }

  @Test
  void outputsNameNetworkAndSubnets() {
    TestResult result = deploy(MINIMAL, AzureShapes.of("internal"));

    assertThat(value(result, "network"))
        .isEqualTo(
            Map.of(
                "id",
                id("VirtualNetwork", "dublin-network"),
                "ranges",
                List.of("10.30.0.0/16", "fde0:a42e:aca0::/48")));
    Map<String, String> connectors =
        Map.of(
            "id",
            id("Subnet", "dublin-connector"),
            "range",
            "10.30.0.0/19",
            "ipv6Range",
            "fde0:a42e:aca0::/64");
    assertThat(value(result, "subnets"))
        .isEqualTo(
            Map.of(
                "connector",
                List.of(connectors),
                "balancer",
                List.of(connectors),
                "workstation",
                List.of(
                    Map.of(
                        "id",
                        id("Subnet", "dublin-workstation"),
                        "range",
                        "10.30.128.0/17",
                        "ipv6Range",
                        "fde0:a42e:aca0:4::/64"))));
  }

  @Test
  void withoutIpv6OutputsSayNothingOfIt() {
    TestResult result = deploy(MINIMAL, AzureShapes.of("ipv4"));

    assertThat(value(result, "network").toString()).doesNotContain("fd");
    assertThat(value(result, "subnets"))
        .isEqualTo(
            Map.of(
                "connector",
                List.of(Map.of("id", id("Subnet", "dublin-connector"), "range", "10.30.0.0/19")),
                "workstation",
                List.of(
                    Map.of("id", id("Subnet", "dublin-workstation"), "range", "10.30.128.0/17"))));
  }

  @Test
  void ofANetworkThatIsThereOnlyGroupsAddressesAndABalancerAreMade() {
    TestResult result = deploy(MINIMAL, AzureShapes.of("existing-internal"));

    assertThat(azure.seen)
        .extracting(args -> args.type + " " + args.name)
        .containsExactlyInAnyOrder(
            "anyware:network:Azure dublin",
            "pulumi:providers:azure-native dublin.northeurope",
            "azure-native:resources:ResourceGroup dublin-resources",
            TYPES + "ApplicationSecurityGroup dublin-connector",
            TYPES + "ApplicationSecurityGroup dublin-workstation",
            TYPES + "NetworkSecurityGroup dublin-connector",
            TYPES + "NetworkSecurityGroup dublin-workstation",
            TYPES + "LoadBalancer dublin-balancer");
    assertThat(value(result, "network"))
        .isEqualTo(
            Map.of(
                "id",
                AzureShapes.NETWORK_ID,
                "ranges",
                List.of("10.7.2.0/24", "10.7.3.0/24", "10.7.64.0/18")));
    assertThat(value(result, "subnets"))
        .isEqualTo(
            Map.of(
                "balancer",
                List.of(Map.of("id", AzureShapes.SUBNET_ID)),
                "connector",
                List.of(Map.of("range", "10.7.2.0/24"), Map.of("range", "10.7.3.0/24")),
                "workstation",
                List.of(Map.of("range", "10.7.64.0/18"))));
  }

  @Test
  void anInternalBalancerListensInItsSubnetInAllZones() {
    deploy(MINIMAL, AzureShapes.of("existing-internal"));

    Map<String, Object> balancer = azure.only("LoadBalancer", "dublin-balancer").inputs;
    assertThat(balancer).containsEntry("loadBalancerName", "dublin-connector0a1b2c3d");
    assertThat(onlyPart(balancer, "frontendIPConfigurations"))
        .hasEntrySatisfying("subnet", subnet -> assertIsId(subnet, AzureShapes.SUBNET_ID))
        .containsEntry("privateIPAllocationMethod", "Static")
        .containsEntry("privateIPAddress", "10.7.1.10")
        .containsEntry("zones", List.of("1", "2", "3"))
        .doesNotContainKey("publicIPAddress");
  }

  @Test
  void aBalancersAddressIsTheCloudsChoiceUnlessOneIsGiven() {
    deploy(MINIMAL, AzureShapes.of("internal-no-zones"));

    Map<String, Object> balancer = azure.only("LoadBalancer", "dublin-balancer").inputs;
    assertThat(onlyPart(balancer, "frontendIPConfigurations"))
        .hasEntrySatisfying(
            "subnet", subnet -> assertIsId(subnet, id("Subnet", "dublin-connector")))
        .containsEntry("privateIPAllocationMethod", "Dynamic")
        .doesNotContainKeys("privateIPAddress", "zones");
  }

  @Test
  void targetsHaveAPoolOfTheirOwnBesideTheOneThatMachinesJoin() {
    TestResult result = deploy(MINIMAL, AzureShapes.of("existing-internal"));

    Map<String, Object> balancer = azure.only("LoadBalancer", "dublin-balancer").inputs;
    String pool = id("LoadBalancer", "dublin-connector") + "/backendAddressPools/targets";
    assertThat(balancer)
        .containsEntry(
            "backendAddressPools",
            List.of(
                Map.of("name", "connectors"),
                Map.of(
                    "name",
                    "targets",
                    "loadBalancerBackendAddresses",
                    List.of(
                        Map.of(
                            "name",
                            "10.7.2.4",
                            "ipAddress",
                            "10.7.2.4",
                            "virtualNetwork",
                            Map.of("id", AzureShapes.NETWORK_ID))))));
    assertThat(onlyPart(balancer, "loadBalancingRules"))
        .containsEntry("backendAddressPool", Map.of("id", pool));
    assertThat((Map<?, ?>) value(result, "balancer"))
        .returns(pool, known -> known.get("backendPool"));
  }

  @Test
  void rolesWithoutPublicAddressesHaveAWayOut() {
    deploy(MINIMAL, Fixtures.site(Azure.CLOUD));

    assertThat(azure.only("NatGateway", "dublin-nat").inputs)
        .containsEntry("sku", Map.of("name", "Standard"))
        .containsEntry(
            "publicIpAddresses",
            List.of(Map.of("id", id("PublicIPAddress", "dublin-nat-address"))));
    assertThat(azure.only("Subnet", "dublin-workstation").inputs)
        .containsEntry("natGateway", Map.of("id", id("NatGateway", "dublin-nat")));
    assertThat(azure.only("Subnet", "dublin-connector").inputs).doesNotContainKey("natGateway");
  }

  @Test
  void soHaveConnectorsWithoutAddressesUnlessNobodyIsToHaveOne() {
    deploy(MINIMAL, AzureShapes.of("no-connectors"));
    assertThat(azure.only("Subnet", "dublin-connector").inputs).containsKey("natGateway");

    Recorder without = new Recorder();
    PulumiTest.withMocks(without)
        .runTest(context -> new SiteComponent(AzurePlans.of(MINIMAL, AzureShapes.of("no-nat"))))
        .throwOnError();
    assertThat(without.seen).noneMatch(args -> args.type.endsWith(":NatGateway"));
    assertThat(without.ofType("Subnet"))
        .hasSize(2)
        .noneMatch(args -> args.inputs.containsKey("natGateway"));
  }

  @Test
  void noZonesAreNamedWhereThereAreNone() {
    deploy(MINIMAL, AzureShapes.of("no-zones"));

    assertThat(azure.ofType("PublicIPAddress"))
        .hasSize(3)
        .noneMatch(args -> args.inputs.containsKey("zones"));
  }

  @Test
  void outputsLeaveOutWhatThereIsNot() {
    TestResult result = deploy(MINIMAL, Fixtures.withoutBalancer(AzurePlans.site("dublin", 0)));

    assertThat(result.outputs())
        .containsOnlyKeys(
            "network", "subnets", "groups", "applicationGroups", "connectorAddresses");
    assertThat(value(result, "connectorAddresses")).isEqualTo(List.of());
    assertThat(azure.ofType("LoadBalancer")).isEmpty();
    assertThat(azure.ofType("PublicIPAddress"))
        .extracting(args -> args.name)
        .containsExactly("dublin-nat-address");
  }

  private Map<String, Object> rule(String group, String name) {
    return parts(azure.only("NetworkSecurityGroup", group).inputs, "securityRules").stream()
        .filter(rule -> name.equals(rule.get("name")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(group + " has no rule " + name));
  }

  /** The provider's library adds defaults to whatever is named by id. */
  private static void assertIsId(Object part, String id) {
    assertThat(part).asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("id", id);
  }

  private static Map<String, Object> onlyPart(Map<String, Object> inputs, String name) {
    List<Map<String, Object>> parts = parts(inputs, name);
    assertThat(parts).as(name).hasSize(1);
    return parts.get(0);
  }

  private static List<Map<String, Object>> parts(Map<String, Object> inputs, String name) {
    List<Map<String, Object>> parts = new ArrayList<>();
    for (Object item : (List<?>) Objects.requireNonNull(inputs.get(name), name)) {
      Map<String, Object> part = new HashMap<>();
      ((Map<?, ?>) item).forEach((key, value) -> part.put((String) key, value));
      parts.add(part);
    }
    return parts;
  }
}
