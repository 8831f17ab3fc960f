package anyware.aws;

/**
 * A way out for machines without public addresses, in the zone in which they are, so that another
 * zone's failure does not cut them off
 * (https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html).
 *
 * @param name the logical name, also of its Elastic IP
 * @param subnet the logical name of the public subnet in which it stands
 */
public record NatGateway(String name, String subnet) {}
