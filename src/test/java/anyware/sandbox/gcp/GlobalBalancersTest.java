package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.CERTIFICATE;
import static anyware.sandbox.gcp.CloudFixture.GLOBAL_ADDRESS;
import static anyware.sandbox.gcp.CloudFixture.GLOBAL_CHECK;
import static anyware.sandbox.gcp.CloudFixture.GLOBAL_RULE;
import static anyware.sandbox.gcp.CloudFixture.GLOBAL_SERVICE;
import static anyware.sandbox.gcp.CloudFixture.HTTPS_PROXY;
import static anyware.sandbox.gcp.CloudFixture.HTTP_PROXY;
import static anyware.sandbox.gcp.CloudFixture.IN_PROJECT;
import static anyware.sandbox.gcp.CloudFixture.MANAGED;
import static anyware.sandbox.gcp.CloudFixture.RECORD;
import static anyware.sandbox.gcp.CloudFixture.SECURITY_POLICY;
import static anyware.sandbox.gcp.CloudFixture.SSL_POLICY;
import static anyware.sandbox.gcp.CloudFixture.URL_MAP;
import static anyware.sandbox.gcp.CloudFixture.ZONE;
import static anyware.sandbox.gcp.CloudFixture.rule;
import static anyware.sandbox.gcp.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parts of a global balancer look like, how they change and when they stay. */
final class GlobalBalancersTest extends CloudTest {
  private static final String LINKS = "https://www.googleapis.com/compute/v1/" + IN_PROJECT;

  private static final Map<String, String> COLLECTIONS =
      Map.of(
          GLOBAL_ADDRESS, "global/addresses",
          HTTPS_PROXY, "global/targetHttpsProxies",
          HTTP_PROXY, "global/targetHttpProxies",
          URL_MAP, "global/urlMaps",
          CERTIFICATE, "global/sslCertificates",
          SSL_POLICY, "global/sslPolicies",
          GLOBAL_SERVICE, "global/backendServices",
          GLOBAL_CHECK, "global/healthChecks",
          SECURITY_POLICY, "global/securityPolicies",
          ZONE, "managedZones");

  @BeforeEach
  void makeGlobals() {
    cloud.makeGlobals();
  }

  @Test
  void rulesListenAtTheReservedAddressOnEachPort() {
    StoredResource https = cloud.make(GLOBAL_RULE, "s", "name", "s");
    StoredResource http =
        cloud.make(
            GLOBAL_RULE,
            "p",
            "name",
            "p",
            "portRange",
            "80",
            "target",
            IN_PROJECT + "global/targetHttpProxies/plain");
    assertThat(https.id()).isEqualTo(IN_PROJECT + "global/forwardingRules/s");
    assertThat(https.outputs().text("ipAddress")).isEqualTo(http.outputs().text("ipAddress"));
    assertThat(https.outputs().text("portRange")).hasValue("443-443");
    assertThat(https.outputs().text("target")).hasValue(LINKS + "global/targetHttpsProxies/proxy");
    assertThat(cloud.rig.read(https)).hasValue(https);
    assertThat(
            cloud.rig.diff(
                https,
                with(GLOBAL_RULE, "name", "s", "target", LINKS + "global/targetHttpsProxies/old")))
        .containsExactly("UPDATE target");
    assertThat(cloud.rig.diff(https, with(GLOBAL_RULE, "name", "s", "portRange", "8443")))
        .containsExactly("UPDATE portRange (replace)");
  }

  @Test
  void servicesAndChecksLookLikeGoogles() {
    StoredResource made = cloud.make(GLOBAL_SERVICE, "s", "name", "s", "securityPolicy", "armor");
    assertThat(made.id()).isEqualTo(IN_PROJECT + "global/backendServices/s");
    assertThat(made.outputs().text("securityPolicy"))
        .hasValue(LINKS + "global/securityPolicies/armor");
    assertThat(made.outputs().whole("timeoutSec")).hasValue(30L);
    assertThat(made.outputs().isTrue("logConfig.enable")).isFalse();
    assertThat(cloud.rig.read(made)).hasValue(made);
    assertThat(cloud.rig.diff(made, with(GLOBAL_SERVICE, "name", "s", "securityPolicy", "armor")))
        .isEmpty();
    StoredResource check = cloud.make(GLOBAL_CHECK, "c", "name", "c");
    assertThat(check.id()).isEqualTo(IN_PROJECT + "global/healthChecks/c");
    assertThat(check.outputs().text("type")).hasValue("HTTPS");
  }

  @Test
  void aLogThatIsLeftOutStays() {
    StoredResource made =
        cloud.make(GLOBAL_SERVICE, "s", "name", "s", "logConfig", Map.of("enable", true));
    assertThat(cloud.rig.diff(made, with(GLOBAL_SERVICE, "name", "s"))).isEmpty();
    assertThat(
            cloud.rig.diff(
                made, with(GLOBAL_SERVICE, "name", "s", "logConfig", Map.of("enable", false))))
        .containsExactly("UPDATE logConfig.enable");
  }

  @Test
  void backendsOfAWebServiceAreBalancedByUtilization() {
    String group = IN_PROJECT + "zones/us-east4-a/instanceGroups/machines";
    StoredResource made =
        cloud.make(GLOBAL_SERVICE, "s", "name", "s", "backends", List.of(Map.of("group", group)));
    Props backend = made.inputs().objects("backends").get(0);
    assertThat(backend.text("balancingMode")).hasValue("UTILIZATION");
    assertThat(backend.value("capacityScaler")).hasValue(1.0);
  }

