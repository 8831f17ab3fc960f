package anyware.gcp;

import anyware.catalogue.Role;
import anyware.cloud.Certificate;
import anyware.net.Cidr;
import anyware.net.IpAddress;
import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Google Cloud would refuse about where the parts of a balancer lie. */
final class PlaceLimits {
  private final Plan plan;
  private final String path;

  /**
   * The limits of a plan.
   *
   * @param path the site's settings
   */
  PlaceLimits(Plan plan, String path) {
    this.plan = plan;
    this.path = path;
  }

  Stream<Problem> problems() {
    return Stream.of(subnetwork(), addresses(), targets(), certificates(), webAcl())
        .flatMap(part -> part);
  }

  private Stream<Problem> subnetwork() {
    Optional<String> subnetwork =
        plan.network().fold(created -> Optional.empty(), Network.Existing::balancerSubnetwork);
    return subnetwork.stream()
        .filter(link -> !Links.location(link).equals(Optional.of(plan.region())))
        .map(
            link ->
                new Problem(
                    path + ".network.existing.balancerSubnets",
                    link,
                    "a subnetwork in the site's region " + plan.region(),
                    "a regional balancer lives in its region"));
  }

  /**
   * The first two and the last two addresses of a subnet are the platform's:
   * https://cloud.google.com/vpc/docs/subnets#unusable-ip-addresses-in-every-subnet
   */
  private Stream<Problem> addresses() {
    Optional<Cidr> range =
        plan.network()
            .fold(
                created ->
                    created.subnetworks().stream()
                        .filter(subnet -> subnet.role() == Role.CONNECTOR)
                        .map(Subnet::range)
                        .findFirst(),
                existing -> Optional.empty());
    return plan.balancer().stream()
        .flatMap(balancer -> balancer.kind().addresses().stream())
        .filter(address -> range.filter(subnet -> !isUsable(subnet, address)).isPresent())
        .map(
            address ->
                new Problem(
                    path + ".balancer.address",
                    address.toString(),
                    "an address of the connectors' subnet "
                        + range.orElseThrow()
                        + " other than its first two and its last two",
                    ""));
  }

  private static boolean isUsable(Cidr subnet, IpAddress address) {
    IpAddress first = subnet.first();
    IpAddress last = subnet.last();
    return subnet.contains(address)
        && !List.of(first, first.next(), last, last.previous()).contains(address);
  }

  /**
   * Balancer and instance groups share region and project:
   * https://cloud.google.com/vpc/docs/shared-vpc#load_balancing
   */
  private Stream<Problem> targets() {
    List<Problem> problems = new ArrayList<>();
    plan.balancer().stream()
        .flatMap(balancer -> balancer.targets().stream())
        .forEach(
            target -> {
              if (!isInRegion(target)) {
                problems.add(
                    target(target, "an instance group in the site's region " + plan.region()));
              }
              if (!Links.project(target).equals(plan.project())) {
                problems.add(
                    target(target, "an instance group in the site's project " + plan.project()));
              }
            });
    return problems.stream();
  }

  private boolean isInRegion(String target) {
    return Links.location(target)
        .filter(place -> place.replaceFirst("-[a-z]$", "").equals(plan.region()))
        .isPresent();
  }

  /** https://cloud.google.com/load-balancing/docs/ssl-certificates#shared-vpc */
  private Stream<Problem> certificates() {
    return plan.application().stream()
        .flatMap(balancer -> balancer.kind().application().stream())
        .flatMap(
            application ->
                application
                    .certificate()
                    .<List<String>>fold(
                        Certificate.Given::ids, vault -> List.of(), managed -> List.of())
                    .stream())
        .filter(link -> !Links.project(link).equals(plan.project()))
        .map(link -> elsewhere(".balancer.certificate", link, "an SSL certificate"));
  }

  /** https://cloud.google.com/armor/docs/security-policy-overview */
  private Stream<Problem> webAcl() {
    return plan.application().stream()
        .flatMap(balancer -> balancer.kind().application().stream())
        .flatMap(application -> application.webAcl().stream())
        .filter(link -> !Links.project(link).equals(plan.project()))
        .map(link -> elsewhere(".balancer.webAcl", link, "a security policy"));
  }

  private Problem elsewhere(String setting, String link, String what) {
    return new Problem(path + setting, link, what + " of the site's project " + plan.project(), "");
  }

  private Problem target(String target, String allowed) {
    return new Problem(path + ".targets", target, allowed, "");
  }
}
