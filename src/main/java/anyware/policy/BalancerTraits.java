package anyware.policy;

import anyware.net.AddressSet;
import anyware.settings.Balancer;
import anyware.settings.Cloud;

/**
 * How a cloud's balancer changes what the connectors' firewall sees.
 *
 * @param hasGroup whether the balancer filters by a group of its own, which the connectors' rules
 *     can name as their source
 * @param keepsClientAddress whether connections reach the connectors with the client's address, so
 *     that their rules must admit the clients themselves
 * @param probes the addresses of the health probes; empty when they come from the balancer's group
 */
record BalancerTraits(boolean hasGroup, boolean keepsClientAddress, AddressSet probes) {

  /**
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
   */
  private static final BalancerTraits AWS = new BalancerTraits(true, false, AddressSet.EMPTY);

  /** https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
  private static final BalancerTraits AZURE =
      new BalancerTraits(false, true, AddressSet.of("168.63.129.16/32"));

  /** https://cloud.google.com/load-balancing/docs/health-check-concepts#ip-ranges */
  private static final BalancerTraits GCP =
      new BalancerTraits(false, true, AddressSet.of("35.191.0.0/16", "130.211.0.0/22"));

  static BalancerTraits of(Cloud cloud, Balancer balancer) {
    return switch (balancer.layer()) {
      case FOUR ->
          switch (cloud) {
            case AWS -> AWS;
            case AZURE -> AZURE;
            case GCP -> GCP;
          };
    };
  }
}
