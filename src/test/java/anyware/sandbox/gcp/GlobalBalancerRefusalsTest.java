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

import anyware.sandbox.gcp.CloudFixture.Case;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused about the parts of a global balancer and about records: one case a line. */
final class GlobalBalancerRefusalsTest extends CloudTest {
  private static final String GROUP = IN_PROJECT + "zones/us-east4-a/instanceGroups/machines";
  private static final Map<String, Object> DEFAULT = rule(2147483647L, "deny(403)", "*");
  private static final String DNS =
      "googleapi: Error 400: Invalid value for 'entity.change.additions[";

  @BeforeEach
  void makeGlobals() {
    cloud.makeGlobals();
  }

  private static String invalid(String property, String value, String reason) {
    return property + ": " + INVALID + property + "': '" + value + "'. " + reason;
  }

  private static Case backend(String expected, Map<String, ?> backend) {
    return Case.up(GLOBAL_SERVICE, "backends[0]." + expected, "backends", List.of(backend));
  }

  static Stream<Case> services() {
    return Stream.of(
        Case.up(
            GLOBAL_SERVICE,
            invalid("affinityCookieTtlSec", "1209601", "Must be between 0 and 1209600."),
            "affinityCookieTtlSec",
            1209601),
        Case.up(
            GLOBAL_SERVICE,
            invalid("affinityCookieTtlSec", "3600", "The cookie's lifetime needs"),
            "sessionAffinity",
            "CLIENT_IP"),
        Case.up(
            GLOBAL_SERVICE,
            invalid("sessionAffinity", "CLIENT_IP_PROTO", "The session affinity CLIENT_IP_PROTO"),
            "sessionAffinity",
            "CLIENT_IP_PROTO",
            "affinityCookieTtlSec",
            ABSENT),
        Case.up(GLOBAL_SERVICE, "protocol: ", "protocol", "UNSPECIFIED"),
        Case.check(GLOBAL_SERVICE, "protocol: expected protocol", "protocol", "UDP"),
        Case.up(GLOBAL_SERVICE, "healthChecks: ", "healthChecks", ABSENT),
        Case.up(
            GLOBAL_SERVICE,
            "healthChecks: googleapi: Error 404",
            "healthChecks",
            CloudFixture.IN_REGION + "healthChecks/check"),
        Case.up(GLOBAL_SERVICE, "timeoutSec: ", "timeoutSec", 0),
        Case.up(
            GLOBAL_SERVICE, "connectionDrainingTimeoutSec: ", "connectionDrainingTimeoutSec", -1),
        Case.up(
            GLOBAL_SERVICE,
            "logConfig.sampleRate: ",
            "logConfig",
            Map.of("enable", true, "sampleRate", 1.5)),
        Case.up(GLOBAL_SERVICE, "securityPolicy: ", "securityPolicy", "edge"),
        Case.up(GLOBAL_SERVICE, "edgeSecurityPolicy: ", "edgeSecurityPolicy", "armor"),
        Case.up(GLOBAL_SERVICE, "securityPolicy: googleapi: Error 404", "securityPolicy", "none"),
        Case.up(
            GLOBAL_SERVICE,
            "securitySettings: ",
            "securitySettings",
            Map.of("clientTlsPolicy", "x", "subjectAltNames", List.of())),
        Case.check(GLOBAL_SERVICE, "loadBalancingScheme: ", "loadBalancingScheme", "INTERNAL"),
        backend("balancingMode: ", Map.of("group", GROUP, "balancingMode", "CONNECTION")),
        backend("maxRate: ", Map.of("group", GROUP, "balancingMode", "RATE")),
        backend("capacityScaler: ", Map.of("group", GROUP, "capacityScaler", 2.0)),
        Case.up(
            GLOBAL_SERVICE,
            "backends[1].group: ",
            "backends",
            List.of(Map.of("group", GROUP), Map.of("group", GROUP))));
  }

