package anyware.state;

import anyware.json.JsonPart;
import java.util.Optional;

/**
 * What a resource has from its earlier state where the later one does not say it.
 *
 * @param identity the state whose id stays
 * @param answer the state whose outputs stay
 */
record Kept(Optional<JsonPart> identity, Optional<JsonPart> answer) {
  /** Nothing. */
  static final Kept NOTHING = new Kept(Optional.empty(), Optional.empty());
}
