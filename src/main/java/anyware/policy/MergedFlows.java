package anyware.policy;

import anyware.catalogue.Party;
import anyware.catalogue.Peer;
import anyware.net.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins flows that open the same thing, keeping every justification, and sorts the rest by
 * identity. A joined flow has the ends of the first in the parties' order.
 */
final class MergedFlows {
  private static final Comparator<Flow> BY_PARTIES =
      Comparator.comparing((Flow flow) -> flow.from().party(), Party.ORDER)
          .thenComparing(flow -> flow.to().party(), Party.ORDER);

  private MergedFlows() {}

  /** What a flow opens, whoever its peers are. */
  private record Opening(Object from, Object to, Protocol protocol, int port) {
    static Opening of(Flow flow) {
      return new Opening(extent(flow.from()), extent(flow.to()), flow.protocol(), flow.port());
    }

    /** A probe is known by more than its address: Azure's rules name it by a service tag. */
    private static Object extent(End end) {
      return end.<Object>fold(
          members -> members,
          outside -> outside.peer() == Peer.HEALTH_PROBES ? outside : outside.addresses());
    }
  }

  static List<Flow> of(List<Flow> flows) {
    Map<Opening, Flow> merged = new LinkedHashMap<>();
    flows.stream()
        .sorted(BY_PARTIES)
        .forEach(flow -> merged.merge(Opening.of(flow), flow, MergedFlows::join));
    return merged.values().stream().sorted(Comparator.comparing(Flow::id)).toList();
  }

  private static Flow join(Flow first, Flow second) {
    List<Justification> justifications = new ArrayList<>(first.justifications());
    justifications.addAll(second.justifications());
    justifications.sort(Justification.BY_ROW);
    return new Flow(first.from(), first.to(), first.service(), first.protocol(), justifications);
  }
}
