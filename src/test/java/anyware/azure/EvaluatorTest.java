package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.net.MalformedException;
import anyware.net.PortRange;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Network security groups as the vendor describes them
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview), one rule at
 * a time, at the connector of a site whose network is 10.30.0.0/16.
 */
class EvaluatorTest {
  private static final Plan EMPTY = withRules(List.of());
  private static final RuleEnd ANYBODY = new RuleEnd.Anybody();
  private static final RuleEnd OWN = new RuleEnd.Group(Role.CONNECTOR);
  private static final Traffic WEB = Traffic.of(Protocol.TCP, 443);

  private static Plan withRules(List<Rule> rules) {
    return withConnector(rules, true);
  }

  private static Plan withConnector(List<Rule> rules, boolean attached) {
    Plan plan = AzurePlans.of(AzurePlans.optionSet("everything"));
    List<RoleGroups> roles =
        plan.roles().stream()
            .map(
                p ->
                    new RoleGroups(
                        p.role(),
                        p.name(),
                        p.role() == Role.CONNECTOR ? rules : List.of(),
                        attached))
            .toList();
    return AzurePlans.with(plan, roles);
  }

  private static Rule inbound(
      String name, int priority, Access access, Traffic traffic, RuleEnd from) {
    return new Rule(name, "", priority, Direction.INBOUND, access, List.of(traffic), from, ANYBODY);
  }

  private static Rule outbound(
      String name, int priority, Access access, Traffic traffic, RuleEnd to) {
    return new Rule(name, "", priority, Direction.OUTBOUND, access, List.of(traffic), ANYBODY, to);
  }

  private static Rule of(RuleEnd own) {
    return new Rule(
        "r", "", 100, Direction.INBOUND, Access.ALLOW, List.of(WEB), at("198.51.100.0/24"), own);
  }

  private static RuleEnd at(String... prefixes) {
    return new RuleEnd.Addresses(AddressSet.of(prefixes));
  }

