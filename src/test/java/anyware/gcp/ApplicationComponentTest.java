package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.settings.Settings;
import anyware.settings.Site;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a balancer of layer 7, records and logs are registered. */
class ApplicationComponentTest {
  private static final String NAME = "iowa-balancer";
  private static final String IPV6 = NAME + "-v6";
  private static final String REDIRECT = "iowa-balancer-redirect";

  private static final Registrations PLAIN = registered("minimal", "created-layer7");
  private static final Registrations FULL = registered("legacy-http", "created-layer7-full");
  private static final Registrations EXISTING = registered("minimal", "existing-layer7-full");

  private static Registrations registered(String options, String shape) {
    Settings settings = Plans.settings(options);
    Site site = Shapes.of(shape);
    return Registrations.of(Plans.of(settings, site));
  }

  private static ResourceOptions options(Registrations seen, String type) {
    return Optional.ofNullable(seen.options().get(type + " " + NAME)).orElseThrow();
  }

  @Test
  void itIsWiredFromTheAddressToTheHealthCheck() {
    assertThat(PLAIN.inputs(StateTypes.GLOBAL_FORWARDING_RULE))
        .containsOnlyKeys(NAME, IPV6)
        .hasEntrySatisfying(
            IPV6,
            rule ->
                assertThat(rule)
                    .containsEntry("ipAddress", "address of " + IPV6)
                    .containsEntry("portRange", "443")
                    .containsEntry("target", "link of " + NAME)
                    .doesNotContainKeys("ipVersion", "subnetwork"))
        .hasEntrySatisfying(
            NAME,
            rule ->
                assertThat(rule)
                    .containsEntry("ipAddress", "address of " + NAME)
                    .containsEntry("loadBalancingScheme", "EXTERNAL_MANAGED")
                    .containsEntry("ipProtocol", "TCP")
                    .containsEntry("portRange", "443")
                    .containsEntry("target", "link of " + NAME)
                    .containsEntry("project", "demo-project"));
    assertThat(PLAIN.inputs(StateTypes.HTTPS_PROXY, NAME))
        .isEqualTo(
            Map.of(
                "project",
                "demo-project",
                "urlMap",
                "link of " + NAME,
                "sslPolicy",
                "link of " + NAME,
                "sslCertificates",
                List.of(
                    "https://www.googleapis.com/compute/v1/projects/demo-project/global/"
                        + "sslCertificates/pcoip")));
    assertThat(PLAIN.inputs(StateTypes.URL_MAP, NAME))
        .isEqualTo(Map.of("project", "demo-project", "defaultService", "link of " + NAME));
    assertThat(PLAIN.inputs(StateTypes.GLOBAL_BACKEND_SERVICE, NAME))
        .isEqualTo(
            Map.of(
                "project", "demo-project",
                "loadBalancingScheme", "EXTERNAL_MANAGED",
                "protocol", "HTTPS",
                "portName", "https",
                "sessionAffinity", "GENERATED_COOKIE",
                "affinityCookieTtlSec", 3600.0,
                "healthChecks", "link of " + NAME,
                "securityPolicy", "link of " + NAME,
                "logConfig", Map.of("enable", false)));
    assertThat(PLAIN.inputs(StateTypes.GLOBAL_HEALTH_CHECK, NAME))
        .isEqualTo(
            Map.of(
                "project", "demo-project",
                "httpsHealthCheck", Map.of("port", 443.0, "requestPath", "/health"),
                "checkIntervalSec", 30.0,
                "timeoutSec", 5.0,
                "healthyThreshold", 3.0,
                "unhealthyThreshold", 3.0));
    assertThat(PLAIN.inputs(StateTypes.SSL_POLICY, NAME))
        .isEqualTo(
            Map.of("project", "demo-project", "minTlsVersion", "TLS_1_2", "profile", "MODERN"));
    assertThat(PLAIN.types())
        .doesNotContain(
            StateTypes.CERTIFICATE,
            StateTypes.HTTP_PROXY,
            StateTypes.FORWARDING_RULE,
            StateTypes.RECORD_SET);
  }

  @Test
  void everybodyElseIsDenied() {
    List<?> rules = (List<?>) PLAIN.inputs(StateTypes.SECURITY_POLICY, NAME).get("rules");

    assertThat(rules)
        .last()
        .isEqualTo(
            Map.of(
                "priority",
                2147483647.0,
                "action",
                "deny(403)",
                "description",
                "nobody else uses the balancer",
                "match",
                Map.of(
                    "versionedExpr", "SRC_IPS_V1", "config", Map.of("srcIpRanges", List.of("*")))));
    assertThat(rules).asString().contains("198.51.100.0/24", "203.0.113.0/28", "2001:db8:c::/48");
  }

