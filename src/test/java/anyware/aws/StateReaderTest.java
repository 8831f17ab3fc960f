package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.audit.Audit;
import anyware.catalogue.Role;
import anyware.json.UnreadableFileException;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.plan.Gate;
import anyware.settings.Site;
import anyware.state.StateResource;
import anyware.testing.Fixtures;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the network registers reads back as the plan that it was made from. */
class StateReaderTest {
  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
  private static final Traffic SSH =
      new Traffic(Optional.of(IpProtocol.TCP), new PortRange(22, 23));
  private static final Gate SESSIONS =
      new Gate(Role.CONNECTOR, Direction.INBOUND, false, Protocol.UDP, 4172);
  private static final Gate DNS =
      new Gate(Role.CONNECTOR, Direction.OUTBOUND, false, Protocol.UDP, 53);

  static Set<String> optionSets() {
    return Fixtures.optionSets().keySet();
  }

  @AfterEach
  void forget() {
    PulumiTest.cleanup();
  }

  /** Answers every registration with the inputs and an id. */
  private static final class Recorder implements Mocks {
    private final Queue<ResourceArgs> registered = new ConcurrentLinkedQueue<>();

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      registered.add(args);
      Map<String, Object> state = new HashMap<>(args.inputs);
      // Whatever others take of it leads back to it.
      List.of("arn", "dnsName", "zoneId", "publicIp", "name")
          .forEach(answer -> state.putIfAbsent(answer, id(args)));
      if (args.inputs.containsKey("assignGeneratedIpv6CidrBlock")) {
        state.put("ipv6CidrBlock", "2001:db8:1234:5600::/56");
      }
      return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(id(args)), state));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
      return CompletableFuture.completedFuture(
          Map.of("id", "x", "names", List.of("us-east-1b", "us-east-1a")));
    }

    static String id(ResourceArgs args) {
      return args.type.replaceAll(".*:", "").toLowerCase(Locale.ROOT) + "-" + args.name;
    }
  }

  private static List<Mocks.ResourceArgs> registered(Plan plan) {
    Recorder recorder = new Recorder();
    PulumiTest.withMocks(recorder)
        .runTest(context -> new SiteComponent(plan).outputs().forEach(context::export))
        .throwOnError();
    return List.copyOf(recorder.registered);
  }

  /** The engine hands numbers over as floating ones and prints whole ones without a fraction. */
  private static JsonObject properties(Mocks.ResourceArgs args) {
    String text = new Gson().toJson(args.inputs).replaceAll("(\\d)\\.0\\b(?=[,}])", "$1");
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static String urn(Mocks.ResourceArgs args) {
    return "urn:pulumi:test::anyware-network::" + args.type + "::" + args.name;
  }

  /** As an export has them: with ids and answers. */
  private static List<StateResource> deployed(Plan plan) {
    List<StateResource> resources = new ArrayList<>();
    for (Mocks.ResourceArgs args : registered(plan)) {
      JsonObject inputs = properties(args);
      resources.add(resource(args, Optional.of(Recorder.id(args)), inputs, inputs, Map.of()));
    }
    // The engine records resources as their registration ends.
    Collections.shuffle(resources, new Random(4));
    return resources;
  }

  /** As a preview of a new stack has them: no id is known, only where it will come from. */
  private static List<StateResource> previewed(Plan plan) {
    List<Mocks.ResourceArgs> registered = registered(plan);
    Map<String, String> urns = new HashMap<>();
    registered.forEach(args -> urns.put(Recorder.id(args), urn(args)));
    List<StateResource> resources = new ArrayList<>();
    for (Mocks.ResourceArgs args : registered) {
      JsonObject inputs = new JsonObject();
      Map<String, List<String>> dependencies = new HashMap<>();
      for (Map.Entry<String, JsonElement> entry : properties(args).entrySet()) {
        List<String> sources = sources(entry.getValue(), urns);
        if (!sources.isEmpty()) {
          dependencies.put(entry.getKey(), sources);
        }
        inputs.add(entry.getKey(), unknown(entry.getValue(), urns));
      }
      JsonObject outputs = inputs.deepCopy();
      if (!inputs.has("cidrIpv6")) {
        outputs.addProperty("cidrIpv6", StateResource.UNKNOWN);
      }
      resources.add(resource(args, Optional.empty(), inputs, outputs, dependencies));
    }
    return resources;
  }

  /** A list of ids is not known as a whole, a list of structures as far as they hold ids. */
  private static JsonElement unknown(JsonElement value, Map<String, String> urns) {
    if (sources(value, urns).isEmpty()) {
      return value;
    }
    if (value instanceof JsonObject structure) {
      JsonObject copy = new JsonObject();
      structure.asMap().forEach((key, item) -> copy.add(key, unknown(item, urns)));
      return copy;
    }
    if (value instanceof JsonArray list && list.get(0) instanceof JsonObject) {
      JsonArray copy = new JsonArray();
      list.forEach(item -> copy.add(unknown(item, urns)));
      return copy;
    }
    return new JsonPrimitive(StateResource.UNKNOWN);
  }

  /** Where ids come from, however deep. */
  private static List<String> sources(JsonElement value, Map<String, String> urns) {
    List<String> sources = new ArrayList<>();
    if (value instanceof JsonArray list) {
      list.forEach(item -> sources.addAll(sources(item, urns)));
    } else if (value instanceof JsonObject structure) {
      structure.asMap().values().forEach(item -> sources.addAll(sources(item, urns)));
    } else if (value instanceof JsonPrimitive id && urns.containsKey(id.getAsString())) {
      sources.add(Objects.requireNonNull(urns.get(id.getAsString())));
    }
    return sources;
  }

  private static StateResource resource(
      Mocks.ResourceArgs args,
      Optional<String> id,
      JsonObject inputs,
      JsonObject outputs,
      Map<String, List<String>> dependencies) {
    return new StateResource(
        urn(args), args.type, Optional.empty(), id, inputs, outputs, dependencies);
  }

  private static Plan read(Plan plan, List<StateResource> resources) {
    try {
      return StateReader.read(plan, resources);
    } catch (UnreadableFileException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertReadsBack(Plan plan, List<StateResource> resources) {
    assertThat(read(plan, resources)).isEqualTo(plan);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void whatAPlanDeployedGivesThatPlan(String options) {
    Plan plan = Plans.of(options);
    assertReadsBack(plan, deployed(plan));
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void soDoesWhatItWouldDeploy(String options) {
    Plan plan = Plans.of(options);
    assertReadsBack(plan, previewed(plan));
  }

  static Set<String> shapes() {
    return Sites.shapes().keySet();
  }

  private static Plan shaped(String shape) {
    Site site = Optional.ofNullable(Sites.shapes().get(shape)).orElseThrow();
    return Plans.of(Plans.options("everything"), site);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void soDoesEveryShapeOfASite(String shape) {
    Plan plan = shaped(shape);
    assertReadsBack(plan, deployed(plan));
    PulumiTest.cleanup();
    assertReadsBack(plan, previewed(plan));
  }

  @Test
  void theLongestNamesAndManyAddressesComeBackInTheirOrder() {
    Site site = Plans.site("sg-abcdefghijklmnopq", "ap-southeast-4", 12, "10.20.0.0/16");
    Plan plan = Plans.of(Plans.options("everything"), site);

    assertReadsBack(plan, deployed(plan));
  }

  @Test
  void aSiteWithoutBalancerComesBackWithoutOne() {
    Plan plan =
        Plans.of(Plans.options("minimal"), Fixtures.withoutBalancer(Fixtures.site(Aws.CLOUD)));

    assertReadsBack(plan, deployed(plan));
  }

  /** Changes one resource as a refresh would find it. */
  private static List<StateResource> changed(
      List<StateResource> resources, String name, String outputs) {
    return resources.stream()
        .map(
            r ->
                r.name().equals(name)
                    ? new StateResource(
                        r.urn(),
                        r.type(),
                        r.parent(),
                        r.id(),
                        r.inputs(),
                        merged(r.outputs(), outputs),
                        r.dependencies())
                    : r)
        .toList();
  }

  private static JsonObject merged(JsonObject outputs, String changes) {
    JsonObject merged = outputs.deepCopy();
    JsonParser.parseString(changes)
        .getAsJsonObject()
        .entrySet()
        .forEach(entry -> merged.add(entry.getKey(), entry.getValue()));
    return merged;
  }

  private static List<Rule> extra(Plan plan, Plan read) {
    List<Rule> extra = new ArrayList<>(read.rules());
    extra.removeAll(plan.rules());
    return extra;
  }

  @Test
  void rulesThatSomebodyAddedByHandAreRulesOfThePlan() {
    Plan plan = Plans.of("minimal");
    String group = "securitygroup-connector-virginia";
    String listed =
        """
        {"ingress": [
          {"protocol": "tcp", "fromPort": 22, "toPort": 23, "cidrBlocks": ["0.0.0.0/0"],
           "ipv6CidrBlocks": ["::/0"],
           "prefixListIds": ["pl-7", "managedprefixlist-virginia-connector-outbound-udp-53-peers-ipv4"],
           "securityGroups": ["123456789012/sg-other", "securitygroup-workstation-virginia"],
           "self": true, "description": "for a moment"},
          {"protocol": "udp", "fromPort": 4172, "toPort": 4172,
           "cidrBlocks": [], "ipv6CidrBlocks": [],
           "prefixListIds": ["managedprefixlist-virginia-connector-inbound-udp-4172-peers-ipv4"],
           "securityGroups": [], "self": false, "description": "made by the program"}],
         "egress": [
          {"protocol": "-1", "fromPort": 0, "toPort": 0, "cidrBlocks": ["0.0.0.0/0"]}]}
        """;

    Plan read = read(plan, changed(deployed(plan), "connector-virginia", listed));

    assertThat(read.rules()).containsAll(plan.rules());
    assertThat(extra(plan, read))
        .containsExactlyInAnyOrder(
            ssh(group + " inbound 22-23/tcp from 0.0.0.0/0", at("0.0.0.0/0")),
            ssh(group + " inbound 22-23/tcp from ::/0", at("::/0")),
            ssh(group + " inbound 22-23/tcp from pl-7", new RuleEnd.Foreign("pl-7")),
            ssh(
                group + " inbound 22-23/tcp from connector-outbound-udp-53-peers-ipv4",
                new RuleEnd.Listed(DNS, Family.IPV4)),
            ssh(group + " inbound 22-23/tcp from sg-other", new RuleEnd.Foreign("sg-other")),
            ssh(
                group + " inbound 22-23/tcp from workstation",
                new RuleEnd.Members(Role.WORKSTATION)),
            ssh(group + " inbound 22-23/tcp from connector", new RuleEnd.Members(Role.CONNECTOR)),
            new Rule(
                group + " outbound everything to 0.0.0.0/0",
                Role.CONNECTOR,
                Direction.OUTBOUND,
                Traffic.ANY,
                at("0.0.0.0/0"),
                ""));
  }

  private static Rule ssh(String name, RuleEnd other) {
    return new Rule(name, Role.CONNECTOR, Direction.INBOUND, SSH, other, "for a moment");
  }

  private static RuleEnd at(String cidr) {
    return new RuleEnd.Addresses(Cidr.of(cidr));
  }

  @Test
  void aRuleThatSomebodyChangedIsAsItIsNow() {
    Plan plan = Plans.of("minimal");
    String name = "virginia-connector-outbound-tcp-636-to-peers-ipv4";
    String now =
        "{\"ipProtocol\": \"17\", \"fromPort\": 1, \"toPort\": 9, \"prefixListId\": \"pl-1\"}";

    Plan read = read(plan, changed(deployed(plan), name, now));

    assertThat(extra(plan, read))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.name()).isEqualTo(name);
              assertThat(rule.traffic())
                  .isEqualTo(new Traffic(Optional.of(IpProtocol.UDP), new PortRange(1, 9)));
              assertThat(rule.other()).isEqualTo(new RuleEnd.Foreign("pl-1"));
            });
  }

  @Test
  void aListThatSomebodyChangedHasTheEntriesThatItHasNow() {
    Plan plan = Plans.of("minimal");
    String now =
        """
        {"maxEntries": 7, "entries": [{"cidr": "203.0.113.0/24", "description": "me"},
                                      {"cidr": "198.51.100.0/24"}]}
        """;

    Plan read =
        read(plan, changed(deployed(plan), "virginia-connector-inbound-udp-4172-peers-ipv4", now));

    assertThat(read.rules()).isEqualTo(plan.rules());
    assertThat(read.prefixLists())
        .filteredOn(list -> !plan.prefixLists().contains(list))
        .containsExactly(
            new PrefixList(
                "virginia-connector-inbound-udp-4172-peers-ipv4",
                SESSIONS,
                Family.IPV4,
                7,
                List.of(Cidr.of("198.51.100.0/24"), Cidr.of("203.0.113.0/24"))));
    assertThat(Audit.of(Plans.policy("minimal"), Evaluator.of(read), read.roleSubnets()))
        .isNotEmpty();
  }

  @Test
  void aListThatIsMissingMayHoldAnyAddress() {
    Plan plan = Plans.of("minimal");
    List<StateResource> without =
        deployed(plan).stream()
            .filter(r -> !r.name().equals("virginia-connector-outbound-udp-53-peers-ipv4"))
            .toList();

    Plan read = read(plan, without);

    assertThat(extra(plan, read))
        .extracting(Rule::other)
        .containsExactly(
            new RuleEnd.Foreign("managedprefixlist-virginia-connector-outbound-udp-53-peers-ipv4"));
  }

  @Test
  void whatCannotBeReadIsTakenForTheWidest() {
    Plan plan = Plans.of("minimal");
    String name = "virginia-connector-outbound-tcp-636-to-peers-ipv4";
    String now = "{\"ipProtocol\": \"carrier-pigeon\", \"cidrIpv4\": \"somewhere\"}";

    Plan read = read(plan, changed(deployed(plan), name, now));

    assertThat(extra(plan, read))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.traffic()).isEqualTo(Traffic.ANY);
              assertThat(rule.other()).isEqualTo(new RuleEnd.Foreign("somewhere"));
            });
  }

  @Test
  void aBalancerThatLostItsGroupIsOpenToAll() {
    Plan plan = Plans.of("minimal");

    Plan without = read(plan, changed(deployed(plan), "nlb-virginia", "{\"securityGroups\": []}"));
    assertThat(without.balancer().orElseThrow().groups()).isEmpty();
    assertThat(Audit.of(Plans.policy("minimal"), Evaluator.of(without), without.roleSubnets()))
        .isNotEmpty();

    String more = "{\"securityGroups\": [\"securitygroup-balancer-virginia\", \"sg-other\"]}";
    Plan with = read(plan, changed(deployed(plan), "nlb-virginia", more));
    assertThat(with.balancer().orElseThrow().groups()).containsExactly(Role.BALANCER);
    assertThat(with.balancer().orElseThrow().otherGroups()).containsExactly("sg-other");
  }

  @Test
  void whatTheProviderNeverWritesIsAProblemWithItsPlace() {
    Plan plan = Plans.of("minimal");
    List<StateResource> broken =
        changed(
            changed(
                deployed(plan),
                "virginia-connector-inbound-udp-4172-peers-ipv4",
                "{\"maxEntries\": \"many\"}"),
            "nlb-virginia",
            "{\"subnets\": 5}");

    assertThatThrownBy(() -> StateReader.read(plan, broken))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("virginia-connector-inbound-udp-4172-peers-ipv4: maxEntries")
        .hasMessageContaining("nlb-virginia: subnets");
  }

  /** What no plan holds: what every plan has alike, or only the cloud knows. */
  private static final Set<String> NOT_PLANNED =
      Set.of(
          "tags",
          "vpcId",
          "Vpc.enableDnsHostnames",
          "Vpc.enableDnsSupport",
          "Route.destinationCidrBlock",
          "Route.gatewayId",
          "Route.routeTableId",
          "NatGateway.allocationId",
          "Subnet.availabilityZone",
          "Eip.domain",
          "aws.skipCredentialsValidation",
          "aws.skipRegionValidation",
          "LoadBalancer.enableCrossZoneLoadBalancing",
          "LoadBalancer.loadBalancerType",
          "Listener.defaultActions",
          "Listener.loadBalancerArn",
          "ManagedPrefixList.addressFamily",
          "TargetGroup.healthCheck.port");

  @Test
  void everyOtherPropertyThatIsPlannedShowsWhenItChanges() {
    Plan plan = Plans.of("everything");
    List<StateResource> resources = deployed(plan);
    List<String> unnoticed = new ArrayList<>();
    int changes = 0;
    for (StateResource resource : resources) {
      String type = resource.type().replaceAll(".*:", "");
      if (resource.type().startsWith("anyware:")) {
        continue;
      }
      for (String property : resource.inputs().keySet()) {
        if (NOT_PLANNED.contains(property) || NOT_PLANNED.contains(type + "." + property)) {
          continue;
        }
        for (JsonElement other : others(resource.inputs().get(property), type + "." + property)) {
          JsonObject now = new JsonObject();
          now.add(property, other);
          changes++;
          if (isUnnoticed(plan, changed(resources, resource, now))) {
            unnoticed.add(resource.name() + "." + property + " as " + other);
          }
        }
      }
    }
    assertThat(unnoticed).isEmpty();
    assertThat(changes).isGreaterThan(resources.size());
  }

  private static boolean isUnnoticed(Plan plan, List<StateResource> resources) {
    try {
      return StateReader.read(plan, resources).equals(plan);
    } catch (UnreadableFileException e) {
      return false;
    }
  }

  private static List<StateResource> changed(
      List<StateResource> resources, StateResource changed, JsonObject now) {
    return resources.stream()
        .map(
            r ->
                r.urn().equals(changed.urn())
                    ? new StateResource(
                        r.urn(),
                        r.type(),
                        r.parent(),
                        r.id(),
                        r.inputs(),
                        merged(r.outputs(), now.toString()),
                        r.dependencies())
                    : r)
        .toList();
  }

  /** A value with one thing in it changed, in every place. */
  private static List<JsonElement> others(JsonElement value, String path) {
    List<JsonElement> others = new ArrayList<>();
    if (value instanceof JsonObject structure) {
      for (String key : structure.keySet()) {
        if (!NOT_PLANNED.contains(path + "." + key)) {
          for (JsonElement other : others(structure.get(key), path + "." + key)) {
            JsonObject changed = structure.deepCopy();
            changed.add(key, other);
            others.add(changed);
          }
        }
      }
    } else if (value instanceof JsonArray list) {
      for (int i = 0; i < list.size(); i++) {
        JsonArray shorter = list.deepCopy();
        shorter.remove(i);
        others.add(shorter);
        for (JsonElement other : others(list.get(i), path)) {
          JsonArray changed = list.deepCopy();
          changed.set(i, other);
          others.add(changed);
        }
      }
    } else if (value instanceof JsonPrimitive primitive) {
      others.add(
          primitive.isBoolean()
              ? new JsonPrimitive(!primitive.getAsBoolean())
              : primitive.isNumber()
                  ? new JsonPrimitive(primitive.getAsInt() + 1)
                  : new JsonPrimitive("other-" + primitive.getAsString()));
    }
    return others;
  }

  @Test
  void ofWhatIsMissingThePlanHasNothing() {
    Plan plan = Plans.of("minimal");
    List<StateResource> onlyGroups =
        deployed(plan).stream().filter(r -> r.type().equals(GROUP)).toList();

    Plan read = read(plan, onlyGroups);
    assertThat(read.groups()).isEqualTo(plan.groups());
    assertThat(read.rules()).isEmpty();
    assertThat(read.balancer()).isEmpty();
    assertThat(read.roleSubnets().byRole().values()).allMatch(List::isEmpty);
    assertThat(read(plan, List.of()).groups()).isEmpty();
  }
}
