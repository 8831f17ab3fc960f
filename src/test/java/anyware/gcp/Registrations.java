package anyware.gcp;

import com.pulumi.core.Output;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Registers a plan against mocks and keeps what reached them. */
final class Registrations implements Mocks {
  private final ConcurrentLinkedQueue<ResourceArgs> resources = new ConcurrentLinkedQueue<>();
  private final Map<String, ResourceOptions> options = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Object>> states = new ConcurrentHashMap<>();
  private volatile Map<String, Output<?>> outputs = Map.of();

  static Registrations of(Plan plan) {
    Registrations seen = new Registrations();
    TestOptions test =
        TestOptions.builder()
            .resourceTransformations(
                List.of(
                    args -> {
                      String type = args.resource().pulumiResourceType();
                      String name = args.resource().pulumiResourceName();
                      seen.options.put(type + " " + name, args.options());
                      return Optional.empty();
                    }))
            .build();
    try {
      PulumiTest.withMocks(seen)
          .withOptions(test)
          .runTest(context -> seen.outputs = new SiteComponent(plan).outputs())
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return seen;
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    resources.add(args);
    Map<String, Object> state = new TreeMap<>(args.inputs);
    state.putIfAbsent("name", args.name);
    state.put("selfLink", "link of " + args.name);
    state.putIfAbsent("address", "address of " + args.name);
    state.put("externalIpv6Prefix", "external range of " + args.name);
    state.put("internalIpv6Prefix", "internal range of " + args.name);
    states.put(args.type + " " + args.name, state);
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of("id of " + args.name), state));
  }

  /** The types of all resources. */
  Set<String> types() {
    Set<String> types = new TreeSet<>();
    resources.forEach(resource -> types.add(resource.type));
    return types;
  }

  /** The inputs of every resource of a type, by logical name. */
  Map<String, Map<String, Object>> inputs(String type) {
    Map<String, Map<String, Object>> inputs = new TreeMap<>();
    resources.stream()
        .filter(resource -> resource.type.equals(type))
        .forEach(resource -> inputs.put(resource.name, resource.inputs));
    return inputs;
  }

  /** The inputs of a resource. */
  Map<String, Object> inputs(String type, String name) {
    return Optional.ofNullable(inputs(type).get(name)).orElseThrow();
  }

  /** What the cloud answered about a resource. */
  Map<String, Object> state(String type, String name) {
    return Optional.ofNullable(states.get(type + " " + name)).orElseThrow();
  }

  /** The options of every resource, by type and logical name. */
  Map<String, ResourceOptions> options() {
    return options;
  }

  Map<String, Output<?>> outputs() {
    return outputs;
  }

  /** The value of an output, or nothing where there is no such output. */
  Optional<Object> output(String key) {
    return Optional.ofNullable(outputs().get(key)).map(PulumiTest::extractValue);
  }
}
