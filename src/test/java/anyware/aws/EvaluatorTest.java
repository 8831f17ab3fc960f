package anyware.aws;

import static anyware.net.Direction.INBOUND;
import static anyware.net.Direction.OUTBOUND;
import static anyware.net.IpProtocol.ICMP;
import static anyware.net.IpProtocol.SCTP;
import static anyware.net.IpProtocol.TCP;
import static anyware.net.IpProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.Audit;
import anyware.audit.Finding;
import anyware.catalogue.Role;
import anyware.firewall.Firewall.Judge;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.net.MalformedException;
import anyware.net.PortRange;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.plan.Gate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Security groups as the vendor describes them
 * (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).
 */
class EvaluatorTest {
  private static final Plan BARE = Plans.of("minimal");
  private static final Host CLIENT = outside("198.51.100.7");

  private static Host outside(String address) {
    return Host.outside(address(address));
  }

  private static IpAddress address(String text) {
    try {
      return IpAddress.parse(text);
    } catch (MalformedException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Rule rule(
      String name, Role role, Direction direction, Traffic traffic, RuleEnd other) {
    return new Rule(name, role, direction, traffic, other, "why " + name + " is there");
  }

  private static Traffic ports(IpProtocol protocol, int first, int last) {
    return new Traffic(Optional.of(protocol), new PortRange(first, last));
  }

  private static RuleEnd at(String cidr) {
    return new RuleEnd.Addresses(Cidr.of(cidr));
  }

  /** The groups of the minimal plan with these rules instead of its own. */
  private static Evaluator with(Rule... rules) {
    return with(List.of(), rules);
  }

  /** The same with these lists. */
  private static Evaluator with(List<PrefixList> lists, Rule... rules) {
    return Evaluator.of(
        new Plan(
            BARE.place(),
            BARE.region(),
            BARE.network(),
            BARE.groups(),
            lists,
            List.of(rules),
            BARE.balancer(),
            BARE.connectorAddresses(),
            BARE.protect(),
            BARE.deviations()));
  }

  private static Verdict inbound(Evaluator evaluator, Host from, IpProtocol protocol, int port) {
    return evaluator.verdict(new Packet(Role.CONNECTOR, INBOUND, from, protocol, port));
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void aGroupWithoutRulesPassesNothing(Direction direction) {
    Verdict verdict = with().verdict(new Packet(Role.CONNECTOR, direction, CLIENT, TCP, 443));

    assertThat(verdict.outcome()).isEqualTo(Outcome.CLOSED);
    assertThat(verdict.rule()).isEqualTo("no rule of a security group");
    assertThat(verdict.trace()).hasSize(1);
  }

  @Test
  void aRuleOpensItsPortsToItsAddresses() {
    Evaluator evaluator =
        with(rule("r", Role.CONNECTOR, INBOUND, ports(TCP, 443, 445), at("198.51.100.0/24")));

    Verdict open = inbound(evaluator, CLIENT, TCP, 444);
    assertThat(open.open()).isTrue();
    assertThat(open.rule()).isEqualTo("r");
    assertThat(open.trace()).containsExactly("allowed by r: why r is there");
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, 442, it is for 443-445/tcp",
    "198.51.100.7, 446, it is for 443-445/tcp",
    "198.51.99.255, 443, 'it is from 198.51.100.0/24, not 198.51.99.255'",
    "198.51.101.0, 445, 'it is from 198.51.100.0/24, not 198.51.101.0'",
    "2001:db8::1, 443, 'it is from 198.51.100.0/24, not 2001:db8::1'",
  })
  void oneStepBesideTheRuleIsClosedAndTheRuleIsTheNearest(String from, int port, String but) {
    Evaluator evaluator =
        with(rule("r", Role.CONNECTOR, INBOUND, ports(TCP, 443, 445), at("198.51.100.0/24")));

    Verdict closed = inbound(evaluator, outside(from), TCP, port);
    assertThat(closed.open()).isFalse();
    assertThat(closed.trace()).last().isEqualTo("nearest: r: why r is there, but " + but);
  }

  @Test
  void otherProtocolsAndDirectionsAndRolesStayClosed() {
    Evaluator evaluator =
        with(rule("r", Role.CONNECTOR, INBOUND, ports(TCP, 443, 443), at("0.0.0.0/0")));

    assertThat(inbound(evaluator, CLIENT, UDP, 443).open()).isFalse();
    assertThat(inbound(evaluator, CLIENT, ICMP, 0).open()).isFalse();
    assertThat(evaluator.verdict(new Packet(Role.CONNECTOR, OUTBOUND, CLIENT, TCP, 443)).trace())
        .as("an inbound rule is no near miss of an outbound packet")
        .hasSize(1);
    assertThat(evaluator.verdict(new Packet(Role.WORKSTATION, INBOUND, CLIENT, TCP, 443)).open())
        .isFalse();
  }

  @Test
  void everyProtocolMeansEveryPortOfEachOne() {
    Evaluator evaluator = with(rule("r", Role.CONNECTOR, INBOUND, Traffic.ANY, at("0.0.0.0/0")));

    assertThat(inbound(evaluator, CLIENT, TCP, 0).open()).isTrue();
    assertThat(inbound(evaluator, CLIENT, UDP, 65535).open()).isTrue();
    assertThat(inbound(evaluator, CLIENT, SCTP, 9).open()).isTrue();
    assertThat(inbound(evaluator, CLIENT, new IpProtocol(253), 0).open()).isTrue();
    assertThat(inbound(evaluator, outside("::1"), TCP, 0).open())
        .as("0.0.0.0/0 is IPv4 only")
        .isFalse();
  }

  @Test
  void rulesAddUpInNoOrder() {
    Rule narrow = rule("a", Role.CONNECTOR, INBOUND, ports(TCP, 22, 22), at("198.51.100.7/32"));
    Rule wide = rule("b", Role.CONNECTOR, INBOUND, ports(TCP, 0, 65535), at("198.51.100.0/24"));
    Evaluator one = with(narrow, wide);
    Evaluator other = with(wide, narrow);

    for (Evaluator evaluator : List.of(one, other)) {
      assertThat(inbound(evaluator, CLIENT, TCP, 22).open()).isTrue();
      assertThat(inbound(evaluator, CLIENT, TCP, 23).rule()).isEqualTo("b");
      assertThat(inbound(evaluator, outside("198.51.100.8"), TCP, 22).rule()).isEqualTo("b");
    }
  }

  @Test
  void aGroupAsSourceMeansItsMembersWhateverTheirAddress() {
    Evaluator evaluator =
        with(
            rule(
                "r",
                Role.WORKSTATION,
                INBOUND,
                ports(TCP, 60443, 60443),
                new RuleEnd.Members(Role.CONNECTOR)));
    Judge judge = evaluator.judge(Role.WORKSTATION, INBOUND, TCP, 60443);
    Host connector = Host.member(Role.CONNECTOR, address("10.20.0.4"));
    Host neighbour = Host.member(Role.BALANCER, address("10.20.0.4"));

    assertThat(judge.outcome(connector)).isEqualTo(Outcome.OPEN);
    assertThat(judge.outcome(neighbour)).isEqualTo(Outcome.CLOSED);
    assertThat(judge.outcome(outside("10.20.0.4"))).isEqualTo(Outcome.CLOSED);
    assertThat(judge.prefixes()).isEmpty();
    assertThat(judge.verdict(neighbour).trace())
        .last()
        .isEqualTo(
            "nearest: r: why r is there, but it is from members of connector, not balancer"
                + " 10.20.0.4");
  }

  private static PrefixList list(int port, Family family, String... entries) {
    Gate gate = gate(port);
    return new PrefixList(gate.identity(), gate, family, 5, AddressSet.of(entries).prefixes());
  }

  private static Gate gate(int port) {
    return new Gate(Role.CONNECTOR, INBOUND, false, Protocol.TCP, port);
  }

  @Test
  void aPrefixListMeansTheAddressesOfItsEntries() {
    Evaluator evaluator =
        with(
            List.of(
                list(443, Family.IPV4, "198.51.100.0/25", "198.51.101.0/24"),
                list(443, Family.IPV6, "2001:db8::/48"),
                list(445, Family.IPV4, "203.0.113.0/24"),
                list(444, Family.IPV4)),
            rule("r", Role.CONNECTOR, INBOUND, ports(TCP, 443, 443), listed(443)),
            rule("e", Role.CONNECTOR, INBOUND, ports(TCP, 444, 444), listed(444)));

    assertThat(inbound(evaluator, outside("198.51.100.127"), TCP, 443).rule()).isEqualTo("r");
    assertThat(inbound(evaluator, outside("198.51.101.0"), TCP, 443).open()).isTrue();
    assertThat(inbound(evaluator, outside("198.51.100.128"), TCP, 443).open()).isFalse();
    assertThat(inbound(evaluator, outside("203.0.113.1"), TCP, 443).open())
        .as("in another gate's list")
        .isFalse();
    assertThat(inbound(evaluator, outside("2001:db8::1"), TCP, 443).open())
        .as("in the gate's list of the other family")
        .isFalse();
    assertThat(inbound(evaluator, CLIENT, TCP, 444).open()).as("a list without entries").isFalse();
    assertThat(evaluator.judge(Role.CONNECTOR, INBOUND, TCP, 443).prefixes())
        .containsExactly(Cidr.of("198.51.100.0/25"), Cidr.of("198.51.101.0/24"));
  }

  private static RuleEnd listed(int port) {
    return new RuleEnd.Listed(gate(port), Family.IPV4);
  }

  @Test
  void aListThatIsMissingMayHoldAnyAddress() {
    Evaluator evaluator =
        with(
            List.of(list(443, Family.IPV6, "2001:db8::/48")),
            rule("r", Role.CONNECTOR, INBOUND, ports(TCP, 443, 443), listed(443)));

    assertThat(inbound(evaluator, outside("192.0.2.99"), TCP, 443).open()).isTrue();
    assertThat(inbound(evaluator, outside("2001:db9::1"), TCP, 443).open()).isTrue();
  }

  @Test
  void anotherOwnersGroupMayBeAnyPrivateAddressAndAPrefixListAnyAddress() {
    Evaluator evaluator =
        with(
            rule("g", Role.CONNECTOR, INBOUND, ports(TCP, 1, 1), new RuleEnd.Foreign("sg-9")),
            rule("p", Role.CONNECTOR, INBOUND, ports(TCP, 2, 2), new RuleEnd.Foreign("pl-9")));

    assertThat(inbound(evaluator, outside("10.77.0.1"), TCP, 1).open()).isTrue();
    assertThat(inbound(evaluator, CLIENT, TCP, 1).open()).isFalse();
    assertThat(inbound(evaluator, CLIENT, TCP, 2).open()).isTrue();
    assertThat(inbound(evaluator, outside("2001:db8::1"), TCP, 2).open()).isTrue();
  }

  @Test
  void theNearestRuleDiffersLeast() {
    Evaluator evaluator =
        with(
            rule("a", Role.CONNECTOR, INBOUND, ports(UDP, 53, 53), at("10.0.0.0/8")),
            rule("b", Role.CONNECTOR, INBOUND, ports(TCP, 443, 443), at("10.0.0.0/8")));

    assertThat(inbound(evaluator, CLIENT, TCP, 443).trace()).last().asString().contains("b: why");
  }

  @Test
  void boundariesAreWhereRulesBeginAndEnd() {
    Evaluator evaluator =
        with(
            rule("a", Role.CONNECTOR, INBOUND, ports(TCP, 443, 445), at("10.0.0.0/8")),
            rule("b", Role.CONNECTOR, INBOUND, ports(UDP, 53, 53), at("10.1.0.0/16")),
            rule("c", Role.CONNECTOR, OUTBOUND, Traffic.ANY, at("10.2.0.0/16")),
            rule("d", Role.CONNECTOR, INBOUND, ports(ICMP, 0, 65535), at("10.3.0.0/16")));

    assertThat(evaluator.protocols()).containsExactly(ICMP, TCP, UDP);
    assertThat(evaluator.portBoundaries(Role.CONNECTOR, INBOUND, TCP)).containsExactly(443, 446);
    assertThat(evaluator.portBoundaries(Role.CONNECTOR, OUTBOUND, UDP)).containsExactly(0, 65536);
    assertThat(evaluator.portBoundaries(Role.WORKSTATION, INBOUND, TCP)).isEmpty();
    assertThat(evaluator.judge(Role.CONNECTOR, INBOUND, TCP, 444).prefixes())
        .containsExactly(Cidr.of("10.0.0.0/8"));
    assertThat(evaluator.judge(Role.CONNECTOR, INBOUND, TCP, 446).prefixes()).isEmpty();
  }

  @Test
  void aRoleWithoutGroupIsClosedAndSaysSo() {
    Verdict verdict = with().verdict(new Packet(Role.LICENSE_SERVER, INBOUND, CLIENT, TCP, 7070));

    assertThat(verdict.open()).isFalse();
    assertThat(verdict.trace())
        .containsExactly("nothing is known of a security group of the license-server");
  }

  /** The minimal plan with a balancer that carries other groups. */
  private static Evaluator balancedBy(Set<Role> groups, List<String> others) {
    LoadBalancer balancer = BARE.balancer().orElseThrow();
    return Evaluator.of(
        new Plan(
            BARE.place(),
            BARE.region(),
            BARE.network(),
            BARE.groups(),
            BARE.prefixLists(),
            BARE.rules(),
            Optional.of(
                new LoadBalancer(
                    balancer.name(),
                    balancer.scheme(),
                    balancer.ipv6(),
                    balancer.subnets(),
                    balancer.addresses(),
                    groups,
                    others,
                    balancer.deletionProtection(),
                    balancer.front(),
                    balancer.targets(),
                    balancer.dns())),
            BARE.connectorAddresses(),
            BARE.protect(),
            List.of()));
  }

  private static boolean reachesBalancer(Evaluator evaluator, IpProtocol protocol, int port) {
    return evaluator
        .verdict(new Packet(Role.BALANCER, INBOUND, outside("192.0.2.200"), protocol, port))
        .open();
  }

  @Test
  void aBalancerWithoutGroupOrWithAnUnknownOneLetsEverythingPass() {
    assertThat(reachesBalancer(balancedBy(Set.of(Role.BALANCER), List.of()), TCP, 443)).isFalse();
    assertThat(reachesBalancer(balancedBy(Set.of(), List.of()), TCP, 443)).isTrue();
    assertThat(reachesBalancer(balancedBy(Set.of(), List.of()), UDP, 53)).isTrue();
    Evaluator extended = balancedBy(Set.of(Role.BALANCER), List.of("sg-other"));
    assertThat(reachesBalancer(extended, TCP, 22)).isTrue();
    assertThat(
            extended
                .verdict(new Packet(Role.BALANCER, INBOUND, outside("192.0.2.200"), TCP, 22))
                .rule())
        .isEqualTo("sg-other");
  }

  @Test
  void aBalancerIsAMemberOfTheGroupsThatItCarries() {
    Host node = Host.member(Role.BALANCER, address("10.20.0.9"));

    assertThat(inbound(balancedBy(Set.of(Role.BALANCER), List.of()), node, TCP, 443).open())
        .isTrue();
    assertThat(inbound(balancedBy(Set.of(Role.CONNECTOR), List.of()), node, TCP, 443).open())
        .as("connectors take sessions from the balancer's own group")
        .isFalse();
    assertThat(
            balancedBy(Set.of(Role.CONNECTOR), List.of())
                .verdict(new Packet(Role.BALANCER, INBOUND, outside("198.51.100.7"), UDP, 4172))
                .open())
        .as("with the connectors' group it is open as they are")
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whereNobodyAskedForAnythingTheDefaultGroupLetsEverythingOut(Role role) {
    assertThat(with().platformDefault(role, OUTBOUND, CLIENT)).hasValue(Outcome.OPEN);
    assertThat(with().platformDefault(role, INBOUND, CLIENT)).isEmpty();
  }

  @Test
  void aGroupThatClosesWhatIsNotLimitedIsFound() {
    List<Rule> rules =
        BARE.rules().stream().filter(rule -> !rule.traffic().equals(Traffic.ANY)).toList();

    assertThat(
            Audit.of(
                Plans.policy("minimal"),
                with(BARE.prefixLists(), rules.toArray(Rule[]::new)),
                BARE.roleSubnets()))
        .isNotEmpty()
        .allMatch(finding -> finding.kind() == Finding.Kind.TOO_NARROW)
        .allMatch(finding -> finding.packets().at() == Role.WORKSTATION)
        .allMatch(finding -> finding.packets().direction() == OUTBOUND);
  }

  @Test
  void theBalancersNodesAreInThePublicSubnets() {
    assertThat(BARE.roleSubnets().byRole())
        .containsEntry(Role.BALANCER, Plans.vpc(BARE).publicRoutes().ranges())
        .containsEntry(Role.CONNECTOR, Plans.vpc(BARE).publicRoutes().ranges())
        .containsEntry(
            Role.WORKSTATION, List.of(Cidr.of("10.20.128.0/18"), Cidr.of("10.20.192.0/18")));
    assertThat(BARE.subnets().byRole()).doesNotContainKey(Role.BALANCER);
  }

  @Test
  void whatHasNoPublicAddressIsInThePrivateSubnets() {
    List<Cidr> inner = List.of(Cidr.of("10.20.128.0/18"), Cidr.of("10.20.192.0/18"));
    Plan plan = Plans.of(Plans.options("license-hosted"), Sites.internal());

    assertThat(plan.roleSubnets().byRole())
        .isEqualTo(
            Map.of(
                Role.CONNECTOR, inner,
                Role.WORKSTATION, inner,
                Role.LICENSE_SERVER, inner,
                Role.BALANCER, inner));
  }

  @Test
  void inAnotherOwnersNetworkRolesAreWhereItWasSaid() {
    Plan known = Plans.of(Plans.options("license-hosted"), Sites.inside());
    Plan unknown = Plans.of(Plans.options("license-hosted"), Sites.elsewhere());

    assertThat(known.roleSubnets().byRole())
        .isEqualTo(
            Map.of(
                Role.CONNECTOR, List.of(Cidr.of("10.7.1.0/24")),
                Role.WORKSTATION, List.of(Cidr.of("10.7.4.0/22"))));
    assertThat(known.networkRanges())
        .containsExactly(Cidr.of("10.7.1.0/24"), Cidr.of("10.7.4.0/22"));
    assertThat(unknown.roleSubnets().byRole()).isEmpty();
    assertThat(unknown.networkRanges()).isEmpty();
  }
}
