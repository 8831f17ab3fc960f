package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.audit.Audit;
import anyware.audit.Finding;
import anyware.json.UnreadableFileException;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.plan.Place;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.state.SiteKey;
import anyware.state.StackState;
import anyware.state.StateResource;
import anyware.testing.Fixtures;
import anyware.testing.Refreshed;
import anyware.testing.SiteCopy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateReaderTest {
  private static final Path FOLDER = Path.of("src/test/resources/state");
  private static final Gson GSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();
  private static final String CLIENTS = "iowa-connector-inbound-udp-4172-v4";

  private static final Settings EVERYTHING = Plans.settings("everything");
  private static final Site SITE = withConnectors(Fixtures.withoutIpv6(Plans.SITE), 11);
  private static final Plan DEPLOYED = Plans.of(EVERYTHING, SITE, "gcp-all");

  static Stream<String> optionSets() {
    return Fixtures.optionSets().keySet().stream();
  }

  private static Site withConnectors(Site site, int connectors) {
    return SiteCopy.of(site).connectors(connectors).site();
  }

  private static List<StateResource> exported() throws UnreadableFileException, IOException {
    return StackState.ofExport(Files.readString(FOLDER.resolve("gcp-export.json")))
        .ofSite(new SiteKey("anyware:network:Google", "iowa"));
  }

  private static Plan read(List<StateResource> resources) throws UnreadableFileException {
    return StateReader.read(DEPLOYED, resources);
  }

  private static List<Finding> audit(Plan plan) {
    return Audit.of(Fixtures.policy(EVERYTHING, SITE), Evaluator.of(plan), plan.roleSubnets());
  }

  /** The export, after what a refresh found out about one resource. */
  private static List<StateResource> changed(String name, Consumer<JsonObject> change)
      throws UnreadableFileException, IOException {
    return Refreshed.of(exported(), resource -> resource.name().equals(name), change);
  }

  private static JsonElement json(String text) {
    return JsonParser.parseString(text);
  }

  @Test
  void whatWasDeployedReadsBackAsThePlan() throws UnreadableFileException, IOException {
    assertThat(read(exported())).isEqualTo(DEPLOYED);
  }

  @Test
  void whatAPreviewAsksForReadsBackAsThePlan() throws UnreadableFileException, IOException {
    String preview = Files.readString(FOLDER.resolve("gcp-preview.json"));

    assertThat(
            read(
                StackState.ofPreview(preview)
                    .ofSite(new SiteKey("anyware:network:Google", "iowa"))))
        .isEqualTo(DEPLOYED);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void everyPlanReadsBackFromWhatItRegisters(String option) throws UnreadableFileException {
    assertReadsBack(Plans.option(option));
  }

  @Test
  void soDoesAPlanWithoutBalancerAndConnectors() throws UnreadableFileException {
    Site bare = withConnectors(Fixtures.withoutBalancer(Plans.SITE), 0);

    assertReadsBack(Plans.of(Plans.settings("minimal"), bare));
  }

  @ParameterizedTest
  @MethodSource("anyware.gcp.ShapesTest#shapes")
  void soDoesEveryShape(String shape) throws UnreadableFileException {
    assertReadsBack(Plans.of(Plans.settings("everything"), Shapes.of(shape)));
    assertReadsBack(Plans.of(Plans.settings("minimal"), Shapes.of(shape)));
  }

  private static void assertReadsBack(Plan plan) throws UnreadableFileException {
    Registrations seen = Registrations.of(plan);
    List<StateResource> resources = new ArrayList<>();
    for (String type : seen.types()) {
      seen.inputs(type)
          .forEach(
              (name, inputs) ->
                  resources.add(resource(type, name, inputs, seen.state(type, name))));
    }
    assertThat(StateReader.read(plan, resources)).isEqualTo(plan);
  }

  private static StateResource resource(
      String type, String name, Map<String, Object> inputs, Map<String, Object> state) {
    return new StateResource(
        "urn:pulumi:test::anyware-network::" + type + "::" + name,
        type,
        Optional.empty(),
        Optional.empty(),
        object(inputs),
        object(state),
        Map.of());
  }

  /** The engine hands numbers over as floating ones and prints whole ones without a fraction. */
  private static JsonObject object(Map<String, Object> values) {
    return GSON.fromJson(
        GSON.toJson(values).replaceAll("(\\d)\\.0\\b(?=[,}])", "$1"), JsonObject.class);
  }

  @Test
  void aWidenedSourceShows() throws UnreadableFileException, IOException {
    Plan plan = read(changed(CLIENTS, o -> o.add("sourceRanges", json("['0.0.0.0/0']"))));

    assertThat(Plans.rule(plan, CLIENTS).remote())
        .isEqualTo(RuleEnd.at(AddressSet.of("0.0.0.0/0")));
    assertThat(audit(plan))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo(CLIENTS));
  }

  @Test
  void aTargetThatWasTakenAwayShows() throws UnreadableFileException, IOException {
    Plan plan = read(changed(CLIENTS, o -> o.remove("targetTags")));

    assertThat(Plans.rule(plan, CLIENTS).target().isWholeNetwork()).isTrue();
    assertThat(audit(plan)).isNotEmpty();
  }

  @Test
  void aDisabledRuleIsGone() throws UnreadableFileException, IOException {
    Plan plan = read(changed(CLIENTS, o -> o.addProperty("disabled", true)));

    assertThat(Plans.rules(plan)).doesNotContainKey(CLIENTS);
    assertThat(audit(plan)).extracting(Finding::kind).containsOnly(Finding.Kind.TOO_NARROW);
  }

  @Test
  void everythingThatAForeignHandCanWriteShows() throws UnreadableFileException, IOException {
    String allows =
        "[{'protocol':'tcp','ports':['22','8000-8010']},{'protocol':'icmp'},{'protocol':'47'}]";
    Plan plan =
        read(
            changed(
                CLIENTS,
                o -> {
                  o.add("allows", json(allows));
                  o.add("sourceTags", json("['bastion']"));
                  o.add("destinationRanges", json("['10.40.0.0/20']"));
                  o.addProperty("priority", 7);
                  o.addProperty("description", "by hand");
                }));

    Rule rule = Plans.rule(plan, CLIENTS);
    assertThat(rule.traffic())
        .containsExactly(
            Traffic.of(Protocol.TCP, 22),
            new Traffic(Optional.of(IpProtocol.TCP), new PortRange(8000, 8010)),
            new Traffic(Optional.of(IpProtocol.ICMP), PortRange.ALL),
            new Traffic(Optional.of(new IpProtocol(47)), PortRange.ALL));
    assertThat(rule.remote().tags()).containsExactly("bastion");
    assertThat(rule.target().addresses()).isEqualTo(AddressSet.of("10.40.0.0/20"));
    assertThat(rule.priority()).isEqualTo(7);
    assertThat(rule.description()).isEqualTo("by hand");
  }

  @Test
  void aReplacedDenialShows() throws UnreadableFileException, IOException {
    Plan plan =
        read(
            changed(
                "iowa-connector-closed-out-v4",
                o -> {
                  o.add("allows", o.remove("denies"));
                  o.remove("destinationRanges");
                }));

    Rule rule = Plans.rule(plan, "iowa-connector-closed-out-v4");
    assertThat(rule.action()).isEqualTo(Rule.Action.ALLOW);
    assertThat(rule.remote()).isEqualTo(RuleEnd.at(AddressSet.of("0.0.0.0/0")));
    assertThat(audit(plan)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"iowa-connector, 10.40.0.0/18", "iowa-license-server, 10.40.64.0/19"})
  void aSubnetThatGrewShows(String name, String range) throws UnreadableFileException, IOException {
    Plan plan = read(changed(name, o -> o.addProperty("ipCidrRange", range)));

    assertThat(Plans.subnets(plan))
        .filteredOn(subnet -> subnet.name().equals(name))
        .extracting(Subnet::range)
        .containsExactly(Cidr.of(range));
  }

  @Test
  void whatIsMissingIsMissingInThePlan() throws UnreadableFileException {
    Place place = DEPLOYED.place();
    Plan plan = StateReader.read(DEPLOYED, List.of());

    assertThat(plan)
        .isEqualTo(
            new Plan(
                place,
                "",
                "",
                DEPLOYED.labels(),
                new Network.Created("iowa-network", List.of(), Optional.empty()),
                new TreeMap<>(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Logging.NONE,
                false,
                List.of()));
    assertThat(audit(plan)).isNotEmpty();
  }

  @Test
  void valuesThatNoProviderWritesAreAllNamed() {
    assertThatThrownBy(
            () ->
                read(
                    changed(
                        CLIENTS,
                        o -> {
                          o.add("allows", json("[{'protocol':'tpc','ports':['70000']}]"));
                          o.addProperty("priority", "high");
                          o.add("sourceRanges", json("['198.51.100.7/24']"));
                        })))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContainingAll(
            CLIENTS + ": allows[0].protocol: found \"tpc\"",
            CLIENTS + ": allows[0].ports[0]: found \"70000\"",
            CLIENTS + ": priority: found \"high\"",
            "did you mean 198.51.100.0/24?");
  }
}
