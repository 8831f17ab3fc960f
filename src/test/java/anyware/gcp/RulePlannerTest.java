package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.plan.Place;
import anyware.policy.DefaultDeny;
import anyware.policy.Policy;
import anyware.settings.Peers;
import anyware.settings.Radius;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulePlannerTest {

  static Stream<String> optionSets() {
    return Fixtures.optionSets().keySet().stream();
  }

  private static Set<String> added(Plan before, Plan after) {
    Set<String> names = new TreeSet<>(Plans.rules(after).keySet());
    names.removeAll(Plans.rules(before).keySet());
    return names;
  }

  private static Target tagged(Plan plan, Role role) {
    return Target.tagged(Optional.ofNullable(plan.tags().get(role)).orElseThrow());
  }

  private static Stream<AddressSet> ranges(Plan plan) {
    return plan.rules().stream()
        .map(rule -> rule.remote().addresses())
        .filter(addresses -> !addresses.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "radius, 'iowa-connector-to-radius-radius-udp-out-v4'",
    "legacy-http, 'iowa-administrators-to-connector-http-tcp-in-v4"
        + " iowa-administrators-to-connector-http-tcp-in-v6'",
    "dns-over-tcp, 'iowa-connector-to-dns-dns-tcp-out-v4'"
  })
  void anOptionAddsItsOwnRulesAndTouchesNothingElse(String option, String names) {
    Plan before = Plans.minimal();
    Plan after = Plans.option(option);

    assertThat(added(before, after)).containsExactly(names.split(" ", -1));
    assertThat(after.rules()).containsAll(before.rules());
    assertThat(after.network()).isEqualTo(before.network());
    assertThat(after.tags()).isEqualTo(before.tags());
  }

  @Test
  void aLicenseServerTakesThePlaceOfTheCloudLegOnly() {
    Plan before = Plans.minimal();
    Plan existing = Plans.option("license-existing");
    Plan hosted = Plans.option("license-hosted");

    assertThat(added(existing, before))
        .isEqualTo(added(hosted, before))
        .singleElement()
        .asString()
        .startsWith("iowa-connector-to-cloud-license-server-https");
    assertThat(added(before, existing))
        .hasSize(2)
        .anyMatch(name -> name.startsWith("iowa-workstation-"))
        .anyMatch(name -> name.startsWith("iowa-connector-"));
    assertThat(added(before, hosted))
        .containsExactly(
            "iowa-connector-to-license-server-license-tcp-in",
            "iowa-connector-to-license-server-license-tcp-out-v4",
            "iowa-workstation-to-license-server-license-tcp-in",
            "iowa-workstation-to-license-server-license-tcp-out-v4");
  }

  @Test
  void whereTheCloudLegSharesARuleTheRuleKeepsItsIdentity() {
    Settings with = Fixtures.minimal(Fixtures.SHARED_PEERS);
    Settings without =
        Fixtures.settings(
            with.options().peers(),
            Optional.empty(),
            false,
            Plans.settings("license-hosted").options().licenseServer(),
            false);
    Rule shared = Plans.rule(Plans.of(with), "iowa-connector-to-anyware-manager-https-tcp-out-v4");
    Rule remaining = Plans.rule(Plans.of(without), shared.name());

    assertThat(shared.description())
        .contains("brokering")
        .contains("activation code")
        .contains("log aggregation");
    assertThat(remaining.description()).contains("brokering").doesNotContain("activation code");
    assertThat(remaining.remote()).isEqualTo(shared.remote());
    assertThat(remaining.priority()).isEqualTo(shared.priority());
  }

  @Test
  void peersThatShareOneFamilyShareThatFamilysRule() {
    Peers distinct = Fixtures.DISTINCT_PEERS;
    Peers peers =
        distinct.with(Peer.ADMINISTRATORS, AddressSet.of("198.51.100.0/24", "2001:db8:a::/64"));
    Plan plan = Plans.of(Fixtures.minimal(peers));

    assertThat(Plans.rule(plan, "iowa-clients-to-connector-https-tcp-in-v4").description())
        .contains("session negotiation")
        .contains("management interface");
    assertThat(Plans.rules(plan))
        .doesNotContainKey("iowa-administrators-to-connector-https-tcp-in-v4")
        .containsKey("iowa-administrators-to-connector-https-tcp-in-v6");
  }

  @Test
  void anOptionThatOpensWhatIsOpenAlreadyAddsNoRule() {
    Radius radius = new Radius(Fixtures.DISTINCT_PEERS.of(Peer.DNS), Service.DNS.port());
    Settings settings =
        Fixtures.settings(
            Fixtures.DISTINCT_PEERS, Optional.of(radius), false, Optional.empty(), false);
    Plan plan = Plans.of(settings);

    assertThat(added(Plans.minimal(), plan)).isEmpty();
    assertThat(Plans.rule(plan, "iowa-connector-to-dns-dns-udp-out-v4").description())
        .contains("row 8")
        .contains("row 9");
  }

  @ParameterizedTest
  @CsvSource({"agent-tcp", "pcoip-tcp", "pcoip-udp"})
  void aFlowBetweenRolesHasARuleAtBothEnds(String service) {
    Plan plan = Plans.minimal();
    Rule leaves = Plans.rule(plan, "iowa-connector-to-workstation-" + service + "-out-v4");
    Rule enters = Plans.rule(plan, "iowa-connector-to-workstation-" + service + "-in");

    assertThat(leaves.target()).isEqualTo(tagged(plan, Role.CONNECTOR));
    assertThat(leaves.remote()).isEqualTo(RuleEnd.at(AddressSet.of("10.40.128.0/17")));
    assertThat(enters.target()).isEqualTo(tagged(plan, Role.WORKSTATION));
    assertThat(enters.remote()).isEqualTo(RuleEnd.tagged("anyware-test-iowa-connector"));
    assertThat(enters.traffic()).isEqualTo(leaves.traffic());
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void onlyTheConnectorReachesTheAgent(String option) {
    Traffic agent = Traffic.of(Protocol.TCP, Service.AGENT.port());
    Plan plan = Plans.option(option);

    assertThat(plan.rules())
        .filteredOn(rule -> rule.direction() == Direction.INBOUND)
        .filteredOn(rule -> rule.traffic().equals(List.of(agent)))
        .extracting(Rule::remote)
        .containsExactly(RuleEnd.tagged("anyware-test-iowa-connector"));
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void everyRuleIsOneThatThePlatformTakes(String option) {
    Plan plan = Plans.option(option);

    assertThat(ranges(plan))
        .allMatch(
            addresses ->
                addresses.of(Family.IPV4).isEmpty() != addresses.of(Family.IPV6).isEmpty());
    assertThat(plan.rules())
        .filteredOn(rule -> !rule.remote().tags().isEmpty())
        .allMatch(rule -> rule.direction() == Direction.INBOUND);
    assertThat(plan.rules())
        .allMatch(
            rule ->
                plan.tags().values().stream().map(Target::tagged).anyMatch(rule.target()::equals));
    assertThat(plan.rules())
        .doesNotHaveDuplicates()
        .extracting(rule -> List.of(rule.target(), rule.direction(), rule.remote(), rule.traffic()))
        .doesNotHaveDuplicates();
  }

  @Test
  void nothingIsOpenToTheWorldUnlessAPeerSaysSo() {
    assertThat(Plans.minimal().rules())
        .filteredOn(rule -> rule.action() == Action.ALLOW)
        .extracting(Rule::remote)
        .doesNotContain(RuleEnd.at(AddressSet.of("0.0.0.0/0")), RuleEnd.at(AddressSet.of("::/0")));
    assertThat(
            Plans.rule(Plans.option("default-peers"), "iowa-clients-to-connector-pcoip-udp-in-v4")
                .remote())
        .isEqualTo(RuleEnd.at(AddressSet.of("0.0.0.0/0")));
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void whatIsNotAllowedDoesNotLeaveAConnector(String option) {
    Plan plan = Plans.option(option);
    List<Rule> all = plan.rules().stream().filter(rule -> rule.action() == Action.DENY).toList();
    List<Rule> denials =
        all.stream().filter(rule -> rule.target().equals(tagged(plan, Role.CONNECTOR))).toList();

    assertThat(denials)
        .extracting(Rule::remote)
        .containsExactly(RuleEnd.at(AddressSet.of("0.0.0.0/0")), RuleEnd.at(AddressSet.of("::/0")));
    assertThat(all)
        .allMatch(rule -> rule.direction() == Direction.OUTBOUND)
        .allMatch(rule -> rule.traffic().equals(List.of(Traffic.ANY)))
        .allMatch(rule -> rule.priority() == 65534);
    assertThat(plan.rules())
        .filteredOn(rule -> rule.action() == Action.ALLOW)
        .allMatch(rule -> rule.priority() == 1000)
        .allMatch(rule -> !rule.traffic().contains(Traffic.ANY));
  }

  @Test
  void theBalancerFiltersNothingAndItsProbesReachTheConnectors() {
    Plan plan = Plans.minimal();
    Plan without = Plans.of(Plans.settings("minimal"), Fixtures.withoutBalancer(Plans.SITE));

    assertThat(added(without, plan))
        .containsExactly("iowa-health-probes-to-connector-https-tcp-in-v4");
    assertThat(plan.rules()).containsAll(without.rules());
  }

  @Test
  void anOutboundGuardOfSinglePortsIsRefusedInsteadOfWidened() {
    DefaultDeny.ClosedPort https = new DefaultDeny.ClosedPort(Service.HTTPS, Protocol.TCP);
    DefaultDeny deny = new DefaultDeny(Role.CONNECTOR, Direction.OUTBOUND, Set.of(https));
    Policy policy = new Policy(Plans.SITE.name(), List.of(), List.of(deny));
    Place place = Plans.minimal().place();

    assertThatThrownBy(() -> Planner.plan(place, Plans.SITE, policy))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("single ports");
  }
}
