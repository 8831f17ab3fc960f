package anyware.firewall;

import anyware.firewall.Firewall.Judge;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Cidr;
import java.util.Collection;
import java.util.List;

/**
 * Decides alike for everybody.
 *
 * @param outcome what becomes of the packets
 * @param rule what decides
 * @param reason why
 */
public record FixedJudge(Outcome outcome, String rule, String reason) implements Judge {
  @Override
  public Collection<Cidr> prefixes() {
    return List.of();
  }

  @Override
  public Outcome outcome(Host other) {
    return outcome;
  }

  @Override
  public Verdict verdict(Host other) {
    return new Verdict(outcome, rule, List.of(reason));
  }
}
