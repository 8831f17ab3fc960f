package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.atMostOneOf;
import static anyware.sandbox.spec.Constraints.exactlyOneOf;
import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Logs of connections: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html. Nothing but
 * their tags changes in place. Where AWS publishes a code without its wording, the wording here is
 * our own.
 */
final class FlowLogs {
  static final String FLOW_LOG = "aws:ec2/flowLog:FlowLog";

  private static final String[] SUBJECTS = {
    "eniId", "subnetId", "vpcId", "transitGatewayId", "transitGatewayAttachmentId"
  };

  /** https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html */
  private static final String DEFAULT_FORMAT =
      Stream.of(
              "version",
              "account-id",
              "interface-id",
              "srcaddr",
              "dstaddr",
              "srcport",
              "dstport",
              "protocol",
              "packets",
              "bytes",
              "start",
              "end",
              "action",
              "log-status")
          .map(field -> "${" + field + "}")
          .reduce((one, other) -> one + " " + other)
          .orElseThrow();

  private FlowLogs() {}

  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                FLOW_LOG,
                "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html")
            .has(subjects())
            .has(
                optional("deliverCrossAccountRole", Arns.ARN).replaces(),
                optional(
                        "destinationOptions",
                        object(
                            optional("fileFormat", text().oneOf("plain-text", "parquet"))
                                .defaultsTo("plain-text"),
                            optional("hiveCompatiblePartitions", flag()).defaultsTo(false),
                            optional("perHourPartition", flag()).defaultsTo(false)))
                    .replaces(),
                optional(
                        "iamRoleArn",
                        Arns.ARN.naming(
                            Reference.to(
                                    "InvalidParameter: Unable to assume given IAM role",
                                    ServiceRoles.ROLE)
                                .loose()))
                    .replaces(),
                optional("logDestination", Arns.ARN)
                    .replaces()
                    .orComputed((request, enclosing) -> groupOf(request)),
                optional(
                        "logDestinationType",
                        text().oneOf("cloud-watch-logs", "s3", "kinesis-data-firehose"))
                    .replaces()
                    .defaultsTo("cloud-watch-logs"),
                optional("logFormat", text())
                    .replaces()
                    .orComputed((request, enclosing) -> DEFAULT_FORMAT),
                optional("logGroupName", text())
                    .replaces()
                    .orComputed((request, enclosing) -> nameIn(enclosing)),
                optional(
                        "maxAggregationInterval",
                        whole()
                            .where(
                                "expected {property} to be one of [60 600], got {value}",
                                value ->
                                    value instanceof Number seconds
                                        && Set.of(60L, 600L).contains(seconds.longValue())))
                    .replaces()
                    .defaultsTo(600),
                optional("trafficType", text().oneOf("ACCEPT", "REJECT", "ALL")).replaces())
            .has(Tags.properties())
            .has(computed("arn", Identifiers.ec2Arn("vpc-flow-log")))
            .idIs(Identifiers.id("fl"))
            .completedBy(Tags::merged)
            .unique(
                "FlowLogAlreadyExists: Error. There is an existing Flow Log with the same"
                    + " configuration and log destination.",
                FlowLogs::configuration)
            .constraint(constraints())
            .gone("InvalidFlowLogId.NotFound: The flow log ID '{id}' does not exist")
            .build());
  }

  private static Property[] subjects() {
    return new Property[] {
      optional("eniId", text().naming(NetworkInterfaces.AN_INTERFACE.cascading())).replaces(),
      optional("subnetId", text().naming(Subnets.A_SUBNET.cascading())).replaces(),
      optional("transitGatewayAttachmentId", text()).replaces(),
      optional("transitGatewayId", text()).replaces(),
      optional(
              "vpcId",
              text()
                  .naming(
                      Reference.to(
                              "InvalidVpcId.NotFound: The vpc ID '{value}' does not exist",
                              Vpcs.VPC)
                          .cascading()))
          .replaces()
    };
  }

  private static Constraint[] constraints() {
    return new Constraint[] {
      exactlyOneOf(
          "\"eniId\": one of `" + String.join(",", SUBJECTS) + "` must be specified", SUBJECTS),
      atMostOneOf(
          "\"logDestination\": conflicts with logGroupName", "logDestination", "logGroupName"),
      refuse(
              "trafficType",
              "MissingParameter: The request must contain the parameter TrafficType",
              log -> !log.has("trafficType") && !log.has("transitGatewayId"))
          .at(Step.UP),
      refuse(
              "logDestination",
              "InvalidParameter: LogDestination can't be empty if LogGroupName is not provided",
              log -> !log.has("logDestination") && !log.has("logGroupName"))
          .at(Step.UP),
      refuseIn(
              "logDestination",
              "InvalidParameter: LogDestination '{logDestination}' is not a valid destination of"
                  + " type {logDestinationType}",
              request -> request.inputs().has("logDestination") && !suits(request))
          .at(Step.UP),
      refuse(
              "iamRoleArn",
              "InvalidParameter: DeliverLogsPermissionArn can't be empty if LogDestinationType is"
                  + " cloud-watch-logs",
              log -> isGroup(log) && !log.has("iamRoleArn"))
          .at(Step.UP),
      refuse(
              "iamRoleArn",
              "InvalidParameter: DeliverLogsPermissionArn is not applicable for"
                  + " {logDestinationType} delivery",
              log -> !isGroup(log) && log.has("iamRoleArn"))
          .at(Step.UP),
      refuseIn(
              "iamRoleArn",
              "InvalidParameter: Unable to assume given IAM role",
              FlowLogs::distrusts)
          .at(Step.UP)
    };
  }

  private static boolean isGroup(Props log) {
    return log.text("logDestinationType", "").equals("cloud-watch-logs");
  }

  private static boolean suits(RequestContext request) {
    String arn = request.inputs().text("logDestination", "");
    return switch (request.inputs().text("logDestinationType", "")) {
      case "cloud-watch-logs" ->
          Arns.isHere(request, arn, "logs", "log-group:[.\\-_/#A-Za-z0-9]{1,512}(:\\*)?");
      case "s3" -> arn.matches("arn:[a-z-]+:s3:::" + Buckets.FORM + "(/.*)?");
      default -> Arns.isHere(request, arn, "firehose", "deliverystream/.+");
    };
  }

  /** Who may take on the role is said in it. */
  private static boolean distrusts(RequestContext request) {
    return request
        .inputs()
        .text("iamRoleArn")
        .flatMap(arn -> request.find(ServiceRoles.ROLE, arn))
        .filter(
            role ->
                !role.inputs()
                    .text("assumeRolePolicy", "")
                    .contains("\"vpc-flow-logs.amazonaws.com\""))
        .isPresent();
  }

  private static String groupOf(RequestContext request) {
    return "arn:aws:logs:"
        + Identifiers.region(request)
        + ":"
        + Identifiers.ACCOUNT
        + ":log-group:"
        + request.inputs().text("logGroupName", "");
  }

  private static String nameIn(Props log) {
    return isGroup(log)
        ? log.text("logDestination", "")
            .replaceFirst("^.*:log-group:", "")
            .replaceFirst(":\\*$", "")
        : "";
  }

  private static List<String> configuration(Props log) {
    return Stream.concat(
            Stream.of(SUBJECTS),
            Stream.of(
                "logDestination",
                "logGroupName",
                "logFormat",
                "trafficType",
                "maxAggregationInterval"))
        .map(name -> String.valueOf(log.value(name).orElse("")))
        .toList();
  }
}
