package anyware.sandbox.gcp;

import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Unknown;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where an object of Compute Engine lives and how it is called there: its project, region or zone,
 * its id and self link (https://cloud.google.com/apis/design/resource_names).
 */
final class ResourceNames {
  private static final String HOST = "https://www.googleapis.com/compute/v1/";

  private ResourceNames() {}

  /**
   * The project of an object: its own, which it keeps once it has one, else the provider's.
   *
   * @param request the request
   * @return the project
   */
  static Optional<String> project(RequestContext request) {
    return request
        .inputs()
        .text("project")
        .or(() -> request.old().flatMap(old -> old.outputs().text("project")))
        .or(() -> request.settings().text("project"));
  }

  /**
   * The region of an object: its own, which it keeps once it has one, else the provider's, else
   * that of the provider's zone.
   *
   * @param request the request
   * @return the region
   */
  static Optional<String> region(RequestContext request) {
    return request
        .inputs()
        .text("region")
        .or(() -> request.old().flatMap(old -> old.outputs().text("region")))
        .map(ResourcePaths::last)
        .or(() -> request.settings().text("region"))
        .or(
            () ->
                request
                    .settings()
                    .text("zone")
                    .filter(zone -> zone.length() > 2)
                    .map(zone -> zone.substring(0, zone.length() - 2)));
  }

  /**
   * The zone of an object: its own, else the provider's.
   *
   * @param request the request
   * @return the zone
   */
  static Optional<String> zone(RequestContext request) {
    return request
        .inputs()
        .text("zone")
        .or(() -> request.old().flatMap(old -> old.outputs().text("zone")))
        .map(ResourcePaths::last)
        .or(() -> request.settings().text("zone"));
  }

  /**
   * Makes the ids of global objects.
   *
   * @param collection the API's word, such as {@code networks}
   * @return how an id is made
   */
  static Function<RequestContext, String> global(String collection) {
    return request -> path(request, "global/" + collection, name(request));
  }

  /**
   * Makes the ids of regional objects.
   *
   * @param collection the API's word, such as {@code subnetworks}
   * @return how an id is made; refuses when no region is given anywhere
   */
  static Function<RequestContext, String> regional(String collection) {
    return request -> {
      String region =
          region(request)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          "Cannot determine region: set in this resource, or set provider-level"
                              + " 'region' or 'zone'."));
      return path(request, "regions/" + region + "/" + collection, name(request));
    };
  }

  /**
   * Makes the ids of zonal objects.
   *
   * @param collection the API's word, such as {@code instanceGroups}
   * @return how an id is made; refuses when no zone is given anywhere
   */
  static Function<RequestContext, String> zonal(String collection) {
    return request -> {
      String zone =
          zone(request)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          "Cannot determine zone: set in this resource, or set provider-level"
                              + " zone."));
      return path(request, "zones/" + zone + "/" + collection, name(request));
    };
  }

  /**
   * The path of the network that Google takes when none is named.
   *
   * @param request the request
   * @return the path
   */
  static String defaultNetwork(RequestContext request) {
    return path(request, "global/networks", "default");
  }

  /** The self link of an object. */
  static Computation selfLink() {
    return (request, enclosing) -> HOST + request.id();
  }

  /**
   * Shows a reference as the API does, as a link.
   *
   * @param property the reference
   * @return its output, none when it is not set
   */
  static Computation link(String property) {
    return (request, enclosing) ->
        enclosing
            .text(property)
            .map(name -> HOST + ResourcePaths.canonical(name, request.settings()))
            .orElse(null);
  }

  /**
   * Completes bare names of networks, subnetworks and addresses, as the provider does.
   *
   * @param request the request
   * @return the inputs, with paths in place of bare names
   */
  static Props completed(RequestContext request) {
    Props inputs = request.inputs();
    inputs = completed(request, inputs, "network", "global/networks", name -> true);
    if (!known(inputs, "region") || region(request).isEmpty()) {
      return inputs;
    }
    String in = "regions/" + region(request).get() + "/";
    inputs = completed(request, inputs, "subnetwork", in + "subnetworks", name -> true);
    return completed(
        request, inputs, "ipAddress", in + "addresses", name -> !IpRanges.isAddress(name));
  }

  private static Props completed(
      RequestContext request,
      Props inputs,
      String property,
      String collection,
      Predicate<String> named) {
    if (!known(inputs, property) || !known(inputs, "project")) {
      return inputs;
    }
    return inputs
        .text(property)
        .filter(name -> !name.contains("/") && named.test(name))
        .map(name -> inputs.with(property, path(request, collection, name)))
        .orElse(inputs);
  }

  private static boolean known(Props inputs, String property) {
    return !(inputs.values().getOrDefault(property, Map.of()) instanceof Unknown);
  }

  private static String path(RequestContext request, String collection, String name) {
    return "projects/" + project(request).orElse("") + "/" + collection + "/" + name;
  }

  private static String name(RequestContext request) {
    return request.inputs().text("name", "");
  }
}
