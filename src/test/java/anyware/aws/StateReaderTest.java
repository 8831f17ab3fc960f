package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.Audit;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Traffic;
import anyware.settings.Site;
import anyware.state.StateResource;
import anyware.testing.Fixtures;
import com.google.gson.Gson;
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
      state.put("arn", id(args));
      state.put("dnsName", "some.example");
      state.put("publicIp", "203.0.113.200");
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

  private static String urn(Mocks.ResourceArgs args) {
    return "urn:pulumi:test::anyware-network::" + args.type + "::" + args.name;
  }

  /** As an export has them: with ids and answers. */
  private static List<StateResource> deployed(Plan plan) {
    List<StateResource> resources = new ArrayList<>();
    for (Mocks.ResourceArgs args : registered(plan)) {
      JsonObject inputs = new Gson().toJsonTree(args.inputs).getAsJsonObject();
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
      for (Map.Entry<String, JsonElement> entry :
          new Gson().toJsonTree(args.inputs).getAsJsonObject().entrySet()) {
        Optional<String> source =
            entry.getValue() instanceof JsonPrimitive value
                ? Optional.ofNullable(urns.get(value.getAsString()))
                : Optional.empty();
        source.ifPresent(urn -> dependencies.put(entry.getKey(), List.of(urn)));
        inputs.add(
            entry.getKey(),
            source.isPresent() ? new JsonPrimitive(StateResource.UNKNOWN) : entry.getValue());
      }
      JsonObject outputs = inputs.deepCopy();
      if (!inputs.has("cidrIpv6")) {
        outputs.addProperty("cidrIpv6", StateResource.UNKNOWN);
      }
      resources.add(resource(args, Optional.empty(), inputs, outputs, dependencies));
    }
    return resources;
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

  private static void assertReadsBack(Plan plan, List<StateResource> resources) {
    assertThat(StateReader.read(plan.place(), resources)).isEqualTo(plan);
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
           "prefixListIds": ["pl-7", "managedprefixlist-virginia-dns-ipv4"],
           "securityGroups": ["123456789012/sg-other", "securitygroup-workstation-virginia"],
           "self": true, "description": "for a moment"},
          {"protocol": "tcp", "fromPort": 4172, "toPort": 4172,
           "cidrBlocks": [], "ipv6CidrBlocks": [],
           "prefixListIds": ["managedprefixlist-virginia-clients-ipv4"],
           "securityGroups": [], "self": false, "description": "made by the program"}],
         "egress": [
          {"protocol": "-1", "fromPort": 0, "toPort": 0, "cidrBlocks": ["0.0.0.0/0"]}]}
        """;

    Plan read =
        StateReader.read(plan.place(), changed(deployed(plan), "connector-virginia", listed));

    assertThat(read.rules()).containsAll(plan.rules());
    assertThat(extra(plan, read))
        .containsExactlyInAnyOrder(
            ssh(group + " inbound 22-23/tcp from 0.0.0.0/0", at("0.0.0.0/0")),
            ssh(group + " inbound 22-23/tcp from ::/0", at("::/0")),
            ssh(group + " inbound 22-23/tcp from pl-7", new RuleEnd.Foreign("pl-7")),
            ssh(
                group + " inbound 22-23/tcp from dns-ipv4",
                new RuleEnd.Listed(Peer.DNS, Family.IPV4)),
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
    String name = "virginia-connector-outbound-tcp-636-to-domain-controllers-ipv4";
    String now =
        "{\"ipProtocol\": \"17\", \"fromPort\": 1, \"toPort\": 9, \"prefixListId\": \"pl-1\"}";

    Plan read = StateReader.read(plan.place(), changed(deployed(plan), name, now));

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
        StateReader.read(plan.place(), changed(deployed(plan), "virginia-clients-ipv4", now));

    assertThat(read.rules()).isEqualTo(plan.rules());
    assertThat(read.prefixLists())
        .filteredOn(list -> !plan.prefixLists().contains(list))
        .containsExactly(
            new PrefixList(
                "virginia-clients-ipv4",
                Peer.CLIENTS,
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
        deployed(plan).stream().filter(r -> !r.name().equals("virginia-dns-ipv4")).toList();

    Plan read = StateReader.read(plan.place(), without);

    assertThat(extra(plan, read))
        .extracting(Rule::other)
        .containsExactly(new RuleEnd.Foreign("managedprefixlist-virginia-dns-ipv4"));
  }

  @Test
  void whatCannotBeReadIsTakenForTheWidest() {
    Plan plan = Plans.of("minimal");
    String name = "virginia-connector-outbound-tcp-636-to-domain-controllers-ipv4";
    String now = "{\"ipProtocol\": \"carrier-pigeon\", \"cidrIpv4\": \"somewhere\"}";

    Plan read = StateReader.read(plan.place(), changed(deployed(plan), name, now));

    assertThat(extra(plan, read))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.traffic()).isEqualTo(Traffic.ANY);
              assertThat(rule.other()).isEqualTo(new RuleEnd.Foreign("somewhere"));
            });
  }

  @Test
  void ofWhatIsMissingThePlanHasNothing() {
    Plan plan = Plans.of("minimal");
    List<StateResource> onlyGroups =
        deployed(plan).stream().filter(r -> r.type().equals(GROUP)).toList();

    Plan read = StateReader.read(plan.place(), onlyGroups);
    assertThat(read.groups()).isEqualTo(plan.groups());
    assertThat(read.rules()).isEmpty();
    assertThat(read.balancer()).isEmpty();
    assertThat(read.roleSubnets().byRole().values()).allMatch(List::isEmpty);
    assertThat(StateReader.read(plan.place(), List.of()).groups()).isEmpty();
  }
}
