package anyware.gcp;

import anyware.cloud.Balancer;
import anyware.net.Family;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The load balancer of a site. */
public sealed interface LoadBalancer permits PassthroughBalancer, ApplicationBalancer {
  /** The logical name of its parts. */
  String name();

  /** Its scheme, how it probes, and all else that settings say of it but its DNS record. */
  Balancer kind();

  /** The self links of the instance groups behind it; none where they are attached from outside. */
  List<String> targets();

  /** The families of its addresses, each with forwarding rules of its own. */
  Set<Family> families();

  /** Whether it has an IPv6 address. */
  default boolean ipv6() {
    return families().contains(Family.IPV6);
  }

  /** Whether it can be reached from the network only. */
  default boolean isInternal() {
    return kind().scheme() == Balancer.Scheme.INTERNAL;
  }

  /** Whether an address of it is one of a subnetwork. */
  default boolean isInSubnetwork() {
    return isInternal() || (ipv6() && fold(passthrough -> true, application -> false));
  }

  /**
   * The answer for the kind of balancer that this is.
   *
   * @param ofPassthrough the answer for one of layer 4
   * @param ofApplication the answer for one of layer 7
   */
  <T> T fold(
      Function<PassthroughBalancer, T> ofPassthrough,
      Function<ApplicationBalancer, T> ofApplication);
}
