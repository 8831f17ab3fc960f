package anyware.bench;

import anyware.StackPlan;
import anyware.plan.SitePlan;
import anyware.settings.Settings;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * Reads, plans and audits one stack in a fresh JVM and prints, as JSON, how long each step took in
 * seconds and what was made. Arguments: cloud, sites, addresses.
 */
public final class Once {
  private Once() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    Shape shape =
        new Shape(arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    Map<String, String> environment = shape.environment();
    long start = System.nanoTime();
    Settings settings = Steps.read(environment);
    long read = System.nanoTime();
    StackPlan plan = Steps.plan(settings);
    long planned = System.nanoTime();
    Steps.audit(plan);
    long audited = System.nanoTime();
    JsonObject result = new JsonObject();
    result.addProperty("read", seconds(start, read));
    result.addProperty("plan", seconds(read, planned));
    result.addProperty("audit", seconds(planned, audited));
    result.addProperty("flows", plan.policies().stream().mapToInt(p -> p.flows().size()).sum());
    result.addProperty("rules", plan.sites().stream().mapToInt(site -> rules(site.plan())).sum());
    result.addProperty("refusals", plan.problems().size());
    System.out.println(result);
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }

  private static int rules(SitePlan site) {
    if (site instanceof anyware.aws.Plan aws) {
      return aws.rules().size();
    }
    if (site instanceof anyware.azure.Plan azure) {
      return azure.roles().stream().mapToInt(role -> role.rules().size()).sum();
    }
    return ((anyware.gcp.Plan) site).rules().size();
  }
}
