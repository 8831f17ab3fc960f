package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anyware.catalogue.HealthCheck;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.cloud.Balancer;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.settings.Peers;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How flows and default denies become rules, and what stands beside them. */
class PlannerTest {
  private static final Plan MINIMAL = AzurePlans.of(Fixtures.minimal(Fixtures.DISTINCT_PEERS));
  private static final Plan EVERYTHING = AzurePlans.of(AzurePlans.optionSet("everything"));

  static Stream<Plan> plans() {
    return Fixtures.optionSets().values().stream().map(AzurePlans::of);
  }

  @Test
  void bothFamiliesOfAPeerGetARuleEach() {
    assertThat(AzurePlans.rules(MINIMAL, Role.CONNECTOR, Direction.INBOUND))
        .filteredOn(rule -> rule.name().startsWith("clients-to-connector-pcoip-udp"))
        .extracting(Rule::name, Rule::source, Rule::destination)
        .containsExactly(
            tuple(
                "clients-to-connector-pcoip-udp",
                new RuleEnd.Addresses(AddressSet.of("198.51.100.0/24")),
                new RuleEnd.Group(Role.CONNECTOR)),
            tuple(
                "clients-to-connector-pcoip-udp-ipv6",
                new RuleEnd.Addresses(AddressSet.of("2001:db8:c::/48")),
                new RuleEnd.Group(Role.CONNECTOR)));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void noRuleMixesFamilies(Plan plan) {
    assertThat(AzurePlans.rules(plan).flatMap(rule -> Stream.of(rule.source(), rule.destination())))
        .filteredOn(RuleEnd.Addresses.class::isInstance)
        .isNotEmpty()
        .allSatisfy(
            side ->
                assertThat(((RuleEnd.Addresses) side).addresses().prefixes())
                    .extracting(Cidr::family)
                    .satisfies(families -> assertThat(families.stream().distinct()).hasSize(1)));
  }

  @Test
  void aFlowBetweenRolesHasARuleAtBothEnds() {
    for (Role role : List.of(Role.CONNECTOR, Role.WORKSTATION)) {
      assertThat(AzurePlans.rule(MINIMAL, role, "connector-to-workstation-agent-tcp"))
          .returns(new RuleEnd.Group(Role.CONNECTOR), Rule::source)
          .returns(new RuleEnd.Group(Role.WORKSTATION), Rule::destination)
          .returns(
              role == Role.CONNECTOR ? Direction.OUTBOUND : Direction.INBOUND, Rule::direction);
    }
    for (Role role : List.of(Role.WORKSTATION, Role.LICENSE_SERVER)) {
      assertThat(AzurePlans.rule(EVERYTHING, role, "workstation-to-license-server-license-tcp"))
          .returns(Access.ALLOW, Rule::access);
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void onlyTheConnectorReachesTheAgent(Plan plan) {
    assertThat(AzurePlans.rules(plan))
        .filteredOn(rule -> rule.direction() == Direction.INBOUND)
        .filteredOn(rule -> rule.access() == Access.ALLOW)
        .filteredOn(rule -> rule.traffic().contains(Traffic.of(Protocol.TCP, Service.AGENT.port())))
        .extracting(Rule::source)
        .containsExactly(new RuleEnd.Group(Role.CONNECTOR));
  }

  @Test
  void nothingIsOpenToTheWorldUnlessAPeerIs() {
    assertThat(AzurePlans.rules(EVERYTHING))
        .filteredOn(rule -> rule.access() == Access.ALLOW)
        .flatExtracting(Rule::source, Rule::destination)
        .noneMatch(RuleEnd.Anybody.class::isInstance)
        .noneMatch(
            side ->
                side instanceof RuleEnd.Addresses some
                    && Stream.of(Family.values()).anyMatch(some.addresses()::coversAll));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyAllowNamesOnePortOfOneProtocol(Plan plan) {
    assertThat(AzurePlans.rules(plan))
        .filteredOn(rule -> rule.access() == Access.ALLOW)
        .isNotEmpty()
        .allSatisfy(
            rule ->
                assertThat(rule.traffic())
                    .singleElement()
                    .satisfies(
                        traffic -> {
                          assertThat(traffic.protocol()).isPresent();
                          assertThat(traffic.ports().first()).isEqualTo(traffic.ports().last());
                        }));
  }

  @Test
  void theConnectorsWholeTrafficIsClosedBelowItsFlows() {
    for (Direction direction : Direction.values()) {
      List<Rule> rules = AzurePlans.rules(MINIMAL, Role.CONNECTOR, direction);

      assertThat(rules.get(rules.size() - 1))
          .returns(Access.DENY, Rule::access)
          .returns(PriorityPlanner.REST, Rule::priority)
          .returns(List.of(Traffic.ANY), Rule::traffic)
          .returns(new RuleEnd.Anybody(), Rule::source)
          .returns(new RuleEnd.Anybody(), Rule::destination);
      assertThat(rules).filteredOn(rule -> rule.access() == Access.DENY).hasSize(1);
    }
  }

  @Test
  void theWorkstationsTablePortsAreClosedToAnyoneElseAndTheRestIsLeftAlone() {
    assertThat(AzurePlans.rules(MINIMAL, Role.WORKSTATION, Direction.INBOUND))
        .filteredOn(rule -> rule.access() == Access.DENY)
        .extracting(Rule::traffic, Rule::source, Rule::destination)
        .containsExactlyInAnyOrder(
            closed(Protocol.TCP, Service.AGENT),
            closed(Protocol.TCP, Service.PCOIP),
            closed(Protocol.UDP, Service.PCOIP));
    assertThat(
            AzurePlans.rules(
                AzurePlans.of(AzurePlans.optionSet("license-hosted")),
                Role.WORKSTATION,
                Direction.OUTBOUND))
        .extracting(Rule::access)
        .containsExactly(Access.ALLOW);
  }

  private static Tuple closed(Protocol protocol, Service service) {
    return tuple(
        List.of(Traffic.of(protocol, service.port())),
        new RuleEnd.Anybody(),
        new RuleEnd.Anybody());
  }

  @Test
  void probesComeFromTheServiceTag() {
    assertThat(
            AzurePlans.rule(MINIMAL, Role.CONNECTOR, "health-probes-to-connector-https-tcp")
                .source())
        .isEqualTo(new RuleEnd.ServiceTag("AzureLoadBalancer"));
  }

  @Test
  void withoutBalancerThereAreNoProbesAndNoBalancer() {
    Plan plan =
        AzurePlans.of(
            Fixtures.minimal(Fixtures.DISTINCT_PEERS),
            Fixtures.withoutBalancer(Fixtures.site(Azure.CLOUD)));

    assertThat(plan.balancer()).isEmpty();
    assertThat(AzurePlans.rules(plan))
        .noneMatch(rule -> rule.source() instanceof RuleEnd.ServiceTag);
    assertThat(AzurePlans.rule(plan, Role.CONNECTOR, "clients-to-connector-https-tcp"))
        .returns(Access.ALLOW, Rule::access);
  }

  @Test
  void theBalancerPassesHttpsOnAndAsksForTheHealthPage() {
    int https = Service.HTTPS.port();

    assertThat(MINIMAL.balancer())
        .contains(
            new LoadBalancer(
                "dublin-balancer",
                Balancer.Scheme.PUBLIC,
                Optional.empty(),
                new Frontend.Public("dublin-balancer-address"),
                https,
                https,
                https,
                HealthCheck.PATH,
                15,
                1,
                30,
                List.of(),
                List.of()));
  }

  @Test
  void peersThatShareOneFamilyOnlyShareThatFamilysRule() {
    Peers distinct = Fixtures.DISTINCT_PEERS;
    Peers sharing =
        distinct
            .with(Peer.CLIENTS, AddressSet.of("198.51.100.0/24", "2001:db8:c::/48"))
            .with(Peer.ADMINISTRATORS, AddressSet.of("198.51.100.0/24"));

    assertThat(
            AzurePlans.rules(
                AzurePlans.of(Fixtures.minimal(sharing)), Role.CONNECTOR, Direction.INBOUND))
        .filteredOn(
            rule -> rule.name().contains("https") && rule.source() instanceof RuleEnd.Addresses)
        .extracting(Rule::name, Rule::description)
        .containsExactly(
            tuple(
                "clients-to-connector-https-tcp",
                "session negotiation, management interface (row 2)"),
            tuple("clients-to-connector-https-tcp-ipv6", "session negotiation (row 2)"));
  }

  @Test
  void peersWithTheSameAddressesShareARuleThatKeepsItsNameWhenOneLeaves() {
    Plan before = AzurePlans.of(Fixtures.minimal(Fixtures.SHARED_PEERS));
    Settings all = AzurePlans.optionSet("everything");
    Plan after =
        AzurePlans.of(
            Fixtures.settings(
                Fixtures.SHARED_PEERS,
                Optional.empty(),
                false,
                all.options().licenseServer(),
                false));
    String name = "connector-to-anyware-manager-https-tcp";

    Rule shared = AzurePlans.rule(before, Role.CONNECTOR, name);
    Rule left = AzurePlans.rule(after, Role.CONNECTOR, name);

    assertThat(shared.description()).contains("licence activation", "log aggregation");
    assertThat(left.description()).doesNotContain("licence activation");
    assertThat(left.priority()).isEqualTo(shared.priority());
  }

  @Test
  void eachConnectorHasAnAddressAndNoneIsAllowed() {
    Settings settings = Fixtures.minimal(Fixtures.DISTINCT_PEERS);

    assertThat(AzurePlans.of(settings, AzurePlans.site("dublin", 3)).connectorAddresses())
        .containsExactly("dublin-connector-1", "dublin-connector-2", "dublin-connector-3");
    assertThat(AzurePlans.of(settings, AzurePlans.site("dublin", 0)).connectorAddresses())
        .isEmpty();
  }

  @Test
  void anExistingResourceGroupIsNotCreated() {
    assertThat(
            AzurePlans.of(
                    Fixtures.minimal(Fixtures.DISTINCT_PEERS), AzurePlans.siteIn("network-team"))
                .resourceGroup())
        .isEqualTo(new ResourceGroup.Existing("network-team"));
    assertThat(MINIMAL.resourceGroup()).isEqualTo(new ResourceGroup.Created("dublin-resources"));
  }

  @Test
  void everyRoleHasASubnetOfItsOwn() {
    assertThat(EVERYTHING.subnets().byRole())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Role.CONNECTOR, cidrs("10.30.0.0/19", "fde0:a42e:aca0::/64"),
                Role.LICENSE_SERVER, cidrs("10.30.32.0/19", "fde0:a42e:aca0:1::/64"),
                Role.WORKSTATION, cidrs("10.30.128.0/17", "fde0:a42e:aca0:4::/64")));
    assertThat(MINIMAL.subnets().byRole()).containsOnlyKeys(Role.CONNECTOR, Role.WORKSTATION);
  }

  @Test
  void theNetworkHoldsTheSubnetsOfBothFamilies() {
    Network.Created network = AzurePlans.created(EVERYTHING);

    assertThat(network.ranges()).isEqualTo(cidrs("10.30.0.0/16", "fde0:a42e:aca0::/48"));
    assertThat(network.perRole())
        .flatExtracting(Subnet::ranges)
        .allSatisfy(range -> assertThat(network.ranges()).anyMatch(whole -> whole.contains(range)));
  }

  @Test
  void aGatewaysSubnetHasIpv4OnlyAndSoHaveAllWithoutIpv6() {
    Plan gateway = AzurePlans.of(AzurePlans.optionSet("minimal"), AzureShapes.of("gateway"));
    Plan ipv4 = AzurePlans.of(AzurePlans.optionSet("minimal"), AzureShapes.of("ipv4"));

    assertThat(gateway.subnets().of(Role.BALANCER)).isEqualTo(cidrs("10.30.96.0/19"));
    assertThat(ipv4.networkRanges()).isEqualTo(cidrs("10.30.0.0/16"));
    assertThat(AzurePlans.created(ipv4).perRole())
        .flatExtracting(Subnet::ranges)
        .allMatch(range -> range.family() == Family.IPV4);
  }

  @Test
  void whereAGatewayIsInANetworkThatIsThereConnectorsAreAskedByIpv4Only() {
    Plan plan =
        AzurePlans.of(AzurePlans.optionSet("minimal"), AzureShapes.of("gateway-existing-dual"));

    assertThat(plan.subnets().of(Role.BALANCER)).isEqualTo(cidrs("10.7.1.0/24"));
    assertThat(AzurePlans.rule(plan, Role.CONNECTOR, "balancer-to-connector-https-tcp").source())
        .isEqualTo(new RuleEnd.Addresses(AddressSet.of("10.7.1.0/24")));
  }

  private static List<Cidr> cidrs(String... texts) {
    return Stream.of(texts).map(Cidr::of).toList();
  }

  @Test
  void theLongestSiteNameFitsEveryName() {
    Plan plan =
        AzurePlans.of(
            AzurePlans.optionSet("everything"), AzurePlans.site("a-site-of-20-letters", 50));

    assertThat(AzurePlans.created(plan).name()).hasSizeLessThanOrEqualTo(56);
    assertThat(plan.connectorAddresses())
        .allSatisfy(name -> assertThat(name).hasSizeBetween(1, 72));
    assertThat(plan.roles())
        .extracting(RoleGroups::name)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).hasSizeBetween(1, 72));
    assertThat(AzurePlans.rules(plan))
        .allSatisfy(rule -> assertThat(rule.name()).hasSizeBetween(1, 80))
        .allSatisfy(rule -> assertThat(rule.description()).hasSizeBetween(1, 140));
  }
}
