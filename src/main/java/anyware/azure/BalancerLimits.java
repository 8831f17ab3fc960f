package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.IpAddress;
import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Azure would refuse of the addresses of a balancer and of its targets. Of a network that is
 * there nobody knows the subnets' ranges before Azure is asked; that is left to it.
 */
final class BalancerLimits {
  /**
   * The first addresses of a subnet that Azure keeps for itself, besides the last one
   * (https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq).
   */
  private static final int KEPT = 4;

  private BalancerLimits() {}

  /**
   * The problems, empty when Azure takes the plan.
   *
   * @param plan the plan of one site
   * @param path the site's path
   */
  static List<Problem> problems(Plan plan, String path) {
    List<Problem> problems = new ArrayList<>();
    plan.balancer()
        .ifPresent(
            balancer -> {
              address(plan, balancer, path + ".balancer.address").ifPresent(problems::add);
              problems.addAll(targets(plan, balancer, path + ".targets"));
            });
    return problems;
  }

  private static Optional<Problem> address(Plan plan, LoadBalancer balancer, String path) {
    Optional<Cidr> subnet = connectors(plan);
    return balancer.kind().addresses().stream()
        .filter(address -> subnet.filter(range -> !isFree(range, address)).isPresent())
        .map(
            address ->
                new Problem(
                    path,
                    address.toString(),
                    "a free address of the connectors' subnet " + subnet.orElseThrow(),
                    keeps(subnet.orElseThrow())))
        .findFirst();
  }

  private static List<Problem> targets(Plan plan, LoadBalancer balancer, String path) {
    List<Problem> problems = new ArrayList<>();
    Optional<Cidr> subnet = connectors(plan);
    Set<IpAddress> seen = new HashSet<>(balancer.kind().addresses());
    for (IpAddress target : balancer.targets()) {
      if (subnet.filter(range -> !isFree(range, target)).isPresent()) {
        problems.add(
            new Problem(
                path,
                target.toString(),
                "private addresses of connectors, in their subnet " + subnet.orElseThrow(),
                keeps(subnet.orElseThrow())));
      } else if (!seen.add(target)) {
        problems.add(
            new Problem(
                path,
                target + (balancer.kind().addresses().contains(target) ? "" : " a second time"),
                "each address once, and not the balancer's own",
                ""));
      }
    }
    return problems;
  }

  private static String keeps(Cidr range) {
    return "Azure keeps the first four addresses of a subnet and its last one, " + range.last();
  }

  /** Where the connectors are in a network that the plan makes. */
  private static Optional<Cidr> connectors(Plan plan) {
    return plan.network()
        .fold(
            created ->
                created.perRole().stream()
                    .filter(subnet -> subnet.role() == Role.CONNECTOR)
                    .map(Subnet::range)
                    .findFirst(),
            existing -> Optional.empty());
  }

  private static boolean isFree(Cidr range, IpAddress address) {
    IpAddress kept = range.first();
    for (int place = 0; place < KEPT; place++) {
      if (address.equals(kept)) {
        return false;
      }
      kept = kept.next();
    }
    return range.contains(address) && !address.equals(range.last());
  }
}
