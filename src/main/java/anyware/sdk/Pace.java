package anyware.sdk;

/**
 * How long to rest between two turns of a loop that asks whether its tasks are done, while no call
 * is open that could end one. A turn is followed by a rest nine times as long, so the loop uses a
 * tenth of a core at most. While no task is added or done the rests double, up to a quarter of a
 * second. The first turn has no beginning that is known, so it counts as none. Not thread safe.
 */
final class Pace {
  private static final int RESTS_PER_TURN = 9;
  private static final long SHORTEST = 1_000_000;
  private static final long LONGEST_IDLE = 256 * SHORTEST;
  private static final long LONGEST = 500 * SHORTEST;

  private String tasks = "";
  private long idle = SHORTEST;
  private boolean begun;
  private long began;

  /**
   * The rest that follows a turn, in nanoseconds, from one millisecond to half a second.
   *
   * @param now when the turn ended, in nanoseconds of {@link System#nanoTime}
   * @param tasks how many tasks are left, as the loop says it
   */
  long restAt(long now, String tasks) {
    long turn = begun ? now - began : 0;
    idle = tasks.equals(this.tasks) ? Math.min(2 * idle, LONGEST_IDLE) : SHORTEST;
    this.tasks = tasks;
    return Math.min(Math.max(RESTS_PER_TURN * turn, idle), LONGEST);
  }

  /**
   * A rest is over and a turn begins.
   *
   * @param now when, in nanoseconds of {@link System#nanoTime}
   */
  void resumedAt(long now) {
    begun = true;
    began = now;
  }
}
