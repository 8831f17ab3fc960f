package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.catalogue.Peer;
import anyware.net.Direction;
import anyware.net.Traffic;
import anyware.plan.RuleLine;
import anyware.plan.SitePlan;
import anyware.platform.PlannedSite;
import anyware.policy.Flow;
import anyware.policy.Policy;
import anyware.state.StateResource;
import anyware.testing.RegisteredStates;
import anyware.testing.StackMatrix;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a resource is called by: not by where something stands in the settings, nor by what stands
 * beside it, and short enough whatever sites and stacks are called. {@code -Dseed=N} repeats a run.
 */
class IdentityTest {
  private static final String SITES = "anyware-network:sites";
  private static final String PEERS = "anyware-network:peers";

  /** What the engine adds to a logical name: a hyphen and seven digits. */
  private static final int SUFFIX = 8;

  /**
   * The longest physical names, by the beginning of the type; for others there is none that
   * matters.
   *
   * <p>https://cloud.google.com/compute/docs/naming-resources,
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html,
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html,
   * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html,
   * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
   */
  private static final Map<String, Integer> LONGEST =
      Map.of(
          "gcp:compute/", 63,
          "aws:lb/loadBalancer:", 32,
          "aws:lb/targetGroup:", 32,
          "aws:ec2/securityGroup:", 255,
          "aws:ec2/managedPrefixList:", 255,
          "azure-native:network:VirtualNetwork", 64,
          "azure-native:resources:", 90,
          "azure-native:network:", 80);

  private static final int SAMPLE = 18;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  IdentityTest() {
    System.out.println("IdentityTest: -Dseed=" + seed);
  }

  private static JsonObject tree(String yaml) throws Exception {
    return EngineYaml.parse(yaml).getAsJsonObject();
  }

  private static StackPlan plan(String stack, JsonObject settings) {
    Settings read =
        StackFile.read(Clouds.ALL, stack, settings.toString())
            .fold(
                valid -> valid,
                problems -> {
                  throw new AssertionError(problems + " in " + settings);
                });
    return StackPlan.of(stack, read);
  }

  /** Stacks of chance. */
  private Map<String, String> some() {
    List<String> names = new ArrayList<>(StackMatrix.STACKS.keySet());
    Collections.shuffle(names, random);
    Map<String, String> some = new TreeMap<>(StackMatrix.STACKS);
    some.keySet().retainAll(names.subList(0, SAMPLE));
    return some;
  }

  private JsonElement shuffled(JsonElement value) {
    if (value instanceof JsonObject structure) {
      List<String> keys = new ArrayList<>(structure.keySet());
      Collections.shuffle(keys, random);
      JsonObject result = new JsonObject();
      keys.forEach(key -> result.add(key, shuffled(structure.get(key))));
      return result;
    }
    if (value instanceof JsonArray list) {
      List<JsonElement> items = new ArrayList<>();
      list.forEach(item -> items.add(shuffled(item)));
      Collections.shuffle(items, random);
      JsonArray result = new JsonArray();
      items.forEach(result::add);
      return result;
    }
    return value;
  }

  @Test
  void theOrderOfListsAndKeysChangesNothing() throws Exception {
    for (Map.Entry<String, String> stack : StackMatrix.STACKS.entrySet()) {
      JsonObject settings = tree(stack.getValue());
      StackPlan before = plan("matrix", settings);
      for (int time = 0; time < 3; time++) {
        JsonObject after = shuffled(settings).getAsJsonObject();
        assertThat(plans(plan("matrix", after)))
            .as("%s, seed %s: %s", stack.getKey(), seed, after)
            .isEqualTo(plans(before));
      }
    }
  }

  private static List<Object> plans(StackPlan stack) {
    return stack.sites().stream().<Object>map(site -> List.of(site.plan(), site.policy())).toList();
  }

  @Test
  void oneMoreAddressChangesRulesOfItsPeerOnly() throws Exception {
    for (Map.Entry<String, String> stack : some().entrySet()) {
      JsonObject settings = tree(stack.getValue());
      for (Peer peer : Peer.values()) {
        Optional<String> key =
            peer.setting().map(of -> of.key()).filter(k -> peers(settings).has(k));
        if (key.isPresent()) {
          JsonObject more = settings.deepCopy();
          peers(more).getAsJsonArray(key.get()).add("172.20.9." + random.nextInt(256));
          assertTouchesItsOwn(
              stack.getKey() + " " + key.get() + ", seed " + seed,
              plan("matrix", settings).sites().get(0),
              plan("matrix", more).sites().get(0),
              peer);
        }
      }
    }
  }

  private static JsonObject peers(JsonObject settings) {
    return settings.getAsJsonObject("config").getAsJsonObject(PEERS);
  }

  /** No rule comes, goes or changes but where the peer is at the other end. */
  private static void assertTouchesItsOwn(
      String what, PlannedSite<?> before, PlannedSite<?> after, Peer peer) {
    Map<List<String>, RuleLine> old = lines(before);
    Map<List<String>, RuleLine> now = lines(after);
    assertThat(now.keySet()).as(what).isEqualTo(old.keySet());
    for (Map.Entry<List<String>, RuleLine> line : now.entrySet()) {
      if (!line.getValue().equals(old.get(line.getKey()))) {
        assertThat(isAbout(after.policy(), line.getValue(), peer))
            .as("%s: %s", what, line.getValue())
            .isTrue();
      }
    }
  }

