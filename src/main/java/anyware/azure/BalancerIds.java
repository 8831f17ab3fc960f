package anyware.azure;

/**
 * The ids of a load balancer's parts. They name each other by ids that contain the load balancer's
 * name, so it must be known beforehand: it is that of the load balancer's own public address, which
 * is unique in the resource group and changes when the address is replaced.
 *
 * @param balancer the load balancer's id
 */
record BalancerIds(String balancer) {
  /** The name of the only frontend. */
  static final String FRONTEND = "clients";

  /** The name of the only backend pool. */
  static final String POOL = "connectors";

  /** The name of the only health probe. */
  static final String PROBE = "health";

  /** The ids of the load balancer that is called like the public address with this id. */
  static BalancerIds beside(String addressId) {
    return new BalancerIds(addressId.replaceFirst("(?i)/publicIPAddresses/", "/loadBalancers/"));
  }

  String name() {
    return balancer.substring(balancer.lastIndexOf('/') + 1);
  }

  String frontend() {
    return balancer + "/frontendIPConfigurations/" + FRONTEND;
  }

  String pool() {
    return balancer + "/backendAddressPools/" + POOL;
  }

  String probe() {
    return balancer + "/probes/" + PROBE;
  }
}
