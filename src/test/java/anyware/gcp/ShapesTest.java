package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anyware.audit.Audit;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.problem.Problem;
import anyware.settings.Quotas;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import anyware.testing.Fixtures;
import anyware.testing.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of network and balancer: what is planned, and that it does what the policy says. */
class ShapesTest {
  static Stream<String> shapes() {
    return Shapes.all().keySet().stream();
  }

  static Stream<Arguments> combinations() {
    return shapes()
        .flatMap(
            shape ->
                Fixtures.optionSets().keySet().stream()
                    .map(options -> Arguments.of(shape, options)));
  }

  private static Plan plan(String shape) {
    return Plans.of(Plans.settings("minimal"), Shapes.of(shape));
  }

  private static List<Rule> denials(Plan plan) {
    return plan.rules().stream().filter(rule -> rule.action() == Action.DENY).toList();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void thePlanOfAShapeIsAsWrittenDown(String shape) {
    Golden.assertMatches("gcp/" + shape, plan(shape));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("combinations")
  void aPlanDoesWhatThePolicySaysAndFits(String shape, String options) {
    Settings settings = Plans.settings(options);
    Site site = Shapes.of(shape);
    Plan plan = Plans.of(settings, site);

    assertThat(Audit.of(Fixtures.policy(settings, site), Evaluator.of(plan), plan.roleSubnets()))
        .isEmpty();
    assertThat(Limits.problems(plan, Quotas.DEFAULT)).isEmpty();
  }

  @Test
  void inANetworkThatIsThereEverythingOfOursIsClosedBothWays() {
    assertThat(denials(plan("existing")))
        .allMatch(rule -> rule.priority() == 65000)
        .extracting(Rule::name)
        .containsExactly(
            "iowa-connector-closed-in-v4",
            "iowa-connector-closed-in-v6",
            "iowa-connector-closed-out-v4",
            "iowa-connector-closed-out-v6",
            "iowa-workstation-closed-in-v4",
            "iowa-workstation-closed-in-v6");
    assertThat(Plans.rule(plan("existing"), "iowa-workstation-closed-in-v4").traffic())
        .containsExactly(
            Traffic.of(Protocol.TCP, 4172),
            Traffic.of(Protocol.UDP, 4172),
            Traffic.of(Protocol.TCP, 60443));
  }

  @Test
  void withoutADenialTheRulesOfOthersMayOpen() {
    Site site = Shapes.of("existing");
    Plan plan = Plans.of(Plans.settings("minimal"), site);
    for (Rule denial : denials(plan)) {
      Plan open =
          Mutants.of(plan).stream()
              .filter(mutant -> mutant.toString().equals(denial.name() + ": removed"))
              .map(Mutants.Mutant::plan)
              .findFirst()
              .orElseThrow();
      assertThat(
              Audit.of(
                  Fixtures.policy(Plans.settings("minimal"), site),
                  Evaluator.of(open),
                  open.roleSubnets()))
          .as(denial.name())
          .isNotEmpty();
    }
  }

  @Test
  void outboundRulesNameTheRangesThatWereGivenBesidePeers() {
    assertThat(Plans.rule(plan("existing"), "iowa-connector-outbound-tcp-60443-v4").remote())
        .isEqualTo(RuleEnd.at(AddressSet.of("10.50.16.0/20", "10.50.64.0/20", "10.8.0.0/24")));
    assertThat(
            Plans.rule(plan("existing"), "iowa-workstation-inbound-tcp-60443-connector").remote())
        .isEqualTo(RuleEnd.tagged("anyware-test-iowa-connector"));
  }

  @Test
  void aNetworkIsKnownByItsLinkAndANameIsTheSitesOwnProjects() {
    assertThat(plan("existing").network().identity())
        .isEqualTo(
            "https://www.googleapis.com/compute/v1/projects/demo-project/global/networks/main");
    assertThat(plan("existing-internal").network())
        .isEqualTo(
            new Network.Existing(
                "https://www.googleapis.com/compute/v1/" + Shapes.HOST_NETWORK,
                Optional.of("https://www.googleapis.com/compute/v1/" + Shapes.HOST_SUBNETWORK),
                plan("existing-internal-static").subnets()));
  }

  @Test
  void onlyGivenRangesAreKnownOfANetworkThatIsThere() {
    Site site =
        Shapes.site(
            new SiteNetwork.Existing(
                "main",
                List.of(),
                Map.of(Role.WORKSTATION, List.of(Cidr.of("10.50.16.0/20"))),
                true),
            1,
            Optional.empty(),
            List.of());
    Plan plan = Plans.of(Plans.settings("minimal"), site);

    assertThat(plan.networkRanges()).containsExactly(Cidr.of("10.50.16.0/20"));
    assertThat(plan.subnets().has(Role.CONNECTOR)).isFalse();
    assertThat(
            Audit.of(
                Fixtures.policy(Plans.settings("minimal"), site),
                Evaluator.of(plan),
                plan.roleSubnets()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "created-internal, minimal, CONNECTOR WORKSTATION",
    "created-internal-static, minimal, WORKSTATION",
    "created-internal, license-hosted, CONNECTOR WORKSTATION LICENSE_SERVER",
    "created-no-nat, minimal, ''",
    "existing, minimal, ''",
  })
  void rolesWithoutPublicAddressesGetAWayOut(String shape, String options, String roles) {
    Plan plan = Plans.of(Plans.settings(options), Shapes.of(shape));
    Optional<CloudNat> nat =
        plan.network().fold(Network.Created::nat, existing -> Optional.empty());

    assertThat(
            nat.map(CloudNat::roles).orElse(List.of()).stream()
                .map(Role::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(roles);
    assertThat(nat.map(CloudNat::portsPerMachine).orElse(2048)).isEqualTo(2048);
  }

  @ParameterizedTest
  @CsvSource({
    "created-no-nat, '35.191.0.0/16, 209.85.152.0/22, 209.85.204.0/22'",
    "existing-public, '35.191.0.0/16, 209.85.152.0/22, 209.85.204.0/22'",
    "created-internal, '35.191.0.0/16, 130.211.0.0/22'",
    "existing-internal, '35.191.0.0/16, 130.211.0.0/22'",
  })
  void probesComeFromTheRangesOfThatKindOfBalancer(String shape, String ranges) {
    Rule rule = Plans.rule(plan(shape), "iowa-connector-inbound-tcp-443-v4");
    List<Cidr> probes = new ArrayList<>(rule.remote().addresses().prefixes());
    probes.removeAll(Fixtures.DISTINCT_PEERS.of(Peer.CLIENTS).prefixes());
    probes.removeAll(Fixtures.DISTINCT_PEERS.of(Peer.ADMINISTRATORS).prefixes());

    assertThat(AddressSet.of(probes)).hasToString(ranges);
  }

  @ParameterizedTest
  @CsvSource({
    "10.40.0.2, true",
    "10.40.31.253, true",
    "10.40.0.0, false",
    "10.40.0.1, false",
    "10.40.31.254, false",
    "10.40.31.255, false",
    "10.40.32.5, false"
  })
  void aStaticAddressIsOneOfTheConnectorsSubnet(String address, boolean fits) {
    Site site =
        Shapes.site(
            new SiteNetwork.Created(Cidr.of("10.40.0.0/16"), true, true),
            0,
            Shapes.internal(false, address),
            List.of());
    List<Problem> problems =
        Limits.problems(Plans.of(Plans.settings("minimal"), site), Quotas.DEFAULT);

    assertThat(problems).hasSize(fits ? 0 : 1);
    assertThat(problems)
        .allSatisfy(
            problem -> {
              assertThat(problem.path()).isEqualTo("anyware-network:sites.iowa.balancer.address");
              assertThat(problem.found()).isEqualTo(address);
              assertThat(problem.allowed()).contains("10.40.0.0/19");
            });
  }

  @Test
  void allPartsOfABalancerLieInTheSitesRegionAndProject() {
    Site site =
        Shapes.existing(
            Shapes.HOST_NETWORK,
            List.of("projects/demo-host/regions/us-east4/subnetworks/balancers"),
            0,
            Shapes.internal(false),
            List.of(
                "projects/demo-project/zones/us-east4-a/instanceGroups/far",
                "projects/demo-host/regions/us-central1/instanceGroups/foreign"));

    assertThat(Limits.problems(Plans.of(Plans.settings("minimal"), site), Quotas.DEFAULT))
        .extracting(Problem::path, Problem::allowed)
        .containsExactlyInAnyOrder(
            tuple(
                "anyware-network:sites.iowa.network.existing.balancerSubnets",
                "a subnetwork in the site's region us-central1"),
            tuple(
                "anyware-network:sites.iowa.targets",
                "an instance group in the site's region us-central1"),
            tuple(
                "anyware-network:sites.iowa.targets",
                "an instance group in the site's project demo-project"));
  }

  @Test
  void theSameGroupInTwoSpellingsIsOneTarget() {
    Site site =
        Shapes.existing(
            Shapes.HOST_NETWORK,
            List.of(Shapes.HOST_SUBNETWORK),
            0,
            Shapes.internal(false),
            List.of(Shapes.GROUP, "https://www.googleapis.com/compute/v1/" + Shapes.GROUP));
    Plan plan = Plans.of(Plans.settings("minimal"), site);

    assertThat(plan.balancer().orElseThrow().targets())
        .containsExactly("https://www.googleapis.com/compute/v1/" + Shapes.GROUP);
  }

  @Test
  void outboundTableClosesWhatTheTableDoesNotLimit() {
    Plan open = Plans.of(Plans.settings("license-hosted"), Shapes.of("existing"));
    Plan limited = Plans.of(Plans.settings("everything"), Shapes.of("existing"));
    Set<String> closing =
        denials(limited).stream()
            .filter(rule -> rule.direction() == Direction.OUTBOUND)
            .map(Rule::name)
            .collect(Collectors.toSet());

    assertThat(closing)
        .contains("iowa-workstation-closed-out-v4", "iowa-license-server-closed-out-v6");
    assertThat(denials(open))
        .extracting(Rule::name)
        .doesNotContainAnyElementsOf(
            Set.of("iowa-workstation-closed-out-v4", "iowa-license-server-closed-out-v6"));
  }
}
