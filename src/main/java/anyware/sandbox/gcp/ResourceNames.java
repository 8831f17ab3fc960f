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
 * How Compute Engine names objects: {@code projects/P/global/networks/N}, which is also the
 * object's id, or the same behind a host as its self link. Programs may leave out the host, the
 * project and, in most places, all but the name
 * (https://cloud.google.com/apis/design/resource_names).
 */
final class ResourceNames {
  private static final String HOST = "https://www.googleapis.com/compute/v1/";

  private ResourceNames() {}

  /**
   * Spells a name as a path.
   *
   * @param name a link, a path, a partial path
   * @param settings the provider settings, whose project completes a partial path
   * @return the path from {@code projects/} on
   */
  static String canonical(String name, Props settings) {
    String path = name.replaceFirst("^https://[^/]+/compute/[a-z0-9]+/", "");
    return path.startsWith("projects/")
        ? path
        : "projects/" + settings.text("project", "") + "/" + path;
  }

  /**
   * The project of an object: its own, else the provider's.
   *
   * @param request the request
   * @return the project
   */
  static Optional<String> project(RequestContext request) {
    return request.inputs().text("project").or(() -> request.settings().text("project"));
  }

  /**
   * The region of an object: its own, else the provider's, else that of the provider's zone.
   *
   * @param request the request
   * @return the region
   */
  static Optional<String> region(RequestContext request) {
    return request
        .inputs()
        .text("region")
        .map(ResourceNames::last)
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
   * The region in a path.
   *
   * @param path a link or path
   * @return the region; empty for a global object
   */
  static String regionOf(String path) {
    return path.contains("/regions/") ? path.replaceFirst(".*/regions/([^/]+)/.*", "$1") : "";
  }

  /**
   * The last part of a path.
   *
   * @param path a link, path or name
   * @return the name
   */
  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
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
            .map(name -> HOST + canonical(name, request.settings()))
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
