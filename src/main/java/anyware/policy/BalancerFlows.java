package anyware.policy;

import anyware.catalogue.Option;
import anyware.catalogue.Party;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.cloud.Balancer;
import anyware.cloud.BalancerTraits;
import anyware.net.Direction;
import anyware.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a balancer rewrites the table's flows. Only session negotiation goes through it;
 * administrators keep their way to each connector.
 */
final class BalancerFlows {
  private static final End CONNECTOR = new End.Members(Role.CONNECTOR);
  private static final End BALANCER = new End.Members(Role.BALANCER);
  private static final Set<Party> CLIENTS = Set.of(Peer.CLIENTS, Peer.INTERNAL_CLIENTS);

  private BalancerFlows() {}

  static List<Flow> rewrite(List<Flow> table, Balancer balancer, BalancerTraits traits) {
    List<Flow> flows = new ArrayList<>();
    for (Flow flow : table) {
      boolean negotiation = isToConnector(flow, Service.HTTPS);
      if (!negotiation || traits.keepsClientAddress() || !isFromClients(flow)) {
        flows.add(flow);
      }
      if (negotiation || (isToConnector(flow, Service.HTTP) && redirects(balancer))) {
        flows.add(toBalancer(flow));
      }
    }
    if (traits.connects()) {
      flows.add(
          toConnector(BALANCER, "session negotiation and health checks through the balancer"));
    }
    if (!traits.probes().isEmpty()) {
      End probes = new End.Outside(Peer.HEALTH_PROBES, traits.probes());
      flows.add(toConnector(probes, "the balancer's health checks"));
    }
    return flows;
  }

  private static boolean isToConnector(Flow flow, Service service) {
    return flow.at(Role.CONNECTOR, Direction.INBOUND) && flow.service().equals(service);
  }

  /** Whether it answers on the legacy port itself, with the address to use instead. */
  private static boolean redirects(Balancer balancer) {
    return balancer.layer() == Balancer.Layer.SEVEN;
  }

  private static boolean isFromClients(Flow flow) {
    return CLIENTS.contains(flow.from().party());
  }

  private static Flow toBalancer(Flow flow) {
    List<Justification> justifications =
        flow.justifications().stream()
            .map(
                why ->
                    new Justification(
                        why.row(), why.from(), Role.BALANCER, Option.BALANCER, why.reason()))
            .toList();
    return new Flow(flow.from(), BALANCER, flow.service(), flow.protocol(), justifications);
  }

  private static Flow toConnector(End from, String reason) {
    Justification justification =
        new Justification(Optional.empty(), from.party(), Role.CONNECTOR, Option.BALANCER, reason);
    return new Flow(from, CONNECTOR, Service.HTTPS, Protocol.TCP, List.of(justification));
  }
}
