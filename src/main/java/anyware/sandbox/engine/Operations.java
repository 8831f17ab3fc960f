package anyware.sandbox.engine;

import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Exclusion;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.ResourceType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The changes under way that shut out others. Safe for several threads.
 *
 * <p>A change holds its lock for a moment after it is done. Requests that the engine sends side by
 * side would otherwise only sometimes meet, as the offline cloud needs no time for them.
 */
final class Operations {
  private final Cloud cloud;
  private final Duration moment;

  /** How many changes use what is locked; none where one changes it. */
  private final Map<String, Integer> locks = new HashMap<>();

  /**
   * No changes yet.
   *
   * @param cloud the cloud
   * @param moment how long a lock outlives its change
   */
  Operations(Cloud cloud, Duration moment) {
    this.cloud = cloud;
    this.moment = moment;
  }

  /**
   * Begins a change.
   *
   * @param type the object's type
   * @param inputs its inputs
   * @param settings the connection's settings
   * @return the lock to give back at {@link #end}; nothing for a type that locks nothing
   * @throws RefusedException while another change has that lock
   */
  Optional<String> begin(ResourceType type, Props inputs, Props settings) {
    if (type.exclusion().isEmpty()) {
      return Optional.empty();
    }
    Exclusion exclusion = type.exclusion().get();
    String what = exclusion.what().apply(inputs);
    if (what.isEmpty()) {
      return Optional.empty();
    }
    String lock = cloud.scope().canonical(what, settings);
    synchronized (locks) {
      int users = locks.getOrDefault(lock, 0);
      if (locks.containsKey(lock) && !(exclusion.shared() && users > 0)) {
        throw new RefusedException(inputs.fill(exclusion.message()));
      }
      locks.put(lock, exclusion.shared() ? users + 1 : 0);
    }
    return Optional.of(lock);
  }

  /**
   * Ends a change.
   *
   * @param lock what {@link #begin} gave
   */
  void end(Optional<String> lock) {
    if (lock.isEmpty()) {
      return;
    }
    try {
      Thread.sleep(moment.toMillis());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    synchronized (locks) {
      locks.computeIfPresent(lock.get(), (what, users) -> users > 1 ? users - 1 : null);
    }
  }
}
