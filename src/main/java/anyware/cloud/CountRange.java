package anyware.cloud;

/**
 * How many of something there may be.
 *
 * @param least 0 or more
 * @param most no less than the least
 */
public record CountRange(int least, int most) {
  /** None at all. */
  public static final CountRange NONE = new CountRange(0, 0);

  /** Exactly one. */
  public static final CountRange ONE = new CountRange(1, 1);

  /** Whether there may be so many. */
  public boolean takes(int count) {
    return count >= least && count <= most;
  }

  /** In words, after "allowed:". */
  @Override
  public String toString() {
    if (most == 0) {
      return "none";
    }
    return least == most ? String.valueOf(most) : least + " to " + most;
  }
}
