package anyware.sandbox.engine;

import java.time.Duration;

/** A cloud that takes its time for every change, as real ones do. */
record Delay(Duration each) implements Faults {
  @Override
  public void before(Call call) {
    if (call.verb() != Verb.READ) {
      try {
        Thread.sleep(each.toMillis());
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void afterCommit(Call call) {}
}
