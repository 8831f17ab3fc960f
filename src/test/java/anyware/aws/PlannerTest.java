package anyware.aws;

import static anyware.net.Direction.INBOUND;
import static anyware.net.Direction.OUTBOUND;
import static anyware.net.Protocol.TCP;
import static anyware.net.Protocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.settings.Peers;
import anyware.settings.Radius;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {
  private static final Cidr ANYWHERE = Cidr.of("0.0.0.0/0");
  private static final String LONGEST_SITE = "sg-abcdefghijklmnopq";

  static Set<String> optionSets() {
    return Fixtures.optionSets().keySet();
  }

  private static List<RuleEnd> others(
      Plan plan, Role role, Direction direction, Protocol protocol, int port) {
    return others(plan, role, direction, Traffic.of(protocol, port));
  }

  private static List<RuleEnd> others(Plan plan, Role role, Direction direction, Traffic traffic) {
    return Plans.rules(plan, role, direction).stream()
        .filter(rule -> rule.traffic().equals(traffic))
        .map(Rule::other)
        .toList();
  }

  private static RuleEnd at(String cidr) {
    return new RuleEnd.Addresses(Cidr.of(cidr));
  }

  private static RuleEnd listed(Peer peer, Family family) {
    return new RuleEnd.Listed(peer, family);
  }

  /** The prefixes of the list that a rule's end stands for. */
  private static List<Cidr> entries(Plan plan, Peer peer, Family family) {
    return plan.prefixLists().stream()
        .filter(list -> list.end().equals(listed(peer, family)))
        .map(PrefixList::entries)
        .findFirst()
        .orElseThrow();
  }

  private static RuleEnd members(Role role) {
    return new RuleEnd.Members(role);
  }

  private static Map<String, Rule> named(Plan plan) {
    return plan.rules().stream().collect(Collectors.toMap(Rule::name, Function.identity()));
  }

  private static Stream<String> names(Plan plan) {
    return Stream.of(
            Stream.of(plan.vpc().name()),
            Stream.of(plan.vpc().publicRoutes(), plan.vpc().privateRoutes())
                .flatMap(r -> Stream.concat(Stream.of(r.name()), subnetNames(r))),
            plan.groups().stream().map(Group::name),
            plan.prefixLists().stream().map(PrefixList::name),
            plan.rules().stream().map(Rule::name),
            plan.balancer().stream().flatMap(b -> Stream.of(b.name(), b.targets().name())),
            plan.connectorAddresses().stream())
        .flatMap(Function.identity());
  }

  private static Stream<String> subnetNames(RouteTable routes) {
    return routes.subnets().stream().map(Subnet::name);
  }

  @Test
  void clientsReachConnectorsDirectlyForSessionsAndThroughTheBalancerForNegotiation() {
    Plan plan = Plans.of("minimal");

    assertThat(others(plan, Role.CONNECTOR, INBOUND, UDP, Service.PCOIP.port()))
        .containsExactlyInAnyOrder(
            listed(Peer.CLIENTS, Family.IPV4), listed(Peer.CLIENTS, Family.IPV6));
    assertThat(others(plan, Role.BALANCER, INBOUND, TCP, Service.HTTPS.port()))
        .contains(listed(Peer.CLIENTS, Family.IPV4), listed(Peer.ADMINISTRATORS, Family.IPV4));
    assertThat(others(plan, Role.CONNECTOR, INBOUND, TCP, Service.HTTPS.port()))
        .containsExactlyInAnyOrder(
            members(Role.BALANCER),
            listed(Peer.ADMINISTRATORS, Family.IPV4),
            listed(Peer.ADMINISTRATORS, Family.IPV6));
    assertThat(entries(plan, Peer.CLIENTS, Family.IPV4))
        .containsExactly(Cidr.of("198.51.100.0/24"));
    assertThat(entries(plan, Peer.CLIENTS, Family.IPV6))
        .containsExactly(Cidr.of("2001:db8:c::/48"));
    assertThat(Plans.rules(plan, Role.BALANCER, OUTBOUND))
        .extracting(Rule::other)
        .containsExactly(members(Role.CONNECTOR));
  }

  @Test
  void withoutABalancerClientsNegotiateWithConnectors() {
    Site site = Fixtures.withoutBalancer(Fixtures.site(Aws.CLOUD));
    Plan plan = Plans.of(Plans.options("minimal"), site);

    assertThat(plan.balancer()).isEmpty();
    assertThat(plan.groups())
        .extracting(Group::role)
        .containsExactly(Role.CONNECTOR, Role.WORKSTATION);
    assertThat(others(plan, Role.CONNECTOR, INBOUND, TCP, Service.HTTPS.port()))
        .contains(listed(Peer.CLIENTS, Family.IPV4))
        .doesNotContain(members(Role.BALANCER));
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void aRuleThatNamesAGroupHasItsMirrorInThatGroup(String options) {
    Plan plan = Plans.of(options);
    Set<Role> groups = plan.groups().stream().map(Group::role).collect(Collectors.toSet());

    for (Rule rule : plan.rules()) {
      if (rule.other() instanceof RuleEnd.Members end) {
        Direction back = rule.direction() == INBOUND ? OUTBOUND : INBOUND;
        assertThat(groups).contains(end.role());
        assertThat(others(plan, end.role(), back, rule.traffic()))
            .as("mirror of %s", rule.name())
            .contains(members(rule.role()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void onlyConnectorsReachWorkstations(String options) {
    Plan plan = Plans.of(options);

    assertThat(Plans.rules(plan, Role.WORKSTATION, INBOUND))
        .hasSize(3)
        .allMatch(rule -> rule.other().equals(members(Role.CONNECTOR)));
    assertThat(plan.rules())
        .filteredOn(rule -> rule.direction() == INBOUND)
        .filteredOn(rule -> rule.traffic().ports().contains(Service.AGENT.port()))
        .extracting(Rule::role)
        .containsExactly(Role.WORKSTATION);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void nothingIsOpenToTheWorldUnlessAPeerSaysSo(String options) {
    Plan plan = Plans.of(options);

    boolean peersSaySo = options.equals("default-peers");
    assertThat(plan.rules().stream().anyMatch(rule -> rule.other().equals(at("0.0.0.0/0"))))
        .isEqualTo(peersSaySo);
    assertThat(plan.rules())
        .as("a rule names an address only where it is all of them")
        .allMatch(
            rule ->
                !(rule.other() instanceof RuleEnd.Addresses)
                    || rule.other().equals(at("0.0.0.0/0")));
    assertThat(plan.prefixLists())
        .flatExtracting(PrefixList::entries)
        .noneMatch(entry -> entry.prefix() == 0);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void noTwoRulesOpenTheSame(String options) {
    Plan plan = Plans.of(options);
    Set<List<Object>> seen = new HashSet<>();

    for (Rule rule : plan.rules()) {
      assertThat(seen.add(List.of(rule.role(), rule.direction(), rule.traffic(), rule.other())))
          .as(rule.name())
          .isTrue();
    }
    assertThat(plan.rules()).extracting(Rule::name).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void peersThatShareAnAddressShareARuleAndKeepEveryReason() {
    Plan plan = Plans.of("default-peers");

    assertThat(Plans.rules(plan, Role.CONNECTOR, OUTBOUND))
        .filteredOn(rule -> rule.other().equals(new RuleEnd.Addresses(ANYWHERE)))
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.description())
                    .contains("brokering", "licence", "log aggregation", "(row 3)"));
  }

  private static Peers peers(AddressSet clients, AddressSet administrators, AddressSet dns) {
    Peers some = Fixtures.DISTINCT_PEERS;
    return some.with(Peer.CLIENTS, clients)
        .with(Peer.ADMINISTRATORS, administrators)
        .with(Peer.DNS, dns);
  }

  @Test
  void peersThatShareSomeOfTheirAddressesKeepListsOfTheirOwn() {
    AddressSet clients = AddressSet.of("192.0.2.0/26", "192.0.2.64/26");
    AddressSet administrators = AddressSet.of("192.0.2.0/26");
    Plan plan =
        Plans.of(Fixtures.minimal(peers(clients, administrators, AddressSet.of("10.1.1.1"))));

    assertThat(others(plan, Role.BALANCER, INBOUND, TCP, Service.HTTPS.port()))
        .containsExactlyInAnyOrder(
            listed(Peer.CLIENTS, Family.IPV4), listed(Peer.ADMINISTRATORS, Family.IPV4));
    assertThat(entries(plan, Peer.CLIENTS, Family.IPV4)).isEqualTo(clients.prefixes());
    assertThat(entries(plan, Peer.ADMINISTRATORS, Family.IPV4))
        .isEqualTo(administrators.prefixes());
  }

  @Test
  void ofPeersWithTheSameAddressesTheFirstGivesTheList() {
    AddressSet same = AddressSet.of("192.0.2.0/26", "2001:db8::/48");
    Plan plan = Plans.of(Fixtures.minimal(peers(same, same, AddressSet.of("10.1.1.1"))));

    assertThat(others(plan, Role.BALANCER, INBOUND, TCP, Service.HTTPS.port()))
        .containsExactlyInAnyOrder(
            listed(Peer.CLIENTS, Family.IPV4), listed(Peer.CLIENTS, Family.IPV6));
    assertThat(named(plan).get("virginia-balancer-inbound-tcp-443-from-clients-ipv4"))
        .extracting(Rule::description)
        .asString()
        .contains("session negotiation", "management interface");
    assertThat(named(plan))
        .as("only administrators reach connectors directly there")
        .containsKey("virginia-connector-inbound-tcp-443-from-administrators-ipv4");
  }

  @Test
  void familiesAreComparedApart() {
    AddressSet clients = AddressSet.of("192.0.2.0/26", "2001:db8::/48");
    AddressSet administrators = AddressSet.of("192.0.2.0/26", "2001:db8:1::/48");
    Plan plan =
        Plans.of(Fixtures.minimal(peers(clients, administrators, AddressSet.of("10.1.1.1"))));

    assertThat(others(plan, Role.BALANCER, INBOUND, TCP, Service.HTTPS.port()))
        .containsExactlyInAnyOrder(
            listed(Peer.CLIENTS, Family.IPV4),
            listed(Peer.CLIENTS, Family.IPV6),
            listed(Peer.ADMINISTRATORS, Family.IPV6));
  }

  @Test
  void aWholeFamilyIsNamedByItsPrefixBeItInPieces() {
    AddressSet clients = AddressSet.of("0.0.0.0/1", "128.0.0.0/1", "2001:db8::/48");
    Plan plan =
        Plans.of(Fixtures.minimal(peers(clients, AddressSet.EMPTY, AddressSet.of("10.1.1.1"))));

    assertThat(others(plan, Role.CONNECTOR, INBOUND, UDP, Service.PCOIP.port()))
        .containsExactlyInAnyOrder(at("0.0.0.0/0"), listed(Peer.CLIENTS, Family.IPV6));
    assertThat(plan.prefixLists())
        .extracting(PrefixList::name)
        .contains("virginia-clients-ipv6")
        .doesNotContain("virginia-clients-ipv4");
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void thereIsAListForWhatRulesNameAndNoOther(String options) {
    Plan plan = Plans.of(options);

    assertThat(plan.prefixLists())
        .extracting(PrefixList::end)
        .containsExactlyInAnyOrderElementsOf(
            plan.rules().stream()
                .map(Rule::other)
                .filter(RuleEnd.Listed.class::isInstance)
                .map(RuleEnd.Listed.class::cast)
                .collect(Collectors.toSet()));
    assertThat(plan.prefixLists())
        .isNotEmpty()
        .allMatch(list -> list.maxEntries() == list.entries().size())
        .allMatch(list -> list.entries().stream().allMatch(e -> e.family() == list.family()))
        .extracting(PrefixList::name)
        .isSorted()
        .allMatch(name -> name.matches("virginia-[a-z-]+-ipv[46]"));
  }

  @Test
  void otherAddressesOfAPeerTouchItsListOnly() {
    AddressSet old = addresses("198.51.%d.0/24", 25);
    AddressSet now = addresses("203.0.%d.0/24", 24);
    AddressSet dns = AddressSet.of("10.1.1.1");
    Plan before = Plans.of(Fixtures.minimal(peers(old, AddressSet.EMPTY, dns)));
    Plan after = Plans.of(Fixtures.minimal(peers(now, AddressSet.EMPTY, dns)));

    assertThat(after.rules()).isEqualTo(before.rules());
    assertThat(after.prefixLists())
        .filteredOn(list -> !before.prefixLists().contains(list))
        .containsExactly(
            new PrefixList("virginia-clients-ipv4", Peer.CLIENTS, Family.IPV4, 24, now.prefixes()));
    assertThat(after.prefixLists()).hasSameSizeAs(before.prefixLists());
  }

  private static AddressSet addresses(String pattern, int count) {
    return AddressSet.of(
        IntStream.range(0, count).mapToObj(i -> Cidr.of(pattern.formatted(i))).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "radius, 1, 0",
    "legacy-http, 2, 0",
    "dns-over-tcp, 1, 0",
    "license-hosted, 2, 1",
    "license-existing, 1, 1"
  })
  void anOptionTouchesItsOwnRulesOnly(String options, int added, int removed) {
    Map<String, Rule> before = named(Plans.of("minimal"));
    Map<String, Rule> after = named(Plans.of(options));

    assertThat(after.values()).filteredOn(r -> !before.containsKey(r.name())).hasSize(added);
    assertThat(before.values()).filteredOn(r -> !after.containsKey(r.name())).hasSize(removed);
    assertThat(after.values())
        .filteredOn(rule -> before.containsKey(rule.name()))
        .allMatch(rule -> rule.equals(before.get(rule.name())));
  }

  @Test
  void aLegThatGoesLeavesTheRuleThatItShared() {
    Settings with = Fixtures.minimal(Fixtures.DEFAULT_PEERS);
    Settings without =
        Fixtures.settings(
            Fixtures.DEFAULT_PEERS,
            Optional.empty(),
            false,
            Plans.options("license-existing").options().licenseServer(),
            false);
    String shared = "virginia-connector-outbound-tcp-443-to-0-0-0-0-0";

    assertThat(named(Plans.of(with)).get(shared))
        .extracting(Rule::description)
        .asString()
        .contains("licence");
    assertThat(named(Plans.of(without)).get(shared))
        .extracting(Rule::description)
        .asString()
        .doesNotContain("licence")
        .contains("brokering");
  }

  @Test
  void anotherPortOfTheSameServerIsAnotherRule() {
    Settings settings =
        Fixtures.settings(
            Fixtures.DISTINCT_PEERS,
            Optional.of(new Radius(AddressSet.of("10.9.0.20"), 18120)),
            false,
            Optional.empty(),
            false);

    assertThat(others(Plans.of(settings), Role.CONNECTOR, OUTBOUND, UDP, 18120))
        .containsExactly(listed(Peer.RADIUS, Family.IPV4));
    assertThat(others(Plans.of(settings), Role.CONNECTOR, OUTBOUND, UDP, Service.RADIUS.port()))
        .isEmpty();
  }

  @Test
  void theLicenseServersGroupComesWithAHostedOneOnly() {
    assertThat(Plans.of("license-hosted").groups())
        .extracting(Group::role)
        .contains(Role.LICENSE_SERVER);
    assertThat(Plans.of("license-existing").groups())
        .extracting(Group::role)
        .doesNotContain(Role.LICENSE_SERVER);
    assertThat(Plans.rules(Plans.of("license-existing"), Role.WORKSTATION, OUTBOUND))
        .extracting(Rule::other)
        .containsExactly(listed(Peer.OUTSIDE_LICENSE_SERVERS, Family.IPV4));
  }

  @Test
  void theNetworkIsDividedWithoutOverlap() {
    Plan plan = Plans.of("license-hosted");
    Cidr network = plan.vpc().ranges().get(0);
    List<Cidr> subnets =
        Stream.of(plan.vpc().publicRoutes(), plan.vpc().privateRoutes())
            .flatMap(routes -> routes.ranges().stream())
            .toList();

    assertThat(subnets).hasSize(4).allMatch(network::contains);
    for (Cidr one : subnets) {
      assertThat(subnets).filteredOn(one::overlaps).containsExactly(one);
    }
    assertThat(plan.subnets().byRole())
        .containsOnlyKeys(Role.CONNECTOR, Role.WORKSTATION, Role.LICENSE_SERVER)
        .containsEntry(Role.CONNECTOR, plan.vpc().publicRoutes().ranges())
        .containsEntry(Role.WORKSTATION, plan.vpc().privateRoutes().ranges());
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "50"})
  void eachConnectorHasAnAddress(int connectors) {
    Site site = Plans.site("virginia", "us-east-1", connectors, "10.20.0.0/16");

    assertThat(Plans.of(Plans.options("minimal"), site).connectorAddresses())
        .hasSize(connectors)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("virginia-connector-\\d+"));
  }

  @Test
  void namesFitWhateverTheSiteIsCalled() {
    Site site = Plans.site(LONGEST_SITE, "ap-southeast-10", 50, "10.20.0.0/16");
    Plan plan = Plans.of(Plans.options("everything"), site);
    LoadBalancer balancer = plan.balancer().orElseThrow();

    assertThat(names(plan)).allMatch(name -> name.matches("[a-z][a-z0-9-]*[a-z0-9]"));
    assertThat(names(plan)).allMatch(name -> name.contains(LONGEST_SITE) && name.length() <= 100);
    assertThat(plan.rules()).extracting(Rule::name).doesNotHaveDuplicates();
    assertThat(plan.groups()).noneMatch(group -> group.name().startsWith("sg-"));
    assertThat(balancer.name()).hasSizeLessThanOrEqualTo(24);
    assertThat(balancer.targets().name()).hasSizeLessThanOrEqualTo(24);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void descriptionsSayReasonAndRowInTheAllowedAlphabet(String options) {
    assertThat(Plans.of(options).rules())
        .extracting(Rule::description)
        .allMatch(text -> text.matches("[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]{1,255}"))
        .allMatch(text -> text.matches(".*\\((row \\d+|load balancing)\\).*"));
  }

  @Test
  void theBalancerListensAndChecksWhereConnectorsServe() {
    Plan plan = Plans.of("minimal");

    assertThat(plan.balancer())
        .contains(
            new LoadBalancer(
                "nlb-virginia",
                LoadBalancer.Scheme.INTERNET_FACING,
                plan.vpc().publicRoutes().subnets().stream().map(Subnet::name).toList(),
                Set.of(Role.BALANCER),
                List.of(),
                new LoadBalancer.Listener("TCP", Service.HTTPS.port()),
                new TargetGroup(
                    "tg-virginia",
                    "instance",
                    "TCP",
                    Service.HTTPS.port(),
                    true,
                    new TargetGroup.HealthCheck("HTTPS", "/health", 200))));
  }
}
