package anyware.report;

import anyware.catalogue.Party;
import anyware.policy.Flow;
import anyware.policy.Justification;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
          .computeIfAbsent(List.of(from(flow), to(flow)), k -> new ArrayList<>())
          .add(flow.service().name() + " " + flow.port() + "/" + flow.protocol().slug());
    }
    return labels.entrySet().stream()
        .map(e -> new Edge(e.getKey().get(0), e.getKey().get(1), List.copyOf(e.getValue())))
        .toList();
  }

  /** Who opens the flow: parties that share it are drawn as one end that names them all. */
  static String from(Flow flow) {
    return names(flow, Justification::from);
  }

  /** Who accepts the flow, in the same way. */
  static String to(Flow flow) {
    return names(flow, Justification::to);
  }

  private static String names(Flow flow, Function<Justification, Party> end) {
    return flow.justifications().stream()
        .map(end)
        .map(Party::slug)
        .distinct()
        .collect(Collectors.joining(" + "));
  }
}
