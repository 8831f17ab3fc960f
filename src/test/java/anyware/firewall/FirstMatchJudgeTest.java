package anyware.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.firewall.Firewall.Judge;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpProtocol;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The first rule that matches decides, and a refusal names the rule that would nearly have not. */
class FirstMatchJudgeTest {
  private static final Traffic WEB = Traffic.of(Protocol.TCP, 443);
  private static final Traffic DNS = Traffic.of(Protocol.UDP, 53);
  private static final FixedJudge DROPPED =
      new FixedJudge(Outcome.CLOSED, "implied rule", "nothing matches");
  private static final Host CLIENT = Host.outside(Cidr.of("198.51.100.7").first());
  private static final Host OTHER = Host.outside(Cidr.of("203.0.113.9").first());
  private static final Host MEMBER = Host.member(Role.CONNECTOR, Cidr.of("10.0.0.5").first());

  private static final ResolvedEnd CLIENTS = at("198.51.100.0/24");
  private static final ResolvedEnd EVERYBODY = at("0.0.0.0/0", "::/0");

  private static ResolvedEnd at(String... prefixes) {
    AddressSet addresses = AddressSet.of(prefixes);
    return ResolvedEnd.at(addresses, addresses.toString());
  }

  private static ResolvedRule allow(String name, int priority, Traffic traffic, ResolvedEnd other) {
    return new ResolvedRule(name, "", priority, Outcome.OPEN, List.of(traffic), other, false);
  }

  private static ResolvedRule deny(String name, int priority, Traffic traffic, ResolvedEnd other) {
    return new ResolvedRule(name, "", priority, Outcome.CLOSED, List.of(traffic), other, false);
  }

  private static Judge web(ResolvedRule... rules) {
    return new FirstMatchRules("", List.of(rules), DROPPED).judge(IpProtocol.TCP, 443);
  }

  @Test
  void theLowestNumberDecidesInWhateverOrderTheRulesAreGiven() {
    ResolvedRule first = deny("first", 100, WEB, CLIENTS);
    ResolvedRule second = allow("second", 200, WEB, EVERYBODY);

    for (Judge judge : List.of(web(first, second), web(second, first))) {
      assertThat(judge.verdict(CLIENT))
          .returns(Outcome.CLOSED, Verdict::outcome)
          .returns("first", Verdict::rule);
      assertThat(judge.verdict(OTHER))
          .isEqualTo(
              new Verdict(Outcome.OPEN, "second", List.of("priority 200 allows it: second")));
    }
  }

  @Test
  void amongEqualsADenialDecides() {
    Judge judge = web(allow("a", 100, WEB, CLIENTS), deny("b", 100, WEB, CLIENTS));

    assertThat(judge.verdict(CLIENT).rule()).isEqualTo("b");
    assertThat(judge.outcome(CLIENT)).isEqualTo(Outcome.CLOSED);
  }

  @Test
  void whereNoRuleMatchesTheDefaultDecides() {
    FixedJudge passed = new FixedJudge(Outcome.OPEN, "implied rule", "nothing matches");
    ResolvedRule rule = allow("web", 100, WEB, CLIENTS);
    Judge open = new FirstMatchRules("", List.of(rule), passed).judge(IpProtocol.UDP, 53);
    Judge none = new FirstMatchRules("group", List.of(), DROPPED).judge(IpProtocol.UDP, 53);

    assertThat(open.verdict(CLIENT))
        .isEqualTo(new Verdict(Outcome.OPEN, "implied rule", List.of("nothing matches")));
    assertThat(none.verdict(CLIENT))
        .isEqualTo(new Verdict(Outcome.CLOSED, "implied rule", List.of("group: nothing matches")));
  }

  @Test
  void aRuleOfOneFamilyLeavesTheOtherToTheRulesBehindIt() {
    Judge judge =
        web(
            deny("ipv4", 100, WEB, EVERYBODY.in(Set.of(Family.IPV4))),
            allow("both", 200, WEB, EVERYBODY));

    assertThat(judge.rule(CLIENT)).isEqualTo("ipv4");
    assertThat(judge.rule(Host.outside(Cidr.of("2001:db8::1").first()))).isEqualTo("both");
  }

  @Test
  void membersAreKnownByTheirRoleAndOutsidersByWhereTheyStand() {
    AddressSet inside = AddressSet.of("10.0.0.0/8");
    ResolvedEnd members = ResolvedEnd.of(Role.CONNECTOR, "members");
    ResolvedEnd strangers = ResolvedEnd.of(Set.of(), AddressSet.EMPTY, inside, "strangers");
    Host stranger = Host.outside(MEMBER.address());

    assertThat(web(allow("r", 100, WEB, members)).outcome(MEMBER)).isEqualTo(Outcome.OPEN);
    assertThat(web(allow("r", 100, WEB, members)).outcome(stranger)).isEqualTo(Outcome.CLOSED);
    assertThat(web(allow("r", 100, WEB, strangers)).outcome(MEMBER)).isEqualTo(Outcome.CLOSED);
    assertThat(web(allow("r", 100, WEB, strangers)).outcome(stranger)).isEqualTo(Outcome.OPEN);
    assertThat(web(allow("r", 100, WEB, members.and(strangers))).outcome(stranger))
        .isEqualTo(Outcome.OPEN);
  }

  @Test
  void edgesAreThoseOfTheRulesThatCanDecide() {
    Judge judge =
        web(
            allow("dns", 100, DNS, at("192.0.2.0/24")),
            allow("web", 200, WEB, CLIENTS),
            deny("rest", 300, WEB, EVERYBODY),
            allow("never asked", 400, WEB, at("203.0.113.0/24")));

    assertThat(judge.prefixes())
        .containsExactlyInAnyOrder(
            Cidr.of("198.51.100.0/24"), Cidr.of("0.0.0.0/0"), Cidr.of("::/0"));
  }

  @Test
  void aRefusalNamesTheAllowanceWithTheFewestDifferences() {
    Judge judge =
        web(
            allow("a", 100, DNS, CLIENTS),
            allow("b", 200, WEB, CLIENTS),
            deny("c", 300, WEB, EVERYBODY));

    assertThat(judge.verdict(OTHER).trace())
        .containsExactly(
            "priority 300 denies it: c",
            "nearest: b, but 203.0.113.9 is not among 198.51.100.0/24");
  }

  @Test
  void anAllowanceBehindTheDenialIsToldSo() {
    Judge judge = web(deny("closed", 100, WEB, EVERYBODY), allow("late", 200, WEB, CLIENTS));

    assertThat(judge.verdict(CLIENT).trace())
        .containsExactly("priority 100 denies it: closed", "nearest: late, but closed comes first");
  }

  @Test
  void allDifferencesOfTheNearestAreTold() {
    Judge judge = web(deny("closed", 100, WEB, EVERYBODY), allow("dns", 200, DNS, CLIENTS));

    assertThat(judge.verdict(OTHER).trace().get(1))
        .isEqualTo(
            "nearest: dns, but it is for 53/udp, and 203.0.113.9 is not among 198.51.100.0/24, and"
                + " closed comes first");
  }

  @Test
  void whatEveryFirewallHasIsNoNearMiss() {
    ResolvedRule builtIn =
        new ResolvedRule(
            "built in", "everywhere", 65000, Outcome.OPEN, List.of(WEB), CLIENTS, true);

    assertThat(web(builtIn).verdict(OTHER).trace()).containsExactly("nothing matches");
    assertThat(web(builtIn).verdict(CLIENT).trace())
        .containsExactly("priority 65000 allows it: built in: everywhere");
  }
}
