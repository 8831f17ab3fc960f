package anyware;

import anyware.platform.PlannedSite;
import anyware.problem.Advice;
import anyware.report.StackReadme;
import anyware.settings.EngineConfig;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the engine has the program do: deploy what it decides and export, or say why not. */
final class Program {
  private final Context context;
  private final boolean secret;

  private Program(Context context, boolean secret) {
    this.context = context;
    this.secret = secret;
  }

  static void run(Context context, Map<String, String> environment) {
    StackPlan plan =
        Readiness.of(context.stackName(), environment)
            .fold(
                ready -> ready,
                lines -> {
                  throw refusal(lines);
                });
    Program program = new Program(context, EngineConfig.holdsSecrets(environment));
    program.advise(plan);
    program.deploy(plan);
  }

  private void advise(StackPlan plan) {
    List<Advice> advices = plan.advice();
    if (secret && !advices.isEmpty()) {
      context.log().warn(advices.size() + " advices, " + Readiness.KEPT_BACK);
    } else {
      advices.forEach(advice -> context.log().warn(advice.toString()));
    }
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
