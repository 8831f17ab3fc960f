package anyware.policy;

import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import anyware.net.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins flows that open the same thing, keeping every justification, and sorts the rest by
 * identity.
 */
final class MergedFlows {
  private MergedFlows() {}

  /** What a flow opens, whoever its peers are. */
  private record Opening(Object from, Object to, Protocol protocol, int port) {
    static Opening of(Flow flow) {
      return new Opening(extent(flow.from()), extent(flow.to()), flow.protocol(), flow.port());
    }

    private static Object extent(End end) {
      // A probe is known by more than its address: Azure's rules name it by a service tag.
      return end instanceof End.Outside outside && outside.peer() != Peer.HEALTH_PROBES
          ? new Extent(outside.addresses())
          : end;
    }
  }

  private record Extent(AddressSet addresses) {}

  static List<Flow> of(List<Flow> flows) {
    Map<Opening, Flow> merged = new LinkedHashMap<>();
    flows.stream()
        .sorted(Comparator.comparing(MergedFlows::peer))
        .forEach(flow -> merged.merge(Opening.of(flow), flow, MergedFlows::join));
    return merged.values().stream().sorted(Comparator.comparing(Flow::id)).toList();
  }

  private static Peer peer(Flow flow) {
    if (flow.from() instanceof End.Outside outside) {
      return outside.peer();
    }
    return flow.to() instanceof End.Outside outside ? outside.peer() : Peer.CLIENTS;
  }

  private static Flow join(Flow first, Flow second) {
    List<Justification> justifications = new ArrayList<>(first.justifications());
    justifications.addAll(second.justifications());
    justifications.sort(Comparator.comparingInt(Justification::row));
    return new Flow(first.from(), first.to(), first.service(), first.protocol(), justifications);
  }
}
