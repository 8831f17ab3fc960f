package anyware.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.FixedJudge;
import anyware.firewall.Verdict.Outcome;
import anyware.firewall.WrappedFirewall;
import anyware.gcp.Gcp;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.plan.RoleSubnets;
import anyware.policy.Policy;
import anyware.policy.PolicyFirewall;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Connections that a platform takes from anybody as soon as it takes them at all. */
class AuditTest {
  private static final Settings SETTINGS =
      Optional.ofNullable(Fixtures.optionSets().get("minimal")).orElseThrow();
  private static final Site SITE = Fixtures.site(Gcp.CLOUD);
  private static final Policy POLICY = Fixtures.policy(SETTINGS, SITE);

  /**
   * Keeps the policy but at one port of connectors.
   *
   * @param inner the policy
   * @param port the port, of TCP
   * @param outcome what becomes of connections to it, whoever opens them
   * @param forAnybody whether the platform can't tell apart who opens them
   */
  private record Platform(Firewall inner, int port, Outcome outcome, boolean forAnybody)
      implements WrappedFirewall {
    private boolean isIt(Role role, Direction direction, IpProtocol protocol, int at) {
      return role == Role.CONNECTOR
          && direction == Direction.INBOUND
          && protocol.equals(IpProtocol.TCP)
          && at == port;
    }

    @Override
    public Judge judge(Role role, Direction direction, IpProtocol protocol, int at) {
      return isIt(role, direction, protocol, at)
          ? new FixedJudge(outcome, "platform", "whoever it is")
          : inner.judge(role, direction, protocol, at);
    }

    @Override
    public List<Firewall> standpoints(Role role) {
      return List.of(this);
    }

    @Override
    public boolean isForAnybody(Role role, Direction direction, IpProtocol protocol, int at) {
      return forAnybody && isIt(role, direction, protocol, at);
    }
  }

  private static List<Finding> findings(int port, Outcome outcome, boolean forAnybody) {
    Firewall platform = new Platform(new PolicyFirewall(POLICY), port, outcome, forAnybody);
    return Audit.of(POLICY, platform, RoleSubnets.NONE);
  }

  @Test
  void othersMayGetInWhereSomebodyHasTo() {
    assertThat(findings(4172, Outcome.OPEN, true)).isEmpty();
    assertThat(findings(4172, Outcome.OPEN, false))
        .isNotEmpty()
        .allMatch(finding -> finding.kind() == Finding.Kind.TOO_WIDE);
  }

  @Test
  void nobodyMayWhereNobodyHasTo() {
    assertThat(findings(4173, Outcome.OPEN, true))
        .isNotEmpty()
        .allMatch(finding -> finding.kind() == Finding.Kind.TOO_WIDE);
  }

  @Test
  void whoHasToGetInMustNotBeKeptOut() {
    assertThat(findings(4172, Outcome.CLOSED, true))
        .isNotEmpty()
        .allMatch(finding -> finding.kind() == Finding.Kind.TOO_NARROW);
  }
}