  private static <P extends SitePlan> Map<List<String>, RuleLine> lines(PlannedSite<P> site) {
    return site.cloud().ruleLines(site.plan()).stream()
        .collect(
            Collectors.toMap(
                line -> List.of(line.appliesTo(), line.direction(), line.name(), line.priority()),
                line -> line));
  }

  private static boolean isAbout(Policy policy, RuleLine line, Peer peer) {
    return policy.flows().stream()
        .filter(flow -> traffic(flow).equals(line.traffic()))
        .flatMap(
            flow ->
                Stream.of(Direction.values())
                    .filter(direction -> direction.slug().equals(line.direction()))
                    .flatMap(
                        direction -> flow.justifications().stream().map(j -> j.other(direction))))
        .anyMatch(party -> party == peer);
  }

  private static String traffic(Flow flow) {
    return Traffic.text(List.of(Traffic.of(flow.protocol(), flow.port())));
  }

  @Test
  void oneMoreConnectorAndOneMoreSiteTouchNothingElse() throws Exception {
    for (Map.Entry<String, String> stack : some().entrySet()) {
      JsonObject settings = tree(stack.getValue());
      PlannedSite<?> before = plan("matrix", settings).sites().get(0);
      JsonObject sites = settings.getAsJsonObject("config").getAsJsonObject(SITES);
      JsonObject site = sites.getAsJsonObject(before.name());

      JsonObject other = site.deepCopy();
      if (other.getAsJsonObject("network").has("cidr")) {
        other.getAsJsonObject("network").addProperty("cidr", "10.99.0.0/16");
      } else {
        other.add("network", tree("{cidr: 10.99.0.0/16}"));
        other.remove("balancer");
      }
      sites.add("another", other);
      assertThat(
              plan("matrix", settings).sites().stream().filter(s -> s.name().equals(before.name())))
          .as(stack.getKey())
          .containsExactly(before);

      sites.remove("another");
      site.addProperty("connectors", before.site().connectors() + 1);
      PlannedSite<?> after = plan("matrix", settings).sites().get(0);
      if (before.site().connectors() > 0) {
        assertThat(names(after)).as(stack.getKey()).containsAll(names(before));
        // Its address, and that address's name where the settings give it one.
        assertThat(names(after).size() - names(before).size())
            .as(stack.getKey())
            .isEqualTo(before.site().connectorDns().isPresent() ? 2 : 1);
      }
    }
  }

  private static List<String> names(PlannedSite<?> site) {
    return RegisteredStates.of(site).stream().map(r -> r.type() + " " + r.name()).toList();
  }

  @Test
  void namesAreUniqueAndFitWhateverSitesAndStacksAreCalled() throws Exception {
    for (Map.Entry<String, String> stack : some().entrySet()) {
      String site = siteName();
      String stackName = stackName();
      JsonObject settings = tree(stack.getValue());
      JsonObject sites = settings.getAsJsonObject("config").getAsJsonObject(SITES);
      String old = sites.keySet().iterator().next();
      sites.add(site, sites.remove(old));
      String what =
          "%s, site %s, stack %s, seed %s".formatted(stack.getKey(), site, stackName, seed);

      List<StateResource> resources = RegisteredStates.of(plan(stackName, settings).sites().get(0));

      assertThat(resources).as(what).extracting(StateResource::urn).doesNotHaveDuplicates();
      for (StateResource resource : resources) {
        longest(resource.type())
            .ifPresent(
                longest ->
                    assertThat(physical(resource))
                        .as("%s: %s", what, resource.type())
                        .hasSizeLessThanOrEqualTo(longest)
                        .matches("[A-Za-z][A-Za-z0-9-]*[a-z0-9]"));
      }
    }
  }

  /** What the cloud is told, or what the engine makes of the logical name. */
  private static String physical(StateResource resource) {
    return Stream.of("name", "subnetName", "virtualNetworkName")
        .map(resource.inputs()::get)
        .filter(given -> given instanceof JsonPrimitive)
        .map(JsonElement::getAsString)
        .findFirst()
        .orElse(resource.name() + "0".repeat(SUFFIX));
  }

  private static Optional<Integer> longest(String type) {
    return new TreeMap<>(LONGEST)
        .descendingMap().entrySet().stream()
            .filter(of -> type.startsWith(of.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  /** The longest that there are, and shorter ones. */
  private String siteName() {
    int length = random.nextBoolean() ? 20 : 2 + random.nextInt(19);
    String between = text("abcdefghijklmnopqrstuvwxyz0123456789-", length - 2);
    return text("abcdefgijklmnopqrstuvwxyz", 1) + between + text("abcxyz019", 1);
  }

  private String stackName() {
    String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
    return text(letters, random.nextBoolean() ? 100 : 1 + random.nextInt(100));
  }

  private String text(String letters, int length) {
    return random
        .ints(length, 0, letters.length())
        .mapToObj(at -> letters.substring(at, at + 1))
        .collect(Collectors.joining());
  }
}
