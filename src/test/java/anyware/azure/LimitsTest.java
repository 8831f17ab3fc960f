package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Protocol;
import anyware.plan.Place;
import anyware.policy.DefaultDeny;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.settings.Peers;
import anyware.settings.Quotas;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Azure refuses, at the boundary. */
class LimitsTest {
  private static final Settings SETTINGS = Fixtures.minimal(Fixtures.DISTINCT_PEERS);
  private static final String SITE = "anyware-network:sites.dublin";

  @Test
  void everyOptionSetIsWithinTheLimits() {
    assertThat(Fixtures.optionSets().values())
        .allSatisfy(
            settings ->
                assertThat(Limits.problems(AzurePlans.of(settings), Quotas.DEFAULT)).isEmpty());
  }

  @Test
  void theSourcesOfAGroupAreCountedOverAllItsRules() {
    // Clients have three rules in the connectors' group, the administrators' two addresses one
    // each.
    assertThat(problemsWithClients(1332)).isEmpty();
    assertThat(problemsWithClients(1333))
        .singleElement()
        .returns(SITE, Problem::path)
        .returns("4001 sources in the network security group of connector", Problem::found)
        .returns("at most 4000", Problem::allowed);
  }

  private static List<Problem> problemsWithClients(int count) {
    Peers peers = Fixtures.DISTINCT_PEERS;
    AddressSet clients =
        AddressSet.of(
            IntStream.range(0, count)
                .mapToObj(i -> Cidr.of("198.18." + i / 256 + "." + i % 256))
                .toList());
    Peers many = peers.with(Peer.CLIENTS, clients);
    return Limits.problems(AzurePlans.of(Fixtures.minimal(many)), Quotas.DEFAULT);
  }

  @Test
  void aPriorityOutsideAzuresIsRefused() {
    Site site = Fixtures.site(Azure.CLOUD);
    Policy policy = Fixtures.policy(SETTINGS, site);
    Service unknown = new Service("unknown", 9999);
    List<Flow> flows = new ArrayList<>(policy.flows());
    flows.add(
        new Flow(
            new End.Members(Role.CONNECTOR),
            new End.Members(Role.WORKSTATION),
            unknown,
            Protocol.UDP,
            List.of()));
    List<DefaultDeny> denies = new ArrayList<>(policy.defaultDenies());
    denies.add(
        new DefaultDeny(
            Role.WORKSTATION,
            Direction.INBOUND,
            Set.of(new DefaultDeny.ClosedPort(unknown, Protocol.UDP))));
    Place place = Place.of("test", site.name(), SETTINGS.tags());

    List<Problem> problems =
        Limits.problems(
            Planner.plan(place, site, new Policy(policy.site(), flows, denies)), Quotas.DEFAULT);

    assertThat(problems)
        .extracting(Problem::path, Problem::found, Problem::allowed)
        .containsExactlyInAnyOrder(
            noPlace("outbound rule connector-to-workstation-unknown-udp", "connector", false),
            noPlace("inbound rule connector-to-workstation-unknown-udp", "workstation", false),
            noPlace("inbound rule others-to-workstation-unknown-udp", "workstation", true));
  }

  private static Tuple noPlace(String rule, String role, boolean again) {
    return tuple(
        SITE,
        "priority 0"
            + (again ? " a second time" : "")
            + " of the "
            + rule
            + " in the network security group of "
            + role,
        "100 to 4096, each once in a direction");
  }

  @Test
  void everyShapeIsWithinTheLimits() {
    assertThat(AzureShapes.all().values())
        .allSatisfy(
            site ->
                assertThat(Limits.problems(AzurePlans.of(SETTINGS, site), Quotas.DEFAULT))
                    .isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "10.30.0.0, false",
    "10.30.0.3, false",
    "10.30.0.4, true",
    "10.30.31.254, true",
    "10.30.31.255, false",
    "10.30.32.4, false",
    "10.29.255.255, false",
  })
  void aBalancersAddressIsAFreeOneOfTheConnectorsSubnet(String address, boolean isFree) {
    Site site =
        Fixtures.withBalancer(
            AzureShapes.of("internal"), Optional.of(AzureShapes.internal(address)));

    assertThat(Limits.problems(AzurePlans.of(SETTINGS, site), Quotas.DEFAULT))
        .hasSize(isFree ? 0 : 1)
        .allSatisfy(
            problem ->
                assertThat(problem)
                    .returns(SITE + ".balancer.address", Problem::path)
                    .returns(address, Problem::found)
                    .returns(
                        "a free address of the connectors' subnet 10.30.0.0/19", Problem::allowed));
  }

  @Test
  void targetsAreConnectorsAddressesEachOnce() {
    Site site =
        AzureShapes.targets(
            AzureShapes.of("internal-address"),
            "10.30.7.10",
            "10.30.0.4",
            "10.30.0.4",
            "10.30.0.1",
            "10.30.128.9");

    assertThat(Limits.problems(AzurePlans.of(SETTINGS, site), Quotas.DEFAULT))
        .extracting(Problem::path, Problem::found)
        .containsExactlyInAnyOrder(
            tuple(SITE + ".targets", "10.30.0.1"),
            tuple(SITE + ".targets", "10.30.0.4 a second time"),
            tuple(SITE + ".targets", "10.30.7.10"),
            tuple(SITE + ".targets", "10.30.128.9"));
  }

  @Test
  void ofANetworkThatIsThereTheSubnetsRangesAreNotKnown() {
    Site site =
        AzureShapes.targets(AzureShapes.of("existing-internal"), "10.200.0.1", "10.200.0.1");

    assertThat(Limits.problems(AzurePlans.of(SETTINGS, site), Quotas.DEFAULT))
        .extracting(Problem::found)
        .containsExactly("10.200.0.1 a second time");
  }

  @Test
  void aPriorityThatIsTakenIsRefused() {
    Plan plan = AzurePlans.of(SETTINGS);
    RoleGroups first = plan.roles().get(0);
    List<Rule> twice = new ArrayList<>(first.rules());
    twice.add(first.rules().get(0));
    Plan changed =
        AzurePlans.with(
            plan, List.of(new RoleGroups(first.role(), first.name(), twice, first.attached())));

    assertThat(Limits.problems(plan, Quotas.DEFAULT)).isEmpty();
    assertThat(Limits.problems(changed, Quotas.DEFAULT))
        .singleElement()
        .satisfies(problem -> assertThat(problem.found()).contains("a second time"));
  }
}
