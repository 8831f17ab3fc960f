package anyware.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenCallsTest {
  private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long A_DAY = TimeUnit.DAYS.toNanos(1);

  /** It matters only where something is wrong. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A rest with open calls lasts for ever, as far as a test can tell. */
  private final OpenCalls calls = new OpenCalls(Duration.ofDays(1));

  @Test
  void withoutACallTheRestIsAsLongAsItIsSaid() {
    assertThat(rest(calls, A_MOMENT)).isGreaterThanOrEqualTo(A_MOMENT);
  }

  @Test
  void whileACallIsOpenTheRestGoesOnForFiveSeconds() {
    OpenCalls usual = new OpenCalls();
    usual.begin();
    assertThat(rest(usual, A_MOMENT)).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(5));
  }

  @Test
  void theLastAnswerEndsTheRest() {
    calls.begin();
    Resting resting = new Resting(calls, A_DAY);
    calls.end(true);
    assertThat(resting.took).succeedsWithin(PATIENCE);
  }

  @Test
  void anAnswerThatCameBeforeTheRestEndsIt() {
    calls.begin();
    calls.end(true);
    assertThat(new Resting(calls, A_DAY).took).succeedsWithin(PATIENCE);
  }

  @Test
  void oneAnswerEndsOneRest() {
    calls.begin();
    calls.end(true);
    calls.rest(A_DAY);
    assertThat(rest(calls, A_MOMENT)).isGreaterThanOrEqualTo(A_MOMENT);
  }

  @Test
  void anAnswerAmongOthersEndsNoRest() {
    Duration longest = Duration.ofSeconds(1);
    OpenCalls some = new OpenCalls(longest);
    some.begin();
    some.begin();
    Resting resting = new Resting(some, A_MOMENT);
    some.end(true);
    assertThat(resting.took)
        .succeedsWithin(PATIENCE)
        .satisfies(took -> assertThat(took).isGreaterThanOrEqualTo(longest.toNanos()));
  }

  @Test
  void aRefusalEndsTheLongRestsWhileOtherCallsAreOpen() {
    calls.begin();
    calls.begin();
    Resting resting = new Resting(calls, A_MOMENT);
    calls.end(false);
    assertThat(resting.took).succeedsWithin(PATIENCE);
    assertThat(new Resting(calls, A_MOMENT).took).succeedsWithin(PATIENCE);
  }

  private static long rest(OpenCalls calls, long idle) {
    long began = System.nanoTime();
    calls.rest(idle);
    return System.nanoTime() - began;
  }

  /** A rest on a thread of its own that has begun. */
  private static final class Resting {
    private final CompletableFuture<Long> took = new CompletableFuture<>();

    Resting(OpenCalls calls, long idle) {
      Thread thread = new Thread(() -> took.complete(rest(calls, idle)));
      thread.setDaemon(true);
      thread.start();
      while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
        Thread.onSpinWait();
      }
    }
  }
}
