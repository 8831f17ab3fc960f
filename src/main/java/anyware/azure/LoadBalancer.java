package anyware.azure;

import anyware.cloud.Balancer;
import anyware.net.IpAddress;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
 * @param scheme from where it can be reached
 * @param privateAddress the static private address of an internal one, if any
 * @param frontend where it listens
 * @param frontendPort the TCP port that clients connect to, 1 to 65535
 * @param backendPort the TCP port on the backends, 1 to 65535
 * @param probePort the port of the HTTPS health probe, 1 to 65535
 * @param probePath the path that the probe asks for; only the answer 200 counts as healthy
 *     (https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview)
 * @param probeSeconds the time between two probes of a backend, 5 to 2,147,483,646 seconds
 * @param probeThreshold how many probes in a row must fail before a backend gets no new
 *     connections, and succeed before it gets some again, 1 to 100
 *     (https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update)
 * @param idleMinutes after how long without traffic a connection is dropped, 4 to 30 minutes
 *     (https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-idle-timeout)
 * @param targets the connectors that are registered by their private addresses, sorted; where there
 *     are none, machines join by their own network interfaces, which one pool never mixes with
 *     addresses (https://learn.microsoft.com/azure/load-balancer/backend-pool-management)
 * @param further what it passes on by rules that somebody added or changed
 */
public record LoadBalancer(
    String name,
    Balancer.Scheme scheme,
    Optional<IpAddress> privateAddress,
    Frontend frontend,
    int frontendPort,
    int backendPort,
    int probePort,
    String probePath,
    int probeSeconds,
    int probeThreshold,
    int idleMinutes,
    List<IpAddress> targets,
    List<Traffic> further)
    implements SiteBalancer {
  /** What Azure does where nobody says another threshold. */
  static final int USUAL_THRESHOLD = 1;

  /** Copies the lists. */
  public LoadBalancer {
    targets = List.copyOf(targets);
    further = List.copyOf(further);
  }

  @Override
  public <T> T fold(
      Function<LoadBalancer, T> ofLoadBalancer, Function<ApplicationGateway, T> ofGateway) {
    return ofLoadBalancer.apply(this);
  }

  @Override
  public Optional<String> publicAddress() {
    return frontend.publicAddress();
  }

  @Override
  public List<Traffic> traffic() {
    List<Traffic> traffic = new ArrayList<>(List.of(Traffic.of(Protocol.TCP, frontendPort)));
    traffic.addAll(further);
    return traffic;
  }
}
