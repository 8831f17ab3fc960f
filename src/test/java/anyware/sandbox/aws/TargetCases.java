package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;

import anyware.sandbox.aws.CloudFixture.Case;
import anyware.sandbox.aws.CloudFixture.Table;
import java.util.stream.Stream;

/** Targets and addresses of machines that AWS refuses. */
final class TargetCases {
  private TargetCases() {}

  static Stream<Case> all() {
    return Stream.of(attachment(), association()).flatMap(table -> table.cases().stream());
  }

  private static Table attachment() {
    return Table.of(
            TargetGroupAttachments.TARGET_GROUP_ATTACHMENT, ValidInputs.TARGET_GROUP_ATTACHMENT)
        .check("no group", "targetGroupArn: missing required", "targetGroupArn", NONE)
        .check("no target", "targetId: missing required", "targetId", NONE)
        .up("no such group", "targetGroupArn: TargetGroupNotFound", "targetGroupArn", "arn:x")
        .up("port", "port: expected port to be in the range (1 - 65535)", "port", 0)
        .up(
            "address for an instance",
            "targetId: ValidationError: Instance ID '10.0.1.9' is not valid",
            "targetId",
            "10.0.1.9")
        .up(
            "odd id",
            "targetId: ValidationError: Instance ID 'i-123' is not valid",
            "targetId",
            "i-123")
        .up(
            "instance's zone",
            "targetId: ValidationError: You cannot specify an Availability Zone",
            "availabilityZone",
            "us-east-1a");
  }

  private static Table association() {
    return Table.of(EipAssociations.EIP_ASSOCIATION, ValidInputs.EIP_ASSOCIATION)
        .check("no address", "privateIpAddress: expected", "privateIpAddress", "x")
        .up("no such address", "allocationId: InvalidAllocationID.NotFound", "allocationId", "e-0")
        .up("nothing to give", "allocationId: MissingParameter", "allocationId", NONE)
        .up("nobody to have it", "instanceId: MissingParameter", "instanceId", NONE)
        .up(
            "odd instance",
            "instanceId: InvalidInstanceID.Malformed: Invalid id: \"i-1\"",
            "instanceId",
            "i-1")
        .up(
            "no such interface",
            "networkInterfaceId: InvalidNetworkInterfaceID.NotFound",
            "instanceId",
            NONE,
            "networkInterfaceId",
            "eni-0")
        .up(
            "address of others",
            "publicIp: InvalidAddress.NotFound: Address '192.0.2.250' not found",
            "allocationId",
            NONE,
            "publicIp",
            "192.0.2.250");
  }
}
