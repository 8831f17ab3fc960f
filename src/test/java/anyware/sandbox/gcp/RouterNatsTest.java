package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.IN_PROJECT;
import static anyware.sandbox.gcp.CloudFixture.IN_REGION;
import static anyware.sandbox.gcp.CloudFixture.NAT;
import static anyware.sandbox.gcp.CloudFixture.ROUTER;
import static anyware.sandbox.gcp.CloudFixture.SUBNETWORK;
import static anyware.sandbox.gcp.CloudFixture.subnet;
import static anyware.sandbox.gcp.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.gcp.CloudFixture.Case;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cloud Routers and Cloud NAT: what they look like, and what Google refuses of them. */
final class RouterNatsTest extends CloudTest {
  private static final String NATS = INVALID + "nats[0].";

  static Stream<Case> routers() {
    Map<String, Integer> bgp = Map.of("asn", 64512);
    return Stream.of(
        Case.check(ROUTER, "network: missing required property", "network", ABSENT),
        Case.check(ROUTER, "name: \"name\" (\"R\") doesn't match regexp", "name", "R"),
        Case.check(ROUTER, "nats: unknown property", "nats", List.of()),
        Case.check(
            ROUTER,
            "bgp.asn: expected bgp.asn to be a RFC6996-compliant Local ASN",
            "bgp",
            Map.of("asn", 65535)),
        Case.check(
            ROUTER,
            "bgp.advertisedGroups: Error in bgp: advertised_groups cannot be specified",
            "bgp",
            Map.of("asn", 64512, "advertisedGroups", List.of("ALL_SUBNETS"))),
        Case.up(
            ROUTER,
            "bgp.keepaliveInterval: " + INVALID,
            "bgp",
            Map.of("asn", 64512, "keepaliveInterval", 10)),
        Case.up(
            ROUTER,
            "network: "
                + INVALID
                + "network': 'projects/acme-prod/global/networks/net'. Cross project referencing is"
                + " not allowed for this resource.",
            "project",
            "acme-lab",
            "network",
            IN_PROJECT + "global/networks/net",
            "bgp",
            bgp),
        Case.up(ROUTER, "region: googleapi: Error 400", "region", "us-east9"));
  }

