package anyware.sdk;

/**
 * How long to rest between two turns of a loop that asks whether its tasks are done. A turn is
 * followed by a rest nine times as long, so the loop uses a tenth of a core at most. While no task
 * is added or done the rests double, up to a quarter of a second; not thread safe.
 */
final class Pace {
  private static final int RESTS_PER_TURN = 9;
  private static final long SHORTEST = 1_000_000;
  private static final long LONGEST_IDLE = 256 * SHORTEST;
  private static final long LONGEST = 500 * SHORTEST;

  private String tasks = "";
  private long idle = SHORTEST;

  /**
   * The rest that follows a turn, in nanoseconds, from one millisecond to half a second.
   *
   * @param turn how long the turn took, in nanoseconds
   * @param tasks how many tasks are left, as the loop says it
   */
  long restAfter(long turn, String tasks) {
    idle = tasks.equals(this.tasks) ? Math.min(2 * idle, LONGEST_IDLE) : SHORTEST;
    this.tasks = tasks;
    return Math.min(Math.max(RESTS_PER_TURN * turn, idle), LONGEST);
  }
}
