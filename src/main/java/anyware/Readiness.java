package anyware;

import anyware.audit.AuditResult;
import anyware.problem.Problem;
import anyware.settings.EngineConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a stack's settings come to before anything is asked of a cloud: a plan that is proven, or
 * why there is none.
 */
sealed interface Readiness {
  /** Where settings are secret, what is said of them is. */
  String KEPT_BACK =
      "which may show settings that are secret: have them in plain text for a moment to see it";

  /** How many findings of a proof are told. */
  int MOST_LINES = 20;

  /**
   * The answer for either.
   *
   * @param ofReady the answer for a plan that may be deployed
   * @param ofRefused the answer for the lines that say what is the matter
   */
  <T> T fold(Function<StackPlan, T> ofReady, Function<List<String>, T> ofRefused);

  /**
   * Decides about the stack for which the engine started the program.
   *
   * @param stack the stack's name
   * @param environment the process's environment
   */
  static Readiness of(String stack, Map<String, String> environment) {
    boolean secret = EngineConfig.holdsSecrets(environment);
    return EngineConfig.read(Clouds.ALL, environment)
        .fold(
            settings -> of(StackPlan.of(stack, settings), secret),
            problems -> new Refused(texts(problems)));
  }

  private static Readiness of(StackPlan plan, boolean secret) {
    if (!plan.problems().isEmpty()) {
      return new Refused(
          texts(
              secret ? plan.problems().stream().map(Problem::keptBack).toList() : plan.problems()));
    }
    AuditResult result = AuditResult.of(plan.audited(), plan.settings().expectations());
    if (result.holds()) {
      return new Ready(plan);
    }
    return new Refused(
        secret
            ? List.of("the plan is not what the policy says, " + KEPT_BACK)
            : result.lines(MOST_LINES));
  }

  private static List<String> texts(List<Problem> problems) {
    return problems.stream().map(Problem::toString).distinct().toList();
  }

  /**
   * The plan may be deployed.
   *
   * @param plan what its clouds will be asked for
   */
  record Ready(StackPlan plan) implements Readiness {
    @Override
    public <T> T fold(Function<StackPlan, T> ofReady, Function<List<String>, T> ofRefused) {
      return ofReady.apply(plan);
    }
  }

  /**
   * Nothing may be registered.
   *
   * @param lines every problem, for a person
   */
  record Refused(List<String> lines) implements Readiness {
    /** Copies the lines. */
    public Refused {
      lines = List.copyOf(lines);
    }

    @Override
    public <T> T fold(Function<StackPlan, T> ofReady, Function<List<String>, T> ofRefused) {
      return ofRefused.apply(lines);
    }
  }
}
