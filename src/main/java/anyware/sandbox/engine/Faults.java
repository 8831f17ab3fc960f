package anyware.sandbox.engine;

import java.time.Duration;
import java.util.List;

/**
 * Where failures on demand enter. Either method may throw {@link
 * anyware.sandbox.spec.RefusedException}, wait, or end the process; neither is called in a preview,
 * nor while a lock is held.
 */
public interface Faults {
  /** No failures. */
  Faults NONE =
      new Faults() {
        @Override
        public void before(Call call) {}

        @Override
        public void afterCommit(Call call) {}
      };

  /**
   * Several, one after the other.
   *
   * @param all the failures
   * @return them as one
   */
  static Faults all(List<Faults> all) {
    return new Faults() {
      @Override
      public void before(Call call) {
        all.forEach(each -> each.before(call));
      }

      @Override
      public void afterCommit(Call call) {
        all.forEach(each -> each.afterCommit(call));
      }
    };
  }

  /**
   * What was asked for.
   *
   * @param slowness what a cloud takes for each change; zero for none
   * @param faults failures on demand
   * @return them as one
   */
  static Faults of(Duration slowness, List<Fault> faults) {
    return slowness.isZero() && faults.isEmpty()
        ? NONE
        : all(List.of(new Delay(slowness), new FaultsOnDemand(faults)));
  }

  /** What is asked of a cloud. */
  enum Verb {
    /** Make an object. */
    CREATE,
    /** Look at an object. */
    READ,
    /** Change an object. */
    UPDATE,
    /** Remove an object. */
    DELETE
  }

  /**
   * A call to a cloud.
   *
   * @param cloud the provider's name
   * @param verb what is asked
   * @param type the resource type's token
   * @param urn the resource's URN
   */
  record Call(String cloud, Verb verb, String type, String urn) {}

  /**
   * Comes before anything else is done.
   *
   * @param call the call
   */
  void before(Call call);

  /**
   * Comes after the change is on disk and before it is answered.
   *
   * @param call the call
   */
  void afterCommit(Call call);
}
