package anyware.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inputs that AWS accepts, one set a type. */
final class AwsBases {
  static final Map<String, Object> VPC = Map.of("cidrBlock", "10.9.0.0/16");
  static final Map<String, Object> GATEWAY = Map.of("vpcId", "$lone");
  static final Map<String, Object> SUBNET =
      Map.of("vpcId", "$vpc", "cidrBlock", "10.0.9.0/24", "availabilityZone", "us-east-1c");
  static final Map<String, Object> TABLE =
      Map.of(
          "vpcId",
          "$vpc",
          "routes",
          List.of(Map.of("cidrBlock", "192.0.2.0/24", "gatewayId", "$vpcGateway")));
  static final Map<String, Object> ROUTE =
      Map.of(
          "routeTableId", "$vpcTable",
          "destinationCidrBlock", "0.0.0.0/0",
          "gatewayId", "$vpcGateway");
  static final Map<String, Object> ASSOCIATION =
      Map.of("routeTableId", "$vpcTable", "subnetId", "$vpcA");
  static final Map<String, Object> GROUP = Map.of("vpcId", "$vpc", "description", "web servers");
  static final Map<String, Object> INLINE_RULE =
      Map.of("protocol", "tcp", "fromPort", 443, "toPort", 443, "cidrBlocks", List.of("0.0.0.0/0"));
  static final Map<String, Object> DEFAULT_GROUP =
      Map.of("vpcId", "$vpc", "ingress", List.of(INLINE_RULE));
  static final Map<String, Object> RULE =
      Map.of(
          "securityGroupId", "$vpcGroup",
          "cidrIpv4", "0.0.0.0/0",
          "ipProtocol", "tcp",
          "fromPort", 443,
          "toPort", 443);
  static final Map<String, Object> ADDRESS = Map.of("domain", "vpc");
  static final Map<String, Object> BALANCER =
      Map.of(
          "loadBalancerType",
          "network",
          "subnets",
          List.of("$vpcA", "$vpcB"),
          "securityGroups",
          List.of("$vpcGroup"));
  static final Map<String, Object> TARGETS =
      Map.of(
          "port",
          443,
          "protocol",
          "TCP",
          "vpcId",
          "$vpc",
          "stickiness",
          Map.of("type", "source_ip"),
          "healthCheck",
          Map.of("protocol", "HTTPS", "path", "/health", "matcher", "200"));
  static final Map<String, Object> LISTENER =
      Map.of(
          "loadBalancerArn",
          "$balancer",
          "port",
          443,
          "protocol",
          "TCP",
          "defaultActions",
          List.of(forward("$targets")));

  /** All, by type. */
  private static final Map<String, Map<String, Object>> ALL =
      Map.ofEntries(
          Map.entry(AwsNetwork.VPC, VPC),
          Map.entry(AwsNetwork.GATEWAY, GATEWAY),
          Map.entry(AwsSubnets.SUBNET, SUBNET),
          Map.entry(AwsRouting.TABLE, TABLE),
          Map.entry(AwsRoutes.ROUTE, ROUTE),
          Map.entry(AwsRouting.ASSOCIATION, ASSOCIATION),
          Map.entry(AwsGroups.GROUP, GROUP),
          Map.entry(AwsDefaultGroup.DEFAULT_GROUP, DEFAULT_GROUP),
          Map.entry(AwsRules.INGRESS, RULE),
          Map.entry(AwsRules.EGRESS, RULE),
          Map.entry(AwsAddresses.ADDRESS, ADDRESS),
          Map.entry(AwsBalancers.BALANCER, BALANCER),
          Map.entry(AwsTargetGroups.TARGETS, TARGETS),
          Map.entry(AwsListeners.LISTENER, LISTENER));

  private AwsBases() {}

  /** A listener's action. */
  static Map<String, Object> forward(String targets) {
    return Map.of("type", "forward", "targetGroupArn", targets);
  }

  /** The least inputs with which the type is accepted. */
  static Map<String, Object> of(String type) {
    return Optional.ofNullable(ALL.get(type)).orElseThrow();
  }
}
