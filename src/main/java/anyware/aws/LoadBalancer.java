package anyware.aws;

import anyware.cloud.Balancer;

/**
 * A Network Load Balancer with an address in each public subnet and the balancer role's group, by
 * which its clients are filtered. Targets may name that group as their source even though they see
 * the clients' addresses
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html).
 *
 * @param name the logical name, at most 24 characters, so that the balancer's own has 32
 * @param kind its layer and scheme
 * @param port the TCP port that it listens on, 1 to 65535
 * @param targets where it passes connections on to
 */
public record LoadBalancer(String name, Balancer kind, int port, TargetGroup targets) {}
