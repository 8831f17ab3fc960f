package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import anyware.audit.Audit;
import anyware.audit.Finding;
import anyware.catalogue.Role;
import anyware.json.UnreadableFileException;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.plan.Difference;
import anyware.plan.Place;
import anyware.policy.Policy;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.state.SiteKey;
import anyware.state.StackState;
import anyware.state.StateResource;
import anyware.testing.Fixtures;
import anyware.testing.Refreshed;
import anyware.testing.SiteCopy;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was deployed, or would be, reads back as the plan; so does what somebody changed since. */
class StateReaderTest {
  private static final Path FOLDER = Path.of("src/test/resources/state");
  private static final String CONNECTOR_RULES = "NetworkSecurityGroup::dublin-connector";
  private static final Settings EVERYTHING = AzurePlans.optionSet("everything");
  private static final Site SITE = Fixtures.withoutIpv6(AzurePlans.site("dublin", 11));
  private static final Policy POLICY = Fixtures.policy(EVERYTHING, SITE);
  private static final Plan DEPLOYED =
      Planner.plan(Place.of("azure-all", SITE.name(), EVERYTHING.tags()), SITE, POLICY);

  static Set<String> optionSets() {
    return Fixtures.optionSets().keySet();
  }

  private static String file(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }

  private static Plan read(StackState state) throws UnreadableFileException {
    return StateReader.read(DEPLOYED, state.ofSite(new SiteKey("anyware:network:Azure", "dublin")));
  }

  private static List<Finding> audit(Plan plan) {
    return Audit.of(POLICY, Evaluator.of(plan), plan.roleSubnets());
  }

  /** The export, after what a refresh found out about one resource. */
  private static Plan changed(String urnEnd, Consumer<JsonObject> change)
      throws UnreadableFileException, IOException {
    List<StateResource> exported =
        StackState.ofExport(file("azure-export.json"))
            .ofSite(new SiteKey("anyware:network:Azure", "dublin"));
    return StateReader.read(
        DEPLOYED, Refreshed.of(exported, resource -> resource.urn().endsWith(urnEnd), change));
  }

  private static Plan withRule(String json) throws UnreadableFileException, IOException {
    return changed(
        CONNECTOR_RULES,
        outputs -> outputs.getAsJsonArray("securityRules").add(JsonParser.parseString(json)));
  }

  private static Rule connectorRule(Plan plan, String name) {
    return AzurePlans.rule(plan, Role.CONNECTOR, name);
  }

  private static JsonObject named(JsonObject outputs, String rule) {
    for (JsonElement element : outputs.getAsJsonArray("securityRules")) {
      JsonObject found = element.getAsJsonObject();
      if (found.get("name").getAsString().equals(rule)) {
        return found;
      }
    }
    throw new AssertionError("no rule " + rule);
  }

  @Test
  void whatWasDeployedReadsBackAsThePlan() throws UnreadableFileException, IOException {
    assertThat(read(StackState.ofExport(file("azure-export.json")))).isEqualTo(DEPLOYED);
  }