  static Stream<Case> nats() {
    return Stream.of(
        Case.check(NAT, "router: missing required property", "router", ABSENT),
        Case.check(
            NAT, "sourceSubnetworkIpRangesToNat: expected", "sourceSubnetworkIpRangesToNat", "ALL"),
        Case.check(NAT, "natIpAllocateOption: expected", "natIpAllocateOption", "AUTO"),
        Case.check(NAT, "type: expected", "type", "BOTH"),
        Case.check(NAT, "logConfig.filter: missing", "logConfig", Map.of("enable", true)),
        Case.check(
            NAT,
            "subnetworks[0].sourceIpRangesToNats: Not enough list items.",
            "subnetworks",
            List.of(subnet("sub"))),
        Case.check(
            NAT,
            "drainNatIps: New RouterNat cannot have drain_nat_ips",
            "drainNatIps",
            List.of(IN_REGION + "addresses/ip")),
        Case.up(
            NAT,
            "router: googleapi: Error 404: The resource 'regions/us-west1/routers/router' was not"
                + " found",
            "region",
            "us-west1"),
        Case.up(
            NAT,
            "router: googleapi: Error 404",
            "router",
            "https://www.googleapis.com/compute/v1/" + IN_REGION + "routers/router"),
        Case.up(
            NAT,
            "subnetworks[0].name: googleapi: Error 404",
            "subnetworks",
            List.of(subnet("none", "ALL_IP_RANGES"))),
        Case.up(
            NAT,
            "subnetworks[0].sourceIpRangesToNats[0]: " + INVALID,
            "subnetworks",
            List.of(subnet("sub", "ALL"))),
        Case.up(
            NAT,
            "subnetworks[0].name: " + NATS + "subnetworks[0].name'",
            "subnetworks",
            List.of(subnet(IN_PROJECT + "regions/us-west1/subnetworks/far", "ALL_IP_RANGES"))),
        Case.up(
            NAT,
            "subnetworks[0].secondaryIpRangeNames: " + NATS,
            "subnetworks",
            List.of(subnet("sub", "LIST_OF_SECONDARY_IP_RANGES"))),
        Case.up(NAT, "subnetworks: " + NATS, "subnetworks", ABSENT),
        Case.up(
            NAT,
            "subnetworks: " + NATS,
            "sourceSubnetworkIpRangesToNat",
            "ALL_SUBNETWORKS_ALL_IP_RANGES"),
        Case.up(NAT, "natIpAllocateOption: " + NATS, "natIpAllocateOption", ABSENT),
        Case.up(NAT, "natIps: " + NATS, "natIpAllocateOption", "MANUAL_ONLY"),
        Case.up(NAT, "natIps: " + NATS, "natIps", List.of(IN_REGION + "addresses/ip")),
        Case.up(NAT, "minPortsPerVm: " + NATS + "minPortsPerVm': '1'", "minPortsPerVm", 1),
        Case.up(NAT, "minPortsPerVm: " + NATS, "minPortsPerVm", 57_345),
        Case.up(
            NAT,
            "minPortsPerVm: " + NATS + "minPortsPerVm': '2000'. Must be a power of two",
            "minPortsPerVm",
            2000,
            "enableDynamicPortAllocation",
            true),
        Case.up(NAT, "maxPortsPerVm: " + NATS, "maxPortsPerVm", 4096),
        Case.up(
            NAT,
            "maxPortsPerVm: " + NATS,
            "maxPortsPerVm",
            2048,
            "enableDynamicPortAllocation",
            true),
        Case.up(
            NAT,
            "enableDynamicPortAllocation: " + NATS,
            "enableDynamicPortAllocation",
            true,
            "enableEndpointIndependentMapping",
            true),
        Case.up(NAT, "udpIdleTimeoutSec: " + INVALID, "udpIdleTimeoutSec", -1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"routers", "nats"})
  void refusals(Case wrong) {
    cloud.refuses(wrong);
  }

  @Test
  void theyLookLikeGoogles() {
    StoredResource router = cloud.make(ROUTER, "r", "name", "r");
    assertThat(router.id()).isEqualTo(IN_REGION + "routers/r");
    assertThat(router.outputs().text("network", ""))
        .startsWith("https://")
        .endsWith("/networks/net");
    StoredResource nat = cloud.make(NAT, "n", "name", "way-out", "router", "r");
    assertThat(nat.id()).isEqualTo("acme-prod/us-east4/r/way-out");
    assertThat(nat.inputs().values())
        .as("the provider's defaults")
        .containsEntry("icmpIdleTimeoutSec", 30.0)
        .containsEntry("tcpEstablishedIdleTimeoutSec", 1200.0)
        .containsEntry("type", "PUBLIC");
    assertThat(nat.outputs().values())
        .containsEntry("region", "us-east4")
        .containsEntry("project", "acme-prod");
    assertThat(cloud.rig.read(nat)).hasValue(nat);
    assertThat(cloud.rig.diff(nat, with(NAT, "name", "way-out", "router", "r"))).isEmpty();
    assertThat(
            cloud.rig.diff(nat, with(NAT, "name", "way-out", "router", "r", "minPortsPerVm", 64)))
        .containsExactly("UPDATE minPortsPerVm");
  }

  @Test
  void aSubnetworkHasOneWayOut() {
    cloud.make(NAT, "one");
    assertThat(cloud.rig.upRefusals(NAT, "two", with(NAT)))
        .containsExactly(
            "subnetworks[0].sourceIpRangesToNat: "
                + NATS
                + "subnetworks[0].sourceIpRangesToNat': ''. The subnetwork is already configured"
                + " with ALL_IP_RANGES for Nat which conflicts with the specified"
                + " IpRangeToNatOption options in this Nat., invalid");
    assertThat(
            cloud.rig.upRefusals(
                NAT,
                "three",
                with(
                    NAT,
                    "sourceSubnetworkIpRangesToNat",
                    "ALL_SUBNETWORKS_ALL_IP_RANGES",
                    "subnetworks",
                    ABSENT)))
        .singleElement()
        .asString()
        .contains("Can not create new Nats since a Nat with option");
    cloud.make(SUBNETWORK, "other", "name", "other");
    cloud.make(NAT, "four", "subnetworks", List.of(subnet("other", "PRIMARY_IP_RANGE")));
  }

  @Test
  void theWayOutKeepsItsSubnetworkAndGoesWithItsRouter() {
    StoredResource subnetwork = cloud.make(SUBNETWORK, "own", "name", "own");
    StoredResource router = cloud.make(ROUTER, "r", "name", "r");
    StoredResource nat =
        cloud.make(NAT, "n", "router", "r", "subnetworks", List.of(subnet("own", "ALL_IP_RANGES")));
    assertThat(cloud.rig.deleteRefusals(subnetwork))
        .singleElement()
        .asString()
        .contains("resourceInUseByAnotherResource");
    cloud.rig.delete(router);
    assertThat(cloud.rig.read(nat)).isEmpty();
    assertThat(cloud.rig.deleteRefusals(subnetwork)).isEmpty();
  }

  @Test
  void aNatIsFoundThroughAnyProvider() {
    StoredResource nat = cloud.make(NAT, "n");
    var elsewhere = cloud.rig.with(Map.of("project", "acme-lab", "region", "us-west1"));
    assertThat(elsewhere.read(nat)).hasValue(nat);
    elsewhere.delete(nat);
    assertThat(cloud.rig.read(nat)).isEmpty();
  }
}
