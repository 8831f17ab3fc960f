package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.ADDRESS;
import static anyware.sandbox.gcp.CloudFixture.IN_REGION;
import static anyware.sandbox.gcp.CloudFixture.RULE;
import static anyware.sandbox.gcp.CloudFixture.SERVICE;
import static anyware.sandbox.gcp.CloudFixture.inner;
import static anyware.sandbox.gcp.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What forwarding rules look like, and which addresses they take. */
final class ForwardingRulesTest extends CloudTest {
  @Test
  void externalRulesLookLikeGoogles() {
    StoredResource made = cloud.make(RULE, "r", "name", "r");
    assertThat(made.id()).isEqualTo(IN_REGION + "forwardingRules/r");
    StoredResource address = cloud.make(ADDRESS, "a");
    assertThat(made.outputs().text("ipAddress", ""))
        .as("the reserved address's number")
        .matches("\\d+\\.\\d+\\.\\d+\\.\\d+")
        .isNotEqualTo(address.outputs().text("address", ""));
    assertThat(made.outputs().values())
        .containsEntry("portRange", "443-443")
        .containsEntry("networkTier", "PREMIUM")
        .containsEntry("serviceName", "")
        .doesNotContainKey("network");
    assertThat(made.outputs().text("backendService", "")).startsWith("https://");
    assertThat(cloud.rig.read(made)).hasValue(made);
    assertThat(cloud.rig.diff(made, with(RULE, "name", "r"))).isEmpty();
    assertThat(cloud.rig.diff(made, with(RULE, "name", "r", "portRange", "444")))
        .containsExactly("UPDATE portRange (replace)");
  }

  @Test
  void internalRulesTakeAnAddressOfTheirSubnetwork() {
    StoredResource made =
        cloud.make(RULE, "r", inner("name", "r", "subnetwork", "sub", "serviceLabel", "web"));
    assertThat(made.outputs().text("ipAddress")).hasValue("10.0.0.2");
    assertThat(made.outputs().text("network", "")).endsWith("/global/networks/net");
    assertThat(made.outputs().text("serviceName"))
        .hasValue("web.r.il4.us-east4.lb.acme-prod.internal");
    assertThat(
            cloud
                .make(RULE, "fixed", inner("subnetwork", "sub", "ipAddress", "10.0.0.77"))
                .outputs()
                .text("ipAddress"))
        .hasValue("10.0.0.77");
  }

  @Test
  void ephemeralAddressesAreGivenAndKept() {
    StoredResource made = cloud.make(RULE, "r", "ipAddress", ABSENT);
    String address = made.outputs().text("ipAddress", "");
    assertThat(address).matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+");
    StoredResource changed =
        cloud.rig.update(made, with(RULE, "ipAddress", ABSENT, "labels", Map.of("a", "b")));
    assertThat(changed.outputs().text("ipAddress")).hasValue(address);
  }

  @Test
  void oneAddressTakesOneRuleForAPort() {
    cloud.make(RULE, "one", "portRange", "440-450");
    assertThat(cloud.rig.upRefusals(RULE, "two", with(RULE)))
        .singleElement()
        .asString()
        .contains("Specified IP address is in-use and would result in a conflict.");
    cloud.make(RULE, "three", "portRange", "80");
    cloud.make(
        RULE, "four", "ipProtocol", "UDP", "backendService", IN_REGION + "backendServices/any");
  }

  @Test
  void servicesStayWhileForwardingRulesUseThem() {
    StoredResource service = cloud.make(SERVICE, "mine", "name", "mine");
    StoredResource rule = cloud.make(RULE, "r", "backendService", service.id());
    assertThat(cloud.rig.deleteRefusals(service))
        .singleElement()
        .asString()
        .startsWith("googleapi: Error 400: The backend_service resource '" + service.id())
        .contains(rule.id());
    cloud.rig.delete(rule);
    assertThat(cloud.rig.deleteRefusals(service)).isEmpty();
  }

  @Test
  void internalAddressesAreSharedOnlyWhenReservedForThat() {
    Object[] reserved = {"addressType", "INTERNAL", "subnetwork", "sub"};
    StoredResource own = cloud.make(ADDRESS, "own", reserved);
    Object[] there = {"subnetwork", "sub", "ipAddress", own.outputs().text("address", "")};
    cloud.make(RULE, "one", inner(there));
    assertThat(cloud.rig.upRefusals(RULE, "two", with(RULE, more(there, "ports", List.of("80")))))
        .containsExactly(
            "ipAddress: googleapi: Error 409: IP_IN_USE_BY_ANOTHER_RESOURCE - IP '10.0.0.2' is"
                + " already being used by another resource.");
    StoredResource shared =
        cloud.make(
            ADDRESS,
            "shared",
            "addressType",
            "INTERNAL",
            "subnetwork",
            "sub",
            "purpose",
            "SHARED_LOADBALANCER_VIP");
    Object[] both = {"subnetwork", "sub", "ipAddress", shared.outputs().text("selfLink", "")};
    cloud.make(RULE, "web", inner(both));
    cloud.make(RULE, "plain", more(both, "ports", List.of("80")));
    assertThat(cloud.rig.deleteRefusals(shared)).hasSize(1);
  }

  @Test
  void anAddressThatIsLeftOutStays() {
    StoredResource address =
        cloud.make(
            ADDRESS, "a", "addressType", "INTERNAL", "subnetwork", "sub", "address", "10.0.0.9");
    StoredResource made =
        cloud.make(RULE, "r", inner("subnetwork", "sub", "ipAddress", address.id()));
    assertThat(cloud.rig.diff(made, with(RULE, inner("subnetwork", "sub")))).isEmpty();
    Object[] there = {"addressType", "INTERNAL", "subnetwork", "sub"};
    assertThat(cloud.rig.diff(address, with(ADDRESS, there))).isEmpty();
    assertThat(cloud.rig.deleteRefusals(address)).hasSize(1);
  }

  @Test
  void globalAccessChangesInPlace() {
    StoredResource made = cloud.make(RULE, "r", inner("subnetwork", "sub"));
    assertThat(
            cloud.rig.diff(made, with(RULE, inner("subnetwork", "sub", "allowGlobalAccess", true))))
        .containsExactly("ADD allowGlobalAccess");
  }

  private static Object[] more(Object[] some, Object... others) {
    return inner(Stream.concat(Stream.of(some), Stream.of(others)).toArray());
  }
}
