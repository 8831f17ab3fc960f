package anyware.aws;

import java.util.List;

/** The types of resources that plans become, as the engine names them. */
final class ResourceTypes {
  static final String VPC = "aws:ec2/vpc:Vpc";
  static final String DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
  static final String INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
  static final String EGRESS_ONLY = "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway";
  static final String SUBNET = "aws:ec2/subnet:Subnet";
  static final String ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
  static final String ROUTE_TABLE_ASSOCIATION =
      "aws:ec2/routeTableAssociation:RouteTableAssociation";
  static final String ROUTE = "aws:ec2/route:Route";
  static final String NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
  static final String ADDRESS = "aws:ec2/eip:Eip";
  static final String ADDRESS_ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";
  static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
  static final String PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
  static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  static final String LISTENER = "aws:lb/listener:Listener";
  static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
  static final String ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
  static final String WEB_ACL = "aws:wafv2/webAclAssociation:WebAclAssociation";
  static final String RECORD = "aws:route53/record:Record";
  static final String FLOW_LOG = "aws:ec2/flowLog:FlowLog";
  static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
  static final String ROLE = "aws:iam/role:Role";
  static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

  /** Those of a network that the program makes; in one that is there, there are none of them. */
  static final List<String> OF_NETWORK =
      List.of(
          VPC,
          DEFAULT_GROUP,
          INTERNET_GATEWAY,
          EGRESS_ONLY,
          NAT_GATEWAY,
          SUBNET,
          ROUTE_TABLE,
          ROUTE_TABLE_ASSOCIATION,
          ROUTE);

  private ResourceTypes() {}
}
