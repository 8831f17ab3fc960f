package anyware.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenCallsTest {
  private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long A_MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final OpenCalls calls = new OpenCalls();

  @Test
  void withoutACallTheRestIsAsLongAsItIsSaid() {
    assertThat(rest(A_MOMENT)).isGreaterThanOrEqualTo(A_MOMENT);
  }

  @Test
  void whileACallIsOpenTheRestGoesOnForFiveSeconds() {
    calls.begin();
    assertThat(rest(A_MOMENT)).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(5));
  }

  @Test
  void theLastAnswerEndsTheRest() {
    calls.begin();
    CompletableFuture<Void> resting = CompletableFuture.runAsync(() -> calls.rest(A_MINUTE));
    calls.end(true);
    assertThat(resting).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void anAnswerThatCameBeforeTheRestEndsIt() {
    calls.begin();
    calls.end(true);
    CompletableFuture<Void> resting = CompletableFuture.runAsync(() -> calls.rest(A_MINUTE));
    assertThat(resting).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void oneAnswerEndsOneRest() {
    calls.begin();
    calls.end(true);
    calls.rest(A_MINUTE);
    assertThat(rest(A_MOMENT)).isGreaterThanOrEqualTo(A_MOMENT);
  }

  @Test
  void anAnswerAmongOthersEndsNoRest() {
    calls.begin();
    calls.begin();
    CompletableFuture<Void> resting = CompletableFuture.runAsync(() -> calls.rest(A_MOMENT));
    calls.end(true);
    assertThat(resting).failsWithin(Duration.ofSeconds(1));
  }

  @Test
  void aRefusalEndsTheLongRestsWhileOtherCallsAreOpen() {
    calls.begin();
    calls.begin();
    CompletableFuture<Void> resting = CompletableFuture.runAsync(() -> calls.rest(A_MOMENT));
    calls.end(false);
    assertThat(resting).succeedsWithin(Duration.ofSeconds(3));
    assertThat(CompletableFuture.runAsync(() -> calls.rest(A_MOMENT)))
        .succeedsWithin(Duration.ofSeconds(3));
  }

  private long rest(long idle) {
    long began = System.nanoTime();
    calls.rest(idle);
    return System.nanoTime() - began;
  }
}
