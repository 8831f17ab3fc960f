package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.ADDRESS;
import static anyware.sandbox.gcp.CloudFixture.GLOBAL_ADDRESS;
import static anyware.sandbox.gcp.CloudFixture.GLOBAL_RULE;
import static anyware.sandbox.gcp.CloudFixture.IN_REGION;
import static anyware.sandbox.gcp.CloudFixture.NETWORK;
import static anyware.sandbox.gcp.CloudFixture.RECORD;
import static anyware.sandbox.gcp.CloudFixture.RULE;
import static anyware.sandbox.gcp.CloudFixture.SUBNETWORK;
import static anyware.sandbox.gcp.CloudFixture.inner;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.gcp.CloudFixture.Case;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks, addresses, forwarding rules and records of IPv6, as Google makes and refuses them. */
final class DualStackTest extends CloudTest {
  private static final Object[] PUBLIC = {
    "ipVersion", "IPV6", "ipv6EndpointType", "NETLB", "subnetwork", "public"
  };

  @BeforeEach
  void makeSubnetworks() {
    cloud.make(NETWORK, "dual", "name", "dual", "enableUlaInternalIpv6", true);
    subnet("public", "net", "10.2.0.0/24", "EXTERNAL");
    subnet("inside", "dual", "10.3.0.0/24", "INTERNAL");
    cloud.make(ADDRESS, "front", named("front", PUBLIC));
    cloud.make(
        ADDRESS,
        "vm",
        named("vm", "ipVersion", "IPV6", "ipv6EndpointType", "VM", "subnetwork", "public"));
    cloud.makeGlobals();
  }

  private StoredResource subnet(String name, String network, String range, String access) {
    return cloud.make(
        SUBNETWORK,
        name,
        "name",
        name,
        "network",
        network,
        "ipCidrRange",
        range,
        "stackType",
        "IPV4_IPV6",
        "ipv6AccessType",
        access);
  }

  private static Object[] named(String name, Object... more) {
    return Stream.concat(Stream.of("name", name), Stream.of(more)).toArray();
  }

  static Stream<Case> refusals() {
    return Stream.of(
        Case.up(
            NETWORK,
            "enableUlaInternalIpv6: "
                + INVALID
                + "enableUlaInternalIpv6': 'true'. ULA internal ipv6 is not supported for auto",
            "autoCreateSubnetworks",
            true,
            "enableUlaInternalIpv6",
            true),
        Case.up(
            SUBNETWORK,
            "stackType: " + INVALID,
            "stackType",
            "IPV4_IPV6",
            "ipv6AccessType",
            "EXTERNAL",
            "purpose",
            "REGIONAL_MANAGED_PROXY"),
        Case.up(ADDRESS, "networkTier: " + INVALID, with("networkTier", "STANDARD", PUBLIC)),
        Case.up(ADDRESS, "subnetwork: " + INVALID, with("subnetwork", "sub", PUBLIC)),
        Case.up(ADDRESS, "subnetwork: " + INVALID, with("subnetwork", "inside", PUBLIC)),
        Case.up(
            ADDRESS,
            "subnetwork: " + INVALID,
            "ipVersion",
            "IPV6",
            "addressType",
            "INTERNAL",
            "subnetwork",
            "public"),
        Case.up(RULE, "subnetwork: " + INVALID, rule("front", "subnetwork", ABSENT)),
        Case.up(RULE, "subnetwork: " + INVALID, rule("front", "subnetwork", "sub")),
        Case.up(RULE, "networkTier: " + INVALID, rule("front", "networkTier", "STANDARD")),
        Case.up(RULE, "ipAddress: " + INVALID, rule("front", "ipVersion", "IPV4")),
        Case.up(RULE, "ipAddress: " + INVALID, rule("ip")),
        Case.up(RULE, "ipAddress: " + INVALID, rule("vm")),
        Case.up(
            RULE,
            "ipAddress: " + INVALID + "IPAddress': '2600:1900:9:9:8000::'. IPv6 addresses must be",
            rule("front", "ipAddress", "2600:1900:9:9:8000::")),
        Case.up(
            GLOBAL_RULE,
            "ipVersion: " + INVALID + "ipVersion': 'IPV6'. IP Version and IP Address cannot",
            "ipVersion",
            "IPV6"),
        Case.up(RECORD, "rrdatas: ", "type", "AAAA"),
        Case.up(RECORD, "rrdatas: ", "rrdatas", List.of("2600:1901:0:1::")));
  }

  private static Object[] with(String name, Object value, Object[] others) {
    return Stream.concat(Stream.of(others), Stream.of(name, value)).toArray();
  }

