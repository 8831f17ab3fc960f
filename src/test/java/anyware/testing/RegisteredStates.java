package anyware.testing;

import anyware.platform.PlannedSite;
import anyware.state.StateResource;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a site registers, as an engine records it once it is deployed. */
public final class RegisteredStates implements Mocks {
  private static final Gson GSON = new Gson();

  private final Queue<StateResource> resources = new ConcurrentLinkedQueue<>();

  private RegisteredStates() {}

  /** The resources below the site's component, sorted by type and name. */
  public static List<StateResource> of(PlannedSite<?> site) {
    RegisteredStates states = new RegisteredStates();
    // Whatever another test has left behind.
    PulumiTest.cleanup();
    try {
      PulumiTest.withMocks(states).runTest(context -> site.register()).throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return states.resources.stream()
        .filter(resource -> !resource.type().equals(site.key().componentType()))
        .sorted(Comparator.comparing(StateResource::urn))
        .toList();
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    String id = "/subscriptions/s/" + args.type.replaceAll(".*:", "") + "/" + args.name;
    if (args.type.endsWith(":PublicIPAddress")) {
      id = "/subscriptions/s/publicIPAddresses/" + args.name;
    }
    Map<String, Object> state = new TreeMap<>(args.inputs);
    if (args.type.endsWith(":PublicIPAddress")) {
      state.put("ipAddress", "address of " + args.name);
    }
    if (args.type.endsWith(":LoadBalancer") && args.type.startsWith("azure-native")) {
      state.computeIfPresent("frontendIPConfigurations", (key, frontends) -> answered(frontends));
    }
    // What other resources name this one by.
    state.putIfAbsent("name", args.name + "-0a1b2c3");
    if (!args.type.startsWith("azure-native")) {
      state.put("arn", "arn:" + id);
      state.put("selfLink", "link:" + id);
      state.put("dnsName", args.name + ".example");
      state.putIfAbsent("address", "address of " + args.name);
      state.put("publicIp", "203.0.113.200");
      state.putIfAbsent("zoneId", "zone of " + args.name);
      state.put("ownerId", "123456789012");
    }
    if (args.inputs.containsKey("assignGeneratedIpv6CidrBlock")) {
      state.put("ipv6CidrBlock", "2001:db8:1234:5600::/56");
    }
    resources.add(
        new StateResource(
            "urn:pulumi:test::anyware-network::" + args.type + "::" + args.name,
            args.type,
            Optional.empty(),
            Optional.of(id),
            json(args.inputs),
            json(state),
            Map.of()));
    return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(id), state));
  }

  /** Azure says which address of its subnet an internal frontend was given. */
  private static Object answered(Object frontends) {
    List<Object> answered = new ArrayList<>();
    for (Object frontend : (List<?>) frontends) {
      Map<Object, Object> parts = new TreeMap<>((Map<?, ?>) frontend);
      if (parts.containsKey("subnet")) {
        parts.putIfAbsent("privateIPAddress", "10.255.0.4");
      }
      answered.add(parts);
    }
    return answered;
  }

  /** The engine hands numbers over as floating ones and prints whole ones without a fraction. */
  private static JsonObject json(Map<String, Object> values) {
    String text = GSON.toJson(values).replaceAll("(\\d)\\.0\\b(?=[,}\\]])", "$1");
    return GSON.fromJson(text, JsonObject.class);
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    return CompletableFuture.completedFuture(
        Map.of("id", "x", "names", List.of("us-east-1b", "us-east-1a")));
  }
}
