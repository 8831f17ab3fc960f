package anyware.aws;

import java.util.List;

/**
 * The connectors behind the balancer, each checked on the port that it serves
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html).
 *
 * @param name the logical name, at most 24 characters, so that the target group's own has 32
 * @param type by what targets are registered, such as {@code instance}
 * @param protocol the protocol as AWS writes it, such as {@code TCP}
 * @param port the port of each target, 1 to 65535
 * @param sourceAffinity whether all connections from one address go to one target
 * @param healthCheck who counts as healthy
 * @param targets those that the program registers, sorted by their ids; others may be registered
 *     besides
 */
public record TargetGroup(
    String name,
    String type,
    String protocol,
    int port,
    boolean sourceAffinity,
    HealthCheck healthCheck,
    List<Target> targets) {

  /** Targets are instances, by their ids. */
  static final String INSTANCES = "instance";

  /** Targets are private addresses. */
  static final String ADDRESSES = "ip";

  /** Copies the targets. */
  public TargetGroup {
    targets = List.copyOf(targets);
  }

  /**
   * The check of a target, on the port that it serves.
   *
   * @param protocol the protocol as AWS writes it, such as {@code HTTPS}
   * @param path the path that is asked for
   * @param status the HTTP status of a healthy target
   */
  public record HealthCheck(String protocol, String path, int status) {}
}
