package anyware.state;

import java.util.Comparator;

/**
 * What a deployed resource has that no plan asks for and that a plan has no other place for: a
 * planned site has none, so a network that somebody changed differs from its plan.
 *
 * @param resource the resource's logical name, or the type where resources are missing or too many
 * @param property the property's path, with {@code []} for every element of a list
 * @param found what stands there now
 */
public record Deviation(String resource, String property, String found)
    implements Comparable<Deviation> {
  private static final Comparator<Deviation> ORDER =
      Comparator.comparing(Deviation::resource)
          .thenComparing(Deviation::property)
          .thenComparing(Deviation::found);

  /** The resource and its property. */
  public String path() {
    return property.isEmpty() ? resource : resource + "." + property;
  }

  @Override
  public int compareTo(Deviation other) {
    return ORDER.compare(this, other);
  }
}
