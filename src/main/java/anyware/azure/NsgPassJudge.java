package anyware.azure;

import anyware.firewall.NearMiss;
import anyware.firewall.Packet.Host;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one network security group does with packets of one protocol and port.
 *
 * @param group the group's name
 * @param protocol the IP protocol
 * @param port the destination port
 * @param filters every rule in the direction, in order
 * @param matching those of them that are about the traffic, up to one that means everybody
 */
record NsgPassJudge(
    String group,
    IpProtocol protocol,
    int port,
    List<ResolvedRule> filters,
    List<ResolvedRule> matching) {

  /** The rule that decides; null when the group has none for it, which drops the packet. */
  @Nullable ResolvedRule first(Host other) {
    for (ResolvedRule filter : matching) {
      if (filter.includes(other)) {
        return filter;
      }
    }
    return null;
  }

  boolean allows(Host other) {
    ResolvedRule first = first(other);
    return first != null && first.allows();
  }

  String rule(Host other) {
    ResolvedRule first = first(other);
    return first == null ? "no rule" : first.rule().name();
  }

  /** The decision, and, when it is against the packet, the rule that would nearly have let it. */
  List<String> trace(Host other) {
    ResolvedRule first = first(other);
    List<String> trace = new ArrayList<>();
    if (first == null) {
      trace.add(group + ": no rule matches it");
    } else {
      String verb = first.allows() ? "allows" : "denies";
      trace.add("%s: priority %d %s it: %s".formatted(group, first.rule().priority(), verb, first));
    }
    if (first == null || !first.allows()) {
      NearMiss.nearest(misses(other, Optional.ofNullable(first)))
          .ifPresent(miss -> trace.add(miss.toString()));
    }
    return trace;
  }

  private List<NearMiss> misses(Host other, Optional<ResolvedRule> deciding) {
    return filters.stream()
        .filter(filter -> filter.allows() && !DefaultRules.ALL.contains(filter.rule()))
        .map(filter -> new NearMiss(filter.toString(), differences(filter, other, deciding)))
        .toList();
  }

  private List<String> differences(
      ResolvedRule filter, Host other, Optional<ResolvedRule> deciding) {
    List<String> differences = new ArrayList<>();
    if (!filter.carries(protocol, port)) {
      differences.add("it is for " + Traffic.text(filter.rule().traffic()));
    }
    if (!filter.includes(other)) {
      differences.add(other + " is not among " + ends(filter.rule().other()));
    }
    deciding
        .filter(denial -> ResolvedRule.ORDER.compare(denial, filter) < 0)
        .ifPresent(denial -> differences.add(denial.rule().name() + " comes first"));
    return differences;
  }

  private static String ends(RuleEnd side) {
    if (side instanceof RuleEnd.Several several) {
      return several.parts().stream().map(NsgPassJudge::ends).collect(Collectors.joining(", "));
    }
    if (side instanceof RuleEnd.Group group) {
      return "members of " + group.role().slug();
    }
    if (side instanceof RuleEnd.UnknownGroup foreign) {
      return "members of " + foreign.id();
    }
    return String.join(", ", Spelling.prefixes(side));
  }
}
