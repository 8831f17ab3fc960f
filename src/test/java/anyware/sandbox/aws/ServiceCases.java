package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;

import anyware.sandbox.aws.CloudFixture.Case;
import anyware.sandbox.aws.CloudFixture.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Records, logs, roles and web ACLs that AWS refuses. */
final class ServiceCases {
  private static final String GROUP = "arn:aws:logs:us-east-1:123456789012:log-group:flows";

  private static final String ROLE_ARN = "$roleArn";

  private ServiceCases() {}

  static Stream<Case> all() {
    return Stream.of(webAcl(), record(), logGroup(), role(), policy(), flowLog())
        .flatMap(table -> table.cases().stream());
  }

  private static Table webAcl() {
    String acl = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/filter/0a1b";
    return Table.of(WebAclAssociations.WEB_ACL_ASSOCIATION, ValidInputs.WEB_ACL_ASSOCIATION)
        .check("no web ACL", "webAclArn: missing required", "webAclArn", NONE)
        .check("nothing to filter", "resourceArn: missing required", "resourceArn", NONE)
        .check("no ARN", "webAclArn: (webAclArn) is an invalid ARN", "webAclArn", "filter")
        .up(
            "no such balancer",
            "resourceArn: WAFNonexistentItemException",
            "resourceArn",
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/x/1")
        .up(
            "network balancer",
            "resourceArn: WAFInvalidParameterException",
            "resourceArn",
            "$balancer")
        .up(
            "web ACL of another region",
            "webAclArn: WAFInvalidParameterException",
            "webAclArn",
            acl.replace("us-east-1", "us-west-2"))
        .up(
            "web ACL of CloudFront",
            "webAclArn: WAFInvalidParameterException",
            "webAclArn",
            acl.replace("regional", "global"));
  }

  private static Table record() {
    Map<String, Object> alias =
        Map.of("name", "elsewhere.example", "zoneId", "Z1", "evaluateTargetHealth", true);
    return Table.of(DnsRecords.RECORD, ValidInputs.RECORD)
        .check("no zone", "zoneId: missing required", "zoneId", NONE)
        .check("no name", "name: missing required", "name", NONE)
        .check("type", "type: expected type to be one of", "type", "ALIAS")
        .check("no values", "aliases: \"aliases\": one of", "records", NONE, "ttl", NONE)
        .check("both kinds", "aliases: \"aliases\": one of", "aliases", List.of(alias), "ttl", NONE)
        .check(
            "an alias's time to live",
            "ttl: \"ttl\": conflicts",
            "aliases",
            List.of(alias),
            "records",
            NONE)
        .check("time to live", "ttl: expected", "ttl", -1)
        .up("no time to live", "ttl: InvalidInput", "ttl", NONE)
        .up(
            "no such zone",
            "zoneId: NoSuchHostedZone: No hosted zone found with ID: example.com",
            "zoneId",
            "example.com")
        .up(
            "a name for an address",
            "records: InvalidChangeBatch: [Invalid Resource Record: 'FATAL problem:"
                + " ARRDATAIllegalIPv4Address",
            "records",
            List.of("192.0.2.7", "pcoip.example.com"))
        .up(
            "an IPv6 address",
            "records: InvalidChangeBatch: [Invalid Resource Record",
            "records",
            List.of("2001:db8::7"))
        .up(
            "alias of nothing",
            "aliases: InvalidChangeBatch: [Tried to create an alias that targets elsewhere.example",
            "aliases",
            List.of(alias),
            "records",
            NONE,
            "ttl",
            NONE);
  }

  private static Table logGroup() {
    return Table.of(LogGroups.LOG_GROUP, ValidInputs.LOG_GROUP)
        .check("retention", "retentionInDays: expected", "retentionInDays", 364)
        .check("name", "name: \"name\" isn't a valid log group name", "name", "flow logs")
        .check("class", "logGroupClass: expected", "logGroupClass", "COLD")
        .check("key", "kmsKeyId: (kmsKeyId) is an invalid ARN", "kmsKeyId", "key");
  }

  private static Table role() {
    return Table.of(ServiceRoles.ROLE, ValidInputs.SERVICE_ROLE)
        .check("nobody's", "assumeRolePolicy: missing required", "assumeRolePolicy", NONE)
        .check(
            "no policy", "assumeRolePolicy: \"assumeRolePolicy\" contains", "assumeRolePolicy", "x")
        .check("name", "name: invalid value for name", "name", "a b")
        .check("session", "maxSessionDuration: expected", "maxSessionDuration", 60);
  }

  private static Table policy() {
    return Table.of(ServiceRoles.ROLE_POLICY, ValidInputs.ROLE_POLICY)
        .check("no role", "role: missing required", "role", NONE)
        .check("no policy", "policy: \"policy\" contains an invalid JSON", "policy", "{")
        .up("no such role", "role: NoSuchEntity: The role with name r cannot", "role", "r");
  }

  private static Table flowLog() {
    return Table.of(FlowLogs.FLOW_LOG, ValidInputs.FLOW_LOG)
        .check("of nothing", "eniId: \"eniId\": one of", "vpcId", NONE)
        .check("of two", "eniId: \"eniId\": one of", "subnetId", "$vpcA")
        .check("traffic", "trafficType: expected", "trafficType", "DROPPED")
        .check("interval", "maxAggregationInterval: expected", "maxAggregationInterval", 30)
        .check("kind", "logDestinationType: expected", "logDestinationType", "kafka")
        .check("place", "logDestination: (logDestination) is an invalid", "logDestination", "x")
        .check("two places", "logDestination: \"logDestination\": conflicts", "logGroupName", "x")
        .up("of no VPC", "vpcId: InvalidVpcId.NotFound", "vpcId", "vpc-0")
        .up("no traffic", "trafficType: MissingParameter", "trafficType", NONE)
        .up(
            "nowhere",
            "logDestination: InvalidParameter: LogDestination can't",
            "logDestination",
            NONE)
        .up(
            "no bucket",
            "logDestination: InvalidParameter: LogDestination 'arn:aws:s3:::Flows'",
            "logDestination",
            "arn:aws:s3:::Flows")
        .up(
            "a group for a bucket",
            "logDestination: InvalidParameter: LogDestination",
            "logDestination",
            GROUP)
        .up(
            "role for a bucket",
            "iamRoleArn: InvalidParameter: DeliverLogsPermissionArn is not applicable",
            "iamRoleArn",
            ROLE_ARN)
        .up(
            "group without role",
            "iamRoleArn: InvalidParameter: DeliverLogsPermissionArn can't be empty",
            "logDestinationType",
            "cloud-watch-logs",
            "logDestination",
            GROUP)
        .up(
            "no such role",
            "iamRoleArn: InvalidParameter: Unable to assume given IAM role",
            "logDestinationType",
            "cloud-watch-logs",
            "logDestination",
            GROUP,
            "iamRoleArn",
            "arn:aws:iam::123456789012:role/nobody")
        .up(
            "group of another region",
            "logDestination: InvalidParameter: LogDestination",
            "logDestinationType",
            "cloud-watch-logs",
            "logDestination",
            GROUP.replace("us-east-1", "eu-west-1"),
            "iamRoleArn",
            ROLE_ARN);
  }
}
