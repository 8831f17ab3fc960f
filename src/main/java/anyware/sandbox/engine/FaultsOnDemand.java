package anyware.sandbox.engine;

import anyware.sandbox.spec.RefusedException;
import io.grpc.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Failures that were asked for, each once. Safe for several threads. */
final class FaultsOnDemand implements Faults {
  private static final long LONGEST_HANG_MINUTES = 60;
  private static final int KILLED = 137;
  private static final Duration SLOWNESS = Duration.ofSeconds(5);

  private final Map<Fault, AtomicInteger> calls = new LinkedHashMap<>();
  private final Runnable death;
  private final Duration slowness;

  /**
   * Failures that end this process where they are to.
   *
   * @param faults the failures
   */
  FaultsOnDemand(List<Fault> faults) {
    this(faults, () -> Runtime.getRuntime().halt(KILLED), SLOWNESS);
  }

  /**
   * Failures.
   *
   * @param faults the failures
   * @param death what ends the process
   * @param slowness how long a slow answer takes
   */
  FaultsOnDemand(List<Fault> faults, Runnable death, Duration slowness) {
    faults.forEach(fault -> calls.put(fault, new AtomicInteger()));
    this.death = death;
    this.slowness = slowness;
  }

  @Override
  public void before(Call call) {
    due(call, false);
  }

  @Override
  public void afterCommit(Call call) {
    due(call, true);
  }

  private void due(Call call, boolean committed) {
    calls.forEach(
        (fault, count) -> {
          if (fault.kind().afterCommit() == committed
              && fault.concerns(call)
              && count.incrementAndGet() == fault.nth()) {
            System.err.println("on demand: " + fault.kind() + " " + call.verb() + " " + call.urn());
            happen(fault.kind(), call);
          }
        });
  }

  private void happen(Fault.Kind kind, Call call) {
    switch (kind) {
      case REFUSE -> throw new RefusedException("InternalError: refused on demand");
      case THROTTLE ->
          throw new RefusedException(
              "Too Many Requests (429): request limit exceeded, still after all retries");
      case TIMEOUT ->
          throw new RefusedException("timeout while waiting for the cloud: it has not begun");
      case LATE ->
          throw new RefusedException(
              "timeout while waiting for the cloud: it may still go on; context deadline exceeded");
      case HANG -> waitForTheCallersEnd();
      case SLOW -> new Delay(slowness).before(call);
      case DIE -> death.run();
    }
  }

  private static void waitForTheCallersEnd() {
    CountDownLatch gone = new CountDownLatch(1);
    Context.CancellationListener listener = context -> gone.countDown();
    Context.current().addListener(listener, Runnable::run);
    try {
      gone.await(LONGEST_HANG_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      Context.current().removeListener(listener);
    }
  }
}
