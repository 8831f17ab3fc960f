package anyware.testing;

import anyware.StackPlan;
import anyware.platform.PlannedSite;
import anyware.state.StateResource;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** What the engine exports of a stack that was deployed as it was planned. */
public final class StackExports {
  private static final String STACK = "pulumi:pulumi:Stack";

  private StackExports() {}

  /** The export, to be changed as a test likes. */
  public static JsonObject of(StackPlan plan) {
    JsonArray resources = new JsonArray();
    String stack = urn(plan, STACK, "anyware-network-" + plan.stack());
    resources.add(resource(stack, STACK, ""));
    for (PlannedSite<?> site : plan.sites()) {
      String type = site.key().componentType();
      String component = urn(plan, type, site.name());
      resources.add(resource(component, type, stack));
      for (StateResource registered : RegisteredStates.of(site)) {
        resources.add(
            custom(
                urn(plan, type + "$" + registered.type(), registered.name()),
                component,
                registered));
      }
    }
    JsonObject deployment = new JsonObject();
    deployment.add("resources", resources);
    JsonObject export = new JsonObject();
    export.addProperty("version", 3);
    export.add("deployment", deployment);
    return export;
  }

  /** A stack's URN of a resource. */
  public static String urn(StackPlan plan, String type, String name) {
    return "urn:pulumi:" + plan.stack() + "::anyware-network::" + type + "::" + name;
  }

  private static JsonObject resource(String urn, String type, String parent) {
    JsonObject resource = new JsonObject();
    resource.addProperty("urn", urn);
    resource.addProperty("type", type);
    if (!parent.isEmpty()) {
      resource.addProperty("parent", parent);
    }
    return resource;
  }

  private static JsonObject custom(String urn, String parent, StateResource registered) {
    JsonObject resource = resource(urn, registered.type(), parent);
    resource.addProperty("custom", true);
    registered.id().ifPresent(id -> resource.addProperty("id", id));
    resource.add("inputs", registered.inputs());
    resource.add("outputs", registered.outputs());
    return resource;
  }
}
