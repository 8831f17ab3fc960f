package anyware.sdk;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A rest that somebody else may end, before it begins too. */
final class Rest {
  private final Semaphore wakes = new Semaphore(0);

  /**
   * Rests, not at all when it was ended since the last rest.
   *
   * @param longest in nanoseconds
   */
  void take(long longest) {
    try {
      wakes.tryAcquire(longest, TimeUnit.NANOSECONDS);
      wakes.drainPermits();
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the rest that is being taken, or the next one. */
  void end() {
    wakes.release();
  }
}
