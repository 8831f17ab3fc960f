package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.testing.Damages;
import anyware.testing.Fixtures;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request's body is one that AWS's own service models allow. */
class PublishedRequestsTest {
  private static final PublishedShapes PUBLISHED = PublishedShapes.read();

  /** Registers a plan and keeps what reaches the engine. */
  private static final class Recorder implements Mocks {
    private final Queue<ResourceArgs> registered = new ConcurrentLinkedQueue<>();

    static List<ResourceArgs> of(Plan plan) {
      Recorder recorder = new Recorder();
      try {
        PulumiTest.withMocks(recorder)
            .runTest(context -> new SiteComponent(plan).outputs().forEach(context::export))
            .throwOnError();
      } finally {
        PulumiTest.cleanup();
      }
      return recorder.registered.stream().filter(args -> args.type.startsWith("aws:")).toList();
    }

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      registered.add(args);
      Map<String, Object> state = new HashMap<>(args.inputs);
      state.put("arn", "arn:aws:any:us-east-1:123456789012:" + args.name);
      state.put("dnsName", args.name + ".example");
      state.put("publicIp", "address of " + args.name);
      state.putIfAbsent("zoneId", "zone of " + args.name);
      state.put("ownerId", "123456789012");
      if (Boolean.TRUE.equals(args.inputs.get("assignGeneratedIpv6CidrBlock"))) {
        state.put("ipv6CidrBlock", "2001:db8:1234:5600::/56");
      }
      state.putIfAbsent("name", args.name);
      return CompletableFuture.completedFuture(
          ResourceResult.of(Optional.of("id:" + args.name), state));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
      return CompletableFuture.completedFuture(
          Map.of("id", "x", "names", List.of("us-east-1c", "us-east-1a", "us-east-1b")));
    }
  }

  /** Every set of options, then every shape of a site with all options. */
  static Stream<Plan> plans() {
    return Stream.concat(
        Fixtures.optionSets().keySet().stream().map(Plans::of),
        Sites.shapes().values().stream().map(site -> Plans.of(Plans.options("everything"), site)));
  }

  private static List<String> problems(Map<String, Map<String, Object>> bodies) {
    return bodies.entrySet().stream()
        .flatMap(body -> PUBLISHED.problems(body.getKey(), body.getValue()).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyBodyIsAsPublished(Plan plan) {
    for (Mocks.ResourceArgs resource : Recorder.of(plan)) {
      assertThat(problems(RequestBodies.of(resource.type, resource.inputs)))
          .as(resource.type + " " + resource.name)
          .isEmpty();
    }
  }

  @Test
  void noTypeIsPassedOver() {
    TreeSet<String> types = new TreeSet<>();
    plans().flatMap(plan -> Recorder.of(plan).stream()).forEach(one -> types.add(one.type));

    assertThat(types).contains("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    assertThat(types)
        .filteredOn(type -> !type.contains("EgressRule"))
        .containsExactlyInAnyOrderElementsOf(RequestBodies.types());
  }

  /** Each member of each body, misspelt and of another kind. */
  @Test
  void everyDamageIsSeen() {
    int damaged = 0;
    List<String> unseen = new ArrayList<>();
    for (Mocks.ResourceArgs resource : Recorder.of(Plans.of("everything"))) {
      for (Map.Entry<String, Map<String, Object>> body :
          RequestBodies.of(resource.type, resource.inputs).entrySet()) {
        for (Map<String, Object> wrong : Damages.of(body.getValue())) {
          damaged++;
          if (PUBLISHED.problems(body.getKey(), wrong).isEmpty()) {
            unseen.add(body.getKey() + " " + wrong);
          }
        }
      }
    }

    assertThat(damaged).isGreaterThan(100);
    assertThat(unseen).isEmpty();
  }
}
