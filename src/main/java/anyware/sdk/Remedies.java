package anyware.sdk;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The remedies against what the SDK does too often. */
public final class Remedies {
  /** What the SDK takes for a yes. */
  private static final Set<String> TRUE = Set.of("1", "t", "true");

  private Remedies() {}

  /**
   * Applies them, before the SDK starts: its waiting loop rests between its turns, and its debug
   * messages stay here unless the environment asks for them with {@code PULUMI_JAVA_LOG_VERBOSE} or
   * {@code PULUMI_EXCESSIVE_DEBUG_OUTPUT}, the SDK's own switches.
   *
   * @param environment the process's environment
   */
  public static void apply(Map<String, String> environment) {
    PacedLogger.install();
    if (!asks(environment, "PULUMI_JAVA_LOG_VERBOSE")
        && !asks(environment, "PULUMI_EXCESSIVE_DEBUG_OUTPUT")) {
      Channels.install();
    }
  }

  private static boolean asks(Map<String, String> environment, String name) {
    return TRUE.contains(environment.getOrDefault(name, "").toLowerCase(Locale.ROOT));
  }
}
