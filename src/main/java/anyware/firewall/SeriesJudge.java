package anyware.firewall;

import anyware.firewall.Firewall.Judge;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges one behind the other: a packet passes when all let it pass, and the first that does not
 * decides.
 *
 * @param judges in the order in which a packet meets them; not empty
 */
record SeriesJudge(List<? extends Judge> judges) implements Judge {

  @Override
  public Collection<Cidr> prefixes() {
    List<Cidr> prefixes = new ArrayList<>();
    for (Judge judge : judges) {
      prefixes.addAll(judge.prefixes());
    }
    return prefixes;
  }

  @Override
  public Outcome outcome(Host other) {
    for (Judge judge : judges) {
      if (judge.outcome(other) == Outcome.CLOSED) {
        return Outcome.CLOSED;
      }
    }
    return Outcome.OPEN;
  }

  @Override
  public String rule(Host other) {
    Set<String> passed = new LinkedHashSet<>();
    for (Judge judge : judges) {
      String rule = judge.rule(other);
      if (judge.outcome(other) == Outcome.CLOSED) {
        return rule;
      }
      passed.add(rule);
    }
    return String.join(" and ", passed);
  }

  @Override
  public Optional<String> assumed(Host other) {
    return judges.stream().flatMap(judge -> judge.assumed(other).stream()).findFirst();
  }

  @Override
  public Verdict verdict(Host other) {
    List<String> trace = new ArrayList<>();
    for (Judge judge : judges) {
      trace.addAll(judge.verdict(other).trace());
      if (judge.outcome(other) == Outcome.CLOSED) {
        break;
      }
    }
    return new Verdict(outcome(other), rule(other), trace);
  }
}
