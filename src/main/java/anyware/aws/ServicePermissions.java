package anyware.aws;

import anyware.platform.TypePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The same for records in hosted zones, and for logs of connections with what they take. */
final class ServicePermissions {
  private static final String PAGES =
      "https://docs.aws.amazon.com/service-authorization/latest/reference/list_";

  private static final Predicate<Plan> HAS_RECORDS =
      plan ->
          plan.balancer().flatMap(LoadBalancer::dns).isPresent()
              || plan.connectorAddresses().stream().anyMatch(one -> one.dns().isPresent());
  private static final Predicate<Plan> HAS_FLOW_LOG = plan -> flowLog(plan).isPresent();
  private static final Predicate<Plan> MAKES_LOG_GROUP =
      plan -> flowLog(plan).filter(log -> log.destination().isEmpty()).isPresent();
  private static final Predicate<Plan> MAKES_ROLE =
      plan -> flowLog(plan).filter(log -> !log.toBucket()).isPresent();

  /** Every type that only such plans have. */
  static final List<TypePermissions<Plan>> OF_TYPES =
      List.of(
          of("aws:route53/record:Record", "amazonroute53.html")
              .where(HAS_RECORDS)
              .create(
                  "route53:GetHostedZone", "route53:ChangeResourceRecordSets", "route53:GetChange")
              .read("route53:GetHostedZone", "route53:ListResourceRecordSets")
              .update("route53:ChangeResourceRecordSets", "route53:GetChange")
              .delete("route53:ChangeResourceRecordSets", "route53:GetChange"),
          of("aws:ec2/flowLog:FlowLog", "amazonec2.html")
              .where(HAS_FLOW_LOG)
              .create(
                  "ec2:CreateFlowLogs",
                  "ec2:CreateTags",
                  // In the maker's name, to where the log goes:
                  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
                  "logs:CreateLogDelivery")
              .read("ec2:DescribeFlowLogs")
              .update("ec2:CreateTags", "ec2:DeleteTags")
              .delete("ec2:DeleteFlowLogs", "logs:DeleteLogDelivery"),
          of("aws:cloudwatch/logGroup:LogGroup", "amazoncloudwatchlogs.html")
              .where(MAKES_LOG_GROUP)
              .create("logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource")
              .read("logs:DescribeLogGroups", "logs:ListTagsForResource")
              .update("logs:PutRetentionPolicy", "logs:TagResource", "logs:UntagResource")
              .delete("logs:DeleteLogGroup"),
          of("aws:iam/role:Role", "awsidentityandaccessmanagementiam.html")
              .where(MAKES_ROLE)
              // The flow log is given the role.
              .create("iam:CreateRole", "iam:TagRole", "iam:PassRole")
              .read("iam:GetRole", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies")
              .update("iam:UpdateAssumeRolePolicy", "iam:TagRole", "iam:UntagRole")
              .delete("iam:DeleteRole", "iam:ListInstanceProfilesForRole"),
          of("aws:iam/rolePolicy:RolePolicy", "awsidentityandaccessmanagementiam.html")
              .where(MAKES_ROLE)
              .create("iam:PutRolePolicy")
              .read("iam:GetRolePolicy")
              .update("iam:PutRolePolicy")
              .delete("iam:DeleteRolePolicy"));

  private ServicePermissions() {}

  private static TypePermissions<Plan> of(String type, String page) {
    return TypePermissions.of(type, PAGES + page, Plan::region);
  }

  private static Optional<FlowLog> flowLog(Plan plan) {
    return plan.network().fold(Vpc::flowLog, there -> Optional.empty());
  }
}