  private static Host outside(String address) {
    try {
      return Host.outside(IpAddress.parse(address));
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  private static Host member(Role role, String address) {
    return Host.member(role, outside(address).address());
  }

  private static Verdict verdict(
      Plan plan, Direction direction, Host other, IpProtocol protocol, int port) {
    Packet packet = new Packet(Role.CONNECTOR, direction, other, protocol, port);
    Firewall evaluator = Evaluator.of(plan);
    Verdict verdict = evaluator.verdict(packet);
    assertThat(evaluator.judge(packet.at(), direction, protocol, port).outcome(other))
        .isEqualTo(verdict.outcome());
    return verdict;
  }

  private static Verdict from(Plan plan, String address) {
    return verdict(plan, Direction.INBOUND, outside(address), IpProtocol.TCP, 443);
  }

  private static Verdict to(Plan plan, String address) {
    return verdict(plan, Direction.OUTBOUND, outside(address), IpProtocol.TCP, 443);
  }

  @ParameterizedTest
  @CsvSource({
    "10.30.0.0, OPEN, AllowVnetInBound",
    "10.30.255.255, OPEN, AllowVnetInBound",
    "10.29.255.255, CLOSED, DenyAllInBound",
    "10.31.0.0, CLOSED, DenyAllInBound",
    "198.51.100.7, CLOSED, DenyAllInBound",
    "2001:db8::1, CLOSED, DenyAllInBound",
    "168.63.129.16, OPEN, AllowVnetInBound",
    "168.63.129.15, CLOSED, DenyAllInBound",
  })
  void withoutRulesOnlyTheNetworkAndTheProbesComeIn(String address, Outcome outcome, String rule) {
    assertThat(from(EMPTY, address))
        .returns(outcome, Verdict::outcome)
        .returns(rule, Verdict::rule);
  }

  @ParameterizedTest
  @CsvSource({
    "10.30.7.7, OPEN, AllowVnetOutBound",
    "8.8.8.8, OPEN, AllowInternetOutBound",
    "2001:db8::1, OPEN, AllowInternetOutBound",
    "10.9.0.30, CLOSED, DenyAllOutBound",
    "172.31.255.255, CLOSED, DenyAllOutBound",
    "172.32.0.0, OPEN, AllowInternetOutBound",
    "192.168.0.1, CLOSED, DenyAllOutBound",
    "100.64.0.1, CLOSED, DenyAllOutBound",
    "fd00::1, CLOSED, DenyAllOutBound",
  })
  void withoutRulesTheNetworkAndThePublicInternetAreReached(
      String address, Outcome outcome, String rule) {
    assertThat(to(EMPTY, address)).returns(outcome, Verdict::outcome).returns(rule, Verdict::rule);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 17, 50, 51, 47})
  void theDefaultRulesAreAboutEveryProtocol(int protocol) {
    IpProtocol any = new IpProtocol(protocol);
    Host inside = outside("10.30.7.7");

    assertThat(verdict(EMPTY, Direction.INBOUND, inside, any, 0).open()).isTrue();
    assertThat(verdict(EMPTY, Direction.INBOUND, outside("8.8.8.8"), any, 0).open()).isFalse();
  }

  @Test
  void theLowestPriorityNumberDecides() {
    Rule allow = inbound("allow", 200, Access.ALLOW, WEB, at("198.51.100.0/24"));
    Rule deny = inbound("deny", 199, Access.DENY, WEB, ANYBODY);
    Rule laterDeny = inbound("deny", 201, Access.DENY, WEB, ANYBODY);

    assertThat(from(withRules(List.of(allow, laterDeny)), "198.51.100.7"))
        .returns(true, Verdict::open)
        .returns("allow", Verdict::rule);
    assertThat(from(withRules(List.of(allow, deny)), "198.51.100.7"))
        .returns(false, Verdict::open)
        .returns("deny", Verdict::rule)
        .satisfies(
            verdict ->
                assertThat(verdict.trace()).last().asString().endsWith("but deny comes first"));
  }

  @Test
  void aRuleIsAboutItsPortsOnly() {
    Rule rule =
        new Rule(
            "ports",
            "",
            100,
            Direction.INBOUND,
            Access.ALLOW,
            List.of(
                new Traffic(Optional.of(IpProtocol.TCP), new PortRange(100, 200)),
                Traffic.of(Protocol.TCP, 443)),
            at("198.51.100.0/24"),
            ANYBODY);
    Plan plan = withRules(List.of(rule));
    Host client = outside("198.51.100.7");

    for (int open : List.of(100, 150, 200, 443)) {
      assertThat(verdict(plan, Direction.INBOUND, client, IpProtocol.TCP, open).open()).isTrue();
      assertThat(verdict(plan, Direction.INBOUND, client, IpProtocol.UDP, open).open()).isFalse();
    }
    for (int closed : List.of(0, 99, 201, 442, 444)) {
      assertThat(verdict(plan, Direction.INBOUND, client, IpProtocol.TCP, closed))
          .returns(false, Verdict::open)
          .satisfies(
              verdict ->
                  assertThat(verdict.trace())
                      .last()
                      .isEqualTo("nearest: ports, but it is for 100-200/tcp, 443/tcp"));
    }
    assertThat(Evaluator.of(plan).portBoundaries(Role.CONNECTOR, Direction.INBOUND, IpProtocol.TCP))
        .contains(100, 201, 443, 444);
  }

  @Test
  void anAddressBesideTheRulesIsANearMiss() {
    Plan plan =
        withRules(List.of(inbound("clients", 100, Access.ALLOW, WEB, at("198.51.100.0/24"))));

    assertThat(from(plan, "198.51.100.0").open()).isTrue();
    assertThat(from(plan, "198.51.100.255").open()).isTrue();
    assertThat(from(plan, "198.51.101.0").trace())
        .last()
        .isEqualTo("nearest: clients, but 198.51.101.0 is not among 198.51.100.0/24");
    assertThat(from(plan, "198.51.99.255").open()).isFalse();
  }

  @Test
  void everyIpv4AddressIsNoIpv6Address() {
    Plan plan = withRules(List.of(inbound("all", 100, Access.ALLOW, WEB, at("0.0.0.0/0"))));

    assertThat(from(plan, "255.255.255.255").open()).isTrue();
    assertThat(from(plan, "2001:db8::1").open()).isFalse();
  }

  @Test
  void membersAreKnownByTheirGroupWhateverTheirAddress() {
    Plan plan =
        withRules(
            List.of(
                inbound("w", 100, Access.ALLOW, WEB, new RuleEnd.Group(Role.WORKSTATION)),
                inbound("rest", 4096, Access.DENY, Traffic.ANY, ANYBODY)));

    assertThat(
            verdict(
                plan,
                Direction.INBOUND,
                member(Role.WORKSTATION, "10.30.128.9"),
                IpProtocol.TCP,
                443))
        .returns(true, Verdict::open);
    assertThat(from(plan, "10.30.128.9"))
        .returns(false, Verdict::open)
        .satisfies(
            verdict ->
                assertThat(verdict.trace())
                    .last()
                    .isEqualTo("nearest: w, but 10.30.128.9 is not among members of workstation"));
    assertThat(
            verdict(
                    plan,
                    Direction.INBOUND,
                    member(Role.LICENSE_SERVER, "10.30.32.9"),
                    IpProtocol.TCP,
                    443)
                .open())
        .isFalse();
  }

  @Test
  void aRuleForAnotherGroupIsNotAppliedThoughTheSubnetHasIt() {
    assertThat(from(withRules(List.of(of(OWN))), "198.51.100.7").open()).isTrue();
    assertThat(from(withRules(List.of(of(ANYBODY))), "198.51.100.7").open()).isTrue();
    assertThat(from(withRules(List.of(of(new RuleEnd.Group(Role.WORKSTATION)))), "198.51.100.7"))
        .returns("DenyAllInBound", Verdict::rule);
  }

  @Test
  void aDestinationMeansTheMachinesThatStandThere() {
    assertThat(from(withRules(List.of(of(at("10.30.0.0/19")))), "198.51.100.7").open()).isTrue();
    assertThat(from(withRules(List.of(of(at("10.30.0.7")))), "198.51.100.7").open()).isTrue();
    assertThat(from(withRules(List.of(of(at("10.30.128.0/17")))), "198.51.100.7").open()).isFalse();
    assertThat(
            from(withRules(List.of(of(new RuleEnd.ServiceTag("VirtualNetwork")))), "198.51.100.7"))
        .returns(true, Verdict::open);
    assertThat(from(withRules(List.of(of(new RuleEnd.ServiceTag("Internet")))), "198.51.100.7"))
        .returns(false, Verdict::open);
  }

  @Test
  void aDenialForSomeMachinesLeavesTheOthersOpen() {
    RuleEnd network = new RuleEnd.ServiceTag("VirtualNetwork");
    Rule some =
        new Rule(
            "some",
            "",
            100,
            Direction.INBOUND,
            Access.DENY,
            List.of(Traffic.ANY),
            network,
            at("10.30.0.0/20"));
    Rule all =
        new Rule(
            "all",
            "",
            100,
            Direction.INBOUND,
            Access.DENY,
            List.of(Traffic.ANY),
            network,
            at("10.30.0.0/20", "10.30.16.0/20"));

    assertThat(from(withRules(List.of(some)), "10.30.7.7").open()).isTrue();
    assertThat(from(withRules(List.of(all)), "10.30.7.7"))
        .returns(false, Verdict::open)
        .returns("all", Verdict::rule);
  }

  @Test
  void probesComeFromTheHostsAddressOnly() {
    Rule deny = inbound("rest", 4096, Access.DENY, Traffic.ANY, ANYBODY);
    Rule probes =
        inbound("probes", 100, Access.ALLOW, WEB, new RuleEnd.ServiceTag("AzureLoadBalancer"));

    assertThat(from(withRules(List.of(deny)), "168.63.129.16").open()).isFalse();
    assertThat(from(withRules(List.of(probes, deny)), "168.63.129.16").open()).isTrue();
    assertThat(from(withRules(List.of(probes, deny)), "168.63.129.17").open()).isFalse();
  }

  @Test
  void anUnknownTagMayMeanAnyPublicAddressAndClosesNone() {
    RuleEnd storage = new RuleEnd.ServiceTag("Storage.NorthEurope");

    assertThat(
            from(withRules(List.of(inbound("s", 100, Access.ALLOW, WEB, storage))), "20.1.2.3")
                .open())
        .isTrue();
    assertThat(
            from(withRules(List.of(inbound("s", 100, Access.ALLOW, WEB, storage))), "10.9.9.9")
                .open())
        .isFalse();
    assertThat(
            to(withRules(List.of(outbound("s", 100, Access.DENY, WEB, storage))), "20.1.2.3")
                .open())
        .isTrue();
  }

  @Test
  void aForeignGroupMayMeanAnyMachineOfTheNetworkAndClosesNone() {
    RuleEnd foreign = new RuleEnd.UnknownGroup("asg-other");
    Rule rest = inbound("rest", 4096, Access.DENY, Traffic.ANY, ANYBODY);
    Plan allowing = withRules(List.of(inbound("f", 100, Access.ALLOW, WEB, foreign), rest));

    assertThat(from(allowing, "10.30.7.7").open()).isTrue();
    assertThat(from(allowing, "10.31.7.7").open()).isFalse();
    assertThat(
            from(withRules(List.of(inbound("f", 100, Access.DENY, WEB, foreign))), "10.30.7.7")
                .open())
        .isTrue();
  }

  @Test
  void severalPartsOfASideMeanAnyOfThem() {
    RuleEnd both =
        new RuleEnd.Several(List.of(new RuleEnd.Group(Role.WORKSTATION), at("198.51.100.0/24")));
    Plan plan =
        withRules(
            List.of(
                inbound("both", 100, Access.ALLOW, WEB, both),
                inbound("rest", 4096, Access.DENY, Traffic.ANY, ANYBODY)));

    assertThat(from(plan, "198.51.100.7").open()).isTrue();
    assertThat(from(plan, "10.30.128.9").trace())
        .last()
        .asString()
        .contains("is not among members of workstation, 198.51.100.0/24");
  }

  @Test
  void icmpIsThatOfIpv4() {
    Traffic icmp = new Traffic(Optional.of(IpProtocol.ICMP), PortRange.ALL);
    Plan plan = withRules(List.of(inbound("ping", 100, Access.ALLOW, icmp, ANYBODY)));

    assertThat(verdict(plan, Direction.INBOUND, outside("8.8.8.8"), IpProtocol.ICMP, 0).open())
        .isTrue();
    assertThat(
            verdict(plan, Direction.INBOUND, outside("2001:db8::1"), IpProtocol.ICMPV6, 0).open())
        .isFalse();
    assertThat(Evaluator.of(plan).protocols()).containsExactly(IpProtocol.ICMP);
  }

  @Test
  void noRuleClosesAzuresOwnServices() {
    Plan plan = withRules(List.of(outbound("rest", 100, Access.DENY, Traffic.ANY, ANYBODY)));

    for (String service : List.of("168.63.129.16", "169.254.169.254")) {
      assertThat(to(plan, service))
          .returns(true, Verdict::open)
          .returns("Azure's own service", Verdict::rule);
      assertThat(Evaluator.of(plan).isBeyondRules(Direction.OUTBOUND, outside(service).address()))
          .isTrue();
      assertThat(Evaluator.of(plan).isBeyondRules(Direction.INBOUND, outside(service).address()))
          .isFalse();
    }
    assertThat(to(plan, "169.254.169.253").open()).isFalse();
  }

  @Test
  void aSubnetWithoutGroupIsNotFiltered() {
    Rule rest = inbound("rest", 100, Access.DENY, Traffic.ANY, ANYBODY);

    assertThat(from(withConnector(List.of(rest), false), "8.8.8.8"))
        .returns(true, Verdict::open)
        .returns("no network security group", Verdict::rule);
  }

  @Test
  void theBalancerFiltersNothingOnItsPort() {
    Firewall evaluator = Evaluator.of(EMPTY);
    Host anybody = outside("8.8.8.8");

    assertThat(
            evaluator.verdict(
                new Packet(Role.BALANCER, Direction.INBOUND, anybody, IpProtocol.TCP, 443)))
        .returns(true, Verdict::open)
        .returns("dublin-balancer", Verdict::rule);
    assertThat(
            evaluator.verdict(
                new Packet(Role.BALANCER, Direction.INBOUND, anybody, IpProtocol.TCP, 444)))
        .returns(false, Verdict::open)
        .satisfies(
            verdict -> assertThat(verdict.trace()).containsExactly("it listens on 443/tcp only"));
    assertThat(
            evaluator
                .verdict(
                    new Packet(Role.BALANCER, Direction.OUTBOUND, anybody, IpProtocol.TCP, 443))
                .open())
        .isFalse();
  }

  @Test
  void aRoleWithoutMachinesHasNothingOpen() {
    Plan minimal = AzurePlans.of(Fixtures.minimal(Fixtures.DISTINCT_PEERS));
    Plan noBalancer =
        AzurePlans.of(
            Fixtures.minimal(Fixtures.DISTINCT_PEERS),
            Fixtures.withoutBalancer(Fixtures.site(Azure.CLOUD)));
    Host inside = outside("10.30.7.7");

    assertThat(
            Evaluator.of(minimal)
                .verdict(
                    new Packet(
                        Role.LICENSE_SERVER, Direction.INBOUND, inside, IpProtocol.TCP, 443)))
        .returns("no machines", Verdict::rule);
    assertThat(
            Evaluator.of(noBalancer)
                .verdict(new Packet(Role.BALANCER, Direction.INBOUND, inside, IpProtocol.TCP, 443)))
        .returns("no balancer", Verdict::rule);
  }

  @Test
  void aVerdictNamesTheReason() {
    Plan plan = AzurePlans.of(AzurePlans.optionSet("everything"));

    assertThat(
            verdict(plan, Direction.OUTBOUND, outside("10.9.0.20"), IpProtocol.UDP, 1812).trace())
        .containsExactly(
            "dublin-connector: priority 2832 allows it: connector-to-radius-radius-udp:"
                + " multi-factor authentication (row 8)");
  }
}
