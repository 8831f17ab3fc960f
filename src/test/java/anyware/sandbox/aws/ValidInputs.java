package anyware.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inputs that AWS accepts, one set a type. */
final class ValidInputs {
  static final Map<String, Object> VPC = Map.of("cidrBlock", "10.9.0.0/16");
  static final Map<String, Object> INTERNET_GATEWAY = Map.of("vpcId", "$lone");
  static final Map<String, Object> EGRESS_ONLY_INTERNET_GATEWAY = Map.of("vpcId", "$vpc");
  static final Map<String, Object> SUBNET =
      Map.of("vpcId", "$vpc", "cidrBlock", "10.0.9.0/24", "availabilityZone", "us-east-1c");
  static final Map<String, Object> ROUTE_TABLE =
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
  static final Map<String, Object> ROUTE_TABLE_ASSOCIATION =
      Map.of("routeTableId", "$vpcTable", "subnetId", "$vpcA");
  static final Map<String, Object> SECURITY_GROUP =
      Map.of("vpcId", "$vpc", "description", "web servers");
  static final Map<String, Object> INLINE_RULE =
      Map.of("protocol", "tcp", "fromPort", 443, "toPort", 443, "cidrBlocks", List.of("0.0.0.0/0"));
  static final Map<String, Object> DEFAULT_SECURITY_GROUP =
      Map.of("vpcId", "$vpc", "ingress", List.of(INLINE_RULE));
  static final Map<String, Object> RULE =
      Map.of(
          "securityGroupId", "$vpcGroup",
          "cidrIpv4", "0.0.0.0/0",
          "ipProtocol", "tcp",
          "fromPort", 443,
          "toPort", 443);
  static final Map<String, Object> PREFIX_LIST =
      Map.of(
          "addressFamily",
          "IPv4",
          "maxEntries",
          3,
          "entries",
          List.of(entry("192.0.2.0/24", "office"), entry("198.51.100.7/32", "home")));
  static final Map<String, Object> ELASTIC_IP = Map.of("domain", "vpc");
  static final Map<String, Object> LOAD_BALANCER =
      Map.of(
          "loadBalancerType",
          "network",
          "subnets",
          List.of("$vpcA", "$vpcB"),
          "securityGroups",
          List.of("$vpcGroup"));
  static final Map<String, Object> TARGET_GROUP =
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

  static final Map<String, Object> NAT_GATEWAY =
      Map.of("subnetId", "$vpcA", "allocationId", "$allocation");
  static final Map<String, Object> NETWORK_INTERFACE =
      Map.of("subnetId", "$vpcA", "securityGroups", List.of("$vpcGroup"));
  static final Map<String, Object> EIP_ASSOCIATION =
      Map.of("allocationId", "$allocation", "instanceId", "i-0123456789abcdef0");
  static final Map<String, Object> TARGET_GROUP_ATTACHMENT =
      Map.of("targetGroupArn", "$targets", "targetId", "i-0123456789abcdef0", "port", 443);

  static final Map<String, Object> WEB_ACL_ASSOCIATION =
      Map.of(
          "resourceArn",
          "$web",
          "webAclArn",
          "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/filter/0a1b");
  static final Map<String, Object> RECORD =
      Map.of(
          "zoneId",
          "Z0123456789ABC",
          "name",
          "pcoip.example.com",
          "type",
          "A",
          "ttl",
          300,
          "records",
          List.of("192.0.2.7"));
  static final Map<String, Object> LOG_GROUP = Map.of("retentionInDays", 365);
  static final Map<String, Object> SERVICE_ROLE =
      Map.of(
          "assumeRolePolicy",
          "{\"Statement\":[{\"Principal\":{\"Service\":\"vpc-flow-logs.amazonaws.com\"}}]}");
  static final Map<String, Object> ROLE_POLICY = Map.of("role", "$role", "policy", "{}");
  static final Map<String, Object> FLOW_LOG =
      Map.of(
          "vpcId",
          "$vpc",
          "trafficType",
          "ALL",
          "logDestinationType",
          "s3",
          "logDestination",
          "arn:aws:s3:::flows/here");

  /** All, by type. */
  private static final Map<String, Map<String, Object>> ALL =
      Map.ofEntries(
          Map.entry(Vpcs.VPC, VPC),
          Map.entry(InternetGateways.INTERNET_GATEWAY, INTERNET_GATEWAY),
          Map.entry(
              EgressOnlyInternetGateways.EGRESS_ONLY_INTERNET_GATEWAY,
              EGRESS_ONLY_INTERNET_GATEWAY),
          Map.entry(Subnets.SUBNET, SUBNET),
          Map.entry(RouteTables.ROUTE_TABLE, ROUTE_TABLE),
          Map.entry(Routes.ROUTE, ROUTE),
          Map.entry(RouteTables.ROUTE_TABLE_ASSOCIATION, ROUTE_TABLE_ASSOCIATION),
          Map.entry(SecurityGroups.SECURITY_GROUP, SECURITY_GROUP),
          Map.entry(DefaultSecurityGroups.DEFAULT_SECURITY_GROUP, DEFAULT_SECURITY_GROUP),
          Map.entry(SecurityGroupRules.INGRESS, RULE),
          Map.entry(SecurityGroupRules.EGRESS, RULE),
          Map.entry(ManagedPrefixLists.PREFIX_LIST, PREFIX_LIST),
          Map.entry(ElasticIps.ELASTIC_IP, ELASTIC_IP),
          Map.entry(LoadBalancers.LOAD_BALANCER, LOAD_BALANCER),
          Map.entry(TargetGroups.TARGET_GROUP, TARGET_GROUP),
          Map.entry(Listeners.LISTENER, LISTENER),
          Map.entry(NatGateways.NAT_GATEWAY, NAT_GATEWAY),
          Map.entry(NetworkInterfaces.NETWORK_INTERFACE, NETWORK_INTERFACE),
          Map.entry(EipAssociations.EIP_ASSOCIATION, EIP_ASSOCIATION),
          Map.entry(TargetGroupAttachments.TARGET_GROUP_ATTACHMENT, TARGET_GROUP_ATTACHMENT),
          Map.entry(WebAclAssociations.WEB_ACL_ASSOCIATION, WEB_ACL_ASSOCIATION),
          Map.entry(DnsRecords.RECORD, RECORD),
          Map.entry(LogGroups.LOG_GROUP, LOG_GROUP),
          Map.entry(ServiceRoles.ROLE, SERVICE_ROLE),
          Map.entry(ServiceRoles.ROLE_POLICY, ROLE_POLICY),
          Map.entry(FlowLogs.FLOW_LOG, FLOW_LOG));

  private ValidInputs() {}

  /** An entry of a prefix list. */
  static Map<String, String> entry(String cidr, String description) {
    return Map.of("cidr", cidr, "description", description);
  }

  /** A listener's action. */
  static Map<String, Object> forward(String targets) {
    return Map.of("type", "forward", "targetGroupArn", targets);
  }

  /** The least inputs with which the type is accepted. */
  static Map<String, Object> of(String type) {
    return Optional.ofNullable(ALL.get(type)).orElseThrow();
  }
}
