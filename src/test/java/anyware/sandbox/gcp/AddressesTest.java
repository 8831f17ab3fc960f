package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ADDRESS;
import static anyware.sandbox.gcp.CloudFixture.IN_PROJECT;
import static anyware.sandbox.gcp.CloudFixture.IN_REGION;
import static anyware.sandbox.gcp.CloudFixture.RULE;
import static anyware.sandbox.gcp.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.gcp.CloudFixture.Case;
import anyware.sandbox.spec.StoredResource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Static addresses refuse what Google refuses, at the same step. */
final class AddressesTest extends CloudTest {
  static Stream<Case> refusals() {
    return Stream.of(
        Case.check(ADDRESS, "users: unknown property", "users", "x"),
        Case.check(ADDRESS, "name: \"name\" (\"-a\") doesn't match regexp", "name", "-a"),
        Case.check(ADDRESS, "addressType: expected", "addressType", "PUBLIC"),
        Case.check(ADDRESS, "networkTier: expected", "networkTier", "BASIC"),
        Case.check(ADDRESS, "ipVersion: expected", "ipVersion", "IPV5"),
        Case.check(ADDRESS, "ipv6EndpointType: expected", "ipv6EndpointType", "LB"),
        Case.check(ADDRESS, "prefixLength: expected", "prefixLength", "24"),
        Case.up(ADDRESS, "purpose: " + INVALID, "purpose", "GCE_ENDPOINT"),
        Case.up(ADDRESS, "purpose: " + INVALID, "purpose", "ANY", "addressType", "INTERNAL"),
        Case.up(ADDRESS, "network: " + INVALID, "network", "net"),
        Case.up(ADDRESS, "subnetwork: " + INVALID, "subnetwork", "sub"),
        Case.up(ADDRESS, "subnetwork: " + INVALID, "ipVersion", "IPV6"),
        Case.up(ADDRESS, "ipv6EndpointType: " + INVALID, "ipv6EndpointType", "VM"),
        Case.up(ADDRESS, "address: " + INVALID + "address': '192.0.2.9'", "address", "192.0.2.9"),
        Case.up(ADDRESS, "prefixLength: " + INVALID, "prefixLength", 24),
        Case.up(
            ADDRESS,
            "networkTier: " + INVALID,
            "networkTier",
            "PREMIUM",
            "addressType",
            "INTERNAL",
            "subnetwork",
            "sub"),
        Case.up(
            ADDRESS,
            "subnetwork: googleapi: Error 404: The resource 'projects/acme-prod/global/networks/"
                + "default'",
            "addressType",
            "INTERNAL"),
        Case.up(
            ADDRESS,
            "subnetwork: googleapi: Error 404: The resource 'projects/acme-prod/regions/us-east4/"
                + "subnetworks/far' was not found",
            "addressType",
            "INTERNAL",
            "subnetwork",
            "far"),
        Case.up(
            ADDRESS,
            "subnetwork: " + INVALID,
            "addressType",
            "INTERNAL",
            "subnetwork",
            IN_PROJECT + "regions/us-west1/subnetworks/far"),
        Case.up(
            ADDRESS,
            "address: " + INVALID,
            "addressType",
            "INTERNAL",
            "subnetwork",
            "sub",
            "address",
            "10.9.0.5"),
        Case.up(
            ADDRESS,
            "address: " + INVALID,
            "addressType",
            "INTERNAL",
            "subnetwork",
            "sub",
            "address",
            "10.0.0.1"),
        Case.up(
            ADDRESS,
            "labels: " + INVALID + "labels': ''. Label key 'Env' violates format constraints.",
            "labels",
            Map.of("Env", "x")),
        Case.up(
            ADDRESS,
            "labels: " + INVALID + "labels': ''. Label value 'a b' violates format constraints.",
            "labels",
            Map.of("env", "a b")),
        Case.up(
            ADDRESS,
            "region: googleapi: Error 400: Invalid value for field 'region': 'mars'. Unknown",
            "region",
            "mars"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refusals(Case wrong) {
    cloud.refuses(wrong);
  }

  @Test
  void externalAddressesAreOfTheDocumentation() {
    StoredResource one = cloud.make(ADDRESS, "one", "name", "one");
    StoredResource two = cloud.make(ADDRESS, "two");
    assertThat(one.id()).isEqualTo(IN_REGION + "addresses/one");
    assertThat(one.outputs().text("address", ""))
        .matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+")
        .isNotEqualTo(two.outputs().text("address", ""));
    assertThat(one.outputs().values())
        .containsEntry("networkTier", "PREMIUM")
        .doesNotContainKey("purpose");
    assertThat(cloud.rig.read(one)).hasValue(one);
  }

  @Test
  void internalAddressesAreOfTheirSubnetwork() {
    Object[] inner = {"addressType", "INTERNAL", "subnetwork", "sub"};
    StoredResource one = cloud.make(ADDRESS, "one", inner);
    StoredResource two = cloud.make(ADDRESS, "two", inner);
    assertThat(one.outputs().text("address")).hasValue("10.0.0.2");
    assertThat(two.outputs().text("address")).hasValue("10.0.0.3");
    assertThat(one.outputs().text("purpose")).hasValue("GCE_ENDPOINT");
    assertThat(
            cloud.rig.upRefusals(
                ADDRESS,
                "three",
                with(
                    ADDRESS,
                    "addressType",
                    "INTERNAL",
                    "subnetwork",
                    "sub",
                    "address",
                    "10.0.0.3")))
        .singleElement()
        .asString()
        .contains("IP_IN_USE_BY_ANOTHER_RESOURCE - IP '10.0.0.3'");
    assertThat(cloud.rig.update(two, with(ADDRESS, inner)).outputs()).isEqualTo(two.outputs());
  }

  @Test
  void labelsJoinTheProvidersOwn() {
    var labelled =
        cloud.rig.with(
            Map.of(
                "project",
                "acme-prod",
                "region",
                "us-east4",
                "defaultLabels",
                "{\"env\":\"prod\",\"site\":\"x\"}"));
    StoredResource made =
        labelled.create(ADDRESS, "a", with(ADDRESS, "labels", Map.of("site", "virginia")));
    assertThat(made.outputs().object("pulumiLabels").values())
        .isEqualTo(Map.of("env", "prod", "site", "virginia"));
    assertThat(made.outputs().object("labels").values()).isEqualTo(Map.of("site", "virginia"));
    assertThat(labelled.diff(made, with(ADDRESS, "labels", Map.of("site", "texas"))))
        .containsExactly("UPDATE labels.site");
  }

  @Test
  void addressesStayWhileForwardingRulesUseThem() {
    StoredResource address = cloud.make(ADDRESS, "mine", "name", "mine");
    StoredResource rule =
        cloud.make(
            RULE, "r", "name", "r", "ipAddress", address.outputs().text("address").orElseThrow());
    assertThat(cloud.rig.deleteRefusals(address))
        .containsExactly(
            "googleapi: Error 400: The address resource '%s' is already being used by '%s', %s"
                .formatted(address.id(), rule.id(), "resourceInUseByAnotherResource"));
    cloud.rig.delete(rule);
    assertThat(cloud.rig.deleteRefusals(address)).isEmpty();
  }

  @Test
  void anythingButLabelsReplaces() {
    StoredResource made = cloud.make(ADDRESS, "a");
    assertThat(cloud.rig.diff(made, with(ADDRESS, "description", "other")))
        .containsExactly("UPDATE description (replace)");
    assertThat(cloud.rig.diff(made, with(ADDRESS, "networkTier", "STANDARD")))
        .containsExactly("UPDATE networkTier (replace)");
    assertThat(cloud.rig.diff(made, with(ADDRESS, "labels", Map.of("a", "b"))))
        .containsExactly("ADD labels");
  }
}
