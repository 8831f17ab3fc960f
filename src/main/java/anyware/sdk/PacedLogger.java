package anyware.sdk;

import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Slows down the loop in which the SDK waits for its tasks: {@code
 * com.pulumi.deployment.internal.DeploymentImpl}, version 1.36.1, looks at all of them again and
 * again without a pause, which takes more than a core. At the start of each turn it logs how many
 * are left; this logger takes the line for the sign to rest. It logs nothing else of the finest
 * level, and everything above as ever.
 */
final class PacedLogger extends Logger {
  private static final String SDK = "com.pulumi.deployment.internal.DeploymentImpl";
  private static final String TURN = "Remaining tasks [";

  // The log manager keeps weak references only.
  private static final PacedLogger INSTANCE = new PacedLogger();

  private final Pace pace = new Pace();
  private long resumed = System.nanoTime();

  private PacedLogger() {
    super(SDK, null);
  }

  /** Takes the place of the SDK's own logger. Without effect once the SDK has made that one. */
  static void install() {
    LogManager.getLogManager().addLogger(INSTANCE);
  }

  @Override
  public void log(Level level, String message) {
    if (message.startsWith(TURN)) {
      rest(message.substring(TURN.length(), message.indexOf(']')));
    } else {
      super.log(level, message);
    }
  }

  /** One loop asks, on a thread of its choice each time. */
  private synchronized void rest(String tasks) {
    LockSupport.parkNanos(this, pace.restAfter(System.nanoTime() - resumed, tasks));
    resumed = System.nanoTime();
  }
}
