package anyware.gcp;

import anyware.cloud.Balancer;
import anyware.firewall.FrontEnd;
import anyware.net.Family;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A regional passthrough Network Load Balancer with a backend service, external
 * (https://cloud.google.com/load-balancing/docs/network/networklb-backend-service) or internal
 * (https://cloud.google.com/load-balancing/docs/internal). It passes TCP connections on with the
 * client's address, so it filters nothing: the connectors' rules do. A client stays with its
 * connector by its address.
 *
 * @param name the logical name of its address, health check, backend service and forwarding rule
 * @param kind its layer and scheme, and what is said of its address
 * @param port the TCP port that it listens and probes on, 1 to 65535
 * @param healthPath the path of the HTTPS health check, which expects the status 200
 *     (https://cloud.google.com/load-balancing/docs/health-check-concepts)
 * @param targets the self links of the instance groups that it sends connections to; where there
 *     are none, they are attached from outside
 * @param families of the addresses at which it listens, that of IPv6 in the subnetwork that it is
 *     given; backends and port are the same
 * @param further what it passes on by forwarding rules that somebody added or changed
 */
public record PassthroughBalancer(
    String name,
    Balancer kind,
    int port,
    String healthPath,
    List<String> targets,
    Set<Family> families,
    List<FrontEnd> further)
    implements LoadBalancer {
  /** Copies the lists. */
  public PassthroughBalancer {
    targets = List.copyOf(targets);
    families = Family.copyOf(families);
    further = List.copyOf(further);
  }

  /** All that it passes on. */
  List<FrontEnd> frontEnds() {
    List<FrontEnd> frontEnds = new ArrayList<>();
    frontEnds.add(new FrontEnd(Traffic.of(Protocol.TCP, port), families));
    frontEnds.addAll(further);
    return frontEnds;
  }

  @Override
  public <T> T fold(
      Function<PassthroughBalancer, T> ofPassthrough,
      Function<ApplicationBalancer, T> ofApplication) {
    return ofPassthrough.apply(this);
  }
}
