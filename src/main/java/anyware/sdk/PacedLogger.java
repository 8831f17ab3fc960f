package anyware.sdk;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Slows down the loop in which the SDK waits for its tasks: {@code
 * com.pulumi.deployment.internal.DeploymentImpl}, version 1.36.1, looks at all of them again and
 * again without a pause, which takes more than a core. At the start of each turn it logs how many
 * are left; this logger takes the line for the sign to rest. It logs nothing else of the finest
 * level, and everything above as ever. A later SDK that says it otherwise loops as ever.
 */
final class PacedLogger extends Logger {
  private static final String SDK = "com.pulumi.deployment.internal.DeploymentImpl";
  private static final String TURN = "Remaining tasks [";

  // The log manager keeps weak references only.
  private static final PacedLogger INSTANCE = new PacedLogger();

  private final Pace pace = new Pace();
  private final OpenCalls calls = new OpenCalls();

  PacedLogger() {
    super(SDK, null);
  }

  /** Takes the place of the SDK's own logger. Without effect once the SDK has made that one. */
  static PacedLogger install() {
    LogManager.getLogManager().addLogger(INSTANCE);
    return INSTANCE;
  }

  /** The calls that the loop waits for; whoever makes them tells. */
  OpenCalls calls() {
    return calls;
  }

  @Override
  public void log(Level level, String message) {
    int end = message.startsWith(TURN) ? message.indexOf(']') : -1;
    if (end > 0) {
      rest(message.substring(TURN.length(), end));
    } else {
      super.log(level, message);
    }
  }

  /** One loop asks, on a thread of its choice each time. */
  private synchronized void rest(String tasks) {
    calls.rest(pace.restAt(System.nanoTime(), tasks));
    pace.resumedAt(System.nanoTime());
  }
}
