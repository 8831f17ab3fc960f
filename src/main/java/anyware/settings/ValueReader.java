package anyware.settings;

import java.util.Optional;

/**
 * How a setting of one kind is read.
 *
 * @param <T> what it is read to
 */
@FunctionalInterface
interface ValueReader<T> {
  /** The value; empty after a problem was reported. */
  Optional<T> read(Node node);
}
