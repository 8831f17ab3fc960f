package anyware.azure;

import anyware.cloud.Application.Capacity;
import anyware.cloud.Balancer;
import anyware.net.IpAddress;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An application gateway of the second version, public or internal. It ends the users' TLS
 * connections, keeps a user at a connector by a cookie that lasts as long as the browser, and opens
 * connections of its own to the connectors, from the subnet that it has for itself
 * (https://learn.microsoft.com/azure/application-gateway/overview-v2).
 *
 * @param name the logical name
 * @param frontend where it is and listens
 * @param port the TCP port that clients connect to, 1 to 65535
 * @param redirectPort the TCP port that is answered with a redirection to the other one and
 *     forwards nothing, if there is one
 * @param backend how it reaches the connectors
 * @param tls what it shows to users
 * @param capacity between how many instances it scales, 0 to 125
 *     (https://learn.microsoft.com/azure/application-gateway/application-gateway-autoscaling-zone-redundant)
 * @param firewallPolicy the id of a web application firewall's policy that is there and is to be
 *     applied; its tier is then that of the firewall
 * @param further what it takes at listeners that somebody added or changed
 */
public record ApplicationGateway(
    String name,
    GatewayFrontend frontend,
    int port,
    Optional<Integer> redirectPort,
    GatewayBackend backend,
    GatewayTls tls,
    Capacity capacity,
    Optional<String> firewallPolicy,
    List<Traffic> further)
    implements SiteBalancer {
  /** Copies the traffic. */
  public ApplicationGateway {
    further = List.copyOf(further);
  }

  @Override
  public <T> T fold(
      Function<LoadBalancer, T> ofLoadBalancer, Function<ApplicationGateway, T> ofGateway) {
    return ofGateway.apply(this);
  }

  @Override
  public Balancer.Scheme scheme() {
    return frontend.privateAddress().isPresent()
        ? Balancer.Scheme.INTERNAL
        : Balancer.Scheme.PUBLIC;
  }

  @Override
  public Optional<IpAddress> privateAddress() {
    return frontend.privateAddress();
  }

  @Override
  public Optional<String> publicAddress() {
    return Optional.of(frontend.publicAddress());
  }

  @Override
  public List<IpAddress> targets() {
    return backend.targets();
  }

  @Override
  public List<Traffic> traffic() {
    List<Traffic> traffic = new ArrayList<>(List.of(Traffic.of(Protocol.TCP, port)));
    redirectPort.ifPresent(legacy -> traffic.add(Traffic.of(Protocol.TCP, legacy)));
    traffic.addAll(further);
    return traffic;
  }
}
