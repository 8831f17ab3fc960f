package anyware.aws;

import anyware.net.Direction;
import anyware.platform.TypePermissions;
import java.util.List;

/**
 * The IAM actions that the engine's provider takes for each type of resource: what it calls, and
 * what those calls check of other objects. Each row has the page of its service's actions; which
 * calls there are is the provider's
 * (https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service).
 */
final class Permissions {
  private static final String EC2 =
      "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html";
  private static final String ELB =
      "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html";

  /** Every type that plans can have. */
  static final List<TypePermissions<Plan>> OF_TYPES =
      List.of(
          ec2(ResourceTypes.VPC)
              .where(Permissions::makesNetwork)
              .create("ec2:CreateVpc", "ec2:CreateTags", "ec2:ModifyVpcAttribute")
              .read(
                  "ec2:DescribeVpcs",
                  "ec2:DescribeVpcAttribute",
                  // The provider also tells the VPC's own group, ACL and route table.
                  "ec2:DescribeSecurityGroups",
                  "ec2:DescribeNetworkAcls",
                  "ec2:DescribeRouteTables")
              .update("ec2:ModifyVpcAttribute", "ec2:CreateTags", "ec2:DeleteTags")
              .delete("ec2:DeleteVpc"),
          // It is the VPC's own: taken over, emptied, and left when it goes.
          ec2(ResourceTypes.DEFAULT_GROUP)
              .where(Permissions::makesNetwork)
              .create(
                  "ec2:DescribeSecurityGroups",
                  "ec2:RevokeSecurityGroupIngress",
                  "ec2:RevokeSecurityGroupEgress",
                  "ec2:CreateTags")
              .read("ec2:DescribeSecurityGroups")
              .update(
                  "ec2:RevokeSecurityGroupIngress",
                  "ec2:RevokeSecurityGroupEgress",
                  "ec2:CreateTags",
                  "ec2:DeleteTags"),
          ec2(ResourceTypes.INTERNET_GATEWAY)
              .where(Permissions::makesNetwork)
              .create("ec2:CreateInternetGateway", "ec2:AttachInternetGateway", "ec2:CreateTags")
              .read("ec2:DescribeInternetGateways")
              .update(
                  "ec2:AttachInternetGateway",
                  "ec2:DetachInternetGateway",
                  "ec2:CreateTags",
                  "ec2:DeleteTags")
              .delete("ec2:DetachInternetGateway", "ec2:DeleteInternetGateway"),
          ec2(ResourceTypes.EGRESS_ONLY)
              .where(plan -> plan.network().fold(Vpc::isEgressOnly, there -> false))
              .create("ec2:CreateEgressOnlyInternetGateway", "ec2:CreateTags")
              .read("ec2:DescribeEgressOnlyInternetGateways")
              .update("ec2:CreateTags", "ec2:DeleteTags")
              .delete("ec2:DeleteEgressOnlyInternetGateway"),
          // A network that stands gets IPv6 in place, and never gives it back.
          ec2(ResourceTypes.VPC).where(Permissions::hasIpv6).update("ec2:AssociateVpcCidrBlock"),
          ec2(ResourceTypes.SUBNET)
              .where(Permissions::hasIpv6)
              .update("ec2:AssociateSubnetCidrBlock"),
          ec2(ResourceTypes.SUBNET)
              .where(Permissions::makesNetwork)
              .create(
                  // The subnets' zones are the region's first two.
                  "ec2:DescribeAvailabilityZones",
                  "ec2:CreateSubnet",
                  "ec2:ModifySubnetAttribute",
                  "ec2:CreateTags")
              .read("ec2:DescribeSubnets")
              .update("ec2:ModifySubnetAttribute", "ec2:CreateTags", "ec2:DeleteTags")
              // Interfaces that services left behind are waited for.
              .delete("ec2:DeleteSubnet", "ec2:DescribeNetworkInterfaces"),
          ec2(ResourceTypes.ROUTE_TABLE)
              .where(Permissions::makesNetwork)
              .create("ec2:CreateRouteTable", "ec2:CreateTags")
              .read("ec2:DescribeRouteTables")
              .update("ec2:CreateTags", "ec2:DeleteTags")
              .delete("ec2:DisassociateRouteTable", "ec2:DeleteRouteTable"),
          ec2(ResourceTypes.ROUTE)
              .where(Permissions::makesNetwork)
              .create("ec2:CreateRoute")
              .read("ec2:DescribeRouteTables")
              .update("ec2:ReplaceRoute")
              .delete("ec2:DeleteRoute"),
          ec2(ResourceTypes.ROUTE_TABLE_ASSOCIATION)
              .where(Permissions::makesNetwork)
              .create("ec2:AssociateRouteTable")
              .read("ec2:DescribeRouteTables")
              .update("ec2:ReplaceRouteTableAssociation")
              .delete("ec2:DisassociateRouteTable"),
          ec2(ResourceTypes.NAT_GATEWAY)
              .where(Permissions::hasNat)
              .create("ec2:CreateNatGateway", "ec2:CreateTags")
              .read("ec2:DescribeNatGateways")
              .update("ec2:CreateTags", "ec2:DeleteTags")
              .delete("ec2:DeleteNatGateway"),
          ec2(ResourceTypes.ADDRESS)
              .where(plan -> hasNat(plan) || !plan.connectorAddresses().isEmpty())
              .create("ec2:AllocateAddress", "ec2:CreateTags")
              .read("ec2:DescribeAddresses", "ec2:DescribeAddressesAttribute")
              .update("ec2:CreateTags", "ec2:DeleteTags")
              .delete("ec2:DisassociateAddress", "ec2:ReleaseAddress"),
          ec2(ResourceTypes.GROUP)
              .create(
                  "ec2:CreateSecurityGroup",
                  "ec2:CreateTags",
                  // AWS opens a new group to the outside; the provider closes it.
                  "ec2:RevokeSecurityGroupEgress")
              .read("ec2:DescribeSecurityGroups")
              .update("ec2:CreateTags", "ec2:DeleteTags")
              .delete("ec2:DeleteSecurityGroup", "ec2:DescribeNetworkInterfaces"),
          ec2(ResourceTypes.PREFIX_LIST)
              .where(plan -> !plan.prefixLists().isEmpty())
              .create("ec2:CreateManagedPrefixList", "ec2:CreateTags")
              .read("ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries")
              .update("ec2:ModifyManagedPrefixList", "ec2:CreateTags", "ec2:DeleteTags")
              .delete("ec2:DeleteManagedPrefixList"),
          rule(ResourceTypes.INGRESS, Direction.INBOUND, "Ingress"),
          rule(ResourceTypes.EGRESS, Direction.OUTBOUND, "Egress"),
          elb(ResourceTypes.LOAD_BALANCER)
              .where(Permissions::hasBalancer)
              .create(
                  "elasticloadbalancing:CreateLoadBalancer",
                  "elasticloadbalancing:ModifyLoadBalancerAttributes",
                  "elasticloadbalancing:AddTags",
                  // The service looks at where the balancer goes in its maker's name:
                  // https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-permissions.html
                  "ec2:DescribeAccountAttributes",
                  "ec2:DescribeAddresses",
                  "ec2:DescribeInternetGateways",
                  "ec2:DescribeSecurityGroups",
                  "ec2:DescribeSubnets",
                  "ec2:DescribeVpcs",
                  // An account's first balancer.
                  AccessPolicies.SERVICE_ROLE)
              .read(
                  "elasticloadbalancing:DescribeLoadBalancers",
                  "elasticloadbalancing:DescribeLoadBalancerAttributes",
                  "elasticloadbalancing:DescribeCapacityReservation",
                  "elasticloadbalancing:DescribeTags")
              .update(
                  "elasticloadbalancing:ModifyLoadBalancerAttributes",
                  "elasticloadbalancing:SetSecurityGroups",
                  "elasticloadbalancing:SetSubnets",
                  "elasticloadbalancing:SetIpAddressType",
                  "elasticloadbalancing:AddTags",
                  "elasticloadbalancing:RemoveTags")
              .delete("elasticloadbalancing:DeleteLoadBalancer", "ec2:DescribeNetworkInterfaces"),
          elb(ResourceTypes.TARGET_GROUP)
              .where(Permissions::hasBalancer)
              .create(
                  "elasticloadbalancing:CreateTargetGroup",
                  "elasticloadbalancing:ModifyTargetGroupAttributes",
                  "elasticloadbalancing:AddTags",
                  "ec2:DescribeVpcs")
              .read(
                  "elasticloadbalancing:DescribeTargetGroups",
                  "elasticloadbalancing:DescribeTargetGroupAttributes",
                  "elasticloadbalancing:DescribeTags")
              .update(
                  "elasticloadbalancing:ModifyTargetGroup",
                  "elasticloadbalancing:ModifyTargetGroupAttributes",
                  "elasticloadbalancing:AddTags",
                  "elasticloadbalancing:RemoveTags")
              .delete("elasticloadbalancing:DeleteTargetGroup"),
          elb(ResourceTypes.LISTENER)
              .where(Permissions::hasBalancer)
              .create("elasticloadbalancing:CreateListener", "elasticloadbalancing:AddTags")
              .read(
                  "elasticloadbalancing:DescribeListeners",
                  "elasticloadbalancing:DescribeListenerAttributes",
                  "elasticloadbalancing:DescribeTags")
              .update(
                  "elasticloadbalancing:ModifyListener",
                  "elasticloadbalancing:ModifyListenerAttributes",
                  "elasticloadbalancing:AddTags",
                  "elasticloadbalancing:RemoveTags")
              .delete("elasticloadbalancing:DeleteListener"),
          elb(ResourceTypes.ATTACHMENT)
              .where(Permissions::hasTargets)
              .create("elasticloadbalancing:RegisterTargets")
              .read("elasticloadbalancing:DescribeTargetHealth")
              .delete("elasticloadbalancing:DeregisterTargets"),
          TypePermissions.<Plan>of(
                  ResourceTypes.WEB_ACL,
                  "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafv2.html",
                  Plan::region)
              .where(Permissions::hasWebAcl)
              .create("wafv2:AssociateWebACL", "elasticloadbalancing:SetWebACL")
              .read("wafv2:GetWebACLForResource")
              .delete("wafv2:DisassociateWebACL", "elasticloadbalancing:SetWebACL"));

