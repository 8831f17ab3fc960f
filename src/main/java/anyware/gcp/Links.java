package anyware.gcp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Self links, the one spelling of what is there already that every resource takes and that reads
 * back as it was written (https://cloud.google.com/apis/design/resource_names).
 */
final class Links {
  private static final String HOST = "https://www.googleapis.com/compute/v1/";
  private static final Pattern PARTS =
      Pattern.compile(
          ".*projects/(?<project>[^/]+)/(?:global|(?:regions|zones)/(?<location>[^/]+))/.*");

  private Links() {}

  /**
   * The link of a network.
   *
   * @param named a link, with or without its host, or a name
   * @param project whose network a name means
   */
  static String network(String named, String project) {
    return full(named, project, "global/networks/");
  }

  /**
   * The link of a subnetwork.
   *
   * @param named a link, with or without its host, or a name
   * @param project whose subnetwork a name means
   * @param region where
   */
  static String subnetwork(String named, String project, String region) {
    return full(named, project, "regions/" + region + "/subnetworks/");
  }

  /** A link with its host; what is none stays as it is. */
  static String full(String link) {
    int projects = link.indexOf("projects/");
    return projects < 0 ? link : HOST + link.substring(projects);
  }

  /** The project of what a link names; empty where it names nothing of a project. */
  static String project(String link) {
    return part(link, "project").orElse("");
  }

  /** The region or zone of what a link names; absent for what is global. */
  static Optional<String> location(String link) {
    return part(link, "location");
  }

  private static String full(String named, String project, String collection) {
    return named.contains("/")
        ? full(named)
        : HOST + "projects/" + project + "/" + collection + named;
  }

  private static Optional<String> part(String link, String group) {
    Matcher parts = PARTS.matcher(link);
    return parts.matches() ? Optional.ofNullable(parts.group(group)) : Optional.empty();
  }
}
