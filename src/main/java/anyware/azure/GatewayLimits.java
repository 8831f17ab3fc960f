package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Azure would refuse of an application gateway, or what would keep it from growing as far as
 * it may.
 *
 * @param plan the plan of one site
 * @param gateway the gateway
 * @param path the site's path
 */
record GatewayLimits(Plan plan, ApplicationGateway gateway, String path) {
  /**
   * The addresses of a subnet that Azure keeps for itself
   * (https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq).
   */
  private static final int KEPT = 5;

  /**
   * https://learn.microsoft.com/rest/api/application-gateway/application-gateways/create-or-update
   */
  private static final int LEAST_MAXIMUM = 2;

  /** The problems, empty when Azure takes the gateway. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    int most = gateway.capacity().max();
    if (most < LEAST_MAXIMUM) {
      problems.add(
          new Problem(
              path + ".balancer.capacity.max",
              String.valueOf(most),
              LEAST_MAXIMUM + " or more",
              ""));
    }
    problems.addAll(isAskedByIpv6Only() ? List.of(withoutIpv4()) : room(most));
    problems.addAll(access());
    return problems;
  }

  private boolean isAskedByIpv6Only() {
    return plan.subnets().has(Role.BALANCER) && plan.subnets().of(Role.BALANCER).isEmpty();
  }

  /** https://learn.microsoft.com/azure/application-gateway/ipv6-application-gateway-portal */
  private Problem withoutIpv4() {
    return new Problem(
        path + ".network.existing.balancerRanges",
        "no IPv4 prefix",
        "the gateway's subnet, with its IPv4 prefix",
        "a gateway asks the connectors by IPv4");
  }

  /**
   * An instance takes an address each, a private frontend another
   * (https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure#size-of-the-subnet).
   */
  private List<Problem> room(int most) {
    List<Cidr> subnet = plan.subnets().of(Role.BALANCER);
    long addresses = subnet.stream().mapToLong(GatewayLimits::usable).sum();
    int taken = most + (gateway.privateAddress().isPresent() ? 1 : 0);
    return subnet.isEmpty() || taken <= addresses
        ? List.of()
        : List.of(
            new Problem(
                path + ".balancer.capacity.max",
                String.valueOf(most),
                "at most "
                    + Math.max(0, addresses - (taken - most))
                    + ", which the gateway's subnet "
                    + subnet
                    + " has addresses for",
                "say less, or give the site a larger network"));
  }

  private static long usable(Cidr range) {
    int bits = 32 - range.prefix();
    return Math.max(0, (1L << Math.min(bits, 31)) - KEPT);
  }

  /** Azure refuses a gateway whose subnet's group closes what it demands. */
  private List<Problem> access() {
    List<Rule> rules =
        plan.roles().stream()
            .filter(ofRole -> ofRole.role() == Role.BALANCER)
            .flatMap(ofRole -> ofRole.rules().stream())
            .toList();
    return Stream.of(GatewayAccess.values())
        .filter(access -> rules.stream().noneMatch(access::isGrantedBy))
        .map(
            access ->
                new Problem(
                    path,
                    "no rule for " + access.source().text() + " at the gateway's subnet",
                    access.traffic() + " from there",
                    "Azure makes no application gateway without it"))
        .toList();
  }
}
