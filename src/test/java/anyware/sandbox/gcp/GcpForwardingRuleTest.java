package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.GcpWorld.ABSENT;
import static anyware.sandbox.gcp.GcpWorld.ADDRESS;
import static anyware.sandbox.gcp.GcpWorld.IN_PROJECT;
import static anyware.sandbox.gcp.GcpWorld.IN_REGION;
import static anyware.sandbox.gcp.GcpWorld.RULE;
import static anyware.sandbox.gcp.GcpWorld.SERVICE;
import static anyware.sandbox.gcp.GcpWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.gcp.GcpWorld.Case;
import anyware.sandbox.spec.Stored;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forwarding rules refuse what Google refuses, at the same step. */
final class GcpForwardingRuleTest {
  private static final String INVALID = "googleapi: Error 400: Invalid value for field 'resource.";
  private static final Object[] INNER = {
    "backendService",
    IN_REGION + "backendServices/inner",
    "loadBalancingScheme",
    "INTERNAL",
    "ipAddress",
    ABSENT,
    "portRange",
    ABSENT,
    "ports",
    List.of("443")
  };

  @TempDir Path folder;
  private GcpWorld world;

  @BeforeEach
  void open() {
    world = new GcpWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Object[] inner(Object... more) {
    return Stream.concat(Stream.of(INNER), Stream.of(more)).toArray();
  }

  static Stream<Case> ofItself() {
    return Stream.of(
        Case.check(RULE, "ipProtocol: expected ipProtocol to be one of", "ipProtocol", "HTTPS"),
        Case.check(RULE, "loadBalancingScheme: expected", "loadBalancingScheme", "PUBLIC"),
        Case.check(
            RULE, "ports: Too many list items.", "ports", List.of("1", "2", "3", "4", "5", "6")),
        Case.check(RULE, "serviceLabel: \"serviceLabel\" (\"A\")", "serviceLabel", "A"),
        Case.check(RULE, "port: unknown property", "port", "443"),
        Case.up(RULE, "name: " + INVALID + "name': 'A'", "name", "A"),
        Case.up(RULE, "target: " + INVALID, "backendService", ABSENT),
        Case.up(RULE, "target: " + INVALID, "target", "x"),
        Case.up(RULE, "allPorts: " + INVALID, "allPorts", true),
        Case.up(
            RULE,
            "allPorts: "
                + INVALID
                + "allPorts': ''. A forwarding rule with the protocol L3_DEFAULT must set",
            "ipProtocol",
            "L3_DEFAULT",
            "backendService",
            IN_REGION + "backendServices/any"),
        Case.up(
            RULE,
            "ports: "
                + INVALID
                + "ports': ''. Forwarding rules with backend services must specify at least one"
                + " port., invalid",
            "portRange",
            ABSENT),
        Case.up(RULE, "ports: " + INVALID, "ipProtocol", "ESP"),
        Case.up(RULE, "portRange: " + INVALID + "portRange': '443-80'", "portRange", "443-80"),
        Case.up(RULE, "portRange: " + INVALID, "portRange", "0"),
        Case.up(
            RULE,
            "ports[0]: " + INVALID + "ports[0]': '80-90'",
            "portRange",
            ABSENT,
            "ports",
            List.of("80-90")),
        Case.up(RULE, "allowGlobalAccess: " + INVALID, "allowGlobalAccess", true),
        Case.up(RULE, "isMirroringCollector: " + INVALID, "isMirroringCollector", true),
        Case.up(RULE, "serviceLabel: " + INVALID, "serviceLabel", "a"),
        Case.up(RULE, "network: " + INVALID, "network", "net"),
        Case.up(RULE, "subnetwork: " + INVALID, "subnetwork", "sub"),
        Case.up(RULE, "noAutomateDnsZone: " + INVALID, "noAutomateDnsZone", true),
        Case.up(RULE, "allowPscGlobalAccess: " + INVALID, "allowPscGlobalAccess", true),
        Case.up(
            RULE,
            "serviceDirectoryRegistrations: " + INVALID,
            "serviceDirectoryRegistrations",
            Map.of("service", "a")),
        Case.up(
            RULE,
            "sourceIpRanges: " + INVALID,
            inner("subnetwork", "sub", "sourceIpRanges", List.of("10.0.0.0/8"))),
        Case.up(RULE, "labels: " + INVALID, "labels", Map.of("a", "B")));
  }

  static Stream<Case> ofItsPlace() {
    return Stream.of(
        Case.up(
            RULE,
            "backendService: googleapi: Error 404: The resource '"
                + IN_REGION
                + "backendServices/none' was not found",
            "backendService",
            IN_REGION + "backendServices/none"),
        Case.up(
            RULE,
            "backendService: "
                + INVALID
                + "backendService': ''. Load balancing scheme EXTERNAL does not match the backend"
                + " service load balancing scheme INTERNAL., invalid",
            "backendService",
            IN_REGION + "backendServices/inner"),
        Case.up(
            RULE,
            "ipProtocol: googleapi: Error 400: Invalid value for field 'IPProtocol': 'UDP'. invalid"
                + " backend service protocol TCP for forwarding rule with protocol UDP, invalid",
            "ipProtocol",
            "UDP"),
        Case.up(
            RULE,
            "backendService: " + INVALID,
            "backendService",
            IN_PROJECT + "regions/us-west1/backendServices/far-tcp"),
        Case.up(
            RULE,
            "ipAddress: " + INVALID + "IPAddress': '192.0.2.250'. Invalid IP address specified.",
            "ipAddress",
            "192.0.2.250"),
        Case.up(
            RULE,
            "ipAddress: " + INVALID,
            "ipAddress",
            IN_PROJECT + "regions/us-west1/addresses/far-ip"),
        Case.up(RULE, "ipAddress: " + INVALID, "ipAddress", "nobody"),
        Case.up(RULE, "networkTier: " + INVALID, "networkTier", "STANDARD"),
        Case.up(
            RULE,
            "network: googleapi: Error 404: The resource 'projects/acme-prod/global/networks/default'",
            INNER),
        Case.up(RULE, "subnetwork: " + INVALID, inner("network", "net")),
        Case.up(
            RULE,
            "subnetwork: googleapi: Error 400: Subnetwork",
            inner("network", "auto", "subnetwork", "sub")),
        Case.up(
            RULE,
            "subnetwork: " + INVALID,
            inner("subnetwork", IN_PROJECT + "regions/us-west1/subnetworks/far")),
        Case.up(
            RULE,
            "ipAddress: " + INVALID + "IPAddress': '10.7.0.1'",
            inner("subnetwork", "sub", "ipAddress", "10.7.0.1")),
        Case.up(
            RULE,
            "ipAddress: " + INVALID,
            inner("subnetwork", "sub", "ipAddress", IN_REGION + "addresses/ip")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"ofItself", "ofItsPlace"})
  void refusals(Case wrong) {
    world.refuses(wrong);
  }

  @Test
  void externalRulesLookLikeGoogles() {
    Stored made = world.make(RULE, "r", "name", "r");
    assertThat(made.id()).isEqualTo(IN_REGION + "forwardingRules/r");
    Stored address = world.make(ADDRESS, "a");
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
    assertThat(world.rig.read(made)).hasValue(made);
    assertThat(world.rig.diff(made, with(RULE, "name", "r"))).isEmpty();
    assertThat(world.rig.diff(made, with(RULE, "name", "r", "portRange", "444")))
        .containsExactly("UPDATE portRange (replace)");
  }

  @Test
  void internalRulesTakeAnAddressOfTheirSubnetwork() {
    Stored made =
        world.make(RULE, "r", inner("name", "r", "subnetwork", "sub", "serviceLabel", "web"));
    assertThat(made.outputs().text("ipAddress")).hasValue("10.0.0.2");
    assertThat(made.outputs().text("network", "")).endsWith("/global/networks/net");
    assertThat(made.outputs().text("serviceName"))
        .hasValue("web.r.il4.us-east4.lb.acme-prod.internal");
    assertThat(
            world
                .make(RULE, "fixed", inner("subnetwork", "sub", "ipAddress", "10.0.0.77"))
                .outputs()
                .text("ipAddress"))
        .hasValue("10.0.0.77");
  }

  @Test
  void ephemeralAddressesAreGivenAndKept() {
    Stored made = world.make(RULE, "r", "ipAddress", ABSENT);
    String address = made.outputs().text("ipAddress", "");
    assertThat(address).matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+");
    Stored changed =
        world.rig.update(made, with(RULE, "ipAddress", ABSENT, "labels", Map.of("a", "b")));
    assertThat(changed.outputs().text("ipAddress")).hasValue(address);
  }

  @Test
  void oneAddressTakesOneRuleForAPort() {
    world.make(RULE, "one", "portRange", "440-450");
    assertThat(world.rig.upRefusals(RULE, "two", with(RULE)))
        .singleElement()
        .asString()
        .contains("Specified IP address is in-use and would result in a conflict.");
    world.make(RULE, "three", "portRange", "80");
    world.make(
        RULE, "four", "ipProtocol", "UDP", "backendService", IN_REGION + "backendServices/any");
  }

  @Test
  void servicesStayWhileForwardingRulesUseThem() {
    Stored service = world.make(SERVICE, "mine", "name", "mine");
    Stored rule = world.make(RULE, "r", "backendService", service.id());
    assertThat(world.rig.deleteRefusals(service))
        .singleElement()
        .asString()
        .startsWith("googleapi: Error 400: The backend_service resource '" + service.id())
        .contains(rule.id());
    world.rig.delete(rule);
    assertThat(world.rig.deleteRefusals(service)).isEmpty();
  }
}