  @Test
  void theLegacyPortIsAnsweredWithARedirect() {
    assertThat(FULL.inputs(StateTypes.GLOBAL_FORWARDING_RULE, REDIRECT))
        .containsEntry("portRange", "80")
        .containsEntry("ipAddress", "address of " + NAME)
        .containsEntry("target", "link of " + REDIRECT);
    assertThat(FULL.inputs(StateTypes.HTTP_PROXY, REDIRECT))
        .isEqualTo(
            Map.of(
                "project",
                "demo-project",
                "urlMap",
                "link of " + REDIRECT,
                "httpKeepAliveTimeoutSec",
                90.0));
    assertThat(FULL.inputs(StateTypes.URL_MAP, REDIRECT))
        .isEqualTo(
            Map.of(
                "project",
                "demo-project",
                "defaultUrlRedirect",
                Map.of(
                    "httpsRedirect", true,
                    "stripQuery", false,
                    "redirectResponseCode", "MOVED_PERMANENTLY_DEFAULT")));
  }

  @Test
  void whatIsSaidIsAskedFor() {
    assertThat(FULL.inputs(StateTypes.CERTIFICATE, NAME))
        .containsEntry("managed", Map.of("domains", List.of("pcoip.example.com", "a.example.com")));
    assertThat(FULL.inputs(StateTypes.HTTPS_PROXY, NAME))
        .containsEntry("sslCertificates", List.of("link of " + NAME))
        .containsEntry("httpKeepAliveTimeoutSec", 90.0);
    assertThat(FULL.inputs(StateTypes.SSL_POLICY, NAME)).containsEntry("profile", "RESTRICTED");
    assertThat(FULL.inputs(StateTypes.GLOBAL_BACKEND_SERVICE, NAME))
        .containsEntry("affinityCookieTtlSec", 7200.0)
        .containsEntry(
            "edgeSecurityPolicy",
            "https://www.googleapis.com/compute/v1/projects/demo-project/global/"
                + "securityPolicies/edge")
        .containsEntry("logConfig", Map.of("enable", true))
        .hasEntrySatisfying(
            "backends",
            backends -> assertThat(backends).asString().contains("UTILIZATION", Shapes.GROUP));
  }

  @Test
  void recordsLieInTheirZonesProject() {
    assertThat(FULL.inputs(StateTypes.RECORD_SET))
        .containsOnlyKeys(NAME, IPV6, "iowa-connector-1", "iowa-connector-2");
    assertThat(FULL.inputs(StateTypes.RECORD_SET, IPV6))
        .containsEntry("name", "pcoip.example.com.")
        .containsEntry("type", "AAAA")
        .containsEntry("rrdatas", List.of("address of " + IPV6));
    assertThat(FULL.inputs(StateTypes.RECORD_SET, NAME))
        .isEqualTo(
            Map.of(
                "project", "demo-dns",
                "managedZone", "example",
                "name", "pcoip.example.com.",
                "type", "A",
                "ttl", 300.0,
                "rrdatas", List.of("address of " + NAME)));
    assertThat(FULL.inputs(StateTypes.RECORD_SET, "iowa-connector-2"))
        .containsEntry("name", "connector-2.example.com.")
        .containsEntry("rrdatas", List.of("address of iowa-connector-2"));
    assertThat(
            ((CustomResourceOptions) options(FULL, StateTypes.RECORD_SET)).getDeleteBeforeReplace())
        .isTrue();
  }

  @Test
  void logsAreSwitchedOnWhereTheyAreAskedFor() {
    assertThat(FULL.inputs(StateTypes.SUBNETWORK).values())
        .allSatisfy(
            subnet ->
                assertThat(subnet)
                    .containsEntry(
                        "logConfig",
                        Map.of(
                            "aggregationInterval", "INTERVAL_5_SEC",
                            "flowSampling", 1.0,
                            "metadata", "INCLUDE_ALL_METADATA")));
    for (Registrations seen : List.of(FULL, EXISTING)) {
      assertThat(seen.inputs(StateTypes.FIREWALL).values())
          .allSatisfy(
              rule ->
                  assertThat(rule)
                      .containsEntry("logConfig", Map.of("metadata", "INCLUDE_ALL_METADATA")));
    }
    assertThat(PLAIN.inputs(StateTypes.SUBNETWORK).values())
        .allSatisfy(subnet -> assertThat(subnet).doesNotContainKey("logConfig"));
    assertThat(PLAIN.inputs(StateTypes.FIREWALL).values())
        .allSatisfy(rule -> assertThat(rule).doesNotContainKey("logConfig"));
  }

  @Test
  void groupsAttachedFromOutsideStay() {
    assertThat(options(PLAIN, StateTypes.GLOBAL_BACKEND_SERVICE).getIgnoreChanges())
        .containsExactly("backends");
    assertThat(options(FULL, StateTypes.GLOBAL_BACKEND_SERVICE).getIgnoreChanges()).isEmpty();
  }

  @Test
  void theOwnerLearnsItsAddressAndService() {
    assertThat(PLAIN.output("balancer"))
        .contains(
            Map.of(
                "layer", 7,
                "scheme", "public",
                "address", "address of " + NAME,
                "ipv6Address", "address of " + IPV6,
                "id", "link of " + NAME,
                "backendService", "link of " + NAME));
  }
}