  private Permissions() {}

  private static TypePermissions<Plan> ec2(String type) {
    return TypePermissions.of(type, EC2, Plan::region);
  }

  private static TypePermissions<Plan> elb(String type) {
    return TypePermissions.of(type, ELB, Plan::region);
  }

  private static TypePermissions<Plan> rule(String type, Direction direction, String inActions) {
    return ec2(type)
        .where(plan -> plan.rules().stream().anyMatch(rule -> rule.direction() == direction))
        .create("ec2:AuthorizeSecurityGroup" + inActions, "ec2:CreateTags")
        .read("ec2:DescribeSecurityGroupRules")
        .update("ec2:ModifySecurityGroupRules", "ec2:CreateTags", "ec2:DeleteTags")
        .delete("ec2:RevokeSecurityGroup" + inActions);
  }

  private static boolean makesNetwork(Plan plan) {
    return plan.network().fold(made -> true, there -> false);
  }

  private static boolean hasIpv6(Plan plan) {
    return plan.network().fold(Vpc::ipv6, there -> false);
  }

  private static boolean hasNat(Plan plan) {
    return plan.network().fold(made -> !made.natGateways().isEmpty(), there -> false);
  }

  private static boolean hasBalancer(Plan plan) {
    return plan.balancer().isPresent();
  }

  private static boolean hasTargets(Plan plan) {
    return plan.balancer().filter(made -> !made.targets().targets().isEmpty()).isPresent();
  }

  private static boolean hasWebAcl(Plan plan) {
    return plan.balancer()
        .filter(made -> made.front().fold(network -> false, front -> front.webAcl().isPresent()))
        .isPresent();
  }
}
