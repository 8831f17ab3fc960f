package anyware.sdk;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The calls that wait for an answer, and a rest that lasts while there are any: whoever waits for
 * the end of everything need not look before the last answer is there, or one has failed.
 */
final class OpenCalls {
  /** Something in the program may have failed meanwhile, which nobody tells. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** What the next call of a chain may take to begin after the answer of the one before. */
  private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(2);

  private final long longest;
  private int open;
  private boolean failed;
  private long lastAnswers;
  private long known;

  /** None yet. A rest lasts five seconds at most. */
  OpenCalls() {
    this(LONGEST);
  }

  /**
   * None yet.
   *
   * @param longest the longest rest while a call is open
   */
  OpenCalls(Duration longest) {
    this.longest = longest.toNanos();
  }

  /** How many calls are open. */
  synchronized int count() {
    return open;
  }

  /** A call begins. */
  synchronized void begin() {
    open++;
  }

  /**
   * A call has its answer.
   *
   * @param succeeded false when it is a refusal; from then on no call makes a rest longer
   */
  synchronized void end(boolean succeeded) {
    open--;
    failed |= !succeeded;
    if (open == 0) {
      lastAnswers++;
    }
    if (open == 0 || failed) {
      notifyAll();
    }
  }

  /**
   * Rests until the last open call has its answer and no other follows at once, no longer than was
   * said. When no call is open, or one has failed, the rest is as long as the caller says; it is
   * none at all when the last answer came since the rest before.
   *
   * @param idle the longest rest without an open call, in nanoseconds
   */
  synchronized void rest(long idle) {
    long began = System.nanoTime();
    try {
      while (!isOver(System.nanoTime() - began, idle)) {
        long most = waits() ? longest : idle;
        TimeUnit.NANOSECONDS.timedWait(this, began + most - System.nanoTime());
        if (lastAnswers != known) {
          TimeUnit.NANOSECONDS.timedWait(this, GRACE);
        }
      }
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt();
    }
    known = lastAnswers;
  }

  private boolean waits() {
    return open > 0 && !failed;
  }

  private boolean isOver(long rested, long idle) {
    return waits() ? rested >= longest : rested >= idle || lastAnswers != known;
  }
}
