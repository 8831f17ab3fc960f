package anyware.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program sends to Azure is what Azure's published models take. */
class AzureRequestsTest {
  private static final String NETWORK = "azure-native:network:";

  /** Other versions than that of most network resources. */
  private static final Map<String, String> VERSIONS =
      Map.of(
          NETWORK + "RecordSet",
          "2018-05-01",
          NETWORK + "PrivateRecordSet",
          "2020-06-01",
          "azure-native:insights:DiagnosticSetting",
          "2021-05-01-preview",
          "azure-native:resources:ResourceGroup",
          "2022-09-01");

  private static Set<String> stacks() {
    return AzureBodies.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void everyRequestOfAStackIsAsPublished(String stack) {
    assertThat(Objects.requireNonNull(AzureBodies.all().get(stack)))
        .allSatisfy(request -> assertThat(request.allProblems()).as(request.type()).isEmpty());
  }

  @Test
  void theStacksSendEveryTypeThatIsPublishedButInterfaces() {
    Set<String> sent =
        AzureBodies.all().values().stream()
            .flatMap(List::stream)
            .map(AzureRequest::type)
            .collect(Collectors.toSet());
    assertThat(sent)
        .isEqualTo(
            AzureModels.published().requests().keySet().stream()
                .filter(type -> !type.endsWith(":NetworkInterface"))
                .collect(Collectors.toSet()));
  }

  @Test
  void theTableIsOfTheVersionsToWhichTheProviderSends() {
    AzureModels.published()
        .requests()
        .forEach(
            (type, request) ->
                assertThat(request.version())
                    .as(type)
                    .isEqualTo(VERSIONS.getOrDefault(type, "2023-02-01")));
  }

  /** Type, path, the value that is put there (- takes it away), and what is said of it. */
  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          LoadBalancer             | ports                                                          | []          | found a property that LoadBalancer does not have
          LoadBalancer             | probes                                                         | []          | found a property that LoadBalancer does not have
          LoadBalancer             | sku                                                            | "Standard"  | found "Standard"; allowed: an object, LoadBalancerSku
          LoadBalancer             | sku.name                                                       | "standard"  | found "standard"; allowed: one of [Basic, Standard, Gateway]
          LoadBalancer             | location                                                       | 5           | found 5; allowed: str
          LoadBalancer             | tags.environment                                               | 5           | found 5; allowed: str
          LoadBalancer             | tags                                                           | []          | found []; allowed: a map
          LoadBalancer             | name                                                           | "x"         | found "x"; Azure alone sets it
          LoadBalancer             | properties.provisioningState                                   | "Succeeded" | found "Succeeded"; Azure alone sets it
          LoadBalancer             | properties.frontendIPConfigurations                            | {}          | found {}; allowed: a list
          LoadBalancer             | properties.frontendIPConfigurations[0]                         | "clients"   | found "clients"; allowed: an object, FrontendIPConfiguration
          LoadBalancer             | properties.frontendIPConfigurations[0].publicIPAddress         | {}          | found a property that FrontendIPConfiguration does not have
          LoadBalancer             | properties.frontendIPConfigurations[0].properties.publicIPAddress | "/x"     | found "/x"; allowed: an object, PublicIPAddress
          LoadBalancer             | properties.frontendIPConfigurations[0].properties.privateIPAllocationMethod | "Fixed" | found "Fixed"; allowed: one of [Static, Dynamic]
          LoadBalancer             | properties.probes[0].properties.port                           | "443"       | found "443"; allowed: int
          LoadBalancer             | properties.probes[0].properties.port                           | 443.5       | found 443.5; allowed: int
          LoadBalancer             | properties.probes[0].properties.protocol                       | "HTTPS"     | found "HTTPS"; allowed: one of [Http, Tcp, Https]
          LoadBalancer             | properties.probes[0].properties.interval                       | 15          | found a property that Probe does not have
          LoadBalancer             | properties.loadBalancingRules[0].properties.enableTcpReset     | "true"      | found "true"; allowed: bool
          LoadBalancer             | properties.loadBalancingRules[0].properties.loadDistribution   | "Cookie"    | found "Cookie"; allowed: one of [Default, SourceIP, SourceIPProtocol]
          LoadBalancer             | properties.loadBalancingRules[0].properties.probe              | []          | found []; allowed: an object, SubResource
          LoadBalancer             | properties.loadBalancingRules[0].properties.probe.name         | "health"    | found a property that SubResource does not have
          NetworkSecurityGroup     | properties.securityRules[0].properties.direction               | "In"        | found "In"; allowed: one of [Inbound, Outbound]
          NetworkSecurityGroup     | properties.securityRules[0].properties.access                  | true        | found true; allowed: one of [Allow, Deny]
          NetworkSecurityGroup     | properties.securityRules[0].properties.protocol                | "Any"       | found "Any"; allowed: one of [Tcp, Udp, Icmp, Esp, *, Ah]
          NetworkSecurityGroup     | properties.securityRules[0].properties.priority                | "900"       | found "900"; allowed: int
          NetworkSecurityGroup     | properties.securityRules[0].properties.destinationPortRange    | 443         | found 443; allowed: str
          NetworkSecurityGroup     | properties.securityRules[0].properties.destinationPortRanges   | "443"       | found "443"; allowed: a list
          NetworkSecurityGroup     | properties.securityRules[0].properties.sourceAddressPrefixes   | [10]        | [0]: found 10; allowed: str
          NetworkSecurityGroup     | properties.securityRules[0].properties.sourceApplicationSecurityGroups | ["/x"] | [0]: found "/x"; allowed: an object, ApplicationSecurityGroup
          NetworkSecurityGroup     | properties.securityRules[0].properties.description             | null        | found null; allowed: str
          NetworkSecurityGroup     | properties.securityRules                                       | null        | found null; allowed: a list
          NetworkSecurityGroup     | properties                                                     | []          | found []; allowed: an object, NetworkSecurityGroup
          ApplicationSecurityGroup | members                                                        | []          | found a property that ApplicationSecurityGroup does not have
          VirtualNetwork           | properties.addressSpace.prefixes                               | []          | found a property that AddressSpace does not have
          VirtualNetwork           | properties.addressSpace.addressPrefixes                        | "10.0.0.0/8" | found "10.0.0.0/8"; allowed: a list
          Subnet                   | properties.networkSecurityGroup                                | "/x"        | found "/x"; allowed: an object, NetworkSecurityGroup
          Subnet                   | properties.natGateway.location                                 | "x"         | found a property that SubResource does not have
          Subnet                   | tags                                                           | {}          | found a property that Subnet does not have
          PublicIPAddress          | zones                                                          | [1]         | [0]: found 1; allowed: str
          PublicIPAddress          | properties.zones                                               | ["1"]       | found a property that PublicIPAddress does not have
          PublicIPAddress          | properties.publicIPAllocationMethod                            | "static"    | found "static"; allowed: one of [Static, Dynamic]
          NatGateway               | properties.publicIpAddresses                                   | {}          | found {}; allowed: a list
          NatGateway               | sku.name                                                       | "Basic"     | found "Basic"; allowed: one of [Standard]
          ResourceGroup            | location                                                       | -           | missing in ResourceGroup
          """)
  void damageIsSeen(String type, String path, String value, String problem) {
    AzureRequest whole =
        AzureBodies.all().values().stream()
            .flatMap(List::stream)
            .filter(request -> request.type().endsWith(":" + type))
            .filter(request -> holder(request.body(), path) != null)
            .findFirst()
            .orElseThrow();
    JsonObject body = whole.body().deepCopy();
    damage(Objects.requireNonNull(holder(body, path)), steps(path), value);

    String separator = problem.startsWith("[") ? "" : ": ";
    assertThat(new AzureRequest(whole.type(), body, List.of()).allProblems())
        .containsExactly(path + separator + problem);
  }

  private static List<String> steps(String path) {
    return List.of(path.replace("[", ".").replace("]", "").split("\\.", -1));
  }

  /** What holds the last step of a path; null where the body has no such thing. */
  private static @Nullable JsonElement holder(JsonObject body, String path) {
    @Nullable JsonElement at = body;
    List<String> steps = steps(path);
    for (String step : steps.subList(0, steps.size() - 1)) {
      if (at == null) {
        return null;
      }
      if (at.isJsonArray()) {
        int place = Integer.parseInt(step);
        at = place < at.getAsJsonArray().size() ? at.getAsJsonArray().get(place) : null;
      } else {
        at = at.getAsJsonObject().get(step);
      }
    }
    return at;
  }

  private static void damage(JsonElement holder, List<String> steps, String value) {
    String last = steps.get(steps.size() - 1);
    if (holder.isJsonArray()) {
      holder.getAsJsonArray().set(Integer.parseInt(last), JsonParser.parseString(value));
    } else if (value.equals("-")) {
      holder.getAsJsonObject().remove(last);
    } else {
      holder.getAsJsonObject().add(last, JsonParser.parseString(value));
    }
  }

  @Test
  void inputsThatBelongNowhereAreSeen() {
    JsonObject inputs = new JsonObject();
    inputs.addProperty("cidr", "10.0.0.0/24");
    inputs.addProperty("virtualNetworkName", "");
    JsonArray delegations = new JsonArray();
    delegations.add(new JsonObject());
    delegations.get(0).getAsJsonObject().addProperty("service", "x");
    inputs.add("delegations", delegations);

    assertThat(AzureRequest.of(NETWORK + "Subnet", inputs).allProblems())
        .satisfiesExactly(
            group -> assertThat(group).startsWith("resourceGroupName: found null; allowed: a text"),
            network ->
                assertThat(network).startsWith("virtualNetworkName: found \"\"; allowed: a text"),
            cidr ->
                assertThat(cidr).isEqualTo("cidr: found an input that is no property of Subnet"),
            service ->
                assertThat(service)
                    .isEqualTo(
                        "delegations[0].service: found an input that is no property of"
                            + " Delegation"));
    assertThat(AzureRequest.of(NETWORK + "BastionHost", inputs).allProblems())
        .containsExactly(NETWORK + "BastionHost: no published request");
  }

  @Test
  void theNamesOfFlatInputsAreUnambiguous() {
    for (Map.Entry<String, List<AzureModels.Field>> model :
        AzureModels.published().models().entrySet()) {
      Stream<String> names =
          model.getValue().stream().filter(field -> !field.readonly()).map(AzureModels.Field::name);
      assertThat(names).as(model.getKey()).doesNotHaveDuplicates();
    }
  }
}
