import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.resources.StackReference;
import java.util.List;
import java.util.Map;

/** Reads what the network's stack gave out. */
public final class App {
  private App() {}

  public static void main(String[] args) {
    Pulumi.run(App::stack);
  }

  static void stack(Context context) {
    StackReference network = new StackReference("acme/anyware-network/prod");
    Output<Object> hq =
        network.requireOutput(Output.of("sites")).applyValue(sites -> field(sites, "hq"));

    // What a connector's machine needs: its role's group, and one of the reserved addresses.
    context.export(
        "connectorGroup", hq.applyValue(site -> field(field(site, "groups"), "connector")));
    context.export(
        "connectorAddress",
        hq.applyValue(site -> field(first(field(site, "connectorAddresses")), "address")));

    // Absent without a balancer.
    context.export("balancer", hq.applyValue(site -> field(field(site, "balancer"), "id")));
  }

  /** One part of an output; an empty text where it is absent. */
  private static Object field(Object value, String key) {
    Object part = value instanceof Map<?, ?> structure ? structure.get(key) : null;
    return part == null ? "" : part;
  }

  private static Object first(Object value) {
    return value instanceof List<?> list && !list.isEmpty() ? list.get(0) : "";
  }
}
