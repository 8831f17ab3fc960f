package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.IpAddress;
import java.util.List;
import java.util.Set;

/**
 * A load balancer with an address in each of its subnets, whose groups filter its clients and its
 * connections to the targets. Targets may name such a group as their source, even though they see
 * the clients' addresses behind a Network Load Balancer
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 * and
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html).
 *
 * @param name the logical name, at most 24 characters, so that the balancer's own has 32
 * @param scheme from where it can be reached
 * @param ipv6 whether it has IPv6 addresses beside, of its subnets' blocks. Targets are reached at
 *     their IPv4 addresses all the same, from the balancer's own where the client's is of IPv6
 *     (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html#target-group-ip-address-type)
 * @param subnets its subnets: the logical names of those that the program makes, the ids of others;
 *     sorted where there is an address for each
 * @param addresses the private addresses of its choice, one for each subnet in their order; none
 *     where AWS chooses, as it does for Application Load Balancers
 * @param groups the roles whose groups it carries: its own, where it is planned
 * @param otherGroups the ids of groups that it carries besides and that the plan does not know
 * @param deletionProtection whether AWS refuses to delete it
 * @param front what it listens to
 * @param targets where it passes connections or requests on to
 * @param dns its name in a hosted zone, a record for each family; none where it has no name there
 */
public record LoadBalancer(
    String name,
    Scheme scheme,
    boolean ipv6,
    List<String> subnets,
    List<IpAddress> addresses,
    Set<Role> groups,
    List<String> otherGroups,
    boolean deletionProtection,
    Front front,
    TargetGroup targets,
    List<DnsRecord> dns) {

  /** What the logical name of a listener that redirects ends with. */
  static final String REDIRECT = "-redirect";

  /** Copies the lists. */
  public LoadBalancer {
    subnets = List.copyOf(subnets);
    addresses = List.copyOf(addresses);
    groups = Set.copyOf(groups);
    otherGroups = List.copyOf(otherGroups);
    dns = List.copyOf(dns);
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
   * Whether nothing known keeps packets from passing: there is no group, or one of which nobody
   * knows the rules.
   */
  boolean isUnfiltered() {
    return groups.isEmpty() || !otherGroups.isEmpty();
  }

  /** The OSI layer that it works at. */
  int layer() {
    return front.<Integer>fold(network -> 4, application -> 7);
  }

  /** The logical name of the listener that answers with the other listener's address. */
  String redirectName() {
    return name + REDIRECT;
  }
}
