package anyware.sandbox.gcp;

import anyware.sandbox.spec.Props;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Compute Engine spells names of objects: {@code projects/P/global/networks/N}, which is also
 * the object's id, or the same behind a host as its self link. Programs may leave out the host, the
 * project and, in most places, all but the name
 * (https://cloud.google.com/apis/design/resource_names).
 */
final class ResourcePaths {
  /** The one kind of id that does not say what it names: {@code PROJECT/REGION/ROUTER/NAT}. */
  private static final Pattern NAT =
      Pattern.compile("(?!(?:projects|global|regions|zones)/)[^/]+/[^/]+/[^/]+/[^/]+");

  /** A name in a region, without the region. */
  private static final Pattern SOMEWHERE =
      Pattern.compile("(projects/[^/]*/)((?:routers|subnetworks)/.*)");

  private ResourcePaths() {}

  /**
   * Spells a name as a path.
   *
   * @param name a link, a path, a partial path
   * @param settings the provider settings, whose project and region complete a partial path
   * @return the path from {@code projects/} on; of a Cloud NAT its id
   */
  static String canonical(String name, Props settings) {
    String path = name.replaceFirst("^https://[^/]+/compute/[a-z0-9]+/", "");
    if (NAT.matcher(path).matches()) {
      return path;
    }
    String whole =
        path.startsWith("projects/")
            ? path
            : "projects/" + settings.text("project", "") + "/" + path;
    Matcher regional = SOMEWHERE.matcher(whole);
    return regional.matches()
        ? regional.group(1) + "regions/" + settings.text("region", "") + "/" + regional.group(2)
        : whole;
  }

  /**
   * Completes a bare name with the project and the region of the resource that gives it.
   *
   * @param collection the API's word, such as {@code routers}
   * @return the path of what is named; a link or path stays as it is
   */
  static BiFunction<String, Props, String> beside(String collection) {
    return (name, inputs) -> {
      if (name.contains("/")) {
        return name;
      }
      String project = inputs.text("project").map(own -> "projects/" + own + "/").orElse("");
      String region = inputs.text("region").map(own -> "regions/" + last(own) + "/").orElse("");
      return project + region + collection + "/" + name;
    };
  }

  /**
   * The project in a path.
   *
   * @param path a path from {@code projects/} on
   * @return the project
   */
  static String projectOf(String path) {
    return path.replaceFirst("^projects/([^/]+)/.*", "$1");
  }

  /**
   * The region in a path.
   *
   * @param path a link or path
   * @return the region, of a zonal object that of its zone; empty for a global one
   */
  static String regionOf(String path) {
    if (path.contains("/zones/")) {
      return path.replaceFirst(".*/zones/([^/]+)-[a-z]/.*", "$1");
    }
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
}
