package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.ADDRESS;
import static anyware.sandbox.gcp.CloudFixture.CHECK;
import static anyware.sandbox.gcp.CloudFixture.FIREWALL;
import static anyware.sandbox.gcp.CloudFixture.IN_PROJECT;
import static anyware.sandbox.gcp.CloudFixture.IN_REGION;
import static anyware.sandbox.gcp.CloudFixture.RULE;
import static anyware.sandbox.gcp.CloudFixture.SERVICE;
import static anyware.sandbox.gcp.CloudFixture.SUBNETWORK;
import static anyware.sandbox.gcp.CloudFixture.inner;
import static anyware.sandbox.gcp.CloudFixture.layer;
import static anyware.sandbox.gcp.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Differences that the real provider takes for none, and those with which it never comes to rest.
 */
final class QuietDifferencesTest extends CloudTest {
  private static final String HOST = "https://www.googleapis.com/compute/v1/";

  /**
   * One property as it was and as it becomes.
   *
   * @param type of what
   * @param property the property
   * @param was its value
   * @param becomes its value then
   * @param expected the changes that are planned
   * @param around changes of the valid inputs, for both
   */
  record Case(
      String type,
      String property,
      Object was,
      Object becomes,
      List<String> expected,
      List<Object> around) {
    Map<String, Object> inputs(Object value) {
      List<Object> changes = new ArrayList<>(List.of("name", "x"));
      changes.addAll(around);
      changes.addAll(List.of(property, value));
      return with(type, changes.toArray());
    }

    @Override
    public String toString() {
      return type.replaceFirst(".*:", "") + "." + property + " " + was + " -> " + becomes;
    }
  }

  private static Case quiet(
      String type, String property, Object was, Object becomes, Object... around) {
    return new Case(type, property, was, becomes, List.of(), List.of(around));
  }

  private static Case never(
      String type, String property, Object value, String change, Object... around) {
    return new Case(type, property, value, value, List.of(change), List.of(around));
  }

  static List<Case> cases() {
    List<Case> all = new ArrayList<>(removed());
    all.addAll(respelled());
    all.addAll(restless());
    return all;
  }

  /** What is optional and computed stays as it is when the program no longer says it. */
  private static List<Case> removed() {
    return List.of(
        quiet(FIREWALL, "destinationRanges", List.of("10.0.0.0/8"), ABSENT),
        quiet(FIREWALL, "enableLogging", false, ABSENT),
        quiet(SERVICE, "sessionAffinity", "CLIENT_IP", ABSENT),
        quiet(SERVICE, "protocol", "TCP", ABSENT),
        quiet(SERVICE, "timeoutSec", 10, ABSENT),
        quiet(SERVICE, "logConfig", Map.of("enable", true), ABSENT),
        quiet(SUBNETWORK, "privateIpGoogleAccess", true, ABSENT),
        quiet(SUBNETWORK, "region", "us-east4", ABSENT),
        quiet(RULE, "ipAddress", IN_REGION + "addresses/ip", ABSENT),
        quiet(RULE, "networkTier", "PREMIUM", ABSENT),
        quiet(CHECK, "logConfig", Map.of("enable", true), ABSENT),
        quiet(ADDRESS, "project", "acme-prod", ABSENT));
  }

  private static List<Case> respelled() {
    String network = IN_PROJECT + "global/networks/net";
    return List.of(
        quiet(FIREWALL, "allows", layer("tcp", "443", "80"), layer("TCP", "80", "443")),
        quiet(FIREWALL, "network", "net", network),
        quiet(FIREWALL, "network", network, HOST + network),
        quiet(FIREWALL, "sourceTags", List.of("b", "a"), List.of("a", "b")),
        quiet(SUBNETWORK, "network", HOST + network, "net"),
        quiet(
            SERVICE,
            "healthChecks",
            IN_REGION + "healthChecks/check",
            HOST + IN_REGION + "healthChecks/check"),
        quiet(RULE, "portRange", "443", "443-443"),
        quiet(RULE, "portRange", "443-443", "443"),
        quiet(RULE, "networkTier", ABSENT, "PREMIUM"),
        quiet(
            RULE,
            "ports",
            List.of("443", "60443"),
            List.of("60443", "443"),
            inner("subnetwork", "sub")),
        quiet(ADDRESS, "networkTier", ABSENT, "PREMIUM"),
        quiet(ADDRESS, "ipVersion", ABSENT, "IPV4"),
        quiet(CHECK, "httpsHealthCheck", Map.of("port", 443), Map.of("requestPath", "/")));
  }

  private static List<Case> restless() {
    return List.of(
        never(FIREWALL, "network", "global/networks/net", "UPDATE network"),
        never(SUBNETWORK, "network", "global/networks/net", "UPDATE network (replace)"),
        never(
            SUBNETWORK,
            "region",
            HOST + IN_PROJECT + "regions/us-east4",
            "UPDATE region (replace)"),
        never(FIREWALL, "enableLogging", true, "DELETE logConfig"),
        never(FIREWALL, "sourceRanges", List.of(), "DELETE sourceRanges"),
        never(FIREWALL, "sourceRanges", List.of("2001:DB8:0:0::/64"), "UPDATE sourceRanges"),
        never(
            FIREWALL,
            "destinationRanges",
            List.of("2001:0db8::/64"),
            "UPDATE destinationRanges",
            "sourceRanges",
            List.of("::/0")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void plansWhatTheProviderPlans(Case changed) {
    StoredResource made = cloud.rig.create(changed.type(), "x", changed.inputs(changed.was()));

    assertThat(cloud.rig.diff(made, changed.inputs(changed.becomes())))
        .isEqualTo(changed.expected());
  }

  static List<Case> restlessInPlace() {
    return restless().stream().filter(one -> one.type().equals(FIREWALL)).toList();
  }

  static List<Case> removedInPlace() {
    return removed().stream().filter(one -> !one.type().equals(RULE)).toList();
  }

  @ParameterizedTest
  @MethodSource("restlessInPlace")
  void noUpdateBringsThemToRest(Case changed) {
    StoredResource made = cloud.rig.create(changed.type(), "x", changed.inputs(changed.was()));
    StoredResource again = cloud.rig.update(made, changed.inputs(changed.was()));

    assertThat(cloud.rig.diff(again, changed.inputs(changed.was()))).isEqualTo(changed.expected());
  }

  @ParameterizedTest
  @MethodSource("removedInPlace")
  void anUpdateForAnotherReasonKeepsThem(Case changed) {
    StoredResource made = cloud.rig.create(changed.type(), "x", changed.inputs(changed.was()));
    Map<String, Object> next = changed.inputs(changed.becomes());
    next.put("description", "new");

    assertThat(cloud.rig.update(made, next).outputs().value(changed.property()))
        .isEqualTo(made.outputs().value(changed.property()));
  }
}
