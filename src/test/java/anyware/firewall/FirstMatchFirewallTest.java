package anyware.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Groups one behind the other, services that no rule is asked about, and a balancer. */
class FirstMatchFirewallTest {
  private static final Traffic WEB = Traffic.of(Protocol.TCP, 443);
  private static final FixedJudge DROPPED =
      new FixedJudge(Outcome.CLOSED, "no rule", "no rule matches it");
  private static final Host CLIENT = Host.outside(Cidr.of("198.51.100.7").first());
  private static final Host SERVICE = Host.outside(Cidr.of("169.254.169.254").first());
  private static final BeyondRules BEYOND =
      new BeyondRules(
          Set.of(Direction.OUTBOUND),
          AddressSet.of("169.254.169.254/32"),
          "own service",
          "nobody can close it");

  private static FirstMatchRules group(String name, ResolvedRule... rules) {
    return new FirstMatchRules(name, List.of(rules), DROPPED);
  }

  private static FirstMatchRules opening(String name, String rule) {
    AddressSet clients = AddressSet.of("198.51.100.0/24");
    return group(
        name,
        new ResolvedRule(
            rule, "", 100, Outcome.OPEN, List.of(WEB), ResolvedEnd.at(clients, "clients"), false));
  }

  private static Firewall firewall(Optional<Listener> listener, FirstMatchRules... groups) {
    FirstMatchPath path =
        new FirstMatchPath(
            List.of(groups), Optional.of(new FixedJudge(Outcome.CLOSED, "default", "")));
    return new FirstMatchFirewall(
        Map.of(Role.CONNECTOR, Map.of(Direction.INBOUND, path, Direction.OUTBOUND, path)),
        listener,
        BEYOND);
  }

  private static Verdict web(Firewall firewall, Role role, Direction direction, Host other) {
    return firewall.verdict(new Packet(role, direction, other, IpProtocol.TCP, 443));
  }

  @Test
  void everyGroupMustLetAPacketPass() {
    Firewall both = firewall(Optional.empty(), opening("subnet", "a"), opening("interface", "b"));
    Firewall first = firewall(Optional.empty(), group("subnet"), opening("interface", "b"));
    Firewall second = firewall(Optional.empty(), opening("subnet", "a"), group("interface"));

    assertThat(web(both, Role.CONNECTOR, Direction.INBOUND, CLIENT))
        .isEqualTo(
            new Verdict(
                Outcome.OPEN,
                "a and b",
                List.of(
                    "subnet: priority 100 allows it: a", "interface: priority 100 allows it: b")));
    assertThat(web(first, Role.CONNECTOR, Direction.INBOUND, CLIENT))
        .isEqualTo(new Verdict(Outcome.CLOSED, "no rule", List.of("subnet: no rule matches it")));
    assertThat(web(second, Role.CONNECTOR, Direction.INBOUND, CLIENT))
        .isEqualTo(
            new Verdict(
                Outcome.CLOSED,
                "no rule",
                List.of("subnet: priority 100 allows it: a", "interface: no rule matches it")));
  }

  @Test
  void aRuleThatAllGroupsShareIsNamedOnce() {
    Firewall firewall = firewall(Optional.empty(), opening("one", "a"), opening("two", "a"));

    assertThat(web(firewall, Role.CONNECTOR, Direction.INBOUND, CLIENT).rule()).isEqualTo("a");
  }

  @Test
  void noRuleIsAskedAboutThePlatformsOwnServices() {
    Firewall firewall = firewall(Optional.empty(), group("none"));

    assertThat(web(firewall, Role.CONNECTOR, Direction.OUTBOUND, SERVICE))
        .isEqualTo(new Verdict(Outcome.OPEN, "own service", List.of("nobody can close it")));
    assertThat(web(firewall, Role.CONNECTOR, Direction.INBOUND, SERVICE).open()).isFalse();
    assertThat(web(firewall, Role.CONNECTOR, Direction.OUTBOUND, CLIENT).open()).isFalse();
    assertThat(firewall.isBeyondRules(Direction.OUTBOUND, SERVICE.address())).isTrue();
    assertThat(firewall.isBeyondRules(Direction.INBOUND, SERVICE.address())).isFalse();
    assertThat(firewall.platformDefault(Role.CONNECTOR, Direction.OUTBOUND, SERVICE))
        .contains(Outcome.OPEN);
    assertThat(firewall.platformDefault(Role.CONNECTOR, Direction.OUTBOUND, CLIENT))
        .contains(Outcome.CLOSED);
    assertThat(firewall.judge(Role.CONNECTOR, Direction.OUTBOUND, IpProtocol.TCP, 443).prefixes())
        .containsExactly(Cidr.of("169.254.169.254/32"));
  }

  @Test
  void aBalancerTakesWhatItListensForAndOpensNothing() {
    Firewall firewall =
        firewall(
            Optional.of(new Listener("load balancer", "front", FrontEnd.ofBoth(List.of(WEB)))),
            group("none"));

    assertThat(web(firewall, Role.BALANCER, Direction.INBOUND, CLIENT))
        .isEqualTo(new Verdict(Outcome.OPEN, "front", List.of("a load balancer filters nothing")));
    assertThat(
            firewall.verdict(
                new Packet(Role.BALANCER, Direction.INBOUND, CLIENT, IpProtocol.TCP, 80)))
        .isEqualTo(new Verdict(Outcome.CLOSED, "front", List.of("it listens on 443/tcp only")));
    assertThat(web(firewall, Role.BALANCER, Direction.OUTBOUND, CLIENT).open()).isFalse();
    assertThat(firewall.portBoundaries(Role.BALANCER, Direction.INBOUND, IpProtocol.TCP))
        .containsExactlyInAnyOrder(443, 444);
  }

  @Test
  void whereNobodyIsNothingIsOpen() {
    Firewall firewall = firewall(Optional.empty(), opening("one", "a"));

    assertThat(web(firewall, Role.BALANCER, Direction.INBOUND, CLIENT))
        .returns(Outcome.CLOSED, Verdict::outcome)
        .returns("no balancer", Verdict::rule);
    assertThat(web(firewall, Role.WORKSTATION, Direction.INBOUND, CLIENT))
        .returns(Outcome.CLOSED, Verdict::outcome)
        .returns("no machines", Verdict::rule);
    assertThat(firewall.platformDefault(Role.WORKSTATION, Direction.INBOUND, CLIENT)).isEmpty();
  }
}
