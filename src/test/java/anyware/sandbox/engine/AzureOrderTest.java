package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.Azure;
import anyware.sandbox.spec.StoredResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Azure refuses what a program does to one network side by side, so a program that forgot an order
 * fails here too. The second request comes while the first one is under way.
 */
final class AzureOrderTest {
  private static final String SUBNET = "azure-native:network:Subnet";
  private static final String BALANCER = "azure-native:network:LoadBalancer";
  private static final String BUSY =
      "Code=\"AnotherOperationInProgress\" Message=\"Another operation on this or dependent"
          + " resource is in progress.\"";

  @TempDir Path folder;

  private final List<String> refused = new ArrayList<>();
  private Runnable meanwhile = () -> {};
  private Rig azure;
  private StoredResource network;
  private StoredResource subnet;

  @BeforeEach
  void open() {
    Faults faults =
        new Faults() {
          @Override
          public void before(Call call) {
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
          }

          @Override
          public void afterCommit(Call call) {}
        };
    azure = Rig.of(Azure.cloud(), Map.of("location", "northeurope"), folder, faults);
    azure.create("azure-native:resources:ResourceGroup", "rg", Map.of("resourceGroupName", "rg"));
    network = azure.create("azure-native:network:VirtualNetwork", "vnet", network("10.0.0.0/16"));
    subnet = azure.create(SUBNET, "one", subnet("10.0.1.0/24"));
  }

  @AfterEach
  void close() {
    azure.close();
  }

  private static Map<String, Object> network(String... ranges) {
    return Map.of(
        "resourceGroupName",
        "rg",
        "virtualNetworkName",
        "vnet",
        "addressSpace",
        Map.of("addressPrefixes", List.of(ranges)));
  }

  private static Map<String, Object> subnet(String range) {
    return Map.of("resourceGroupName", "rg", "virtualNetworkName", "vnet", "addressPrefix", range);
  }

  private Map<String, Object> balancer(String name) {
    return Map.of(
        "resourceGroupName",
        "rg",
        "loadBalancerName",
        name,
        "sku",
        Map.of("name", "Standard"),
        "frontendIPConfigurations",
        List.of(Map.of("name", "front", "subnet", Map.of("id", subnet.id()))));
  }

  private void tryMeanwhile(String type, String name, Map<String, ?> inputs) {
    meanwhile = () -> refused.addAll(azure.upRefusals(type, name, inputs));
  }

  @Test
  void twoSubnetsOfOneNetworkAreNotMadeTogether() {
    tryMeanwhile(SUBNET, "three", subnet("10.0.3.0/24"));
    azure.create(SUBNET, "two", subnet("10.0.2.0/24"));
    assertThat(refused).containsExactly(BUSY);
    assertThat(azure.upRefusals(SUBNET, "three", subnet("10.0.3.0/24"))).isEmpty();
  }

  @Test
  void neitherIsASubnetMadeWhileTheNetworkOrAnotherChanges() {
    tryMeanwhile(SUBNET, "three", subnet("10.0.3.0/24"));
    azure.update(network, network("10.0.0.0/16", "10.9.0.0/16"));
    assertThat(refused).containsExactly(BUSY);
    tryMeanwhile(SUBNET, "three", subnet("10.0.3.0/24"));
    azure.update(subnet, subnet("10.0.1.0/25"));
    tryMeanwhile(SUBNET, "three", subnet("10.0.3.0/24"));
    azure.delete(subnet);
    assertThat(refused).containsExactly(BUSY, BUSY, BUSY);
  }

  @Test
  void aBalancerWaitsForTheSubnetsOfItsNetwork() {
    tryMeanwhile(BALANCER, "lb", balancer("lb"));
    azure.create(SUBNET, "two", subnet("10.0.2.0/24"));
    assertThat(refused)
        .singleElement()
        .asString()
        .startsWith("Code=\"RetryableError\" Message=\"A retryable error occurred.\"")
        .contains("\"code\":\"ReferencedResourceNotProvisioned\"", "PutSubnetOperation");
  }

  @Test
  void subnetsWaitForABalancerInTheirNetwork() {
    tryMeanwhile(SUBNET, "two", subnet("10.0.2.0/24"));
    azure.create(BALANCER, "lb", balancer("lb"));
    assertThat(refused).containsExactly(BUSY);
  }

  @Test
  void twoBalancersDoNotDisturbEachOther() {
    tryMeanwhile(BALANCER, "two", balancer("two"));
    azure.create(BALANCER, "one", balancer("one"));
    assertThat(refused).isEmpty();
    tryMeanwhile(BALANCER, "three", balancer("three"));
    azure.create(SUBNET, "two", subnet("10.0.2.0/24"));
    assertThat(refused).hasSize(1);
  }

  @Test
  void anotherNetworkIsNotLocked() {
    tryMeanwhile(
        "azure-native:network:VirtualNetwork",
        "other",
        Map.of(
            "resourceGroupName",
            "rg",
            "virtualNetworkName",
            "other",
            "addressSpace",
            Map.of("addressPrefixes", List.of("10.1.0.0/16"))));
    azure.create(SUBNET, "two", subnet("10.0.2.0/24"));
    assertThat(refused).isEmpty();
  }
}