  @Test
  void aPolicyWithoutRulesAllowsEverything() {
    StoredResource made = cloud.make(SECURITY_POLICY, "p", "name", "p", "rules", ABSENT);
    assertThat(made.outputs().objects("rules"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.text("action")).hasValue("allow"));
    assertThat(made.outputs().text("type")).hasValue("CLOUD_ARMOR");
  }

  @Test
  void rulesOfAPolicyChangeInPlace() {
    StoredResource made = cloud.make(SECURITY_POLICY, "p", "name", "p");
    List<Object> rules =
        List.of(rule(1000, "allow", "203.0.113.0/24"), rule(2147483647L, "deny(403)", "*"));
    assertThat(cloud.rig.diff(made, with(SECURITY_POLICY, "name", "p", "rules", rules)))
        .isNotEmpty()
        .noneMatch(change -> change.contains("replace"));
  }

  @ParameterizedTest
  @CsvSource({
    "minTlsVersion, TLS_1_1, UPDATE minTlsVersion",
    "profile, RESTRICTED, UPDATE profile",
    "description, x, ADD description (replace)"
  })
  void tlsPoliciesChangeInPlace(String property, String value, String change) {
    StoredResource made = cloud.make(SSL_POLICY, "p", "name", "p");
    assertThat(cloud.rig.diff(made, with(SSL_POLICY, "name", "p", property, value)))
        .containsExactly(change);
  }

  @Test
  void aProxyIsReplacedForAnotherTimeoutAndForNothingElse() {
    StoredResource made = cloud.make(HTTPS_PROXY, "p", "name", "p");
    assertThat(made.outputs().texts("sslCertificates"))
        .containsExactly(LINKS + "global/sslCertificates/given");
    assertThat(cloud.rig.diff(made, with(HTTPS_PROXY, "name", "p", "sslPolicy", "tls")))
        .noneMatch(change -> change.contains("replace"));
    assertThat(cloud.rig.diff(made, with(HTTPS_PROXY, "name", "p", "httpKeepAliveTimeoutSec", 60)))
        .containsExactly("ADD httpKeepAliveTimeoutSec (replace)");
    assertThat(cloud.rig.diff(made, with(HTTPS_PROXY, "name", "p"))).isEmpty();
  }

  @Test
  void managedCertificatesAreReplacedForOtherNames() {
    StoredResource made = cloud.make(MANAGED, "c", "name", "c");
    assertThat(made.outputs().texts("subjectAlternativeNames"))
        .containsExactly("pcoip.example.com");
    assertThat(
            cloud.rig.diff(
                made,
                with(MANAGED, "name", "c", "managed", Map.of("domains", List.of("a.example.com")))))
        .isNotEmpty()
        .allMatch(change -> change.contains("replace"));
  }

  @Test
  void whatIsInUseStays() {
    StoredResource rule = cloud.make(GLOBAL_RULE, "s", "name", "s");
    assertStays(GLOBAL_ADDRESS, "front", rule.id());
    assertStays(HTTPS_PROXY, "proxy", rule.id());
    assertStays(URL_MAP, "map", "targetHttpsProxies/proxy");
    assertStays(CERTIFICATE, "given", "targetHttpsProxies/");
    assertStays(SSL_POLICY, "tls", "targetHttpsProxies/proxy");
    assertStays(GLOBAL_SERVICE, "web", "urlMaps/map");
    assertStays(GLOBAL_CHECK, "web", "backendServices/");
    assertStays(URL_MAP, "redirect", "targetHttpProxies/plain");
    StoredResource service =
        cloud.make(GLOBAL_SERVICE, "s", "name", "s", "securityPolicy", "armor");
    assertStays(SECURITY_POLICY, "armor", service.id());
    cloud.rig.delete(rule);
    assertThat(cloud.rig.deleteRefusals(stored(HTTPS_PROXY, "proxy"))).isEmpty();
    assertThat(cloud.rig.deleteRefusals(stored(GLOBAL_ADDRESS, "front"))).isEmpty();
    assertThat(cloud.rig.deleteRefusals(stored(HTTP_PROXY, "plain"))).isEmpty();
  }

  private void assertStays(String type, String name, String user) {
    assertThat(cloud.rig.deleteRefusals(stored(type, name)))
        .as(name)
        .singleElement()
        .asString()
        .contains("resourceInUseByAnotherResource", user);
  }

  private StoredResource stored(String type, String name) {
    return cloud.rig.find(
        type, IN_PROJECT + Optional.ofNullable(COLLECTIONS.get(type)).orElseThrow() + "/" + name);
  }

  @Test
  void recordsLieInTheirZone() {
    StoredResource made = cloud.make(RECORD, "r");
    assertThat(made.id()).isEqualTo(IN_PROJECT + "managedZones/zone/rrsets/pcoip.example.com./A");
    assertThat(cloud.rig.deleteRefusals(stored(ZONE, "zone")))
        .singleElement()
        .asString()
        .contains("containerNotEmpty");
    assertThat(cloud.rig.diff(made, with(RECORD, "rrdatas", List.of("198.51.100.8"))))
        .noneMatch(change -> change.contains("replace"))
        .isNotEmpty();
    assertThat(cloud.rig.diff(made, with(RECORD, "name", "other.example.com.")))
        .containsExactly("UPDATE name (replace)");
  }

  @Test
  void aZoneMayBeOfAnotherProject() {
    cloud.make(ZONE, "far", "name", "far", "project", "acme-dns");
    StoredResource made = cloud.make(RECORD, "r", "managedZone", "far", "project", "acme-dns");
    assertThat(made.id()).startsWith("projects/acme-dns/managedZones/far/rrsets/");
  }
}
