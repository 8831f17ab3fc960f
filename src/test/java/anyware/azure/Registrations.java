package anyware.azure;

import anyware.state.StateResource;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a plan's network registers, as an engine would record it. */
final class Registrations implements Mocks {
  private static final Gson GSON = new GsonBuilder().create();

  private final Queue<ResourceArgs> seen = new ConcurrentLinkedQueue<>();

  private Registrations() {}

  static List<StateResource> of(Plan plan) {
    Registrations registrations = new Registrations();
    try {
      PulumiTest.withMocks(registrations)
          .runTest(context -> new SiteComponent(plan))
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return registrations.seen.stream().map(Registrations::resource).toList();
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    seen.add(args);
    Map<String, Object> state = new TreeMap<>(args.inputs);
    state.put("name", args.name + "0a1b2c3d");
    return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(id(args)), state));
  }

  private static String id(ResourceArgs args) {
    return args.type.endsWith(":PublicIPAddress")
        ? "/subscriptions/s/publicIPAddresses/" + args.name
        : "/subscriptions/s/" + args.type + "/" + args.name;
  }

  private static StateResource resource(ResourceArgs args) {
    // The engine hands numbers over as floating ones and prints whole ones without a fraction.
    String inputs = GSON.toJson(args.inputs).replaceAll("(\\d)\\.0\\b(?=[,}])", "$1");
    return new StateResource(
        "urn:pulumi:test::anyware-network::" + args.type + "::" + args.name,
        args.type,
        Optional.empty(),
        Optional.of(id(args)),
        GSON.fromJson(inputs, JsonObject.class),
        new JsonObject(),
        Map.of());
  }
}
