package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.sandbox.spec.RefusedException;
import io.grpc.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultsOnDemandTest {
  private static final Faults.Call LABEL =
      new Faults.Call("toy", Faults.Verb.CREATE, Toy.LABEL, "urn:pulumi:s::p::t::l");

  private final List<String> deaths = new ArrayList<>();

  private Faults faults(String text) {
    return new FaultsOnDemand(Fault.parse(text), () -> deaths.add("dead"), Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"refuse,refused on demand", "throttle,429", "timeout,it has not begun"})
  void theNthCallFailsAndNoOther(String kind, String message) {
    Faults faults = faults(kind + " create 2 " + Toy.LABEL);
    Faults.Call box = new Faults.Call("toy", Faults.Verb.CREATE, Toy.BOX, "urn");
    Faults.Call delete = new Faults.Call("toy", Faults.Verb.DELETE, Toy.LABEL, "urn");
    faults.before(LABEL);
    faults.before(box);
    faults.before(delete);
    assertThatThrownBy(() -> faults.before(LABEL))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(message);
    assertThatCode(() -> faults.before(LABEL)).doesNotThrowAnyException();
  }

  @Test
  void aLateAnswerComesAfterTheChange() {
    Faults faults = faults("late create 1 *");
    faults.before(LABEL);
    assertThatThrownBy(() -> faults.afterCommit(LABEL)).hasMessageContaining("deadline exceeded");
  }

  @Test
  void deathComesAfterTheChange() {
    Faults faults = faults("die create 1 *");
    faults.before(LABEL);
    assertThat(deaths).isEmpty();
    faults.afterCommit(LABEL);
    assertThat(deaths).containsExactly("dead");
  }

  @Test
  void aSlowAnswerComesAllTheSame() {
    Faults faults = faults("slow create 1 *; die create 2 *");
    faults.afterCommit(LABEL);
    assertThat(deaths).isEmpty();
  }

  @Test
  void aResourceIsMeantByItsTypeAndName() {
    Faults faults =
        faults(
            "die create 1 " + Toy.LABEL + "::m; die create 1 " + Toy.BOX + "::l; die create 1 l");
    faults.afterCommit(LABEL);
    assertThat(deaths).isEmpty();
    faults("die create 1 " + Toy.LABEL + "::l").afterCommit(LABEL);
    assertThat(deaths).containsExactly("dead");
  }

  @Test
  void aCallHangsUntilItsCallerIsGone() throws InterruptedException {
    Faults faults = faults("hang create 1 *");
    Context.CancellableContext caller = Context.current().withCancellation();
    Thread call = new Thread(caller.wrap(() -> faults.afterCommit(LABEL)));
    call.setDaemon(true);
    call.start();
    Thread.State state = call.getState();
    // On its way it may have to wait for a class to be loaded.
    while (state != Thread.State.TIMED_WAITING && state != Thread.State.TERMINATED) {
      Thread.onSpinWait();
      state = call.getState();
    }
    assertThat(state).isEqualTo(Thread.State.TIMED_WAITING);
    caller.cancel(null);
    call.join();
  }
}
