package anyware.sandbox.gcp;

import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refused;
import anyware.sandbox.spec.Situation;
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
final class GcpPaths {
  private static final String HOST = "https://www.googleapis.com/compute/v1/";

  private GcpPaths() {}

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
   * @param at the request
   * @return the project
   */
  static Optional<String> project(Situation at) {
    return at.inputs().text("project").or(() -> at.settings().text("project"));
  }

  /**
   * The region of an object: its own, else the provider's, else that of the provider's zone.
   *
   * @param at the request
   * @return the region
   */
  static Optional<String> region(Situation at) {
    return at.inputs()
        .text("region")
        .map(GcpPaths::last)
        .or(() -> at.settings().text("region"))
        .or(
            () ->
                at.settings()
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
  static Function<Situation, String> global(String collection) {
    return at -> path(at, "global/" + collection, name(at));
  }

  /**
   * Makes the ids of regional objects.
   *
   * @param collection the API's word, such as {@code subnetworks}
   * @return how an id is made; refuses when no region is given anywhere
   */
  static Function<Situation, String> regional(String collection) {
    return at -> {
      String region =
          region(at)
              .orElseThrow(
                  () ->
                      new Refused(
                          "Cannot determine region: set in this resource, or set provider-level"
                              + " 'region' or 'zone'."));
      return path(at, "regions/" + region + "/" + collection, name(at));
    };
  }

  /**
   * The path of the network that Google takes when none is named.
   *
   * @param at the request
   * @return the path
   */
  static String defaultNetwork(Situation at) {
    return path(at, "global/networks", "default");
  }

  /**
   * The self link of an object.
   *
   * @return it
   */
  static Computation selfLink() {
    return (at, around) -> HOST + at.id();
  }

  /**
   * Shows a reference as the API does, as a link.
   *
   * @param property the reference
   * @return its output, none when it is not set
   */
  static Computation link(String property) {
    return (at, around) ->
        around.text(property).map(name -> HOST + canonical(name, at.settings())).orElse(null);
  }

  /**
   * Completes bare names of networks, subnetworks and addresses, as the provider does.
   *
   * @param at the request
   * @return the inputs, with paths in place of bare names
   */
  static Props completed(Situation at) {
    Props inputs = at.inputs();
    inputs = completed(at, inputs, "network", "global/networks", name -> true);
    if (!known(inputs, "region") || region(at).isEmpty()) {
      return inputs;
    }
    String in = "regions/" + region(at).get() + "/";
    inputs = completed(at, inputs, "subnetwork", in + "subnetworks", name -> true);
    return completed(at, inputs, "ipAddress", in + "addresses", name -> !GcpRanges.isAddress(name));
  }

  private static Props completed(
      Situation at, Props inputs, String property, String collection, Predicate<String> named) {
    if (!known(inputs, property) || !known(inputs, "project")) {
      return inputs;
    }
    return inputs
        .text(property)
        .filter(name -> !name.contains("/") && named.test(name))
        .map(name -> inputs.with(property, path(at, collection, name)))
        .orElse(inputs);
  }

  private static boolean known(Props inputs, String property) {
    return !(inputs.values().getOrDefault(property, Map.of()) instanceof Unknown);
  }

  private static String path(Situation at, String collection, String name) {
    return "projects/" + project(at).orElse("") + "/" + collection + "/" + name;
  }

  private static String name(Situation at) {
    return at.inputs().text("name", "");
  }
}
