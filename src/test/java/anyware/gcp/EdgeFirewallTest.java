package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.firewall.FrontEnd;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpProtocol;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cloud Armor by its page: https://cloud.google.com/armor/docs/security-policy-overview, and which
 * requests it is asked about.
 */
class EdgeFirewallTest {
  private static final ArmorRule DENIAL = rule(Integer.MAX_VALUE, Action.DENY, "0.0.0.0/0", "::/0");
  private static final List<ArmorRule> RULES =
      List.of(
          rule(10, Action.DENY, "198.51.100.64/26"),
          rule(20, Action.ALLOW, "198.51.100.0/24", "2001:db8:c::/48"),
          rule(30, Action.DENY, "198.51.100.0/25"),
          DENIAL);

  private static ArmorRule rule(int priority, Action action, String... sources) {
    return new ArmorRule(priority, action, AddressSet.of(sources), "");
  }

  private static EdgeFirewall firewall(
      List<ArmorRule> rules, boolean redirect, Traffic... further) {
    return firewall(EnumSet.allOf(Family.class), rules, redirect, further);
  }

  private static EdgeFirewall firewall(
      Set<Family> families, List<ArmorRule> rules, boolean redirect, Traffic... further) {
    ApplicationBalancer planned =
        Plans.of(Plans.settings("minimal"), Shapes.of("created-layer7"))
            .application()
            .orElseThrow();
    return new EdgeFirewall(
        Evaluator.of(Plans.minimal()),
        new ApplicationBalancer(
            "front",
            planned.kind(),
            443,
            "/health",
            List.of(),
            rules,
            redirect ? families : Set.of(),
            families,
            FrontEnd.ofBoth(List.of(further))));
  }

  private static Verdict inbound(EdgeFirewall firewall, int port, String from) {
    Host other = Host.outside(Cidr.of(from).first());
    return firewall.verdict(
        new Packet(Role.BALANCER, Direction.INBOUND, other, IpProtocol.TCP, port));
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.1, OPEN, front 20",
    "198.51.100.65, CLOSED, front 10",
    "198.51.100.200, OPEN, front 20",
    "2001:db8:c::1, OPEN, front 20",
    "203.0.113.1, CLOSED, front 2147483647",
    "2001:db8:d::1, CLOSED, front 2147483647"
  })
  void theRuleWithTheLowestNumberThatMatchesDecides(String from, Outcome outcome, String rule) {
    Verdict verdict = inbound(firewall(RULES, false), 443, from);

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.rule()).isEqualTo(rule);
  }

  @Test
  void withoutAPolicyEverybodyGetsIn() {
    assertThat(inbound(firewall(List.of(), false), 443, "203.0.113.1").open()).isTrue();
  }

  /** Cloud Armor would let both in. */
  @ParameterizedTest
  @EnumSource
  void aFrontEndReceivesPacketsOfItsAddressesFamilyOnly(Family family) {
    EdgeFirewall firewall = firewall(EnumSet.of(family), List.of(), true);

    for (int port : List.of(80, 443)) {
      assertThat(inbound(firewall, port, "203.0.113.1").open()).isEqualTo(family == Family.IPV4);
      assertThat(inbound(firewall, port, "2001:db8:d::1").open()).isEqualTo(family == Family.IPV6);
    }
    assertThat(inbound(firewall, 443, family == Family.IPV4 ? "2001:db8:d::1" : "203.0.113.1"))
        .isEqualTo(
            new Verdict(
                Outcome.CLOSED,
                "front",
                List.of("its front end there is of " + family.label() + " only")));
  }

  @Test
  void itListensWhereForwardingRulesSayOnly() {
    EdgeFirewall firewall = firewall(RULES, false, Traffic.of(Protocol.TCP, 8443));

    assertThat(inbound(firewall, 80, "198.51.100.1").open()).isFalse();
    assertThat(inbound(firewall, 444, "198.51.100.1").open()).isFalse();
    assertThat(inbound(firewall, 8443, "203.0.113.1").open())
        .as("what somebody added is filtered by nothing that is known")
        .isTrue();
    assertThat(
            firewall
                .judge(Role.BALANCER, Direction.INBOUND, IpProtocol.UDP, 443)
                .outcome(Host.outside(Cidr.of("198.51.100.1").first())))
        .isEqualTo(Outcome.CLOSED);
  }

  @Test
  void aRedirectIsForAnybody() {
    EdgeFirewall firewall = firewall(RULES, true);

    assertThat(inbound(firewall, 80, "203.0.113.1").open()).isTrue();
    assertThat(firewall.isForAnybody(Role.BALANCER, Direction.INBOUND, IpProtocol.TCP, 80))
        .isTrue();
    assertThat(firewall.isForAnybody(Role.BALANCER, Direction.INBOUND, IpProtocol.TCP, 443))
        .isFalse();
    assertThat(firewall.isForAnybody(Role.CONNECTOR, Direction.INBOUND, IpProtocol.TCP, 80))
        .isFalse();
    assertThat(
            firewall(RULES, false)
                .isForAnybody(Role.BALANCER, Direction.INBOUND, IpProtocol.TCP, 80))
        .isFalse();
  }

  @Test
  void nothingKeepsItFromConnecting() {
    Host connector = Host.member(Role.CONNECTOR, Cidr.of("10.40.0.5").first());

    assertThat(
            firewall(RULES, false)
                .verdict(
                    new Packet(Role.BALANCER, Direction.OUTBOUND, connector, IpProtocol.TCP, 443))
                .open())
        .isTrue();
  }

  @Test
  void machinesAreJudgedAsBefore() {
    EdgeFirewall firewall = firewall(RULES, true);

    assertThat(firewall.standpoints(Role.CONNECTOR))
        .isEqualTo(firewall.inner().standpoints(Role.CONNECTOR));
    assertThat(firewall.portBoundaries(Role.CONNECTOR, Direction.INBOUND, IpProtocol.TCP))
        .isEqualTo(
            firewall.inner().portBoundaries(Role.CONNECTOR, Direction.INBOUND, IpProtocol.TCP));
    assertThat(firewall.portBoundaries(Role.BALANCER, Direction.INBOUND, IpProtocol.TCP))
        .containsExactlyInAnyOrder(80, 81, 443, 444);
  }
}
