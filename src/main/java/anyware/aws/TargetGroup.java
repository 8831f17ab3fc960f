package anyware.aws;

/**
 * The connectors behind the balancer: instances that the owner registers, addressed over TCP, a
 * client's connections to one of them by its source address, each checked over HTTPS on the same
 * port
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html).
 *
 * @param name the logical name, at most 24 characters, so that the target group's own has 32
 * @param port the TCP port of each target, 1 to 65535
 * @param healthPath the path of the health check
 * @param healthStatus the HTTP status of a healthy target
 */
public record TargetGroup(String name, int port, String healthPath, int healthStatus) {}
