package anyware.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.IpProtocol;
import anyware.net.Port;
import anyware.settings.Endpoint;
import anyware.settings.Expectation;
import anyware.settings.Expectation.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditResultTest {
  private static final AuditedSite FAITHFUL = AuditedSites.faithful("minimal");
  private static final AuditedSite WRONG =
      AuditedSites.of(AuditedSites.options("minimal"), AuditedSites.options("default-peers"));

  private static Expectation closedTo(Role role) {
    return new Expectation(
        "expect.closed[0]",
        State.CLOSED,
        new Endpoint.At(Cidr.of("198.51.100.7")),
        new Endpoint.OfRole(role),
        new Port(IpProtocol.UDP, 4172),
        Optional.empty());
  }

  @Test
  void aFaithfulStackHasNothingToSay() {
    AuditResult auditResult =
        AuditResult.of(List.of(FAITHFUL), List.of(closedTo(Role.WORKSTATION)));

    assertThat(auditResult.holds()).isTrue();
    assertThat(auditResult.lines(20)).isEmpty();
  }

  @Test
  void linesAreTheWorstFirstAndTheRestIsCounted() {
    AuditResult auditResult =
        AuditResult.of(List.of(FAITHFUL, WRONG), List.of(closedTo(Role.CONNECTOR)));
    int all = auditResult.disagreements().size() + auditResult.unmet().size();

    assertThat(auditResult.holds()).isFalse();
    assertThat(auditResult.lines(all)).hasSize(all);
    assertThat(auditResult.lines(2))
        .hasSize(3)
        .first()
        .asString()
        .contains("is open to the internet");
    assertThat(auditResult.lines(2).get(2)).isEqualTo("and " + (all - 2) + " more");
  }

  @Test
  void someSitesAreNotHeldToExpectationsAboutOthers() {
    List<Expectation> expectations = List.of(closedTo(Role.LICENSE_SERVER));

    assertThat(AuditResult.of(List.of(FAITHFUL), expectations).holds()).isFalse();
    assertThat(AuditResult.ofSome(List.of(FAITHFUL), expectations).holds()).isTrue();
  }

  @Test
  void rolesWhoseFirewallIsNotKnownAreLeftAside() {
    AuditedSite wrong =
        AuditedSites.of(AuditedSites.options("minimal"), AuditedSites.options("legacy-http"));
    AuditedSite partly =
        new AuditedSite(
            wrong.site(),
            wrong.network(),
            wrong.policy(),
            wrong.firewall(),
            wrong.roleSubnets(),
            Set.of(Role.WORKSTATION));

    assertThat(wrong.findings()).isNotEmpty();
    assertThat(partly.findings()).isEmpty();
  }
}
