package anyware;

import anyware.audit.AuditResult;
import anyware.platform.PlannedSite;
import anyware.problem.Advice;
import anyware.problem.Problem;
import anyware.report.StackReadme;
import anyware.settings.EngineConfig;
import anyware.settings.Settings;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole story: read the settings, plan, prove the plan, deploy, export. */
final class Program {
  private static final int MOST_LINES = 20;

  /** Where settings are secret, what is said of them is. */
  private static final String KEPT_BACK =
      "which may show settings that are secret: have them in plain text for a moment to see it";

  private final Context context;
  private final boolean secret = EngineConfig.holdsSecrets(System.getenv());

  private Program(Context context) {
    this.context = context;
  }

  static void run(Context context) {
    new Program(context).run();
  }

  private void run() {
    plan(
        EngineConfig.read(Clouds.ALL, System.getenv())
            .fold(
                settings -> settings,
                problems -> {
                  throw refusal(texts(problems));
                }));
  }

  private void plan(Settings settings) {
    StackPlan plan = StackPlan.of(context.stackName(), settings);
    if (plan.problems().isEmpty()) {
      prove(plan);
    } else {
      throw refusal(texts(plan.problems()));
    }
  }

  private void prove(StackPlan plan) {
    AuditResult auditResult = AuditResult.of(plan.audited(), plan.settings().expectations());
    if (auditResult.holds()) {
      advise(plan);
      deploy(plan);
    } else {
      throw refusal(
          secret
              ? List.of("the plan is not what the policy says, " + KEPT_BACK)
              : auditResult.lines(MOST_LINES));
    }
  }

  private void advise(StackPlan plan) {
    List<Advice> advices = plan.advice();
    if (secret && !advices.isEmpty()) {
      context.log().warn(advices.size() + " advices, " + KEPT_BACK);
    } else {
      advices.forEach(advice -> context.log().warn(advice.toString()));
    }
  }

  private static List<String> texts(List<Problem> problems) {
    return problems.stream().map(Problem::toString).distinct().toList();
  }

  /**
   * Ends the program with the lines as its only error; nothing has been registered. Pulumi's
   * language host adds one about the exit code, and last what the program said on its own.
   */
  private static RunException refusal(List<String> lines) {
    System.err.println(
        "Nothing was changed. The problems are listed above; the exit code says nothing more.");
    return new RunException(String.join("\n", lines));
  }

  private void deploy(StackPlan plan) {
    Map<String, Output<?>> sites = new LinkedHashMap<>();
    plan.sites().forEach(site -> sites.put(site.name(), structure(outputs(site))));
    context.export("sites", structure(sites));
    if (plan.settings().documents()) {
      context.export("portMatrix", Output.of(StackReadme.matrix(plan.policies())));
      context.export(
          "readme", Output.of(StackReadme.of(plan.stack(), plan.settings(), plan.policies())));
    }
  }

  private static Map<String, Output<?>> outputs(PlannedSite<?> site) {
    Map<String, Output<?>> outputs = new LinkedHashMap<>();
    outputs.put("cloud", Output.of(site.cloud().slug()));
    outputs.put("region", Output.of(site.plan().region()));
    outputs.putAll(site.register());
    return outputs;
  }

  /** One output of many, under the same keys. */
  private static Output<Map<String, Object>> structure(Map<String, Output<?>> members) {
    List<String> keys = List.copyOf(members.keySet());
    List<Output<Object>> values = new ArrayList<>();
    members.values().forEach(member -> values.add(member.applyValue(value -> value)));
    return Output.all(values)
        .applyValue(
            resolved -> {
              Map<String, Object> structure = new LinkedHashMap<>();
              for (int i = 0; i < keys.size(); i++) {
                structure.put(keys.get(i), resolved.get(i));
              }
              return structure;
            });
  }
}
