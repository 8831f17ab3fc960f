package anyware.firewall;

import anyware.firewall.Firewall.Judge;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules of which the first that matches decides, as the machines of one role meet them in one
 * direction.
 *
 * @param group whose rules they are, for traces; empty where a machine has no others
 * @param rules in the order in which they are asked, whatever order they are given in
 * @param otherwise what decides where no rule matches and nothing stands behind them
 * @param behind the rules that are asked where none of these decides
 */
public record FirstMatchRules(
    String group,
    List<ResolvedRule> rules,
    FixedJudge otherwise,
    Optional<FirstMatchRules> behind) {

  /** Sorts the rules. */
  public FirstMatchRules {
    rules = rules.stream().sorted(ResolvedRule.ORDER).toList();
  }

  /** Rules behind which there are no others. */
  public FirstMatchRules(String group, List<ResolvedRule> rules, FixedJudge otherwise) {
    this(group, rules, otherwise, Optional.empty());
  }

  /** All that any rule is about. */
  List<Traffic> traffic() {
    return Stream.concat(
            rules.stream().flatMap(rule -> rule.traffic().stream()),
            behind.stream().flatMap(others -> others.traffic().stream()))
        .toList();
  }

  /** The judge of packets with this protocol and destination port. */
  public Judge judge(IpProtocol protocol, int port) {
    List<ResolvedRule> matching = new ArrayList<>();
    for (ResolvedRule rule : rules) {
      if (rule.carries(protocol, port)) {
        matching.add(rule);
        if (rule.other().isEverybody()) {
          break; // No rule behind it is ever asked.
        }
      }
    }
    Judge last = behind.map(others -> others.judge(protocol, port)).orElse(otherwise);
    return FirstMatchJudge.of(this, protocol, port, matching, last);
  }
}
