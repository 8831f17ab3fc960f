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
    boolean isPassing =
        plan.balancer().<Boolean>map(it -> it.fold(four -> true, seven -> false)).orElse(false);
    if (isPassing && plan.logging().balancer().isPresent()) {
      problems.add(
          new Problem(
              path + ".logs.balancer",
              "a log",
              "nothing on azure at layer 4",
              "a load balancer has no log of connections: say false at the site"));
    }
    plan.balancer()
        .ifPresent(
            balancer -> {
              address(plan, balancer, path + ".balancer.address").ifPresent(problems::add);
              problems.addAll(targets(plan, balancer, path + ".targets"));
              balancer
                  .fold(
                      passing -> Optional.<GatewayLimits>empty(),
                      gateway -> Optional.of(new GatewayLimits(plan, gateway, path)))
                  .ifPresent(limits -> problems.addAll(limits.problems()));
            });
    return problems;
  }

  private static Optional<Problem> address(Plan plan, SiteBalancer balancer, String path) {
    Role role = balancer.fold(passing -> Role.CONNECTOR, gateway -> Role.BALANCER);
    Optional<Cidr> subnet = subnet(plan, role);
    return balancer.privateAddress().stream()
        .filter(address -> subnet.filter(range -> !isFree(range, address)).isPresent())
        .map(
            address ->
                new Problem(
                    path,
                    address.toString(),
                    "a free address of the "
                        + (role == Role.CONNECTOR ? "connectors'" : "gateway's")
                        + " subnet "
                        + subnet.orElseThrow(),
                    keeps(subnet.orElseThrow())))
        .findFirst();
  }

  private static List<Problem> targets(Plan plan, SiteBalancer balancer, String path) {
    List<Problem> problems = new ArrayList<>();
    Optional<Cidr> subnet = subnet(plan, Role.CONNECTOR);
    Set<IpAddress> seen = new HashSet<>(balancer.privateAddress().stream().toList());
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
                target
                    + (balancer.privateAddress().filter(target::equals).isPresent()
                        ? ""
                        : " a second time"),
                "each address once, and not the balancer's own",
                ""));
      }
    }
    return problems;
  }

  private static String keeps(Cidr range) {
    return "Azure keeps the first four addresses of a subnet and its last one, " + range.last();
  }

  /** Where a role's machines are in a network that the plan makes. */
  private static Optional<Cidr> subnet(Plan plan, Role role) {
    return plan.network()
        .fold(
            created ->
                created.perRole().stream()
                    .filter(subnet -> subnet.role() == role)
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
