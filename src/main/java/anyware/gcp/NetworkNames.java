package anyware.gcp;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The networks that have rules, each by the end of its link: {@code PROJECT/global/networks/NAME}
 * (https://cloud.google.com/compute/docs/reference/rest/v1/networks).
 *
 * @param names what {@link #canonical} makes of their links
 */
record NetworkNames(SortedSet<String> names) {
  private static final String PROJECTS = "projects/";

  static NetworkNames of(Collection<String> links) {
    SortedSet<String> names = new TreeSet<>();
    links.forEach(link -> names.add(canonical(link)));
    return new NetworkNames(names);
  }

  /** What is behind {@code projects/}, so that links of all forms and versions are alike. */
  static String canonical(String link) {
    int projects = link.indexOf(PROJECTS);
    return projects < 0 ? link : link.substring(projects + PROJECTS.length());
  }

  /** The network, when there is just one. */
  Optional<String> only() {
    return names.size() == 1 ? Optional.of(names.first()) : Optional.empty();
  }

  /** The network of this link, or the only one of this name. */
  Optional<String> find(String linkOrName) {
    String wanted = canonical(linkOrName);
    List<String> found =
        names.stream().filter(name -> name.equals(wanted) || name.endsWith("/" + wanted)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  @Override
  public String toString() {
    return names.isEmpty() ? "there is none" : String.join(", ", names);
  }
}
