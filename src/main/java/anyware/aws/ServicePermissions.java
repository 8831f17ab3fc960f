package anyware.aws;

import anyware.platform.TypePermissions;
import java.util.List;
import java.util.Optional;

/** The same for records in hosted zones, and for logs of connections with what they take. */
final class ServicePermissions {
  private static final String PAGES =
      "https://docs.aws.amazon.com/service-authorization/latest/reference/list_";

  /** Every type that only such plans have. */
  static final List<TypePermissions<Plan>> OF_TYPES =
      List.of(
          of(ResourceTypes.RECORD, "amazonroute53.html")
              .where(ServicePermissions::hasRecords)
              .create(
                  "route53:GetHostedZone", "route53:ChangeResourceRecordSets", "route53:GetChange")
              .read("route53:GetHostedZone", "route53:ListResourceRecordSets")
              .update("route53:ChangeResourceRecordSets", "route53:GetChange")
              .delete("route53:ChangeResourceRecordSets", "route53:GetChange"),
          of(ResourceTypes.FLOW_LOG, "amazonec2.html")
              .where(ServicePermissions::hasFlowLog)
              .create(
                  "ec2:CreateFlowLogs",
                  "ec2:CreateTags",
                  // In the maker's name, to where the log goes:
                  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
                  "logs:CreateLogDelivery")
              .read("ec2:DescribeFlowLogs")
              .update("ec2:CreateTags", "ec2:DeleteTags")
              .delete("ec2:DeleteFlowLogs", "logs:DeleteLogDelivery"),
          of(ResourceTypes.LOG_GROUP, "amazoncloudwatchlogs.html")
              .where(ServicePermissions::makesLogGroup)
              .create("logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource")
              .read("logs:DescribeLogGroups", "logs:ListTagsForResource")
              .update("logs:PutRetentionPolicy", "logs:TagResource", "logs:UntagResource")
              .delete("logs:DeleteLogGroup"),
          of(ResourceTypes.ROLE, "awsidentityandaccessmanagementiam.html")
              .where(ServicePermissions::makesRole)
              // The flow log is given the role.
              .create("iam:CreateRole", "iam:TagRole", "iam:PassRole")
              .read("iam:GetRole", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies")
              .update("iam:UpdateAssumeRolePolicy", "iam:TagRole", "iam:UntagRole")
              .delete("iam:DeleteRole", "iam:ListInstanceProfilesForRole"),
          of(ResourceTypes.ROLE_POLICY, "awsidentityandaccessmanagementiam.html")
              .where(ServicePermissions::makesRole)
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

  private static boolean hasRecords(Plan plan) {
    return plan.balancer().filter(made -> !made.dns().isEmpty()).isPresent()
        || plan.connectorAddresses().stream().anyMatch(one -> one.dns().isPresent());
  }

  private static boolean hasFlowLog(Plan plan) {
    return flowLog(plan).isPresent();
  }

  private static boolean makesLogGroup(Plan plan) {
    return flowLog(plan).filter(log -> log.destination().isEmpty()).isPresent();
  }

  private static boolean makesRole(Plan plan) {
    return flowLog(plan).filter(log -> !log.toBucket()).isPresent();
  }
}
