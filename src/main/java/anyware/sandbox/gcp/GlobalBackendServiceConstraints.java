package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.ApiErrors.api;
import static anyware.sandbox.gcp.ApiErrors.apiIn;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is refused about a global backend service as a whole:
 * https://cloud.google.com/load-balancing/docs/backend-service and
 * https://cloud.google.com/load-balancing/docs/features.
 */
final class GlobalBackendServiceConstraints {
  private static final List<String> OF_HTTP = List.of("HTTP", "HTTPS", "HTTP2", "GRPC");

  private GlobalBackendServiceConstraints() {}

  static Constraint[] constraints() {
    return Stream.of(ofFields(), ofNeighbours()).flatMap(Stream::of).toArray(Constraint[]::new);
  }

  private static Constraint[] ofFields() {
    return new Constraint[] {
      api(
          "protocol",
          "The protocol {protocol} is not supported for the load balancing scheme"
              + " {loadBalancingScheme}.",
          service -> service.text("protocol", "").equals("UNSPECIFIED")),
      api(
          "sessionAffinity",
          "The session affinity {sessionAffinity} is not supported for the load balancing scheme"
              + " {loadBalancingScheme}.",
          service -> !affinities(service).contains(service.text("sessionAffinity", "NONE"))),
      api(
          "affinityCookieTtlSec",
          "The cookie's lifetime needs the session affinity GENERATED_COOKIE.",
          service ->
              CommonFields.says(service, "affinityCookieTtlSec")
                  && !service.text("sessionAffinity", "").equals("GENERATED_COOKIE")),
      api(
          "healthChecks",
          "A health check must be specified unless the backends are serverless or internet network"
              + " endpoint groups.",
          service -> !service.has("healthChecks")),
      api(
          "securitySettings",
          "The field goes with the load balancing scheme INTERNAL_SELF_MANAGED only.",
          service ->
              service.has("securitySettings")
                  && !service.text("loadBalancingScheme", "").equals("INTERNAL_SELF_MANAGED")),
      new Constraint(Step.UP, GlobalBackendServiceConstraints::groups)
    };
  }

  private static Constraint[] ofNeighbours() {
    return new Constraint[] {
      policy("securityPolicy", "CLOUD_ARMOR"), policy("edgeSecurityPolicy", "CLOUD_ARMOR_EDGE")
    };
  }

  /** https://cloud.google.com/armor/docs/security-policy-overview#policy-types */
  private static Constraint policy(String property, String type) {
    return apiIn(
        property,
        "The security policy must be of the type " + type + " and of the service's own project.",
        request ->
            request
                .inputs()
                .text(property)
                .flatMap(name -> request.find(SecurityPolicies.SECURITY_POLICY, name))
                .filter(
                    policy ->
                        !policy.outputs().text("type", "").equals(type)
                            || !ResourcePaths.projectOf(policy.id())
                                .equals(ResourcePaths.projectOf(request.id())))
                .isPresent());
  }

  /** The global external balancer's cookies are for HTTP alone. */
  private static List<String> affinities(Props service) {
    List<String> all = new ArrayList<>(List.of("NONE", "CLIENT_IP"));
    if (isHttp(service)) {
      all.addAll(List.of("GENERATED_COOKIE", "HEADER_FIELD", "HTTP_COOKIE"));
    }
    return all;
  }

  private static boolean isHttp(Props service) {
    return OF_HTTP.contains(service.text("protocol", "HTTP"));
  }

  private static List<Refusal> groups(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<Props> backends = request.inputs().objects("backends");
    for (int i = 0; i < backends.size(); i++) {
      String at = "backends[" + i + "]";
      Props backend = backends.get(i);
      String mode = backend.text("balancingMode", "");
      if (mode.equals("CONNECTION") == isHttp(request.inputs()) && !mode.equals("UTILIZATION")) {
        found.add(
            refusal(
                at + ".balancingMode",
                mode,
                "The balancing mode is not supported for the service's protocol."));
      }
      if (mode.equals("RATE")
          && Stream.of("maxRate", "maxRatePerInstance", "maxRatePerEndpoint")
              .noneMatch(field -> CommonFields.says(backend, field))) {
        found.add(refusal(at + ".maxRate", "", "Max rate must be specified for the mode RATE."));
      }
      String group = ResourcePaths.canonical(backend.text("group", ""), request.settings());
      if (!seen.add(group)) {
        found.add(refusal(at + ".group", group, "Duplicate backend instance group."));
      }
      if (!ResourcePaths.projectOf(group).equals(ResourcePaths.projectOf(request.id()))) {
        found.add(
            refusal(at + ".group", group, "The group must be in the project of the service."));
      }
    }
    return found;
  }

  private static Refusal refusal(String property, String value, String reason) {
    return new Refusal(property, ApiErrors.invalid("resource." + property, value, reason));
  }
}
