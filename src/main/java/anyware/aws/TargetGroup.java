package anyware.aws;

/**
 * The connectors behind the balancer: machines that the owner registers, each checked on the port
 * that it serves
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html).
 *
 * @param name the logical name, at most 24 characters, so that the target group's own has 32
 * @param type by what targets are registered, such as {@code instance}
 * @param protocol the protocol as AWS writes it, such as {@code TCP}
 * @param port the port of each target, 1 to 65535
 * @param sourceAffinity whether all connections from one address go to one target
 * @param healthCheck who counts as healthy
 */
public record TargetGroup(
    String name,
    String type,
    String protocol,
    int port,
    boolean sourceAffinity,
    HealthCheck healthCheck) {

  /**
   * The check of a target, on the port that it serves.
   *
   * @param protocol the protocol as AWS writes it, such as {@code HTTPS}
   * @param path the path that is asked for
   * @param status the HTTP status of a healthy target
   */
  public record HealthCheck(String protocol, String path, int status) {}
}
