package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.IpAddress;
import java.util.List;
import java.util.Set;

/**
 * A Network Load Balancer with an address in each of its subnets, whose groups filter its clients
 * and its connections to the targets. Targets may name such a group as their source even though
 * they see the clients' addresses
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html).
 *
 * @param name the logical name, at most 24 characters, so that the balancer's own has 32
 * @param scheme from where it can be reached
 * @param subnets its subnets: the logical names of those that the program makes, the ids of others;
 *     sorted where there is an address for each
 * @param addresses the private addresses of its choice, one for each subnet in their order; none
 *     where AWS chooses
 * @param groups the roles whose groups it carries: its own, where it is planned
 * @param otherGroups the ids of groups that it carries besides and that the plan does not know
 * @param deletionProtection whether AWS refuses to delete it
 * @param listener what it listens to
 * @param targets where it passes connections on to
 */
public record LoadBalancer(
    String name,
    Scheme scheme,
    List<String> subnets,
    List<IpAddress> addresses,
    Set<Role> groups,
    List<String> otherGroups,
    boolean deletionProtection,
    Listener listener,
    TargetGroup targets) {

  /** The OSI layer that Network Load Balancers work at. */
  static final int LAYER = 4;

  /** Copies the lists. */
  public LoadBalancer {
    subnets = List.copyOf(subnets);
    addresses = List.copyOf(addresses);
    groups = Set.copyOf(groups);
    otherGroups = List.copyOf(otherGroups);
  }

  /**
   * From where a load balancer can be reached
   * (https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#load-balancer-scheme).
   */
  public enum Scheme {
    /** By public addresses. */
    INTERNET_FACING("public"),
    /** By private addresses only. */
    INTERNAL("internal");

    private final String slug;

    Scheme(String slug) {
      this.slug = slug;
    }

    /** The name in the settings and outputs. */
    String slug() {
      return slug;
    }
  }

  /**
   * What a load balancer listens to, to pass it on.
   *
   * @param protocol the protocol as AWS writes it, such as {@code TCP}
   * @param port 1 to 65535
   */
  public record Listener(String protocol, int port) {}

  /**
   * Whether nothing known keeps packets from passing: there is no group, or one of which nobody
   * knows the rules.
   */
  boolean isUnfiltered() {
    return groups.isEmpty() || !otherGroups.isEmpty();
  }
}
