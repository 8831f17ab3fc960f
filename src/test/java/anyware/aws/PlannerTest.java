package anyware.aws;

import static anyware.net.Direction.INBOUND;
import static anyware.net.Direction.OUTBOUND;
import static anyware.net.Protocol.TCP;
import static anyware.net.Protocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.cloud.Balancer;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpAddress;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.plan.Gate;
import anyware.policy.Policy;
import anyware.settings.Peers;
import anyware.settings.Radius;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {
  private static final Gate SESSIONS =
      new Gate(Role.CONNECTOR, INBOUND, false, UDP, Service.PCOIP.port());
  private static final Gate NEGOTIATION =
      new Gate(Role.CONNECTOR, INBOUND, false, TCP, Service.HTTPS.port());
  private static final Gate BALANCER =
      new Gate(Role.BALANCER, INBOUND, false, TCP, Service.HTTPS.port());
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

  private static RuleEnd listed(Gate gate, Family family) {
    return new RuleEnd.Listed(gate, family);
  }

  private static Gate gate(Role role, Direction direction, Protocol protocol, int port) {
    return new Gate(role, direction, false, protocol, port);
  }

  /** The prefixes of the list that a rule's end stands for. */
  private static List<Cidr> entries(Plan plan, Gate gate, Family family) {
    return plan.prefixLists().stream()
        .filter(list -> list.end().equals(listed(gate, family)))
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
            Stream.of(Plans.vpc(plan).name()),
            tables(plan).flatMap(r -> Stream.concat(Stream.of(r.name()), subnetNames(r))),
            Plans.vpc(plan).natGateways().stream().map(NatGateway::name),
            plan.groups().stream().map(Group::name),
            plan.prefixLists().stream().map(PrefixList::name),
            plan.rules().stream().map(Rule::name),
            plan.balancer().stream().flatMap(b -> Stream.of(b.name(), b.targets().name())),
            plan.connectorAddresses().stream().map(ConnectorAddress::name))
        .flatMap(Function.identity());
  }

  private static Stream<RouteTable> tables(Plan plan) {
    Vpc vpc = Plans.vpc(plan);
    return Stream.concat(Stream.of(vpc.publicRoutes()), vpc.privateRoutes().stream());
  }

  private static Stream<String> subnetNames(RouteTable routes) {
    return routes.subnets().stream().map(Subnet::name);
  }

  @Test
  void clientsReachConnectorsDirectlyForSessionsAndThroughTheBalancerForNegotiation() {
    Plan plan = Plans.of("minimal");

    assertThat(others(plan, Role.CONNECTOR, INBOUND, UDP, Service.PCOIP.port()))
        .containsExactlyInAnyOrder(listed(SESSIONS, Family.IPV4), listed(SESSIONS, Family.IPV6));
    assertThat(others(plan, Role.BALANCER, INBOUND, TCP, Service.HTTPS.port()))
        .containsExactlyInAnyOrder(listed(BALANCER, Family.IPV4), listed(BALANCER, Family.IPV6));
    assertThat(others(plan, Role.CONNECTOR, INBOUND, TCP, Service.HTTPS.port()))
        .containsExactlyInAnyOrder(
            members(Role.BALANCER),
            listed(NEGOTIATION, Family.IPV4),
            listed(NEGOTIATION, Family.IPV6));
    assertThat(entries(plan, SESSIONS, Family.IPV4)).containsExactly(Cidr.of("198.51.100.0/24"));
    assertThat(entries(plan, SESSIONS, Family.IPV6)).containsExactly(Cidr.of("2001:db8:c::/48"));
    assertThat(entries(plan, BALANCER, Family.IPV4))
        .containsExactly(Cidr.of("198.51.100.0/24"), Cidr.of("203.0.113.0/28"));
    assertThat(entries(plan, NEGOTIATION, Family.IPV4)).containsExactly(Cidr.of("203.0.113.0/28"));
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
        .contains(listed(NEGOTIATION, Family.IPV4))
        .doesNotContain(members(Role.BALANCER));
    assertThat(entries(plan, NEGOTIATION, Family.IPV4))
        .containsExactly(Cidr.of("198.51.100.0/24"), Cidr.of("203.0.113.0/28"));
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
        assertThat(
                others(plan, end.role(), back, rule.traffic()).contains(members(rule.role()))
                    || others(plan, end.role(), back, Traffic.ANY).contains(at("0.0.0.0/0")))
            .as("mirror of %s", rule.name())
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void onlyConnectorsReachWorkstationsAndForSessionsClientsInside(String options) {
    Plan plan = Plans.of(options);
    Peers peers = Plans.options(options).options().peers();
    for (Protocol protocol : Set.of(TCP, UDP)) {
      Gate gate = gate(Role.WORKSTATION, INBOUND, protocol, Service.PCOIP.port());
      Set<RuleEnd> expected = new HashSet<>();
      if (!peers.of(Peer.CLIENTS).isEmpty()) {
        expected.add(members(Role.CONNECTOR));
      }
      for (Family family : Family.values()) {
        AddressSet inside = peers.of(Peer.INTERNAL_CLIENTS).of(family);
        if (!inside.isEmpty()) {
          expected.add(listed(gate, family));
          assertThat(entries(plan, gate, family)).isEqualTo(inside.prefixes());
        }
      }
      assertThat(others(plan, Role.WORKSTATION, INBOUND, protocol, Service.PCOIP.port()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(Plans.rules(plan, Role.WORKSTATION, INBOUND))
        .filteredOn(rule -> !rule.traffic().ports().contains(Service.PCOIP.port()))
        .extracting(Rule::other)
        .containsExactly(members(Role.CONNECTOR));
    assertThat(plan.rules())
        .filteredOn(rule -> rule.direction() == INBOUND)
        .filteredOn(rule -> rule.traffic().ports().contains(Service.AGENT.port()))
        .extracting(Rule::role)
        .containsExactly(Role.WORKSTATION);
  }

  /** The rules of directions that are not limited, and no others. */
  private static boolean isOpen(Rule rule) {
    return rule.traffic().equals(Traffic.ANY);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void whatIsNotLimitedIsOpenInBothFamiliesAndWhatIsLimitedIsNot(String options) {
    Plan plan = Plans.of(options);
    Policy policy = Plans.policy(options);

    for (Group group : plan.groups()) {
      for (Direction direction : Direction.values()) {
        assertThat(Plans.rules(plan, group.role(), direction).stream().filter(PlannerTest::isOpen))
            .extracting(Rule::other)
            .containsExactlyInAnyOrderElementsOf(
                policy.isOpen(group.role(), direction)
                    ? List.of(at("0.0.0.0/0"), at("::/0"))
                    : List.of());
        if (policy.isOpen(group.role(), direction)) {
          assertThat(Plans.rules(plan, group.role(), direction))
              .as("besides, what the table asks for says so, and no addendum")
              .allMatch(rule -> isOpen(rule) || rule.description().contains("(row "));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void nothingIsOpenToTheWorldUnlessAPeerSaysSo(String options) {
    Plan plan = Plans.of(options);

    boolean peersSaySo = options.equals("default-peers");
    List<Rule> limited = plan.rules().stream().filter(rule -> !isOpen(rule)).toList();
    assertThat(limited.stream().anyMatch(rule -> rule.other().equals(at("0.0.0.0/0"))))
        .isEqualTo(peersSaySo);
    assertThat(limited)
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
                assertThat(rule.description()).contains("brokering", "log aggregation", "(row 3)"));
  }

  private static Peers peers(AddressSet clients, AddressSet administrators, AddressSet dns) {
    Peers some = Fixtures.DISTINCT_PEERS;
    return some.with(Peer.CLIENTS, clients)
        .with(Peer.ADMINISTRATORS, administrators)
        .with(Peer.DNS, dns);
  }

  @Test
  void peersThatPassTheSameGateShareItsListOfEachFamily() {
    AddressSet clients = AddressSet.of("192.0.2.0/26", "192.0.2.64/26", "2001:db8::/48");
    AddressSet administrators = AddressSet.of("192.0.2.0/26", "2001:db8:1::/48");
    Plan plan =
        Plans.of(Fixtures.minimal(peers(clients, administrators, AddressSet.of("10.1.1.1"))));

    assertThat(others(plan, Role.BALANCER, INBOUND, TCP, Service.HTTPS.port()))
        .containsExactlyInAnyOrder(listed(BALANCER, Family.IPV4), listed(BALANCER, Family.IPV6));
    assertThat(entries(plan, BALANCER, Family.IPV4))
        .containsExactly(Cidr.of("192.0.2.0/26"), Cidr.of("192.0.2.64/26"));
    assertThat(entries(plan, BALANCER, Family.IPV6))
        .containsExactly(Cidr.of("2001:db8::/48"), Cidr.of("2001:db8:1::/48"));
    assertThat(named(plan).get("virginia-balancer-inbound-tcp-443-from-peers-ipv4"))
        .extracting(Rule::description)
        .asString()
        .contains("session negotiation", "management interface");
    assertThat(entries(plan, NEGOTIATION, Family.IPV4))
        .as("only administrators reach connectors directly there")
        .isEqualTo(administrators.of(Family.IPV4).prefixes());
  }

  @Test
  void aWholeFamilyIsNamedByItsPrefixBeItInPieces() {
    AddressSet clients = AddressSet.of("0.0.0.0/1", "128.0.0.0/1", "2001:db8::/48");
    Plan plan =
        Plans.of(Fixtures.minimal(peers(clients, AddressSet.EMPTY, AddressSet.of("10.1.1.1"))));

    assertThat(others(plan, Role.CONNECTOR, INBOUND, UDP, Service.PCOIP.port()))
        .containsExactlyInAnyOrder(at("0.0.0.0/0"), listed(SESSIONS, Family.IPV6));
    assertThat(plan.prefixLists())
        .extracting(PrefixList::name)
        .contains("virginia-connector-inbound-udp-4172-peers-ipv6")
        .doesNotContain("virginia-connector-inbound-udp-4172-peers-ipv4");
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
        .allMatch(name -> name.matches("virginia-[a-z-]+-[0-9]+-peers-ipv[46]"));
  }

  @Test
  void otherAddressesOfAPeerTouchListsOnly() {
    AddressSet old = addresses("198.51.%d.0/24", 25);
    AddressSet now = addresses("203.0.%d.0/24", 24);
    AddressSet dns = AddressSet.of("10.1.1.1");
    Plan before = Plans.of(Fixtures.minimal(peers(old, AddressSet.EMPTY, dns)));
    Plan after = Plans.of(Fixtures.minimal(peers(now, AddressSet.EMPTY, dns)));

    assertThat(after.rules()).isEqualTo(before.rules());
    assertThat(after.prefixLists())
        .filteredOn(list -> !before.prefixLists().contains(list))
        .hasSize(3)
        .allMatch(list -> list.maxEntries() == 24 && list.entries().equals(now.prefixes()))
        .extracting(PrefixList::gate)
        .containsExactlyInAnyOrder(
            BALANCER, SESSIONS, gate(Role.CONNECTOR, INBOUND, TCP, Service.PCOIP.port()));
    assertThat(after.prefixLists()).hasSameSizeAs(before.prefixLists());
  }

  @Test
  void whatOnePeerGivesUpAndAnotherGetsStaysInTheGatesList() {
    AddressSet some = AddressSet.of("192.0.2.0/26");
    AddressSet others = AddressSet.of("192.0.2.64/26");
    Peers peers = Fixtures.DISTINCT_PEERS;
    Plan before =
        Plans.of(
            Fixtures.minimal(peers.with(Peer.ANYWARE_MANAGER, some).with(Peer.SUMO_LOGIC, others)));
    Plan after =
        Plans.of(
            Fixtures.minimal(peers.with(Peer.ANYWARE_MANAGER, others).with(Peer.SUMO_LOGIC, some)));

    assertThat(after).isEqualTo(before);
  }

  private static AddressSet addresses(String pattern, int count) {
    return AddressSet.of(
        IntStream.range(0, count).mapToObj(i -> Cidr.of(pattern.formatted(i))).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "radius, 1,",
    "legacy-http, 2,",
    "dns-over-tcp, 1,",
    "license-hosted, 6, virginia-connector-outbound-tcp-443-to-peers-ipv4",
    "license-existing, 2, virginia-connector-outbound-tcp-443-to-peers-ipv4"
  })
  void anOptionTouchesItsOwnRulesOnly(String options, int added, @Nullable String changed) {
    Map<String, Rule> before = named(Plans.of("minimal"));
    Map<String, Rule> after = named(Plans.of(options));

    assertThat(after.values()).filteredOn(r -> !before.containsKey(r.name())).hasSize(added);
    assertThat(after).containsKeys(before.keySet().toArray(new String[0]));
    assertThat(after.values())
        .filteredOn(rule -> before.containsKey(rule.name()))
        .filteredOn(rule -> !rule.equals(before.get(rule.name())))
        .extracting(Rule::name)
        .as("a shared rule that no longer names the cloud licence server")
        .isEqualTo(changed == null ? List.of() : List.of(changed));
  }

  @Test
  void aLegThatGoesLeavesTheRuleThatItShared() {
    Peers anyone =
        Fixtures.DEFAULT_PEERS.with(Peer.CLOUD_LICENSE_SERVER, AddressSet.of("0.0.0.0/0"));
    Settings with = Fixtures.minimal(anyone);
    Settings without =
        Fixtures.settings(
            anyone,
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
        .containsExactly(listed(gate(Role.CONNECTOR, OUTBOUND, UDP, 18120), Family.IPV4));
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
    assertThat(others(Plans.of("license-existing"), Role.CONNECTOR, OUTBOUND, TCP, 7171))
        .containsExactly(listed(gate(Role.CONNECTOR, OUTBOUND, TCP, 7171), Family.IPV4));
  }

  @Test
  void theNetworkIsDividedWithoutOverlap() {
    Plan plan = Plans.of("license-hosted");
    Cidr network = plan.networkRanges().get(0);
    List<Cidr> subnets = tables(plan).flatMap(routes -> routes.ranges().stream()).toList();

    assertThat(subnets).hasSize(4).allMatch(network::contains);
    for (Cidr one : subnets) {
      assertThat(subnets).filteredOn(one::overlaps).containsExactly(one);
    }
    assertThat(plan.subnets().byRole())
        .containsOnlyKeys(Role.CONNECTOR, Role.WORKSTATION, Role.LICENSE_SERVER)
        .containsEntry(Role.CONNECTOR, Plans.vpc(plan).publicRoutes().ranges())
        .containsEntry(
            Role.WORKSTATION, List.of(Cidr.of("10.20.128.0/18"), Cidr.of("10.20.192.0/18")));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "50"})
  void eachConnectorHasAnAddress(int connectors) {
    Site site = Plans.site("virginia", "us-east-1", connectors, "10.20.0.0/16");

    assertThat(Plans.of(Plans.options("minimal"), site).connectorAddresses())
        .hasSize(connectors)
        .doesNotHaveDuplicates()
        .allMatch(address -> address.instance().isEmpty())
        .extracting(ConnectorAddress::name)
        .allMatch(name -> name.matches("virginia-connector-\\d+"));
  }

  @Test
  void eachZonesPrivateSubnetLeavesByAGatewayInTheSameZone() {
    Vpc vpc = Plans.vpc(Plans.of("minimal"));

    for (int zone = 0; zone < 2; zone++) {
      Subnet open = vpc.publicRoutes().subnets().get(zone);
      RouteTable routes = vpc.privateRoutes().get(zone);
      assertThat(routes.subnets()).extracting(Subnet::zone).containsExactly(open.zone());
      assertThat(routes.nat()).map(NatGateway::subnet).hasValue(open.name());
    }
    assertThat(vpc.publicRoutes().nat()).isEmpty();
    assertThat(Plans.vpc(Plans.of(Plans.options("minimal"), Sites.withoutNat())).natGateways())
        .isEmpty();
  }

  @Test
  void connectorsAddressesAndNatGatewaysArePublic() {
    Settings settings = Plans.options("minimal");

    assertThat(Plans.of(settings, Sites.plain()).regionalObjects())
        .containsEntry("Elastic IPs", 1 + 2);
    assertThat(Plans.of(settings, Sites.withoutNat()).regionalObjects())
        .containsEntry("Elastic IPs", 1);
    assertThat(Plans.of(settings, Sites.existing()).regionalObjects())
        .containsEntry("Elastic IPs", 1);
    assertThat(Plans.of(settings, Sites.internal()).regionalObjects())
        .containsEntry("Elastic IPs", 2);
  }

  @Test
  void anInternalBalancerIsInThePrivateSubnetsOrWhereItsOwnerSays() {
    Settings settings = Plans.options("minimal");
    LoadBalancer created = Plans.of(settings, Sites.internal()).balancer().orElseThrow();
    LoadBalancer existing = Plans.of(settings, Sites.inside()).balancer().orElseThrow();

    assertThat(created.scheme()).isEqualTo(LoadBalancer.Scheme.INTERNAL);
    assertThat(created.subnets())
        .containsExactly("virginia-private-us-east-1-first", "virginia-private-us-east-1-second");
    assertThat(existing.subnets()).containsExactly("subnet-0aaa", "subnet-0bbb");
    assertThat(existing.addresses()).isEmpty();
  }

  @Test
  void addressesGoWithTheirSubnetsInWhateverOrderTheseStand() {
    SiteNetwork.Existing turned =
        new SiteNetwork.Existing("vpc-0abc", List.of("subnet-0bbb", "subnet-0aaa"), Map.of(), true);
    Site site = Fixtures.withNetwork(Sites.inside("10.7.2.10", "10.7.1.10"), turned, 0);
    LoadBalancer balancer = Plans.of(Plans.options("minimal"), site).balancer().orElseThrow();

    assertThat(balancer.subnets()).containsExactly("subnet-0aaa", "subnet-0bbb");
    assertThat(balancer.addresses())
        .extracting(IpAddress::toString)
        .containsExactly("10.7.1.10", "10.7.2.10");
  }

  @Test
  void aBalancerWithAddressesOfItsChoiceIsCalledByItsPlace() {
    Settings settings = Plans.options("minimal");
    String here = name(Plans.of(settings, Sites.internal("10.20.128.10", "10.20.192.10")));
    String same = name(Plans.of(settings, Sites.internal("10.20.128.11", "10.20.192.10")));
    String there = name(Plans.of(settings, Sites.inside("10.7.1.10", "10.7.2.10")));

    assertThat(List.of(here, there)).allMatch(name -> name.matches("nlb-virgini[a-z0-9-]{1,13}"));
    assertThat(same).isEqualTo(here);
    assertThat(there).isNotEqualTo(here);
    assertThat(name(Plans.of(settings, Sites.internal()))).isEqualTo("nlb-virginia");
  }

  private static String name(Plan plan) {
    return plan.balancer().orElseThrow().name();
  }

  @Test
  void instancesGetTheAddressesInTheOrderOfTheSettings() {
    Plan plan =
        Plans.of(Plans.options("minimal"), Sites.withTargets(2, "i-0bbb", "i-0aaa", "i-0ccc"));

    assertThat(plan.connectorAddresses())
        .containsExactly(
            new ConnectorAddress("virginia-connector-1", Optional.of("i-0bbb"), Optional.empty()),
            new ConnectorAddress("virginia-connector-2", Optional.of("i-0aaa"), Optional.empty()));
    assertThat(plan.balancer().orElseThrow().targets().targets())
        .containsExactly(
            new Target("i-0aaa", false), new Target("i-0bbb", false), new Target("i-0ccc", false));
    Plan fewer = Plans.of(Plans.options("minimal"), Sites.withTargets(2, "i-0bbb"));
    assertThat(fewer.connectorAddresses().get(1).instance()).isEmpty();
  }

  @Test
  void targetsThatAreAddressesMakeAnotherKindOfGroup() {
    TargetGroup group =
        Plans.of(Plans.options("minimal"), Sites.withTargets(1, "10.77.0.9", "10.20.0.9"))
            .balancer()
            .orElseThrow()
            .targets();

    assertThat(group.type()).isEqualTo("ip");
    assertThat(group.targets())
        .containsExactly(new Target("10.20.0.9", false), new Target("10.77.0.9", true));
  }

  @Test
  void protectionIsTheEnginesAndTheBalancersOwn() {
    Plan plan = Plans.of(Plans.options("minimal"), Sites.protectedSite());

    assertThat(plan.protect()).isTrue();
    assertThat(plan.balancer().orElseThrow().deletionProtection()).isTrue();
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
        .allMatch(text -> text.matches("[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]{1,255}"));
    assertThat(Plans.of(options).rules())
        .filteredOn(rule -> !isOpen(rule))
        .extracting(Rule::description)
        .allMatch(text -> text.matches(".*\\((row \\d+|addendum A\\d|load balancing)\\).*"));
  }

  @Test
  void theBalancerListensAndChecksWhereConnectorsServe() {
    Plan plan = Plans.of("minimal");

    assertThat(plan.balancer())
        .contains(
            new LoadBalancer(
                "nlb-virginia",
                LoadBalancer.Scheme.INTERNET_FACING,
                true,
                Plans.vpc(plan).publicRoutes().subnets().stream().map(Subnet::name).toList(),
                List.of(),
                Set.of(Role.BALANCER),
                List.of(),
                false,
                new NetworkFront(new Front.Listener("TCP", Service.HTTPS.port()), 350),
                new TargetGroup(
                    "tg-virginia",
                    "instance",
                    "TCP",
                    Service.HTTPS.port(),
                    new TargetGroup.Affinity("source_ip", 0),
                    new TargetGroup.HealthCheck(
                        "HTTPS", "/health", 200, new TargetGroup.Pace(30, 10, 3, 3)),
                    List.of()),
                List.of()));
  }

  @Test
  void layerSevenTakesThoseOfLayerFourAndRedirectsAdministrators() {
    Plan plan = Plans.of(Plans.options("legacy-http"), Sites.application());
    RuleEnd administrators = listed(plan, Role.BALANCER, TCP, Service.HTTP);

    assertThat(others(plan, Role.BALANCER, INBOUND, TCP, Service.HTTPS.port()))
        .isEqualTo(
            others(Plans.of("legacy-http"), Role.BALANCER, INBOUND, TCP, Service.HTTPS.port()));
    assertThat(administrators.addresses(plan.prefixLists()))
        .isEqualTo(AddressSet.of("203.0.113.0/28"));
    assertThat(Plans.rules(plan, Role.BALANCER, OUTBOUND))
        .extracting(Rule::other, rule -> rule.traffic().toString())
        .containsExactly(tuple(members(Role.CONNECTOR), "443/tcp"));
    assertThat(others(plan, Role.CONNECTOR, INBOUND, TCP, Service.HTTPS.port()))
        .contains(members(Role.BALANCER));
    assertThat(others(plan, Role.BALANCER, INBOUND, UDP, Service.PCOIP.port())).isEmpty();
  }

  private static RuleEnd listed(Plan plan, Role role, Protocol protocol, Service service) {
    return others(plan, role, INBOUND, protocol, service.port()).stream()
        .filter(end -> end.isListOf(Family.IPV4))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBalancersNamesFitOnLayerSevenToo() {
    Site site = Plans.site(LONGEST_SITE, "ap-southeast-10", 1, "10.20.0.0/16");
    LoadBalancer balancer =
        Plans.of(
                Plans.options("minimal"),
                Fixtures.withBalancer(
                    site, Optional.of(Sites.application(Balancer.Scheme.INTERNAL))))
            .balancer()
            .orElseThrow();

    assertThat(balancer.name()).startsWith("alb-").hasSizeLessThanOrEqualTo(24);
    assertThat(balancer.scheme()).isEqualTo(LoadBalancer.Scheme.INTERNAL);
    assertThat(balancer.layer()).isEqualTo(7);
  }
}
