package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Cidr;
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
import java.util.ArrayList;
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
    "radius, 'iowa-connector-outbound-udp-1812-v4'",
    "legacy-http, 'iowa-connector-inbound-tcp-80-v4" + " iowa-connector-inbound-tcp-80-v6'",
    "dns-over-tcp, 'iowa-connector-outbound-tcp-53-v4'"
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
    String cloud = "iowa-connector-outbound-tcp-443-v4";

    assertThat(added(existing, before)).isEmpty();
    assertThat(added(hosted, before)).isEmpty();
    assertThat(Plans.rule(before, cloud).description()).contains("activation code");
    assertThat(Plans.rule(existing, cloud))
        .isEqualTo(Plans.rule(hosted, cloud))
        .extracting(Rule::description, Rule::remote)
        .containsExactly(
            "directory sync and session brokering, log aggregation (row 3)",
            RuleEnd.at(AddressSet.of("192.0.2.0/26", "192.0.2.128/26")));
    assertThat(added(before, existing))
        .containsExactly(
            "iowa-connector-outbound-tcp-7171-v4", "iowa-workstation-outbound-open-tcp-7171-v4");
    assertThat(added(before, hosted))
        .containsExactly(
            "iowa-connector-outbound-tcp-7070-v4",
            "iowa-license-server-inbound-tcp-7070-connector",
            "iowa-license-server-inbound-tcp-7070-workstation",
            "iowa-workstation-outbound-open-tcp-7070-v4");
  }

  @Test
  void whatPeersHaveToThemselvesIsTogetherInTheirGatesRuleOfEachFamily() {
    Plan plan = Plans.of(Plans.settings("minimal"), Fixtures.withoutBalancer(Plans.SITE));

    assertThat(Plans.rule(plan, "iowa-connector-inbound-tcp-443-v4"))
        .extracting(Rule::description, Rule::remote)
        .containsExactly(
            "session negotiation, management interface (row 2)",
            RuleEnd.at(AddressSet.of("198.51.100.0/24", "203.0.113.0/28")));
    assertThat(Plans.rule(plan, "iowa-connector-inbound-tcp-443-v6").remote())
        .isEqualTo(RuleEnd.at(AddressSet.of("2001:db8:a::/64", "2001:db8:c::/48")));
  }

  @Test
  void whatOnePeerGivesUpAndAnotherGetsStaysInTheSameRule() {
    AddressSet any = AddressSet.of("0.0.0.0/0");
    AddressSet some = AddressSet.of("192.0.2.0/26");
    Peers peers = Fixtures.DISTINCT_PEERS;
    Plan before =
        Plans.of(
            Fixtures.minimal(peers.with(Peer.ANYWARE_MANAGER, some).with(Peer.SUMO_LOGIC, any)));
    Plan after =
        Plans.of(
            Fixtures.minimal(peers.with(Peer.ANYWARE_MANAGER, any).with(Peer.SUMO_LOGIC, some)));

    assertThat(after).isEqualTo(before);
  }

  @Test
  void anOptionThatOpensWhatIsOpenAlreadyAddsNoRule() {
    Radius radius = new Radius(Fixtures.DISTINCT_PEERS.of(Peer.DNS), Service.DNS.port());
    Settings settings =
        Fixtures.settings(
            Fixtures.DISTINCT_PEERS, Optional.of(radius), false, Optional.empty(), false);
    Plan plan = Plans.of(settings);

    assertThat(added(Plans.minimal(), plan)).isEmpty();
    assertThat(Plans.rule(plan, "iowa-connector-outbound-udp-53-v4").description())
        .contains("row 8")
        .contains("row 9");
  }

  @ParameterizedTest
  @CsvSource({"tcp-60443", "tcp-4172", "udp-4172"})
  void aFlowBetweenRolesHasARuleAtBothEnds(String port) {
    Settings settings =
        Fixtures.minimal(Fixtures.DISTINCT_PEERS.with(Peer.OUTSIDE_WORKSTATIONS, AddressSet.EMPTY));
    Plan plan = Plans.of(settings);
    Rule leaves = Plans.rule(plan, "iowa-connector-outbound-" + port + "-v4");
    Rule enters = Plans.rule(plan, "iowa-workstation-inbound-" + port + "-connector");

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
            Plans.rule(Plans.option("default-peers"), "iowa-connector-inbound-udp-4172-v4")
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

    List<String> rules =
        List.of("iowa-connector-inbound-tcp-443-v4", "iowa-connector-inbound-tcp-443-v6");
    assertThat(added(without, plan)).isEmpty();
    assertThat(plan.rules())
        .filteredOn(with -> !without.rules().contains(with))
        .extracting(Rule::name)
        .isEqualTo(rules);
    List<Cidr> probes = new ArrayList<>();
    for (String rule : rules) {
      probes.addAll(Plans.rule(plan, rule).remote().addresses().prefixes());
      probes.removeAll(Plans.rule(without, rule).remote().addresses().prefixes());
    }
    assertThat(AddressSet.of(probes))
        .isEqualTo(
            AddressSet.of(
                "35.191.0.0/16", "209.85.152.0/22", "209.85.204.0/22", "2600:1901:8001::/48"));
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
