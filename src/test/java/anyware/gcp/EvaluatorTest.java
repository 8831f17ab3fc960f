package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.FrontEnd;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.net.MalformedException;
import anyware.net.PortRange;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor's page says, rule by rule: https://cloud.google.com/firewall/docs/firewalls. */
class EvaluatorTest {
  private static final String NETWORK = "vpc";
  private static final Traffic HTTPS = Traffic.of(Protocol.TCP, 443);
  private static final Target CONNECTORS = Target.tagged("c");
  private static final RuleEnd CLIENTS = RuleEnd.at(AddressSet.of("198.51.100.0/24"));
  private static final RuleEnd ANYONE = RuleEnd.at(AddressSet.of("0.0.0.0/0"));
  private static final Host CLIENT = outside("198.51.100.7");
  private static final Host CONNECTOR = Host.member(Role.CONNECTOR, address("10.40.0.5"));
  private static final Host WORKSTATION = Host.member(Role.WORKSTATION, address("10.40.128.5"));

  private static final ResolutionContext CONTEXT =
      new ResolutionContext(
          Map.of(
              Role.CONNECTOR,
              new Machine(
                  NETWORK, Set.of("c", "http"), Optional.of("c@p"), AddressSet.of("10.40.0.0/19")),
              Role.WORKSTATION,
              new Machine(NETWORK, Set.of("w"), Optional.empty(), AddressSet.EMPTY),
              Role.LICENSE_SERVER,
              new Machine("other", Set.of("w"), Optional.empty(), AddressSet.EMPTY)),
          AddressSet.of("10.40.0.0/16"));

