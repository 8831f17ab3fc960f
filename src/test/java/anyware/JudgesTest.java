package anyware;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.AuditedSite;
import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Firewall.Judge;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a judge says in short is what it says in words. */
class JudgesTest {
  private static final List<String> ADDRESSES =
      List.of(
          "198.51.100.1",
          "10.9.0.10",
          "8.8.8.8",
          "168.63.129.16",
          "169.254.169.254",
          "2001:db8:c::1");

  @ParameterizedTest
  @ValueSource(strings = {"default-peers", "minimal", "everything"})
  void theShortAnswersAreThoseOfTheVerdict(String options) {
    StackPlan plan =
        StackPlan.of("test", Optional.ofNullable(Fixtures.optionSets().get(options)).orElseThrow());
    for (AuditedSite audited : plan.audited()) {
      List<Host> others = others(audited);
      for (Firewall firewall : List.of(audited.wanted(), audited.firewall())) {
        for (Role role : Role.values()) {
          for (Direction direction : Direction.values()) {
            for (int port : new int[] {0, 53, 443, 4172, 60443}) {
              for (IpProtocol protocol : List.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ESP)) {
                check(firewall.judge(role, direction, protocol, port), others);
              }
            }
          }
        }
      }
    }
  }

  private static void check(Judge judge, List<Host> others) {
    for (Host other : others) {
      Verdict verdict = judge.verdict(other);
      assertThat(judge.rule(other)).as("%s, %s", judge, other).isEqualTo(verdict.rule());
      assertThat(judge.outcome(other)).as("%s, %s", judge, other).isEqualTo(verdict.outcome());
    }
  }

  private static List<Host> others(AuditedSite audited) {
    List<Host> others = new ArrayList<>();
    ADDRESSES.forEach(text -> others.add(Host.outside(address(text))));
    audited
        .roleSubnets()
        .byRole()
        .forEach((role, subnets) -> others.add(Host.member(role, subnets.get(0).first())));
    return others;
  }

  private static IpAddress address(String text) {
    return Cidr.of(text).first();
  }
}
