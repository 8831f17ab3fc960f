package anyware.firewall;

import anyware.firewall.Firewall.Judge;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules of which the first that matches decides, as the machines of one role meet them in one
 * direction.
 *
 * @param group whose rules they are, for traces; empty where a machine has no others
 * @param rules in the order in which they are asked, whatever order they are given in
 * @param otherwise what decides where no rule matches
 */
public record FirstMatchRules(String group, List<ResolvedRule> rules, FixedJudge otherwise) {

  /** Sorts the rules. */
  public FirstMatchRules {
    rules = rules.stream().sorted(ResolvedRule.ORDER).toList();
  }

  /** All that any rule is about. */
  List<Traffic> traffic() {
    return rules.stream().flatMap(rule -> rule.traffic().stream()).toList();
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
    return new FirstMatchJudge(this, protocol, port, matching);
  }
}
