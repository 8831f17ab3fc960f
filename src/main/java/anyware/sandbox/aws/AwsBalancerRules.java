package anyware.sandbox.aws;

import static anyware.sandbox.spec.Rules.exactlyOneOf;
import static anyware.sandbox.spec.Rules.refuse;
import static anyware.sandbox.spec.Rules.refuseIn;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Stored;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Elastic Load Balancing demands of a load balancer's place:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
 * and https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html.
 */
final class AwsBalancerRules {
  private AwsBalancerRules() {}

  /**
   * The rules.
   *
   * @return them
   */
  static Rule[] all() {
    return new Rule[] {
      exactlyOneOf(
          "\"subnets\": one of `subnetMappings,subnets` must be specified",
          "subnets",
          "subnetMappings"),
      refuseIn(
              "subnets",
              "ValidationError: At least one subnet must be specified",
              at -> subnets(at).isEmpty())
          .at(Step.UP),
      refuseIn(
              "subnets",
              "InvalidConfigurationRequest: All subnets must belong to the same VPC",
              at -> networks(at).count() > 1)
          .at(Step.UP),
      refuseIn(
              "subnets",
              "InvalidConfigurationRequest: A load balancer cannot be attached to multiple subnets"
                  + " in the same Availability Zone",
              at -> zones(at).distinct().count() < zones(at).count())
          .at(Step.UP),
      refuseIn(
              "subnets",
              "ValidationError: At least two subnets in two different Availability Zones must be"
                  + " specified",
              at -> AwsBalancers.isApplication(at.inputs()) && zones(at).distinct().count() < 2)
          .at(Step.UP),
      AwsFinding.up("subnets", AwsBalancerRules::unreachable),
      AwsFinding.up("securityGroups", AwsBalancerRules::foreignGroup),
      refuse(
              "subnetMappings",
              "InvalidConfigurationRequest: Elastic IPs are not supported for load balancers with"
                  + " type '{loadBalancerType}'",
              balancer -> !AwsBalancers.isNetwork(balancer) && mapped(balancer, "allocationId"))
          .at(Step.UP),
      refuse(
              "subnetMappings",
              "InvalidConfigurationRequest: An Elastic IP address can be specified only for an"
                  + " internet-facing load balancer",
              balancer -> balancer.isTrue("internal") && mapped(balancer, "allocationId"))
          .at(Step.UP),
      refuse(
              "subnetMappings",
              "InvalidConfigurationRequest: A private IPv4 address can be specified only for an"
                  + " internal load balancer",
              balancer -> !balancer.isTrue("internal") && mapped(balancer, "privateIpv4Address"))
          .at(Step.UP),
      refuseIn(
              "ipAddressType",
              "ValidationError: You must specify subnets with an associated IPv6 CIDR block.",
              at ->
                  at.inputs().text("ipAddressType", "").startsWith("dualstack")
                      && !subnets(at).stream().allMatch(one -> one.inputs().has("ipv6CidrBlock")))
          .at(Step.UP),
      refuse(
              "accessLogs",
              "InvalidConfigurationRequest: Access Denied for bucket: {accessLogs.bucket}. Please"
                  + " check S3bucket permission",
              balancer -> balancer.isTrue("accessLogs.enabled"))
          .at(Step.UP),
      refuse(
              "connectionLogs",
              "InvalidConfigurationRequest: Access Denied for bucket: {connectionLogs.bucket}."
                  + " Please check S3bucket permission",
              balancer -> balancer.isTrue("connectionLogs.enabled"))
          .at(Step.UP),
      refuse(
              "",
              "OperationNotPermitted: Load balancer '{name}' cannot be deleted because deletion"
                  + " protection is enabled",
              balancer -> balancer.isTrue("enableDeletionProtection"))
          .at(Step.DELETE)
    };
  }

  /**
   * The VPC of a load balancer's subnets.
   *
   * @param at the request
   * @return the VPC's id; empty when a subnet is missing
   */
  static Optional<String> vpc(Situation at) {
    return networks(at).findFirst();
  }

  /**
   * Tells whether a load balancer holds public addresses in a VPC.
   *
   * @param balancer the load balancer
   * @param vpc the VPC's id
   * @return whether it does
   */
  static boolean isPublicIn(Stored balancer, String vpc) {
    return !balancer.inputs().isTrue("internal")
        && balancer.outputs().text("vpcId").filter(vpc::equals).isPresent();
  }

  private static List<Stored> subnets(Situation at) {
    return Stream.concat(
            at.inputs().texts("subnets").stream(),
            at.inputs().objects("subnetMappings").stream()
                .flatMap(mapping -> mapping.text("subnetId").stream()))
        .flatMap(id -> at.find(AwsNetwork.SUBNET, id).stream())
        .toList();
  }

  private static Stream<String> networks(Situation at) {
    return subnets(at).stream().flatMap(one -> AwsNetwork.vpcOf(one).stream()).distinct();
  }

  private static Stream<String> zones(Situation at) {
    return subnets(at).stream().flatMap(one -> one.outputs().text("availabilityZone").stream());
  }

  /** A public load balancer needs an internet gateway in its VPC, whatever the routes say. */
  private static Optional<String> unreachable(Situation at) {
    return vpc(at)
        .filter(vpc -> !at.inputs().isTrue("internal"))
        .filter(
            vpc ->
                at.all(AwsNetwork.GATEWAY).stream()
                    .noneMatch(one -> AwsNetwork.vpcOf(one).filter(vpc::equals).isPresent()))
        .map(vpc -> "InvalidSubnet: VPC " + vpc + " has no internet gateway");
  }

  private static Optional<String> foreignGroup(Situation at) {
    Optional<String> own = vpc(at);
    return at.inputs().texts("securityGroups").stream()
        .filter(group -> !at.find(AwsGroups.GROUP, group).flatMap(AwsNetwork::vpcOf).equals(own))
        .findFirst()
        .map(
            group ->
                "InvalidConfigurationRequest: Security group '%s' does not belong to VPC '%s'"
                    .formatted(group, own.orElse("")));
  }

  private static boolean mapped(Props balancer, String property) {
    return balancer.objects("subnetMappings").stream().anyMatch(one -> one.has(property));
  }
}
