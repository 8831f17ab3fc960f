package anyware.aws;

import anyware.net.Cidr;
import anyware.net.IpAddress;
import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What AWS would refuse of a balancer's private addresses: it takes one for each subnet, out of the
 * subnet's range
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SubnetMapping.html),
 * and keeps the first four addresses of a subnet and the last one for itself
 * (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).
 */
final class AddressLimits {
  /** The prefix length of the first four addresses. */
  private static final int FIRST_FOUR = 30;

  private final String setting;
  private final LoadBalancer balancer;
  private final List<Problem> problems = new ArrayList<>();

  private AddressLimits(String setting, LoadBalancer balancer) {
    this.setting = setting;
    this.balancer = balancer;
  }

  /**
   * The problems of a plan's balancer.
   *
   * @param site the path of the site in the settings
   */
  static List<Problem> problems(String site, Plan plan) {
    return plan.balancer()
        .filter(balancer -> !balancer.addresses().isEmpty())
        .map(balancer -> new AddressLimits(site + ".balancer.address", balancer).problems(plan))
        .orElse(List.of());
  }

  private List<Problem> problems(Plan plan) {
    int subnets = balancer.subnets().size();
    if (balancer.addresses().size() != subnets) {
      problems.add(
          new Problem(
              setting,
              balancer.addresses().size() == 1
                  ? "1 address"
                  : balancer.addresses().size() + " addresses",
              subnets + ", one for each of the balancer's subnets in their order",
              "leave it out and AWS chooses"));
    } else {
      plan.network()
          .fold(created -> created.subnets(), existing -> List.<Subnet>of())
          .forEach(this::addOf);
    }
    return problems;
  }

  private void addOf(Subnet subnet) {
    int at = balancer.subnets().indexOf(subnet.name());
    Optional.of(at)
        .filter(place -> place >= 0)
        .map(balancer.addresses()::get)
        .filter(address -> !isFree(subnet.cidr(), address))
        .ifPresent(
            address ->
                problems.add(
                    new Problem(
                        setting,
                        address.toString(),
                        "an address in %s, but its first four and its last"
                            .formatted(subnet.cidr()),
                        "")));
  }

  private static boolean isFree(Cidr range, IpAddress address) {
    return range.contains(address)
        && !new Cidr(range.first(), FIRST_FOUR).contains(address)
        && !range.last().equals(address);
  }
}
