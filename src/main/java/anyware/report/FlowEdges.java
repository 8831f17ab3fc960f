package anyware.report;

import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A policy as a graph: one edge between two ends, however many flows it carries. */
final class FlowEdges {
  private FlowEdges() {}

  /**
   * All flows between two ends.
   *
   * @param from the opening end's name
   * @param to the accepting end's name
   * @param labels a service with its port and protocol for each flow
   */
  record Edge(String from, String to, List<String> labels) {}

  /** The edges, in the order of the flows' identities. */
  static List<Edge> of(Policy policy) {
    Map<List<String>, List<String>> labels = new LinkedHashMap<>();
    for (Flow flow : policy.flows()) {
      labels
          .computeIfAbsent(
              List.of(name(flow, flow.from()), name(flow, flow.to())), k -> new ArrayList<>())
          .add(flow.service().name() + " " + flow.port() + "/" + flow.protocol().slug());
    }
    return labels.entrySet().stream()
        .map(e -> new Edge(e.getKey().get(0), e.getKey().get(1), List.copyOf(e.getValue())))
        .toList();
  }

  /** Peers that share a flow are drawn as one end that names them all. */
  static String name(Flow flow, End end) {
    return end instanceof End.Outside
        ? String.join(
            " + ",
            flow.justifications().stream().map(why -> why.other().slug()).distinct().toList())
        : end.slug();
  }
}
