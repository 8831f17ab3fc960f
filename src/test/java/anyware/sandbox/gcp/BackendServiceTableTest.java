package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.CHECK;
import static anyware.sandbox.gcp.CloudFixture.SERVICE;
import static anyware.sandbox.gcp.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.gcp.CloudFixture.Case;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of backend services and health checks that are tables: one case a line. */
final class BackendServiceTableTest extends CloudTest {
  private static final List<String> KINDS = List.of("http", "https", "http2", "tcp", "ssl", "grpc");

  private static Case scheme(String property, Object value, String scheme) {
    return Case.up(
        SERVICE,
        property
            + ": googleapi: Error 400: Invalid value for field 'resource."
            + property
            + "': ''. The field cannot be set for the load balancing scheme "
            + scheme,
        property,
        value,
        "loadBalancingScheme",
        scheme);
  }

  static Stream<Case> schemes() {
    Map<String, String> secret = Map.of("oauth2ClientId", "a", "oauth2ClientSecret", "s3cret");
    return Stream.of(
        scheme("affinityCookieTtlSec", 60, "INTERNAL"),
        scheme("cdnPolicy", Map.of("cacheMode", "FORCE_CACHE_ALL"), "INTERNAL_MANAGED"),
        scheme("circuitBreakers", Map.of("maxRetries", 1), "EXTERNAL"),
        scheme(
            "connectionTrackingPolicy", Map.of("enableStrongAffinity", true), "EXTERNAL_MANAGED"),
        scheme("consistentHash", Map.of("httpHeaderName", "a"), "INTERNAL"),
        scheme("enableCdn", true, "INTERNAL"),
        scheme("failoverPolicy", Map.of("failoverRatio", 0.5), "INTERNAL_MANAGED"),
        scheme("iap", secret, "EXTERNAL"),
        scheme("localityLbPolicy", "MAGLEV", "INTERNAL"),
        scheme("network", "net", "EXTERNAL"),
        scheme("outlierDetection", Map.of("consecutiveErrors", 1), "EXTERNAL"),
        scheme("portName", "https", "INTERNAL"),
        scheme("subsetting", Map.of("policy", "CONSISTENT_HASH_SUBSETTING"), "EXTERNAL_MANAGED"));
  }

  private static Case probe(String kind, String property, String message, Map<String, ?> probe) {
    Step step = kind.equals("http") ? Step.CHECK : Step.UP;
    String expected =
        "%sHealthCheck.%s: Error in %s_health_check: %s".formatted(kind, property, kind, message);
    return new Case(
        step, CHECK, List.of("httpsHealthCheck", ABSENT, kind + "HealthCheck", probe), expected);
  }

  static Stream<Case> ports() {
    Map<String, Object> named = Map.of("portSpecification", "USE_NAMED_PORT");
    Map<String, Object> namedWithPort = Map.of("portSpecification", "USE_NAMED_PORT", "port", 1);
    Map<String, Object> serving = Map.of("portSpecification", "USE_SERVING_PORT", "port", 1);
    Map<String, Object> servingName =
        Map.of("portSpecification", "USE_SERVING_PORT", "portName", "a");
    return KINDS.stream()
        .flatMap(
            kind ->
                Stream.of(
                    probe(kind, "portName", "Must specify port_name when using", named),
                    probe(kind, "port", "port cannot be specified when using", namedWithPort),
                    probe(kind, "port", "port cannot be specified when using", serving),
                    probe(kind, "portName", "port_name cannot be specified", servingName)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"schemes", "ports"})
  void refusals(Case wrong) {
    cloud.refuses(wrong);
  }

  @Test
  void secretsStayOutOfRefusals() {
    Map<String, String> secret = Map.of("oauth2ClientId", "a", "oauth2ClientSecret", "s3cret");
    assertThat(cloud.rig.upRefusals(SERVICE, "s", with(SERVICE, "iap", secret)))
        .isNotEmpty()
        .noneMatch(message -> message.contains("s3cret"));
  }

  @Test
  void everyKindOfProbeIsAccepted() {
    for (String kind : KINDS) {
      var made =
          cloud.make(
              CHECK,
              kind,
              "httpsHealthCheck",
              ABSENT,
              kind + "HealthCheck",
              Map.of("port", 443, "portSpecification", "USE_FIXED_PORT"));
      assertThat(made.outputs().text("type", "")).isEqualToIgnoringCase(kind);
    }
  }

  @Test
  void everyAffinityOfAPassthroughIsAccepted() {
    for (String affinity :
        List.of("NONE", "CLIENT_IP", "CLIENT_IP_PROTO", "CLIENT_IP_PORT_PROTO")) {
      cloud.make(
          SERVICE,
          "s" + affinity.length(),
          "name",
          "s" + affinity.length(),
          "sessionAffinity",
          affinity);
    }
    cloud.make(
        SERVICE,
        "i",
        "loadBalancingScheme",
        "INTERNAL",
        "network",
        "net",
        "sessionAffinity",
        "CLIENT_IP_NO_DESTINATION");
  }
}
