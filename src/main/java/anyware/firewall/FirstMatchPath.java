package anyware.firewall;

import anyware.firewall.Firewall.Judge;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.List;
import java.util.Optional;

/**
 * What packets to or from the machines of one role meet in one direction.
 *
 * @param groups the groups of rules in the order in which they are met, each of which must let a
 *     packet pass; not empty
 * @param untouched what decides about any traffic while nobody has made a rule, where that has to
 *     stay wherever the policy asks for nothing
 */
public record FirstMatchPath(List<FirstMatchRules> groups, Optional<Judge> untouched) {

  /** Copies the groups. */
  public FirstMatchPath {
    groups = List.copyOf(groups);
  }

  /** All that any rule is about. */
  List<Traffic> traffic() {
    return groups.stream().flatMap(group -> group.traffic().stream()).toList();
  }

  /** The judge of packets with this protocol and destination port. */
  Judge judge(IpProtocol protocol, int port) {
    return groups.size() == 1
        ? groups.get(0).judge(protocol, port)
        : new SeriesJudge(groups.stream().map(group -> group.judge(protocol, port)).toList());
  }
}
