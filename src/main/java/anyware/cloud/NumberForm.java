package anyware.cloud;

import java.util.Optional;

/**
 * A whole number that a setting can be.
 *
 * @param range from where to where
 * @param step what it must be a multiple of, 1 or more
 * @param fallback what holds where the setting says nothing; absent where the cloud decides
 */
public record NumberForm(CountRange range, int step, Optional<Integer> fallback) {

  /** Any number of a range, and the cloud's own default. */
  public static NumberForm of(int least, int most) {
    return new NumberForm(new CountRange(least, most), 1, Optional.empty());
  }

  /** The same form with this default. */
  public NumberForm or(int number) {
    return new NumberForm(range, step, Optional.of(number));
  }

  /** The same form for multiples of this number only. */
  public NumberForm by(int number) {
    return new NumberForm(range, number, fallback);
  }
}
