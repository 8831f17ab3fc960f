package anyware.report;

import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.PortText;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All flows between two ends, as one edge of a picture.
 *
 * @param from who opens them
 * @param to who accepts them
 * @param flows the flows; not empty
 */
record Bundle(String from, String to, List<Flow> flows) {
  /** Copies the flows. */
  Bundle {
    flows = List.copyOf(flows);
  }

  /** The bundles of a policy, in the flows' order. */
  static List<Bundle> of(Policy policy) {
    Map<List<String>, List<Flow>> bundles = new LinkedHashMap<>();
    for (Flow flow : policy.flows()) {
      bundles
          .computeIfAbsent(
              List.of(FlowEdges.from(flow), FlowEdges.to(flow)), key -> new ArrayList<>())
          .add(flow);
    }
    return bundles.entrySet().stream()
        .map(entry -> new Bundle(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
        .toList();
  }

  /** The ends in words, by which tables and picture find one another. */
  String edge() {
    return from + " to " + to;
  }

  /** Who opens the flows. */
  End opener() {
    return flows.get(0).from();
  }

  /** Who accepts them. */
  End receiver() {
    return flows.get(0).to();
  }

  /** Ports and protocols, such as {@code 443 tcp, 4172 tcp+udp}. */
  String traffic() {
    return PortText.of(
        flows.stream()
            .map(flow -> new PortText.Ports(flow.protocol().slug(), PortRange.of(flow.port())))
            .toList());
  }

  /** The ports one by one, such as {@code 443/tcp 4172/tcp}. */
  String ports() {
    return flows.stream()
        .map(flow -> flow.port() + "/" + IpProtocol.of(flow.protocol()))
        .collect(Collectors.joining(" "));
  }

  /** Whether anyone on the internet opens them. */
  boolean fromAnyone() {
    return DiagramText.isAnyone(opener());
  }
}
