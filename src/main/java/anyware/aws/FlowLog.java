package anyware.aws;

import java.util.Optional;

/**
 * A log of all connections in a VPC, let through or not
 * (https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html).
 *
 * @param name the logical name, also of the log group and the role that are made for it
 * @param destination the ARN of a bucket, or of a log group, that is there; absent where a log
 *     group is made
 */
public record FlowLog(String name, Optional<String> destination) {
  /** All of it, so that the log says what was refused as well. */
  static final String TRAFFIC = "ALL";

  /** For how many days a log group that is made keeps it. */
  static final int RETENTION_DAYS = 365;

  /** The kind of destination as AWS writes it. */
  String kind() {
    return toBucket() ? "s3" : "cloud-watch-logs";
  }

  /**
   * Whether it is written to a bucket, whose own policy lets it in, and not to a log group, for
   * which it takes a role.
   */
  boolean toBucket() {
    return destination.filter(arn -> arn.contains(":s3:")).isPresent();
  }

  /**
   * Who may take on the role: flow logs of the account alone
   * (https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html).
   *
   * @param account the account's number
   */
  static String trust(String account) {
    return ("{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'sts:AssumeRole',"
            + "'Principal':{'Service':'vpc-flow-logs.amazonaws.com'},"
            + "'Condition':{'StringEquals':{'aws:SourceAccount':'%s'}}}]}")
        .formatted(account)
        .replace('\'', '"');
  }

  /**
   * What the role may do: write to the log group, and nothing else (same page).
   *
   * @param group the log group's ARN
   */
  static String permission(String group) {
    return ("{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':["
            + "'logs:CreateLogStream','logs:PutLogEvents','logs:DescribeLogGroups',"
            + "'logs:DescribeLogStreams'],'Resource':['%s','%s:*']}]}")
        .formatted(group, group)
        .replace('\'', '"');
  }
}
