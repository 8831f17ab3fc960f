package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DelayTest {
  private final Delay slowness = new Delay(Duration.ofDays(1));

  @Test
  void lookingTakesNoTime() throws InterruptedException {
    Thread call = started(Faults.Verb.READ);
    call.join();
    assertThat(call.getState()).isEqualTo(Thread.State.TERMINATED);
  }

  @ParameterizedTest
  @EnumSource(names = "READ", mode = EnumSource.Mode.EXCLUDE)
  void aChangeTakesItsTimeUntilTheCloudIsStopped(Faults.Verb verb) throws InterruptedException {
    Thread call = started(verb);
    Thread.State state = call.getState();
    // On its way it may have to wait for a class to be loaded.
    while (state != Thread.State.TIMED_WAITING && state != Thread.State.TERMINATED) {
      Thread.onSpinWait();
      state = call.getState();
    }
    assertThat(state).isEqualTo(Thread.State.TIMED_WAITING);
    call.interrupt();
    call.join();
  }

  private Thread started(Faults.Verb verb) {
    Faults.Call call = new Faults.Call("toy", verb, "toy:index:Label", "urn");
    Thread thread = new Thread(() -> slowness.before(call));
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
