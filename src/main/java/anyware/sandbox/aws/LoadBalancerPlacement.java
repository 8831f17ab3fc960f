package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.exactlyOneOf;
import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a load balancer stands: its subnets, addresses and security groups, what Elastic Load
 * Balancing demands of them, and which of their changes need a new load balancer.
 *
 * <ul>
 *   <li>https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
 *   <li>https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html
 *   <li>https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 *   <li>https://www.pulumi.com/registry/packages/aws/api-docs/lb/loadbalancer/
 * </ul>
 */
final class LoadBalancerPlacement {
  private LoadBalancerPlacement() {}

  static Property[] properties() {
    return new Property[] {
      optional("customerOwnedIpv4Pool", text()).replaces(),
      optional("internal", flag()).replaces().orComputed((request, enclosing) -> false),
      optional("ipAddressType", text().oneOf("ipv4", "dualstack", "dualstack-without-public-ipv4"))
          .orComputed((request, enclosing) -> "ipv4")
          .kept(),
      optional("ipamPools", object(required("ipv4IpamPoolId", text()))),
      optional("loadBalancerType", text().oneOf("application", "gateway", "network"))
          .replaces()
          .defaultsTo("application"),
      optional(
              "name",
              ElasticLoadBalancing.NAME.where(
                  "\"{property}\" cannot begin with \"internal-\": \"{value}\"",
                  name -> !String.valueOf(name).startsWith("internal-")))
          .replaces(),
      optional("namePrefix", ElasticLoadBalancing.NAME_PREFIX).replaces(),
      optional("securityGroups", setOf(text().naming(SecurityGroups.A_SECURITY_GROUP)))
          .orComputed(LoadBalancerPlacement::groups),
      optional("subnetMappings", SubnetMappings.SHAPE)
          .orComputed(
              (request, enclosing) ->
                  enclosing.texts("subnets").stream().map(id -> Map.of("subnetId", id)).toList()),
      optional("subnets", setOf(text().naming(Subnets.A_SUBNET)))
          .orComputed(
              (request, enclosing) ->
                  enclosing.objects("subnetMappings").stream()
                      .map(mapping -> mapping.text("subnetId", ""))
                      .toList())
    };
  }

  static Constraint[] constraints() {
    return new Constraint[] {
      exactlyOneOf(
          "\"subnets\": one of `subnetMappings,subnets` must be specified",
          "subnets",
          "subnetMappings"),
      refuseIn(
              "subnets",
              "ValidationError: At least one subnet must be specified",
              request -> subnets(request).isEmpty())
          .at(Step.UP),
      refuseIn(
              "subnets",
              "InvalidConfigurationRequest: All subnets must belong to the same VPC",
              request -> networks(request).count() > 1)
          .at(Step.UP),
      refuseIn(
              "subnets",
              "InvalidConfigurationRequest: A load balancer cannot be attached to multiple subnets"
                  + " in the same Availability Zone",
              request -> zones(request).distinct().count() < zones(request).count())
          .at(Step.UP),
      refuseIn(
              "subnets",
              "ValidationError: At least two subnets in two different Availability Zones must be"
                  + " specified",
              request ->
                  LoadBalancers.isApplication(request.inputs())
                      && zones(request).distinct().count() < 2)
          .at(Step.UP),
      refuseFor("subnets", LoadBalancerPlacement::unreachable).at(Step.UP),
      refuseFor("securityGroups", LoadBalancerPlacement::foreignGroup).at(Step.UP),
      refuseIn(
              "ipAddressType",
              "ValidationError: You must specify subnets with an associated IPv6 CIDR block.",
              request ->
                  request.inputs().text("ipAddressType", "").startsWith("dualstack")
                      && !subnets(request).stream()
                          .allMatch(one -> one.inputs().has("ipv6CidrBlock")))
          .at(Step.UP)
    };
  }

  /**
   * A network load balancer keeps having security groups, or having none.
   *
   * @param old the former inputs
   * @param now the new inputs
   * @return whether the change of the groups needs a new load balancer
   */
  static boolean groupsNeedReplacement(Props old, Props now) {
    return LoadBalancers.isNetwork(now)
        && old.texts("securityGroups").isEmpty() != now.texts("securityGroups").isEmpty();
  }

  /**
   * A network load balancer only gains subnets.
   *
   * @param old the former inputs
   * @param now the new inputs
   * @return whether the change of the subnets needs a new load balancer
   */
  static boolean subnetsNeedReplacement(Props old, Props now) {
    return LoadBalancers.isNetwork(now)
        && now.texts("subnets").size() <= old.texts("subnets").size();
  }

  /**
   * Mappings come and, for an application load balancer, go, but never change.
   *
   * @param old the former inputs
   * @param now the new inputs
   * @return whether the change of the mappings needs a new load balancer
   */
  static boolean mappingsNeedReplacement(Props old, Props now) {
    List<Props> before = old.objects("subnetMappings");
    List<Props> after = now.objects("subnetMappings");
    Set<Props> kept = new HashSet<>(before);
    kept.retainAll(after);
    int lasting =
        LoadBalancers.isNetwork(now) ? before.size() : Math.min(before.size(), after.size());
    return kept.size() < lasting;
  }

  /**
   * The VPC of a load balancer's subnets.
   *
   * @param request the request
   * @return the VPC's id; empty when a subnet is missing
   */
  static Optional<String> vpc(RequestContext request) {
    return networks(request).findFirst();
  }

  private static List<StoredResource> subnets(RequestContext request) {
    return Stream.concat(
            request.inputs().texts("subnets").stream(),
            request.inputs().objects("subnetMappings").stream()
                .flatMap(mapping -> mapping.text("subnetId").stream()))
        .flatMap(id -> request.find(Subnets.SUBNET, id).stream())
        .toList();
  }

  /** An application load balancer without groups gets the default group of its VPC. */
  private static List<String> groups(RequestContext request, Props enclosing) {
    Optional<StoredResource> vpc =
        vpc(request)
            .filter(id -> LoadBalancers.isApplication(enclosing))
            .flatMap(id -> request.find(Vpcs.VPC, id));
    return vpc.flatMap(found -> found.outputs().text("defaultSecurityGroupId")).stream().toList();
  }

  private static Stream<String> networks(RequestContext request) {
    return subnets(request).stream().flatMap(one -> Vpcs.vpcOf(one).stream()).distinct();
  }

  private static Stream<String> zones(RequestContext request) {
    return subnets(request).stream()
        .flatMap(one -> one.outputs().text("availabilityZone").stream());
  }

  /** A public load balancer needs an internet gateway in its VPC, whatever the routes say. */
  private static Optional<String> unreachable(RequestContext request) {
    return vpc(request)
        .filter(vpc -> !request.inputs().isTrue("internal"))
        .filter(vpc -> !InternetGateways.isAttached(request, vpc))
        .map(vpc -> "InvalidSubnet: VPC " + vpc + " has no internet gateway");
  }

  private static Optional<String> foreignGroup(RequestContext request) {
    Optional<String> own = vpc(request);
    return SecurityGroups.outside(own, request)
        .map(
            group ->
                "InvalidConfigurationRequest: Security group '%s' does not belong to VPC '%s'"
                    .formatted(group, own.orElse("")));
  }
}