  /** The changes that make a valid forwarding rule one of IPv6, and more. */
  private static Object[] rule(String address, Object... more) {
    return Stream.concat(
            Stream.of(
                "ipVersion",
                "IPV6",
                "subnetwork",
                "public",
                "ipAddress",
                IN_REGION + "addresses/" + address),
            Stream.of(more))
        .toArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refusals(Case wrong) {
    cloud.refuses(wrong);
  }

  @Test
  void subnetworksHaveARangeOfTheirAccess() {
    StoredResource outside = subnet("o", "net", "10.4.0.0/24", "EXTERNAL");
    assertThat(outside.outputs().text("externalIpv6Prefix", ""))
        .matches("2600:1900:[1-9a-f][0-9a-f]{3}:[1-9a-f][0-9a-f]{3}::/64")
        .isEqualTo(outside.outputs().text("ipv6CidrRange", ""));
    assertThat(outside.outputs().text("internalIpv6Prefix")).hasValue("");
    StoredResource network =
        cloud.make(NETWORK, "other", "name", "other", "enableUlaInternalIpv6", true);
    String range = network.outputs().text("internalIpv6Range", "");
    assertThat(range).matches("fd20:[1-9a-f][0-9a-f]{2}:[1-9a-f][0-9a-f]{3}::/48");
    StoredResource inside = subnet("i", "other", "10.5.0.0/24", "INTERNAL");
    assertThat(inside.outputs().text("internalIpv6Prefix", ""))
        .startsWith(range.replace("::/48", ":"))
        .endsWith("::/64");
    assertThat(cloud.make(SUBNETWORK, "v4").outputs().values())
        .containsEntry("ipv6CidrRange", "")
        .containsEntry("stackType", "IPV4_ONLY");
  }

  /** https://github.com/hashicorp/terraform-provider-google/issues/17244 */
  @Test
  void aNetworkGetsUniqueLocalAddressesOnlyWhenItIsMade() {
    StoredResource made = cloud.make(NETWORK, "n", "name", "n");
    assertThat(
            cloud.rig.diff(
                made, CloudFixture.with(NETWORK, "name", "n", "enableUlaInternalIpv6", true)))
        .containsExactly("ADD enableUlaInternalIpv6 (replace)");
  }

  @Test
  void theAccessOfASubnetworkStays() {
    StoredResource made = subnet("s", "net", "10.6.0.0/24", "EXTERNAL");
    assertThat(
            cloud.rig.updateRefusals(
                made,
                CloudFixture.with(
                    SUBNETWORK,
                    "name",
                    "s",
                    "network",
                    "net",
                    "ipCidrRange",
                    "10.6.0.0/24",
                    "stackType",
                    "IPV4_IPV6",
                    "ipv6AccessType",
                    "INTERNAL")))
        .anySatisfy(text -> assertThat(text).contains("The IPv6 access type cannot be changed."));
  }

  /** The provider takes the range for another value than its first address, but not a link. */
  @Test
  void aRuleShowsTheRangeOfItsAddress() {
    StoredResource address = cloud.make(ADDRESS, "a", named("a", PUBLIC));
    String first = address.outputs().text("address", "");
    assertThat(first).matches("2600:1900:[0-9a-f]+:[0-9a-f]+:8000:[0-9a-f]+::");
    assertThat(address.outputs().values()).containsEntry("prefixLength", 96.0);
    StoredResource made = cloud.make(RULE, "r", named("r", rule("a")));
    assertThat(made.outputs().text("ipAddress")).hasValue(first + "/96");
    assertThat(cloud.rig.diff(made, CloudFixture.with(RULE, named("r", rule("a"))))).isEmpty();
    assertThat(
            cloud.rig.diff(
                made, CloudFixture.with(RULE, named("r", rule("a", "ipAddress", first)))))
        .containsExactly("UPDATE ipAddress (replace)");
    assertThat(cloud.rig.deleteRefusals(address))
        .singleElement()
        .asString()
        .contains("is already being used by '" + made.id() + "'");
    assertThat(cloud.rig.read(made)).hasValue(made);
  }

  @Test
  void anInternalRuleTakesARangeOfItsSubnetwork() {
    StoredResource service =
        cloud.make(
            CloudFixture.SERVICE,
            "s",
            "name",
            "dual",
            "loadBalancingScheme",
            "INTERNAL",
            "network",
            "dual");
    StoredResource made =
        cloud.make(
            RULE,
            "r",
            inner(
                "backendService",
                service.id(),
                "network",
                "dual",
                "subnetwork",
                "inside",
                "ipVersion",
                "IPV6"));
    assertThat(made.outputs().text("ipAddress", "")).matches("fd20:[0-9a-f:]+::/96");
  }

  @Test
  void globalAddressesAndRecordsAreOfEitherFamily() {
    StoredResource address = cloud.make(GLOBAL_ADDRESS, "g", "ipVersion", "IPV6");
    String number = address.outputs().text("address", "");
    assertThat(number).matches("2600:1901:0:[1-9a-f][0-9a-f]{3}::");
    StoredResource rule = cloud.make(GLOBAL_RULE, "r", "ipAddress", number);
    assertThat(rule.outputs().text("ipAddress")).hasValue(number);
    StoredResource record = cloud.make(RECORD, "r", "type", "AAAA", "rrdatas", List.of(number));
    assertThat(record.outputs().texts("rrdatas")).containsExactly(number);
  }
}
