package anyware.testing;

import com.pulumi.resources.Resource;
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

/**
 * What a site registers, each with what the engine makes before it and deletes after it: what it is
 * said to depend on, and whose identity is among its inputs.
 */
public final class RegisteredOrder implements Mocks {
  private static final String ID = "id of ";

  private final Map<String, Set<String>> dependencies = new ConcurrentHashMap<>();

  private RegisteredOrder() {}

  /**
   * The names of resources by the name of what depends on them.
   *
   * @param type the end of the types of what is asked for, such as {@code :Firewall}; an empty text
   *     means all
   * @param register registers the site
   */
  public static Map<String, Set<String>> of(String type, Runnable register) {
    RegisteredOrder order = new RegisteredOrder();
    TestOptions options =
        TestOptions.builder()
            .resourceTransformations(
                List.of(
                    args -> {
                      Resource resource = args.resource();
                      if (resource.pulumiResourceType().endsWith(type)) {
                        Set<String> names = order.of(resource.pulumiResourceName());
                        PulumiTest.extractValue(args.options().getDependsOn())
                            .forEach(other -> names.add(other.pulumiResourceName()));
                      }
                      return Optional.empty();
                    }))
            .build();
    try {
      PulumiTest.withMocks(order)
          .withOptions(options)
          .runTest(context -> register.run())
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return new TreeMap<>(order.dependencies);
  }

  private Set<String> of(String name) {
    return dependencies.computeIfAbsent(name, none -> new TreeSet<>());
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    Optional.ofNullable(dependencies.get(args.name))
        .ifPresent(
            names ->
                args.inputs.values().stream()
                    .map(String::valueOf)
                    .filter(value -> value.startsWith(ID))
                    .forEach(value -> names.add(value.substring(ID.length()))));
    Map<String, Object> state = new TreeMap<>(args.inputs);
    state.put("arn", "arn of " + args.name);
    state.put("selfLink", "link of " + args.name);
    if (args.inputs.containsKey("assignGeneratedIpv6CidrBlock")) {
      state.put("ipv6CidrBlock", "2001:db8:1234:5600::/56");
    }
    return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(ID + args.name), state));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    return CompletableFuture.completedFuture(
        Map.of("id", "x", "names", List.of("us-east-1b", "us-east-1a")));
  }
}
