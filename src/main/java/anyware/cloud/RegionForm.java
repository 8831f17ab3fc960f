package anyware.cloud;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The form of a region's name. Whether there is such a region is the cloud's to know: new ones come
 * all the time.
 *
 * @param name the form
 * @param repair makes a lower-case text that is nearly a region into one, such as a zone's name
 * @param known the regions that are known
 */
public record RegionForm(TextForm name, UnaryOperator<String> repair, Set<String> known) {
  /** Copies the regions. */
  public RegionForm {
    known = Set.copyOf(known);
  }

  /** The region that was meant by a text that is none; absent when nobody can tell. */
  public Optional<String> meant(String text) {
    return Optional.of(repair.apply(text.toLowerCase(Locale.ROOT))).filter(name::takes);
  }
}
