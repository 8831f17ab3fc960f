package anyware.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RestTest {
  private static final long A_MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final Rest rest = new Rest();

  @Test
  void aRestIsEndedByAnother() {
    CompletableFuture<Void> resting = CompletableFuture.runAsync(() -> rest.take(A_MINUTE));
    rest.end();
    assertThat(resting).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void whatEndedBeforeTheRestEndsItToo() {
    rest.end();
    rest.end();
    assertThat(CompletableFuture.runAsync(() -> rest.take(A_MINUTE)))
        .succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void twoEndsEndOneRest() {
    rest.end();
    rest.end();
    rest.take(A_MINUTE);
    assertTakes(TimeUnit.MILLISECONDS.toNanos(20));
  }

  @Test
  void aRestNobodyEndsIsOverByItself() {
    assertTakes(TimeUnit.MILLISECONDS.toNanos(20));
  }

  private void assertTakes(long nanoseconds) {
    long began = System.nanoTime();
    rest.take(nanoseconds);
    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(nanoseconds);
  }
}
