package anyware.testing;

import anyware.platform.PlannedSite;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** What a site gives out once it is registered, as the engine records it in a stack's outputs. */
public final class RegisteredOutputs implements Mocks {
  private static final Gson GSON = new Gson();

  private final AtomicInteger addresses = new AtomicInteger();

  private RegisteredOutputs() {}

  /** The site's outputs, with made-up ids that name the resources' types. */
  public static JsonObject of(PlannedSite<?> site) {
    Map<String, Output<?>> outputs = new TreeMap<>();
    Map<String, Object> values = new TreeMap<>();
    try {
      PulumiTest.withMocks(new RegisteredOutputs())
          .runTest(
              context -> {
                outputs.putAll(site.register());
                outputs.forEach((key, output) -> values.put(key, PulumiTest.extractValue(output)));
              })
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    values.put("cloud", site.cloud().slug());
    values.put("region", site.plan().region());
    return GSON.fromJson(
        GSON.toJson(values).replaceAll("(\\d)\\.0\\b(?=[,}\\]])", "$1"), JsonObject.class);
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    String id = "/subscriptions/s/" + args.type.replaceAll(".*:", "") + "/" + args.name;
    Map<String, Object> state = new TreeMap<>(args.inputs);
    state.putIfAbsent("name", args.name + "-0a1b2c3");
    state.put("arn", "arn:" + id);
    state.put("selfLink", "link:" + id);
    state.put("dnsName", args.name + ".example");
    state.put("zoneId", "Z" + args.name);
    if (args.inputs.containsKey("assignGeneratedIpv6CidrBlock")) {
      state.put("ipv6CidrBlock", "2001:db8:1234:5600::/56");
    }
    List.of("externalIpv6Prefix", "internalIpv6Prefix")
        .forEach(key -> state.putIfAbsent(key, "2001:db8:0:1::/64"));
    String address = "203.0.113." + addresses.incrementAndGet();
    List.of("address", "publicIp", "ipAddress").forEach(key -> state.putIfAbsent(key, address));
    return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(id), state));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    return CompletableFuture.completedFuture(
        Map.of("id", "x", "names", List.of("us-east-1b", "us-east-1a")));
  }
}
