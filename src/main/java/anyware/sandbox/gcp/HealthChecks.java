package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.ResourceTypeBuilder;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Health checks, regional
 * (https://cloud.google.com/compute/docs/reference/rest/v1/regionHealthChecks) and global
 * (https://cloud.google.com/compute/docs/reference/rest/v1/healthChecks).
 */
final class HealthChecks {
  static final String HEALTH_CHECK = "gcp:compute/regionHealthCheck:RegionHealthCheck";
  static final String GLOBAL_HEALTH_CHECK = "gcp:compute/healthCheck:HealthCheck";

  /** A text that names a regional health check. */
  static final Shape A_HEALTH_CHECK =
      text()
          .naming(Reference.to(ApiErrors.notFound("{value}"), HEALTH_CHECK))
          .suppressing(Spellings.PATH);

  /** A text that names a global health check. */
  static final Shape A_GLOBAL_HEALTH_CHECK =
      text()
          .naming(Reference.to(ApiErrors.notFound("{value}"), GLOBAL_HEALTH_CHECK))
          .suppressing(Spellings.PATH);

  private static final List<String> KINDS = List.of("http", "https", "http2", "tcp", "ssl", "grpc");

  private HealthChecks() {}

  static ResourceType healthCheck() {
    return named(HEALTH_CHECK, "regionHealthChecks")
        .has(CommonFields.region())
        .idIs(ResourceNames.regional("healthChecks"))
        .constraint(CommonFields.needsRegion())
        .build();
  }

  static ResourceType globalHealthCheck() {
    return named(GLOBAL_HEALTH_CHECK, "healthChecks")
        .idIs(ResourceNames.global("healthChecks"))
        .build();
  }

  private static ResourceTypeBuilder named(String token, String collection) {
    return ResourceType.named(
            token,
            "https://cloud.google.com/compute/docs/reference/rest/v1/" + collection + "/insert")
        .has(CommonFields.late())
        .has(
            seconds("checkIntervalSec"),
            CommonFields.description(),
            optional("grpcHealthCheck", probe(-1, optional("grpcServiceName", text()))),
            threshold("healthyThreshold"),
            optional("http2HealthCheck", web(443)),
            optional("httpHealthCheck", web(80)),
            optional("httpsHealthCheck", web(443)),
            optional("logConfig", object(optional("enable", flag()).defaultsTo(false)))
                .kept()
                .orComputed((request, enclosing) -> Map.of("enable", false)),
            optional("sslHealthCheck", stream(443)),
            optional("tcpHealthCheck", stream(80)),
            seconds("timeoutSec"),
            threshold("unhealthyThreshold"),
            CommonFields.creationTimestamp(),
            computed("type", (request, enclosing) -> type(enclosing)))
        .autoNamed(CommonFields.AUTO_NAME)
        .constraint(CommonFields.needsProject())
        .constraint(constraints())
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("health_check", "{users}"))
        .gone(CommonFields.GONE);
  }

  private static Property seconds(String name) {
    return optional(name, late(1, 300)).defaultsTo(5);
  }

  private static Property threshold(String name) {
    return optional(name, late(1, 10)).defaultsTo(2);
  }

  private static Shape late(int least, int most) {
    return whole()
        .where(
            ApiErrors.invalid("Must be between " + least + " and " + most + "."),
            value -> value instanceof Double number && number >= least && number <= most)
        .refusedAtUp();
  }

  /** What all probes have; the API fills in the port unless the specification rules it out. */
  private static Shape probe(int port, Property... more) {
    return object(
            optional(
                    "port", late(1, 65535).suppressing((shown, now) -> isDefault(port, shown, now)))
                .shownAs((request, enclosing) -> portOf(port, enclosing)),
            optional("portName", text()),
            optional(
                "portSpecification",
                text().oneOf("USE_FIXED_PORT", "USE_NAMED_PORT", "USE_SERVING_PORT")))
        .plus(more);
  }

  private static @Nullable Object portOf(int port, Props probe) {
    return probe.value("port").orElse(port > 0 && usesPort(probe) ? Integer.valueOf(port) : null);
  }

  /** The default is like no port (portDiffSuppress in resource_compute_health_check.go). */
  private static boolean isDefault(int port, Object shown, Object now) {
    return shown.equals((double) port) && (now.equals("") || now.equals(0.0));
  }

  private static boolean usesPort(Props probe) {
    return !probe.has("portName") && !probe.text("portSpecification", "").startsWith("USE_");
  }

  private static Shape web(int port) {
    Shape path =
        text()
            .where(
                ApiErrors.invalid("Must be a path that begins with a slash."),
                value -> String.valueOf(value).startsWith("/"))
            .refusedAtUp();
    return proxied(port, optional("host", text()), optional("requestPath", path).defaultsTo("/"));
  }

  private static Shape stream(int port) {
    return proxied(port, optional("request", text()));
  }

  private static Shape proxied(int port, Property... more) {
    return probe(
            port,
            optional("proxyHeader", text().oneOf("NONE", "PROXY_V1")).defaultsTo("NONE"),
            optional("response", text()))
        .plus(more);
  }

  private static Constraint[] constraints() {
    String all = String.join(",", KINDS.stream().map(kind -> kind + "_health_check").toList());
    List<Constraint> rules = new ArrayList<>();
    rules.add(
        refuse(
            "httpHealthCheck",
            "Invalid combination of arguments. \"http_health_check\": one of `"
                + all
                + "` must be specified",
            check -> count(check) == 0));
    rules.add(
        refuse(
            "httpHealthCheck",
            "Invalid combination of arguments. \"http_health_check\": only one of `"
                + all
                + "` can be specified",
            check -> count(check) > 1));
    rules.add(
        ApiErrors.api(
            "timeoutSec",
            "TimeoutSec should be less than checkIntervalSec.",
            check ->
                check.whole("timeoutSec").orElse(5L) > check.whole("checkIntervalSec").orElse(5L)));
    KINDS.forEach(kind -> rules.addAll(ports(kind)));
    return rules.toArray(Constraint[]::new);
  }

  /** The provider looks at plain HTTP probes only; the API at all. */
  private static List<Constraint> ports(String kind) {
    String probe = kind + "HealthCheck";
    String prefix = "Error in " + kind + "_health_check: ";
    List<Constraint> rules =
        List.of(
            wrong(probe, prefix, "port", true, "USE_NAMED_PORT"),
            wrong(probe, prefix, "port", true, "USE_SERVING_PORT"),
            wrong(probe, prefix, "portName", false, "USE_NAMED_PORT"),
            wrong(probe, prefix, "portName", true, "USE_SERVING_PORT"));
    return kind.equals("http") ? rules : rules.stream().map(rule -> rule.at(Step.UP)).toList();
  }

  private static Constraint wrong(
      String probe, String prefix, String property, boolean given, String specification) {
    String name = property.equals("port") ? "port" : "port_name";
    return refuse(
        probe + "." + property,
        prefix
            + (given
                ? name + " cannot be specified when using port_specification " + specification + "."
                : "Must specify "
                    + name
                    + " when using "
                    + specification
                    + " as port_specification."),
        check ->
            check.text(probe + ".portSpecification", "").equals(specification)
                && check.has(probe + "." + property) == given);
  }

  private static long count(Props check) {
    return KINDS.stream().filter(kind -> check.has(kind + "HealthCheck")).count();
  }

  private static String type(Props check) {
    return KINDS.stream()
        .filter(kind -> check.has(kind + "HealthCheck"))
        .map(kind -> kind.toUpperCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }
}
