package anyware.firewall;

import java.util.List;
import java.util.Locale;

/**
 * What becomes of a packet, and why.
 *
 * @param outcome open, closed, or left to the platform
 * @param rule the rule, flow or platform default that decides
 * @param trace the way to the decision, one step a line, for a person; not empty
 */
public record Verdict(Outcome outcome, String rule, List<String> trace) {

  /** Copies the trace. */
  public Verdict {
    trace = List.copyOf(trace);
  }

  /** Whether the packet passes. */
  public boolean open() {
    return outcome == Outcome.OPEN;
  }

  /** What can become of a packet. */
  public enum Outcome {
    /** It passes. */
    OPEN,
    /** It is dropped. */
    CLOSED,
    /**
     * The policy leaves it to the platform's default. Only policies answer so, never evaluators.
     */
    PLATFORM_DEFAULT;

    /** The name in reports for programs: lower-case letters and hyphens. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
