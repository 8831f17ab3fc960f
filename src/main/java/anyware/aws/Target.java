package anyware.aws;

/**
 * A connector that is registered at the balancer
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html#registered-targets).
 *
 * @param id an instance's id, or a private IPv4 address
 * @param elsewhere whether it is an address that lies outside the network for certain, which AWS
 *     wants to be told of
 */
public record Target(String id, boolean elsewhere) {}