  static Stream<Case> fronts() {
    return Stream.of(
        Case.up(GLOBAL_RULE, "portRange: ", "portRange", "443-444"),
        Case.up(GLOBAL_RULE, "portRange: ", "portRange", ABSENT),
        Case.up(GLOBAL_RULE, "ipProtocol: ", "ipProtocol", "UDP"),
        Case.up(GLOBAL_RULE, "network: ", "network", "net"),
        Case.up(GLOBAL_RULE, "sourceIpRanges: ", "sourceIpRanges", List.of("198.51.100.0/24")),
        Case.up(GLOBAL_RULE, "allowPscGlobalAccess: ", "allowPscGlobalAccess", true),
        Case.up(GLOBAL_RULE, "ipAddress: ", "ipAddress", "198.51.100.99"),
        Case.up(GLOBAL_RULE, "ipAddress: ", "ipAddress", CloudFixture.IN_REGION + "addresses/ip"),
        Case.up(
            GLOBAL_RULE,
            "target: " + INVALID + "target",
            "target",
            IN_PROJECT + "global/targetHttpsProxies/old"),
        Case.up(GLOBAL_RULE, "target: googleapi: Error 404", "target", "none"),
        Case.check(GLOBAL_RULE, "loadBalancingScheme: ", "loadBalancingScheme", "INTERNAL"),
        Case.up(GLOBAL_ADDRESS, "address: ", "address", "198.51.100.99"),
        Case.up(GLOBAL_ADDRESS, "network: ", "addressType", "INTERNAL"),
        Case.up(GLOBAL_ADDRESS, "purpose: ", "purpose", "VPC_PEERING"),
        Case.up(HTTPS_PROXY, "sslCertificates: " + INVALID, "sslCertificates", ABSENT),
        Case.up(
            HTTPS_PROXY,
            "sslCertificates: googleapi: Error 413",
            "sslCertificates",
            Collections.nCopies(16, "given")),
        Case.up(
            HTTPS_PROXY,
            "sslCertificates[0]: googleapi: Error 404",
            "sslCertificates",
            List.of("none")),
        Case.up(HTTPS_PROXY, "httpKeepAliveTimeoutSec: ", "httpKeepAliveTimeoutSec", 4),
        Case.up(HTTPS_PROXY, "httpKeepAliveTimeoutSec: ", "httpKeepAliveTimeoutSec", 1201),
        Case.up(HTTPS_PROXY, "urlMap: " + INVALID, "urlMap", "redirect"),
        Case.up(HTTPS_PROXY, "sslPolicy: googleapi: Error 404", "sslPolicy", "none"),
        Case.check(HTTPS_PROXY, "quicOverride: ", "quicOverride", "MAYBE"),
        Case.up(HTTP_PROXY, "proxyBind: ", "proxyBind", true),
        Case.check(URL_MAP, "defaultService: Invalid combination", "defaultService", ABSENT),
        Case.check(
            URL_MAP,
            "defaultService: Invalid combination",
            "defaultUrlRedirect",
            Map.of("stripQuery", false)),
        Case.check(
            URL_MAP,
            "defaultUrlRedirect.redirectResponseCode: ",
            "defaultService",
            ABSENT,
            "defaultUrlRedirect",
            Map.of("stripQuery", false, "redirectResponseCode", "301")),
        Case.up(
            URL_MAP,
            "hostRules[0].pathMatcher: ",
            "hostRules",
            List.of(Map.of("hosts", List.of("*"), "pathMatcher", "none"))));
  }

