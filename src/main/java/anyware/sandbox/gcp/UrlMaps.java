package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Constraints.exactlyOneOf;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Global URL maps: https://cloud.google.com/compute/docs/reference/rest/v1/urlMaps. Of weighted
 * routes and of what path matchers do to requests nothing is looked into.
 */
final class UrlMaps {
  static final String URL_MAP = "gcp:compute/uRLMap:URLMap";

  private static final Shape A_SERVICE = GlobalNames.of(GlobalBackendServices.BACKEND_SERVICE);

  private static final Shape REDIRECT =
      object(
          optional("hostRedirect", late(255)),
          optional("httpsRedirect", flag()).defaultsTo(false),
          optional("pathRedirect", late(1024)),
          optional("prefixRedirect", late(1024)),
          optional(
              "redirectResponseCode",
              text()
                  .oneOf(
                      "FOUND",
                      "MOVED_PERMANENTLY_DEFAULT",
                      "PERMANENT_REDIRECT",
                      "SEE_OTHER",
                      "TEMPORARY_REDIRECT")),
          required("stripQuery", flag()));

  private static final Shape MATCHER =
      object(
          optional("defaultRouteAction", anything()),
          optional("defaultService", A_SERVICE),
          optional("defaultUrlRedirect", REDIRECT),
          optional("description", text()),
          optional("headerAction", anything()),
          required("name", text()),
          optional("pathRules", anything()),
          optional("routeRules", anything()));

  private static final Shape TEST =
      object(
          optional("description", text()),
          required("host", text()),
          required("path", text()),
          required("service", A_SERVICE));

  private UrlMaps() {}

  static ResourceType urlMap() {
    String all =
        "default_route_action.0.weighted_backend_services,default_service,default_url_redirect";
    return ResourceType.named(
            URL_MAP, "https://cloud.google.com/compute/docs/reference/rest/v1/urlMaps/insert")
        .has(CommonFields.late())
        .has(
            optional("defaultRouteAction", anything()),
            optional("defaultService", A_SERVICE).shownAs(ResourceNames.link("defaultService")),
            optional("defaultUrlRedirect", REDIRECT),
            CommonFields.description(),
            optional("headerAction", anything()),
            optional(
                "hostRules",
                setOf(
                    object(
                        optional("description", text()),
                        required("hosts", setOf(text())),
                        required("pathMatcher", text())))),
            optional("pathMatchers", listOf(MATCHER)),
            optional("tests", listOf(TEST)),
            CommonFields.creationTimestamp(),
            computed("fingerprint", (request, enclosing) -> request.hex("fingerprint", 11) + "="),
            computed("mapId", (request, map) -> Long.parseLong(request.digits("map", 15))))
        .idIs(ResourceNames.global("urlMaps"))
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(GlobalNames.completed(Map.of("defaultService", "backendServices")))
        .constraint(CommonFields.needsProject())
        .constraint(
            exactlyOneOf(
                "Invalid combination of arguments. \"default_service\": only one of `"
                    + all
                    + "` must be specified",
                "defaultService",
                "defaultUrlRedirect",
                "defaultRouteAction"),
            ApiErrors.api(
                "defaultUrlRedirect",
                "The fields pathRedirect and prefixRedirect cannot be supplied together.",
                map ->
                    map.has("defaultUrlRedirect.pathRedirect")
                        && map.has("defaultUrlRedirect.prefixRedirect")),
            new Constraint(Step.UP, UrlMaps::matchers))
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("url_map", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  private static Shape late(int most) {
    return text()
        .where(
            ApiErrors.invalid("Must be between 1 and " + most + " characters long."),
            value -> !String.valueOf(value).isEmpty() && String.valueOf(value).length() <= most)
        .refusedAtUp();
  }

  private static List<Refusal> matchers(RequestContext request) {
    List<String> known =
        request.inputs().objects("pathMatchers").stream()
            .map(matcher -> matcher.text("name", ""))
            .toList();
    List<Refusal> found = new ArrayList<>();
    List<Props> rules = request.inputs().objects("hostRules");
    for (int i = 0; i < rules.size(); i++) {
      String named = rules.get(i).text("pathMatcher", "");
      if (!known.contains(named)) {
        String at = "hostRules[" + i + "].pathMatcher";
        found.add(
            new Refusal(
                at, ApiErrors.invalid("resource." + at, named, "No path matcher has this name.")));
      }
    }
    return found;
  }
}
