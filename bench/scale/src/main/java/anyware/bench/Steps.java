package anyware.bench;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.audit.AuditResult;
import anyware.settings.EngineConfig;
import anyware.settings.Reading;
import anyware.settings.Settings;
import java.util.Map;

/** What the program does before it registers anything, step by step. */
final class Steps {
  static final String STACK = "bench";

  private Steps() {}

  /**
   * The settings.
   *
   * @throws IllegalArgumentException when they have a problem
   */
  static Settings read(Map<String, String> environment) {
    Reading reading = EngineConfig.read(Clouds.ALL, environment);
    if (reading instanceof Reading.Valid valid) {
      return valid.settings();
    }
    throw new IllegalArgumentException(reading.toString());
  }

  /** What the clouds are asked for, with what they would refuse. */
  static StackPlan plan(Settings settings) {
    return StackPlan.of(STACK, settings);
  }

  /**
   * The audit.
   *
   * @throws IllegalStateException when it does not hold: then there is nothing to measure
   */
  static AuditResult audit(StackPlan plan) {
    AuditResult auditResult = AuditResult.of(plan.audited(), plan.settings().expectations());
    if (!auditResult.holds()) {
      throw new IllegalStateException(String.join("\n", auditResult.lines(5)));
    }
    return auditResult;
  }
}
