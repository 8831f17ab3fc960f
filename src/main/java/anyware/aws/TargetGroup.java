package anyware.aws;

import java.util.List;

/**
 * The connectors behind the balancer, each checked on the port that it serves
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
 * and
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html).
 *
 * @param name the logical name, at most 24 characters, so that the target group's own has 32
 * @param type by what targets are registered, such as {@code instance}
 * @param protocol the protocol as AWS writes it, such as {@code TCP}
 * @param port the port of each target, 1 to 65535
 * @param affinity what keeps a client with a target
 * @param healthCheck who counts as healthy
 * @param targets those that the program registers, sorted by their ids; others may be registered
 *     besides
 */
public record TargetGroup(
    String name,
    String type,
    String protocol,
    int port,
    Affinity affinity,
    HealthCheck healthCheck,
    List<Target> targets) {

  /** Targets are instances, by their ids. */
  static final String INSTANCES = "instance";

  /** Targets are private addresses. */
  static final String ADDRESSES = "ip";

  /** For how many seconds a target that leaves keeps its sessions; AWS's default. */
  static final int DEREGISTRATION = 300;

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
   * @param pace how often it is made, and what follows
   */
  public record HealthCheck(String protocol, String path, int status, Pace pace) {}

  /**
   * How often targets are checked, and what follows from it
   * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html).
   *
   * @param intervalSeconds the time from one check of a target to the next
   * @param timeoutSeconds after how long without an answer a check has failed; less than that
   * @param healthy how many checks in a row must succeed
   * @param unhealthy how many in a row must fail
   */
  public record Pace(int intervalSeconds, int timeoutSeconds, int healthy, int unhealthy) {}

  /**
   * What keeps a client with a target
   * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html).
   *
   * @param type as AWS writes it, such as {@code source_ip}; empty where nothing does
   * @param cookieSeconds how long a cookie does; 0 where there is none
   */
  public record Affinity(String type, int cookieSeconds) {
    /** Nothing keeps a client with a target. */
    static final Affinity NONE = new Affinity("", 0);

    /** All connections from one address go to one target. */
    static final Affinity SOURCE = new Affinity("source_ip", 0);

    private static final String COOKIE = "lb_cookie";

    /** Requests with the load balancer's cookie go to the target that it names. */
    static Affinity ofCookie(int seconds) {
      return new Affinity(COOKIE, seconds);
    }

    /** As it is read: of other types no cookie counts. */
    static Affinity of(String type, int cookieSeconds) {
      return new Affinity(type, type.equals(COOKIE) ? cookieSeconds : 0);
    }
  }
}