  static Stream<Case> policies() {
    return Stream.of(
        Case.check(SSL_POLICY, "minTlsVersion: ", "minTlsVersion", "TLS_1_3"),
        Case.check(SSL_POLICY, "profile: ", "profile", "FIPS"),
        Case.check(SSL_POLICY, "customFeatures: Error in SSL Policy", "profile", "CUSTOM"),
        Case.check(
            SSL_POLICY, "customFeatures: ", "customFeatures", List.of("TLS_RSA_WITH_AES_128_GCM")),
        armor("rules: ", rule(1, "allow", "*")),
        armor("rules[0].action: ", rule(1, "deny(401)", "198.51.100.0/24"), DEFAULT),
        armor(
            "rules[0].match.config.srcIpRanges[0]: ", rule(1, "allow", "198.51.100.0/33"), DEFAULT),
        Case.check(
            SECURITY_POLICY,
            "rules[0].match.config.srcIpRanges: Too many",
            "rules",
            List.of(
                rule(
                    1,
                    "allow",
                    IntStream.range(0, 11)
                        .mapToObj(i -> "10.0.0." + i + "/32")
                        .toArray(String[]::new)),
                DEFAULT)),
        Case.check(
            SECURITY_POLICY,
            "rules[1]: Two rules have the same priority",
            "rules",
            List.of(rule(1, "allow", "10.0.0.0/8"), rule(1, "allow", "172.16.0.0/12"), DEFAULT)),
        Case.up(
            SECURITY_POLICY,
            "rules: ",
            "rules",
            Stream.concat(
                    IntStream.range(0, 200).mapToObj(i -> rule(i, "allow", "10.0.0.0/8")),
                    Stream.of(DEFAULT))
                .toList()),
        Case.up(MANAGED, "managed.domains[0]: ", "managed", Map.of("domains", List.of("*.a.org"))),
        Case.up(CERTIFICATE, "certificate: ", "certificate", "none"));
  }

  @SafeVarargs
  private static Case armor(String expected, Map<String, Object>... rules) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> rule : rules) {
      all.add(rule);
    }
    return Case.up(SECURITY_POLICY, expected, "rules", all);
  }

  static Stream<Case> records() {
    return Stream.of(
        Case.check(RECORD, "name: \"name\" (\"pcoip.example.com\")", "name", "pcoip.example.com"),
        Case.up(RECORD, "name: " + DNS, "name", "pcoip.example.org."),
        Case.up(RECORD, "type: " + DNS, "type", "ALIAS"),
        Case.up(RECORD, "rrdatas: " + DNS, "rrdatas", List.of("2001:db8::1")),
        Case.up(RECORD, "ttl: " + DNS, "ttl", -1),
        Case.up(RECORD, "managedZone: googleapi: Error 404", "managedZone", "none"),
        Case.up(
            RECORD,
            "managedZone: googleapi: Error 404",
            "managedZone",
            IN_PROJECT + "managedZones/zone"),
        Case.check(RECORD, "rrdatas: ", "rrdatas", ABSENT),
        Case.up(ZONE, "dnsName: ", "dnsName", "example.com"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"services", "fronts", "policies", "records"})
  void refusals(Case wrong) {
    cloud.refuses(wrong);
  }

  @Test
  void oneAddressHasOneRuleAPort() {
    cloud.make(GLOBAL_RULE, "s", "name", "s");
    assertThat(cloud.rig.upRefusals(GLOBAL_RULE, "t", with(GLOBAL_RULE, "name", "t")))
        .anyMatch(refusal -> refusal.contains("Specified IP address is in-use"));
  }

  @Test
  void aPolicyKeepsItsType() {
    var made = cloud.make(SECURITY_POLICY, "p", "name", "p");
    assertThat(
            cloud.rig.updateRefusals(
                made, with(SECURITY_POLICY, "name", "p", "type", "CLOUD_ARMOR_EDGE")))
        .anyMatch(refusal -> refusal.startsWith("type: "));
  }

  @Test
  void secretsStayOutOfRefusals() {
    assertThat(
            cloud.rig.upRefusals(
                CERTIFICATE, "c", with(CERTIFICATE, "name", "c", "privateKey", "s3cret")))
        .isNotEmpty()
        .noneMatch(message -> message.contains("s3cret"));
  }

  @Test
  void globalChecksAreAsStrictAsRegionalOnes() {
    assertThat(
            cloud.rig.upRefusals(
                GLOBAL_CHECK, "c", with(GLOBAL_CHECK, "name", "c", "timeoutSec", 6)))
        .anyMatch(refusal -> refusal.contains("TimeoutSec should be less"));
  }
}