  private static IpAddress address(String text) {
    try {
      return IpAddress.parse(text);
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Host outside(String address) {
    return Host.outside(address(address));
  }

  private static Rule rule(
      String name, Action action, int priority, RuleEnd remote, Traffic... traffic) {
    return rule(name, Direction.INBOUND, action, priority, CONNECTORS, remote, traffic);
  }

  private static Rule rule(
      String name,
      Direction direction,
      Action action,
      int priority,
      Target target,
      RuleEnd remote,
      Traffic... traffic) {
    return new Rule(
        name, direction, action, priority, target, remote, List.of(traffic), "reason of " + name);
  }

  private static Rule inbound(Target target, Action action, RuleEnd remote) {
    return rule("rule", Direction.INBOUND, action, 1000, target, remote, HTTPS);
  }

  private static Firewall evaluator(Rule... rules) {
    return Evaluator.of(
        Map.of(NETWORK, List.of(rules)),
        CONTEXT,
        Optional.of(
            Evaluator.listener("front", FrontEnd.ofBoth(List.of(Traffic.of(Protocol.TCP, 443))))));
  }

  private static Verdict into(Role role, Host other, IpProtocol protocol, int port, Rule... rules) {
    return evaluator(rules).verdict(new Packet(role, Direction.INBOUND, other, protocol, port));
  }

  private static Verdict https(Host from, Rule... rules) {
    return into(Role.CONNECTOR, from, IpProtocol.TCP, 443, rules);
  }

  private static Verdict outOf(Role role, Host other, Rule... rules) {
    return evaluator(rules)
        .verdict(new Packet(role, Direction.OUTBOUND, other, IpProtocol.TCP, 443));
  }

  @Test
  void withoutRulesNothingEntersAndEverythingLeaves() {
    assertThat(https(CLIENT).rule()).isEqualTo("implied deny ingress");
    assertThat(https(CLIENT).open()).isFalse();
    assertThat(https(outside("2001:db8::1")).open()).isFalse();
    assertThat(outOf(Role.CONNECTOR, CLIENT).rule()).isEqualTo("implied allow egress");
    assertThat(outOf(Role.CONNECTOR, CLIENT).open()).isTrue();
    assertThat(outOf(Role.CONNECTOR, outside("2001:db8::1")).open()).isTrue();
  }

  @Test
  void anAllowanceOpensAndSaysWhy() {
    Verdict verdict = https(CLIENT, rule("clients", Action.ALLOW, 1000, CLIENTS, HTTPS));

    assertThat(verdict.outcome()).isEqualTo(Outcome.OPEN);
    assertThat(verdict.rule()).isEqualTo("clients");
    assertThat(verdict.trace())
        .containsExactly("priority 1000 allows it: clients: reason of clients");
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.0, 443, OPEN",
    "198.51.100.255, 443, OPEN",
    "198.51.99.255, 443, CLOSED",
    "198.51.101.0, 443, CLOSED",
    "198.51.100.7, 442, CLOSED",
    "198.51.100.7, 444, CLOSED",
    "2001:db8::1, 443, CLOSED"
  })
  void anAllowanceOpensNothingBesideItself(String from, int port, Outcome outcome) {
    Rule rule = rule("clients", Action.ALLOW, 1000, CLIENTS, HTTPS);

    assertThat(into(Role.CONNECTOR, outside(from), IpProtocol.TCP, port, rule).outcome())
        .isEqualTo(outcome);
    assertThat(into(Role.CONNECTOR, outside(from), IpProtocol.UDP, port, rule).open()).isFalse();
  }

  @Test
  void aMissIsExplainedByTheNearestAllowance() {
    Rule web = rule("web", Action.ALLOW, 1000, CLIENTS, HTTPS);
    Rule pcoip = rule("pcoip", Action.ALLOW, 1000, ANYONE, Traffic.of(Protocol.UDP, 4172));

    assertThat(
            into(Role.CONNECTOR, outside("203.0.113.9"), IpProtocol.TCP, 443, web, pcoip).trace())
        .containsExactly(
            "no rule matches it", "nearest: pcoip: reason of pcoip, but it is for 4172/udp");
    assertThat(https(outside("203.0.113.9"), web).trace())
        .contains("nearest: web: reason of web, but 203.0.113.9 is not among 198.51.100.0/24");
  }

  @Test
  void theLowestPriorityNumberDecides() {
    Rule allow = rule("allow", Action.ALLOW, 1000, CLIENTS, HTTPS);
    Rule early = rule("early", Action.DENY, 999, ANYONE, Traffic.ANY);
    Rule late = rule("late", Action.DENY, 1001, ANYONE, Traffic.ANY);

    assertThat(https(CLIENT, allow, early).rule()).isEqualTo("early");
    assertThat(https(CLIENT, allow, early).trace())
        .contains("nearest: allow: reason of allow, but early comes first");
    assertThat(https(CLIENT, allow, late).rule()).isEqualTo("allow");
  }

  @Test
  void amongEqualsTheDenialDecides() {
    Rule allow = rule("a", Action.ALLOW, 1000, CLIENTS, HTTPS);
    Rule deny = rule("z", Action.DENY, 1000, CLIENTS, HTTPS);

    assertThat(https(CLIENT, allow, deny).rule()).isEqualTo("z");
    assertThat(https(CLIENT, deny, allow).open()).isFalse();
  }

  @Test
  void anAllowanceAtTheImpliedRulesPriorityNeverTakesEffect() {
    assertThat(https(CLIENT, rule("last", Action.ALLOW, 65535, CLIENTS, HTTPS)).open()).isFalse();
    assertThat(https(CLIENT, rule("last", Action.ALLOW, 65534, CLIENTS, HTTPS)).open()).isTrue();
    Rule deny = rule("d", Direction.OUTBOUND, Action.DENY, 65535, CONNECTORS, ANYONE, Traffic.ANY);
    assertThat(outOf(Role.CONNECTOR, CLIENT, deny).rule()).isEqualTo("d");
  }

  @Test
  void aRuleWithoutTargetIsForTheWholeNetworkAndForNoOther() {
    Target all = Target.of(List.of(), List.of(), AddressSet.EMPTY);

    assertThat(https(CLIENT, inbound(all, Action.ALLOW, CLIENTS)).open()).isTrue();
    assertThat(
            into(Role.WORKSTATION, CLIENT, IpProtocol.TCP, 443, inbound(all, Action.ALLOW, CLIENTS))
                .open())
        .isTrue();
    assertThat(
            into(
                    Role.LICENSE_SERVER,
                    CLIENT,
                    IpProtocol.TCP,
                    443,
                    inbound(all, Action.ALLOW, CLIENTS))
                .open())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"c, OPEN", "http, OPEN", "w, CLOSED", "unknown, CLOSED"})
  void aTargetTagPicksTheMachinesThatCarryIt(String tag, Outcome outcome) {
    assertThat(https(CLIENT, inbound(Target.tagged(tag), Action.ALLOW, CLIENTS)).outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECTOR, c@p, ALLOW, OPEN",
    "CONNECTOR, x@p, ALLOW, CLOSED",
    "WORKSTATION, x@p, ALLOW, OPEN"
  })
  void anUnknownAccountIsTakenToBeMeantByAnAllowance(
      Role role, String account, Action action, Outcome outcome) {
    Target target = Target.of(List.of(), List.of(account), AddressSet.EMPTY);

    assertThat(into(role, CLIENT, IpProtocol.TCP, 443, inbound(target, action, CLIENTS)).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void anUnknownAccountIsNotTakenToBeMeantByADenial() {
    Target unknown = Target.of(List.of(), List.of("x@p"), AddressSet.EMPTY);
    Rule allow = inbound(Target.tagged("w"), Action.ALLOW, CLIENTS);
    Rule deny = rule("d", Direction.INBOUND, Action.DENY, 1, unknown, ANYONE, Traffic.ANY);

    assertThat(into(Role.WORKSTATION, CLIENT, IpProtocol.TCP, 443, allow, deny).rule())
        .isEqualTo("rule");
  }

  @ParameterizedTest
  @CsvSource({
    "10.40.0.0/16, OPEN, CLOSED",
    "10.40.0.0/20, OPEN, OPEN",
    "10.50.0.0/16, CLOSED, OPEN"
  })
  void ownAddressesLimitWhomARuleIsFor(String addresses, Outcome allowed, Outcome denied) {
    Target target = Target.of(List.of("c"), List.of(), AddressSet.of(addresses));
    Rule open = rule("open", Action.ALLOW, 1000, CLIENTS, HTTPS);
    Rule deny = rule("deny", Direction.INBOUND, Action.DENY, 1, target, ANYONE, Traffic.ANY);

    assertThat(https(CLIENT, inbound(target, Action.ALLOW, CLIENTS)).outcome()).isEqualTo(allowed);
    assertThat(https(CLIENT, open, deny).outcome()).isEqualTo(denied);
  }

  @Test
  void aSourceTagMeansMachinesAndNotTheirAddresses() {
    Rule rule = inbound(CONNECTORS, Action.ALLOW, RuleEnd.tagged("w"));

    assertThat(https(WORKSTATION, rule).open()).isTrue();
    assertThat(https(CONNECTOR, rule).open()).isFalse();
    assertThat(https(Host.outside(WORKSTATION.address()), rule).open()).isFalse();
  }

  @Test
  void aSourceTagDoesNotReachIntoAnotherNetwork() {
    Host licenseServer = Host.member(Role.LICENSE_SERVER, address("10.60.0.5"));

    assertThat(https(licenseServer, inbound(CONNECTORS, Action.ALLOW, RuleEnd.tagged("w"))).open())
        .isFalse();
  }

  @Test
  void sourcesAreAUnion() {
    RuleEnd either = RuleEnd.of(AddressSet.of("198.51.100.0/24"), List.of("w"), List.of());
    Rule rule = inbound(CONNECTORS, Action.ALLOW, either);

    assertThat(https(CLIENT, rule).open()).isTrue();
    assertThat(https(WORKSTATION, rule).open()).isTrue();
    assertThat(https(outside("203.0.113.9"), rule).open()).isFalse();
  }

  @Test
  void aTagThatNoRoleHasMayBeOnAnyOtherMachineOfTheNetwork() {
    Rule allow = inbound(CONNECTORS, Action.ALLOW, RuleEnd.tagged("bastion"));
    Rule deny = rule("d", Action.DENY, 1, RuleEnd.tagged("bastion"), HTTPS);
    Rule all = rule("all", Action.ALLOW, 1000, ANYONE, HTTPS);

    assertThat(https(outside("10.40.70.1"), allow).open()).isTrue();
    assertThat(https(WORKSTATION, allow).open()).isFalse();
    assertThat(https(CLIENT, allow).open()).isFalse();
    assertThat(https(outside("10.40.70.1"), all, deny).open()).isTrue();
  }

  @Test
  void aSourceAccountMeansItsMachines() {
    RuleEnd account = RuleEnd.of(AddressSet.EMPTY, List.of(), List.of("c@p"));
    Rule rule =
        rule("r", Direction.INBOUND, Action.ALLOW, 1000, Target.tagged("w"), account, HTTPS);

    assertThat(into(Role.WORKSTATION, CONNECTOR, IpProtocol.TCP, 443, rule).open()).isTrue();
    assertThat(into(Role.WORKSTATION, outside("10.40.70.1"), IpProtocol.TCP, 443, rule).open())
        .isFalse();
  }

  @Test
  void anOutboundRuleKnowsAddressesOnly() {
    Rule deny = rule("d", Direction.OUTBOUND, Action.DENY, 65534, CONNECTORS, ANYONE, Traffic.ANY);
    Rule byTag =
        rule("t", Direction.OUTBOUND, Action.ALLOW, 1000, CONNECTORS, RuleEnd.tagged("w"), HTTPS);
    Rule byAddress =
        rule(
            "a",
            Direction.OUTBOUND,
            Action.ALLOW,
            1000,
            CONNECTORS,
            RuleEnd.at(AddressSet.of("10.40.128.0/17")),
            HTTPS);

    assertThat(outOf(Role.CONNECTOR, WORKSTATION, deny, byTag).rule()).isEqualTo("d");
    assertThat(outOf(Role.CONNECTOR, WORKSTATION, deny, byAddress).rule()).isEqualTo("a");
    assertThat(outOf(Role.WORKSTATION, CLIENT, deny).open()).isTrue();
  }

  @Test
  void directionsAreApart() {
    Rule out =
        rule("out", Direction.OUTBOUND, Action.ALLOW, 1000, CONNECTORS, CLIENTS, Traffic.ANY);

    assertThat(https(CLIENT, out).open()).isFalse();
  }

  @Test
  void theMetadataServerIsAlwaysOpen() {
    Rule deny = rule("d", Direction.OUTBOUND, Action.DENY, 0, CONNECTORS, ANYONE, Traffic.ANY);
    Host metadata = outside("169.254.169.254");

    assertThat(outOf(Role.CONNECTOR, metadata, deny).rule()).isEqualTo("metadata server");
    assertThat(outOf(Role.CONNECTOR, outside("fd20:ce::254")).open()).isTrue();
    assertThat(outOf(Role.CONNECTOR, outside("169.254.169.253"), deny).open()).isFalse();
    assertThat(evaluator(deny).isBeyondRules(Direction.OUTBOUND, metadata.address())).isTrue();
    assertThat(evaluator(deny).isBeyondRules(Direction.OUTBOUND, CLIENT.address())).isFalse();
  }

  @Test
  void aRuleOfOneProtocolOpensNoOtherAndOneOfAllOpensEach() {
    Traffic icmp = new Traffic(Optional.of(IpProtocol.ICMP), PortRange.ALL);
    Rule some = rule("some", Action.ALLOW, 1000, CLIENTS, icmp, HTTPS);
    Rule all = rule("all", Action.ALLOW, 1000, CLIENTS, Traffic.ANY);

    assertThat(into(Role.CONNECTOR, CLIENT, IpProtocol.ICMP, 0, some).open()).isTrue();
    assertThat(into(Role.CONNECTOR, CLIENT, IpProtocol.ICMPV6, 0, some).open()).isFalse();
    assertThat(into(Role.CONNECTOR, CLIENT, IpProtocol.TCP, 443, some).open()).isTrue();
    assertThat(into(Role.CONNECTOR, CLIENT, IpProtocol.TCP, 80, some).open()).isFalse();
    assertThat(into(Role.CONNECTOR, CLIENT, IpProtocol.ESP, 0, all).open()).isTrue();
    assertThat(evaluator(some).protocols()).containsOnly(IpProtocol.ICMP, IpProtocol.TCP);
  }

  @Test
  void boundariesAreWherePortsBeginAndEnd() {
    Traffic range = new Traffic(Optional.of(IpProtocol.TCP), new PortRange(8000, 8010));
    Firewall evaluator = evaluator(rule("r", Action.ALLOW, 1000, CLIENTS, range, HTTPS));

    assertThat(evaluator.portBoundaries(Role.CONNECTOR, Direction.INBOUND, IpProtocol.TCP))
        .containsExactlyInAnyOrder(443, 444, 8000, 8011);
    assertThat(evaluator.portBoundaries(Role.CONNECTOR, Direction.INBOUND, IpProtocol.UDP))
        .isEmpty();
    assertThat(evaluator.portBoundaries(Role.BALANCER, Direction.INBOUND, IpProtocol.TCP))
        .containsExactlyInAnyOrder(443, 444);
  }

  @Test
  void onlyMatchingRulesHaveEdges() {
    Rule web = rule("web", Action.ALLOW, 1000, CLIENTS, HTTPS);

    assertThat(
            evaluator(web).judge(Role.CONNECTOR, Direction.INBOUND, IpProtocol.TCP, 443).prefixes())
        .containsAll(CLIENTS.addresses().prefixes());
    assertThat(
            evaluator(web).judge(Role.CONNECTOR, Direction.INBOUND, IpProtocol.TCP, 80).prefixes())
        .doesNotContainAnyElementsOf(CLIENTS.addresses().prefixes());
  }

  @Test
  void aPassthroughBalancerTakesAnyoneOnItsPort() {
    assertThat(into(Role.BALANCER, CLIENT, IpProtocol.TCP, 443).rule()).isEqualTo("front");
    assertThat(into(Role.BALANCER, outside("203.0.113.9"), IpProtocol.TCP, 443).open()).isTrue();
    assertThat(into(Role.BALANCER, CLIENT, IpProtocol.TCP, 80).open()).isFalse();
    assertThat(into(Role.BALANCER, CLIENT, IpProtocol.UDP, 443).open()).isFalse();
    assertThat(outOf(Role.BALANCER, CLIENT).open()).isFalse();
  }

  @Test
  void aRoleOrBalancerThatIsNotThereIsClosed() {
    Firewall empty =
        Evaluator.of(Map.of(), new ResolutionContext(Map.of(), AddressSet.EMPTY), Optional.empty());

    assertThat(
            empty
                .judge(Role.CONNECTOR, Direction.OUTBOUND, IpProtocol.TCP, 443)
                .verdict(CLIENT)
                .trace())
        .containsExactly("no machine has the role connector");
    assertThat(empty.judge(Role.BALANCER, Direction.INBOUND, IpProtocol.TCP, 443).outcome(CLIENT))
        .isEqualTo(Outcome.CLOSED);
  }

  @Test
  void aPlanMustLeaveTheRestToThePlatformAndAForeignNetworkNeedNot() {
    Firewall plan = Evaluator.of(Plans.minimal());

    assertThat(plan.platformDefault(Role.WORKSTATION, Direction.INBOUND, CLIENT))
        .contains(Outcome.CLOSED);
    assertThat(plan.platformDefault(Role.WORKSTATION, Direction.OUTBOUND, CLIENT))
        .contains(Outcome.OPEN);
    assertThat(plan.platformDefault(Role.BALANCER, Direction.OUTBOUND, CLIENT)).isEmpty();
    assertThat(evaluator().platformDefault(Role.WORKSTATION, Direction.OUTBOUND, CLIENT)).isEmpty();
  }

  @Test
  void aPlansOwnRulesGiveTheReasonsAndRows() {
    Plan plan = Plans.option("everything");
    Packet packet = new Packet(Role.CONNECTOR, Direction.INBOUND, CLIENT, IpProtocol.UDP, 4172);

    assertThat(Evaluator.of(plan).verdict(packet))
        .isEqualTo(
            new Verdict(
                Outcome.OPEN,
                "iowa-connector-inbound-udp-4172-v4",
                List.of(
                    "priority 1000 allows it: iowa-connector-inbound-udp-4172-v4: PCoIP"
                        + " sessions (row 5)")));
  }
}
