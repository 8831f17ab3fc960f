package anyware.azure;

import anyware.cloud.Balancer;
import anyware.net.IpAddress;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;

/**
 * A Standard load balancer with one rule, public or internal. It passes TCP connections on without
 * touching their addresses and filters nothing: the backends' network security group decides, and
 * sees the client's address and the backend port
 * (https://learn.microsoft.com/azure/load-balancer/load-balancer-overview). A client address sticks
 * to one backend (the two-tuple distribution SourceIP,
 * https://learn.microsoft.com/azure/load-balancer/distribution-mode-concepts), both ends learn of a
 * connection that idled out by a TCP reset, and the rule gives the backends no outbound access.
 *
 * @param name the load balancer's logical name
 * @param kind its layer and scheme, and the static private address of an internal one, if any
 * @param frontend where it listens
 * @param frontendPort the TCP port that clients connect to, 1 to 65535
 * @param backendPort the TCP port on the backends, 1 to 65535
 * @param probePort the port of the HTTPS health probe, 1 to 65535
 * @param probePath the path that the probe asks for; only the answer 200 counts as healthy
 *     (https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview)
 * @param probeSeconds the time between two probes of a backend, 5 to 2,147,483,646 seconds
 * @param idleMinutes after how long without traffic a connection is dropped, 4 to 30 minutes
 *     (https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-idle-timeout)
 * @param targets the connectors that are registered by their private addresses, sorted; where there
 *     are none, machines join by their own network interfaces, which one pool never mixes with
 *     addresses (https://learn.microsoft.com/azure/load-balancer/backend-pool-management)
 * @param further what it passes on by rules that somebody added or changed
 */
public record LoadBalancer(
    String name,
    Balancer kind,
    Frontend frontend,
    int frontendPort,
    int backendPort,
    int probePort,
    String probePath,
    int probeSeconds,
    int idleMinutes,
    List<IpAddress> targets,
    List<Traffic> further) {
  /** Copies the lists. */
  public LoadBalancer {
    targets = List.copyOf(targets);
    further = List.copyOf(further);
  }

  /** All that its rules take from clients. */
  List<Traffic> traffic() {
    List<Traffic> traffic = new ArrayList<>(List.of(Traffic.of(Protocol.TCP, frontendPort)));
    traffic.addAll(further);
    return traffic;
  }
}
