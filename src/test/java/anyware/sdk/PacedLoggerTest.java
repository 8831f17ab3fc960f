package anyware.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.resources.ComponentResource;
import com.pulumi.test.Mocks;
import com.pulumi.test.internal.PulumiTestInternal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacedLoggerTest {
  private final PacedLogger logger = new PacedLogger();

  @AfterEach
  void cleanup() {
    PulumiTestInternal.cleanup();
  }

  /** Fails when an SDK no longer says each turn, which would make the patch one of nothing. */
  @Test
  void theSdkInUseSaysEachTurnOfItsLoop() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    AtomicInteger turns = new AtomicInteger();
    Logger counting =
        new Logger("counting", null) {
          @Override
          public void log(Level level, String message) {
            if (message.startsWith("Remaining tasks [") && turns.incrementAndGet() == 3) {
              answer.complete("done");
            }
          }
        };
    assertThat(run(counting, answer)).succeedsWithin(Duration.ofMinutes(2));
    assertThat(turns).hasValueGreaterThanOrEqualTo(3);
  }

  @Test
  void theSdksLoopEndsWithThePacedLogger() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<?> program = run(logger, answer);
    answer.complete("done");
    assertThat(program).succeedsWithin(Duration.ofMinutes(2));
  }

  @Test
  void theNameIsThatOfTheSdksLogger() throws ClassNotFoundException {
    PacedLogger installed = PacedLogger.install();
    String name = Class.forName("com.pulumi.deployment.internal.DeploymentImpl").getName();
    assertThat(LogManager.getLogManager().getLogger(name)).isSameAs(installed);
  }

  @Test
  void everyOtherLineIsLoggedAsEver() {
    Queue<String> logged = new ConcurrentLinkedQueue<>();
    logger.setLevel(Level.ALL);
    logger.addHandler(new Keeping(logged));
    logger.log(Level.SEVERE, "an error");
    logger.log(Level.FINEST, "Remaining tasks: a line that a later SDK says otherwise");
    logger.log(Level.FINEST, "Remaining tasks [3");
    assertThat(logged).hasSize(3);
  }

  /** A program with one resource, whose registration is answered when the future is done. */
  private static CompletableFuture<?> run(Logger logger, CompletableFuture<?> answer) {
    return PulumiTestInternal.builder()
        .standardLogger(logger)
        .mocks(
            resource ->
                answer.thenApply(ready -> Mocks.ResourceResult.of(Optional.of("id"), Map.of())))
        .build()
        .runTestAsync(context -> new ComponentResource("test:index:Thing", "thing"));
  }

  private static final class Keeping extends Handler {
    private final Queue<String> kept;

    Keeping(Queue<String> kept) {
      this.kept = kept;
    }

    @Override
    public void publish(LogRecord line) {
      kept.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