  @Test
  void soDoesWhatTheFirstPreviewAsksFor() throws UnreadableFileException, IOException {
    assertThat(read(StackState.ofPreview(file("azure-preview.json")))).isEqualTo(DEPLOYED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "update"})
  void soDoesThePreviewOfADeployedStack(String operation)
      throws UnreadableFileException, IOException {
    JsonArray steps = new JsonArray();
    JsonObject export = JsonParser.parseString(file("azure-export.json")).getAsJsonObject();
    for (JsonElement resource : export.getAsJsonObject("deployment").getAsJsonArray("resources")) {
      JsonObject newState = resource.getAsJsonObject().deepCopy();
      newState.remove("id");
      newState.remove("outputs");
      JsonObject step = new JsonObject();
      step.addProperty("op", operation);
      step.add("oldState", resource);
      step.add("newState", newState);
      steps.add(step);
    }
    JsonObject preview = new JsonObject();
    preview.add("steps", steps);

    assertThat(read(StackState.ofPreview(preview.toString()))).isEqualTo(DEPLOYED);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void everyPlanReadsBackFromWhatItRegisters(String options) throws UnreadableFileException {
    Plan plan = AzurePlans.of(AzurePlans.optionSet(options));

    assertThat(StateReader.read(plan, Registrations.of(plan))).isEqualTo(plan);
  }

  static Stream<Arguments> shapes() {
    return AzureShapes.all().keySet().stream()
        .flatMap(
            shape -> Stream.of("default-peers", "everything").map(o -> Arguments.of(shape, o)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void soDoesAPlanOfEveryShape(String shape, String options) throws UnreadableFileException {
    Plan plan = AzurePlans.of(AzurePlans.optionSet(options), AzureShapes.of(shape));

    assertThat(StateReader.read(plan, Registrations.of(plan))).isEqualTo(plan);
  }

  @Test
  void aNetworkThatIsThereIsKnownByTheBalancersSubnetAndByThePlanThatWasAskedFor()
      throws UnreadableFileException {
    Plan theirs = AzurePlans.of(EVERYTHING, AzureShapes.of("existing-internal"));
    List<StateResource> deployed = Registrations.of(theirs);
    Plan moved = AzurePlans.of(EVERYTHING, AzureShapes.of("existing"));
    Plan ours = AzurePlans.of(EVERYTHING, SITE);

    assertThat(StateReader.read(moved, deployed).network())
        .isEqualTo(new Network.Existing(AzureShapes.NETWORK_ID, Map.of()));
    assertThat(StateReader.read(ours, deployed))
        .returns(theirs.roles(), Plan::roles)
        .returns(new Network.Existing(AzureShapes.NETWORK_ID, Map.of()), Plan::network);
    assertThat(StateReader.read(theirs, Registrations.of(ours)).network())
        .isEqualTo(ours.network());
  }

  @Test
  void soDoesAPlanInAnExistingResourceGroupWithoutBalancerAndConnectors()
      throws UnreadableFileException {
    Site site = Fixtures.withoutBalancer(AzurePlans.siteIn("theirs"));
    Site bare = SiteCopy.of(site).connectors(0).site();
    Plan plan = AzurePlans.of(AzurePlans.optionSet("minimal"), bare);

    assertThat(StateReader.read(plan, Registrations.of(plan))).isEqualTo(plan);
  }

  @Test
  void aRuleThatSomebodyAddedIsThere() throws UnreadableFileException, IOException {
    Plan plan =
        withRule(
            """
            {"name": "ssh-for-a-moment", "priority": 101, "direction": "Inbound", "access": "Allow",
             "protocol": "*", "sourcePortRange": "*", "sourceAddressPrefix": "Internet",
             "destinationAddressPrefix": "*", "destinationPortRanges": ["22", "8000-8010"]}
            """);

    assertThat(connectorRule(plan, "ssh-for-a-moment"))
        .returns(new RuleEnd.ServiceTag("Internet"), Rule::source)
        .returns(new RuleEnd.Anybody(), Rule::destination)
        .returns(
            List.of(
                Traffic.of(Protocol.TCP, 22),
                new Traffic(Optional.of(IpProtocol.TCP), new PortRange(8000, 8010)),
                Traffic.of(Protocol.UDP, 22),
                new Traffic(Optional.of(IpProtocol.UDP), new PortRange(8000, 8010))),
            Rule::traffic);
    assertThat(audit(plan))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo("ssh-for-a-moment"));
  }

  @Test
  void aRuleThatSomebodyChangedIsAsItIsNow() throws UnreadableFileException, IOException {
    String name = "clients-to-connector-pcoip-udp";
    Plan plan =
        changed(
            CONNECTOR_RULES,
            outputs -> {
              JsonObject rule = named(outputs, name);
              rule.remove("sourceAddressPrefix");
              rule.add("sourceAddressPrefixes", JsonParser.parseString("['8.0.0.0/7']"));
              rule.addProperty("protocol", "UDP");
              rule.addProperty("description", "by hand");
            });

    assertThat(connectorRule(plan, name))
        .returns(new RuleEnd.Addresses(AddressSet.of("8.0.0.0/7")), Rule::source)
        .returns(List.of(Traffic.of(Protocol.UDP, 4172)), Rule::traffic)
        .returns("by hand", Rule::description);
    assertThat(audit(plan))
        .extracting(Finding::kind)
        .contains(Finding.Kind.TOO_WIDE, Finding.Kind.TOO_NARROW);
  }

  @Test
  void aDenialThatSomebodyTookAwayIsGone() throws UnreadableFileException, IOException {
    Plan plan =
        changed(
            CONNECTOR_RULES,
            outputs ->
                outputs
                    .getAsJsonArray("securityRules")
                    .remove(named(outputs, "others-to-connector")));

    assertThat(audit(plan)).extracting(Finding::rule).containsOnly("AllowVnetInBound");
  }

  @Test
  void aSubnetWithoutItsGroupIsOpen() throws UnreadableFileException, IOException {
    Plan plan = changed("Subnet::dublin-workstation", o -> o.remove("networkSecurityGroup"));

    assertThat(plan.roles())
        .extracting(RoleGroups::role, RoleGroups::attached)
        .contains(tuple(Role.WORKSTATION, false));
    assertThat(audit(plan))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.rule()).isEqualTo("no network security group"));
  }

  @Test
  void aSubnetWithAnotherGroupIsNotHeldToBeFiltered() throws UnreadableFileException, IOException {
    Plan plan =
        changed(
            "Subnet::dublin-connector",
            o -> o.getAsJsonObject("networkSecurityGroup").addProperty("id", "/other"));

    assertThat(plan.roles().get(0).attached()).isFalse();
  }

  @Test
  void groupsOfOthersAndSeveralGroupsAreKept() throws UnreadableFileException, IOException {
    String workstations =
        StackState.ofExport(file("azure-export.json"))
            .ofSite(new SiteKey("anyware:network:Azure", "dublin"))
            .stream()
            .filter(r -> r.urn().endsWith("ApplicationSecurityGroup::dublin-workstation"))
            .flatMap(r -> r.id().stream())
            .findFirst()
            .orElseThrow();
    Plan plan =
        withRule(
            """
            {"name": "groups", "priority": 101, "direction": "Inbound", "access": "Allow",
             "protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "22",
             "destinationAddressPrefix": "VirtualNetwork",
             "sourceApplicationSecurityGroups": [{"id": "%s"}, {"id": "/x/asg-other"}]}
            """
                .formatted(workstations.toUpperCase(Locale.ROOT)));

    assertThat(connectorRule(plan, "groups"))
        .returns(
            new RuleEnd.Several(
                List.of(
                    new RuleEnd.Group(Role.WORKSTATION), new RuleEnd.UnknownGroup("/x/asg-other"))),
            Rule::source)
        .returns(new RuleEnd.ServiceTag("VirtualNetwork"), Rule::destination);
  }

  @Test
  void aRuleOfSomeSourcePortsAllowsAndDeniesNothingForSure()
      throws UnreadableFileException, IOException {
    String rule =
        """
        {"name": "low-ports", "priority": 101, "direction": "Inbound", "access": "%s",
         "protocol": "Tcp", "sourcePortRange": "1-1023", "sourceAddressPrefix": "*",
         "destinationAddressPrefix": "*", "destinationPortRange": "22"}
        """;
    Plan allowing = withRule(rule.formatted("Allow"));
    Plan denying = withRule(rule.formatted("Deny"));

    assertThat(connectorRule(allowing, "low-ports"))
        .returns(List.of(Traffic.of(Protocol.TCP, 22)), Rule::traffic)
        .returns(" (from source ports 1-1023 only)", Rule::description);
    assertThat(audit(allowing)).isNotEmpty();
    assertThat(connectorRule(denying, "low-ports").traffic()).isEmpty();
    assertThat(audit(denying)).isEmpty();
  }

  @Test
  void aSubnetThatGrewShows() throws UnreadableFileException, IOException {
    Plan plan =
        changed("Subnet::dublin-connector", o -> o.addProperty("addressPrefix", "10.30.0.0/18"));

    assertThat(plan.subnets().of(Role.CONNECTOR)).containsExactly(Cidr.of("10.30.0.0/18"));
  }

  /** As a refresh finds a subnet of two prefixes: under the other property, and nothing of one. */
  private static Plan withPrefixes(String... prefixes) throws UnreadableFileException, IOException {
    JsonArray all = new JsonArray();
    Stream.of(prefixes).forEach(all::add);
    return changed(
        "Subnet::dublin-connector",
        outputs -> {
          outputs.remove("addressPrefix");
          outputs.add("addressPrefixes", all);
        });
  }

  @Test
  void aPrefixThatSomebodyAddedShows() throws UnreadableFileException, IOException {
    assertThat(Difference.between(DEPLOYED, withPrefixes("10.30.0.0/19", "fd00:1:2:3::/64")))
        .extracting(Difference::toString)
        .containsExactly("network.perRole.dublin-connector.ipv6Range is not planned");
    assertThat(Difference.between(DEPLOYED, withPrefixes("10.30.0.0/19", "10.30.64.0/24")))
        .extracting(Difference::path)
        .containsExactly("dublin-connector.addressPrefixes[]");
    assertThat(withPrefixes("10.30.0.0/19")).isEqualTo(DEPLOYED);
  }

  @Test
  void aPrefixThatSomebodyTookOrExchangedShows() throws UnreadableFileException {
    Plan plan = AzurePlans.of(EVERYTHING);
    String subnet = "Subnet::dublin-workstation";

    assertThat(Difference.between(plan, prefixes(plan, subnet, "10.30.128.0/17")))
        .extracting(Difference::toString)
        .containsExactly("network.perRole.dublin-workstation.ipv6Range is missing");
    assertThat(
            Difference.between(
                plan, prefixes(plan, subnet, "10.30.128.0/17", "fde0:a42e:aca0:5::/64")))
        .extracting(Difference::toString)
        .containsExactly(
            "network.perRole.dublin-workstation.ipv6Range is fde0:a42e:aca0:5::/64, not"
                + " fde0:a42e:aca0:4::/64");
    assertThat(prefixes(plan, subnet, "fde0:a42e:aca0:4::/64", "10.30.128.0/17")).isEqualTo(plan);
  }

  private static Plan prefixes(Plan plan, String urnEnd, String... prefixes)
      throws UnreadableFileException {
    JsonArray all = new JsonArray();
    Stream.of(prefixes).forEach(all::add);
    List<StateResource> registered = Registrations.of(plan);
    registered.stream()
        .filter(resource -> resource.urn().endsWith(urnEnd))
        .forEach(resource -> resource.inputs().add("addressPrefixes", all));
    return StateReader.read(plan, registered);
  }

  @Test
  void anotherPortOfTheBalancerShows() throws UnreadableFileException, IOException {
    Plan plan =
        changed(
            "LoadBalancer::dublin-balancer",
            outputs ->
                outputs
                    .getAsJsonArray("loadBalancingRules")
                    .get(0)
                    .getAsJsonObject()
                    .addProperty("frontendPort", 8443));

    assertThat(plan.balancer())
        .map(balancer -> balancer.traffic())
        .contains(List.of(Traffic.of(Protocol.TCP, 8443)));
    assertThat(audit(plan)).extracting(Finding::kind).containsOnly(Finding.Kind.TOO_NARROW);
  }

  @Test
  void ofWhatIsMissingThePlanHasNothing() throws UnreadableFileException {
    Plan plan = StateReader.read(DEPLOYED, List.of());

    assertThat(plan)
        .isEqualTo(
            new Plan(
                DEPLOYED.place(),
                "",
                new ResourceGroup.Existing(""),
                new Network.Created("dublin-network", List.of(), List.of(), Optional.empty()),
                List.of(),
                Optional.empty(),
                List.of(),
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
                withRule(
                    """
                    {"name": "odd", "direction": "Sideways", "access": "Allow", "protocol": "Gre",
                     "sourceAddressPrefix": "198.51.100.7/24", "destinationPortRange": "22"}
                    """))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContainingAll(
            ".direction: found \"Sideways\"",
            "Inbound or Outbound",
            "a rule with a priority",
            "Tcp, Udp, Icmp, Esp, Ah or *",
            "did you mean 198.51.100.0/24?",
            "a rule with a destination");
  }
}
