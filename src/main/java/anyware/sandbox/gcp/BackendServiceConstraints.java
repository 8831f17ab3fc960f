package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Constraints.refuse;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is refused about a backend service as a whole. Which load balancer takes what:
 * https://cloud.google.com/load-balancing/docs/backend-service and
 * https://cloud.google.com/load-balancing/docs/features.
 */
final class BackendServiceConstraints {
  private static final String INTERNAL = "INTERNAL";
  private static final String EXTERNAL = "EXTERNAL";
  private static final String INTERNAL_PROXY = "INTERNAL_MANAGED";
  private static final String EXTERNAL_PROXY = "EXTERNAL_MANAGED";

  private static final List<String> PASSTHROUGH = List.of(INTERNAL, EXTERNAL);
  private static final List<String> PROXIES = List.of(INTERNAL_PROXY, EXTERNAL_PROXY);

  /** Which schemes a property goes with; all others go with all. */
  private static final Map<String, List<String>> SCHEMES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("affinityCookieTtlSec", PROXIES),
              Map.entry("cdnPolicy", List.of(EXTERNAL_PROXY)),
              Map.entry("circuitBreakers", PROXIES),
              Map.entry("connectionTrackingPolicy", PASSTHROUGH),
              Map.entry("consistentHash", PROXIES),
              Map.entry("enableCdn", List.of(EXTERNAL_PROXY)),
              Map.entry("failoverPolicy", PASSTHROUGH),
              Map.entry("iap", PROXIES),
              Map.entry("localityLbPolicy", List.of(EXTERNAL, INTERNAL_PROXY, EXTERNAL_PROXY)),
              Map.entry("network", List.of(INTERNAL)),
              Map.entry("outlierDetection", PROXIES),
              Map.entry("portName", PROXIES),
              Map.entry("subsetting", List.of(INTERNAL, INTERNAL_PROXY))));

  private static final List<String> OF_PROXIES =
      List.of(
          "capacity_scaler capacityScaler",
          "max_connections maxConnections",
          "max_connections_per_instance maxConnectionsPerInstance",
          "max_connections_per_endpoint maxConnectionsPerEndpoint",
          "max_rate maxRate",
          "max_rate_per_instance maxRatePerInstance",
          "max_rate_per_endpoint maxRatePerEndpoint",
          "max_utilization maxUtilization");

  private BackendServiceConstraints() {}

  /** What the provider already refuses in a preview. */
  static Constraint[] ofProvider() {
    return new Constraint[] {
      new Constraint(Step.CHECK, BackendServiceConstraints::proxyFields),
      refuse(
          "backends",
          "capacity_scaler is required for each backend in managed backend service",
          service ->
              scheme(service).equals(EXTERNAL_PROXY)
                  && service.objects("backends").stream()
                      .anyMatch(backend -> !backend.has("capacityScaler")))
    };
  }

  /** What only the API refuses. */
  static Constraint[] ofApi() {
    List<Constraint> rules = new ArrayList<>();
    SCHEMES.forEach((property, schemes) -> rules.add(goesWith(property, schemes)));
    rules.add(
        ApiErrors.api(
            "protocol",
            "The protocol {protocol} is not supported for the load balancing scheme"
                + " {loadBalancingScheme}.",
            service ->
                isPassthrough(service)
                    && !List.of("TCP", "UDP", "UNSPECIFIED")
                        .contains(service.text("protocol", "TCP"))));
    rules.add(
        ApiErrors.api(
            "sessionAffinity",
            "The session affinity {sessionAffinity} is not supported for the load balancing scheme"
                + " {loadBalancingScheme}.",
            service -> !affinities(service).contains(service.text("sessionAffinity", "NONE"))));
    rules.add(
        ApiErrors.api(
            "affinityCookieTtlSec",
            "The cookie's lifetime needs the session affinity GENERATED_COOKIE.",
            service ->
                CommonFields.says(service, "affinityCookieTtlSec")
                    && !service.text("sessionAffinity", "").equals("GENERATED_COOKIE")));
    rules.add(
        ApiErrors.api(
            "localityLbPolicy",
            "External passthrough load balancers take MAGLEV and WEIGHTED_MAGLEV only.",
            service ->
                scheme(service).equals(EXTERNAL)
                    && service.has("localityLbPolicy")
                    && !service.text("localityLbPolicy", "").endsWith("MAGLEV")));
    rules.add(
        ApiErrors.api(
            "healthChecks",
            "A health check must be specified unless the backends are serverless or internet"
                + " network endpoint groups.",
            service -> !service.has("healthChecks")));
    rules.add(
        ApiErrors.apiIn(
            "healthChecks",
            "The health check must be in the same region as the backend service.",
            request ->
                request
                    .inputs()
                    .text("healthChecks")
                    .map(
                        check ->
                            ResourcePaths.regionOf(
                                ResourcePaths.canonical(check, request.settings())))
                    .filter(region -> !region.equals(ResourcePaths.regionOf(request.id())))
                    .isPresent()));
    rules.add(new Constraint(Step.UP, BackendGroups::refusals));
    rules.add(
        ApiErrors.api(
            "connectionTrackingPolicy",
            "Strong session affinity is only supported for external passthrough load balancers.",
            service ->
                service.isTrue("connectionTrackingPolicy.enableStrongAffinity")
                    && !scheme(service).equals(EXTERNAL)));
    rules.add(new Constraint(Step.UP, BackendServiceConstraints::moved));
    return rules.toArray(Constraint[]::new);
  }

  /** The message leaves the value out: it may hold the secret of an identity-aware proxy. */
  private static Constraint goesWith(String property, List<String> schemes) {
    String reason =
        "The field cannot be set for the load balancing scheme {loadBalancingScheme}, only for "
            + String.join(", ", schemes)
            + ".";
    return refuse(
            property,
            ApiErrors.invalid("resource." + property, "", reason),
            service -> CommonFields.says(service, property) && !schemes.contains(scheme(service)))
        .at(Step.UP);
  }

  static String scheme(Props service) {
    return service.text("loadBalancingScheme", "");
  }

  static boolean isPassthrough(Props service) {
    return PASSTHROUGH.contains(scheme(service));
  }

  private static List<String> affinities(Props service) {
    List<String> all = new ArrayList<>(List.of("NONE", "CLIENT_IP"));
    if (isPassthrough(service)) {
      all.addAll(List.of("CLIENT_IP_PROTO", "CLIENT_IP_PORT_PROTO"));
    } else {
      all.addAll(List.of("GENERATED_COOKIE", "HEADER_FIELD", "HTTP_COOKIE"));
    }
    if (scheme(service).equals(INTERNAL)) {
      all.add("CLIENT_IP_NO_DESTINATION");
    }
    return all;
  }

  private static List<Refusal> proxyFields(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    if (isPassthrough(request.inputs())) {
      for (Props backend : request.inputs().objects("backends")) {
        for (String names : OF_PROXIES) {
          String[] name = names.split(" ", 2);
          if (CommonFields.says(backend, name[1])) {
            found.add(
                new Refusal(
                    "backends",
                    "\"%s\" cannot be set for non-managed backend service, found value %s"
                        .formatted(name[0], backend.fill("{" + name[1] + "}"))));
          }
        }
      }
    }
    return found;
  }

  /** The provider tries to change the region in place, and finds nothing there. */
  private static List<Refusal> moved(RequestContext request) {
    String region = ResourceNames.region(request).orElse("");
    String own = ResourcePaths.regionOf(request.id());
    return region.equals(own)
        ? List.of()
        : List.of(
            new Refusal(
                "region",
                ApiErrors.notFound(request.id().replace("/" + own + "/", "/" + region + "/"))));
  }
}
