package anyware.aws;

import anyware.net.Cidr;

/**
 * A subnet in one zone. No machine in it gets a public IPv4 address of its own accord
 * (https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html).
 *
 * @param name the logical name, also of the association with its route table
 * @param cidr the IPv4 addresses, /16 to /28
 * @param zone where it lies
 */
public record Subnet(String name, Cidr cidr, Zone zone) {}
