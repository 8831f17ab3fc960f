package anyware.azure;

/**
 * The ids of a load balancer's parts. They name each other by ids that contain the load balancer's
 * name, so it must be known beforehand. It is that of something which is made before it and
 * replaced whenever the balancer is, so that the new balancer never meets the old one's name: the
 * public address of a public one, the connectors' application security group of an internal one.
 *
 * @param balancer the load balancer's id
 */
record BalancerIds(String balancer) {
  /** The name of the only frontend. */
  static final String FRONTEND = "clients";

  /** The name of the backend pool that machines join by their network interfaces. */
  static final String POOL = "connectors";

  /** The name of the backend pool of machines that are registered by their addresses. */
  static final String TARGETS = "targets";

  /** The name of the only health probe. */
  static final String PROBE = "health";

  /** The ids of the load balancer that is called like the resource with this id. */
  static BalancerIds beside(String id) {
    return new BalancerIds(
        id.replaceFirst("(?i)/(publicIPAddresses|applicationSecurityGroups)/", "/loadBalancers/"));
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

  String targets() {
    return balancer + "/backendAddressPools/" + TARGETS;
  }

  String probe() {
    return balancer + "/probes/" + PROBE;
  }
}
