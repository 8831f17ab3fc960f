package anyware.azure;

import anyware.cloud.Balancer;
import anyware.net.IpAddress;
import anyware.net.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What stands before a site's connectors. */
public sealed interface SiteBalancer permits LoadBalancer, ApplicationGateway {
  /**
   * The answer for the kind of balancer that this is.
   *
   * @param ofLoadBalancer the answer on layer 4
   * @param ofGateway the answer on layer 7
   */
  <T> T fold(Function<LoadBalancer, T> ofLoadBalancer, Function<ApplicationGateway, T> ofGateway);

  /** The logical name. */
  String name();

  /** From where it can be reached. */
  Balancer.Scheme scheme();

  /** Its static private address, if it has one. */
  Optional<IpAddress> privateAddress();

  /** The logical name of its public address, if it has one. */
  Optional<String> publicAddress();

  /** The connectors that are registered by their private addresses, sorted. */
  List<IpAddress> targets();

  /** All that it takes from clients whom its filter, if it has one, lets in. */
  List<Traffic> traffic();
}
