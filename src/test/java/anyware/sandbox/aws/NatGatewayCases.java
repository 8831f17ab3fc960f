package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;

import anyware.sandbox.aws.CloudFixture.Case;
import anyware.sandbox.aws.CloudFixture.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** NAT gateways, and the interfaces of machines, that AWS refuses. */
final class NatGatewayCases {
  private NatGatewayCases() {}

  static Stream<Case> all() {
    return Stream.of(gateway(), networkInterface()).flatMap(table -> table.cases().stream());
  }

  private static Table gateway() {
    return Table.of(NatGateways.NAT_GATEWAY, ValidInputs.NAT_GATEWAY)
        .check("no subnet", "subnetId: missing required property", "subnetId", NONE)
        .check("kind", "connectivityType: expected", "connectivityType", "internet")
        .check(
            "private with an address",
            "allocationId: allocation_id is not supported with connectivity_type = \"private\"",
            "connectivityType",
            "private")
        .check("no address", "privateIp: expected privateIp to contain", "privateIp", "10.0.1")
        .check(
            "count and addresses",
            "secondaryPrivateIpAddressCount: \"secondaryPrivateIpAddressCount\": conflicts",
            "connectivityType",
            "private",
            "allocationId",
            NONE,
            "secondaryPrivateIpAddressCount",
            1,
            "secondaryPrivateIpAddresses",
            List.of("10.0.1.9"))
        .check(
            "public with a count",
            "secondaryPrivateIpAddressCount: secondary_private_ip_address_count is not",
            "secondaryPrivateIpAddressCount",
            1)
        .check("output", "publicIp: ", "publicIp", "192.0.2.1")
        .up("no such subnet", "subnetId: InvalidSubnetID.NotFound", "subnetId", "subnet-0")
        .up("no such address", "allocationId: InvalidElasticIpID.NotFound", "allocationId", "e-0")
        .up("public without an address", "allocationId: MissingParameter", "allocationId", NONE)
        .up(
            "outside the subnet",
            "privateIp: InvalidParameterValue: Address 10.0.2.9 does not fall within",
            "privateIp",
            "10.0.2.9")
        .up(
            "AWS's own address",
            "privateIp: InvalidParameterValue: Address 10.0.1.3 is in subnet's reserved",
            "privateIp",
            "10.0.1.3")
        .up(
            "the last address",
            "privateIp: InvalidParameterValue: Address 10.0.1.255 is in subnet's reserved",
            "privateIp",
            "10.0.1.255");
  }

  private static Table networkInterface() {
    return Table.of(NetworkInterfaces.NETWORK_INTERFACE, ValidInputs.NETWORK_INTERFACE)
        .check("no subnet", "subnetId: missing required property", "subnetId", NONE)
        .check("kind", "interfaceType: expected", "interfaceType", "wifi")
        .check(
            "addresses twice",
            "privateIpLists: \"privateIpLists\": conflicts",
            "privateIps",
            List.of("10.0.1.9"),
            "privateIpLists",
            List.of("10.0.1.9"))
        .up("no such subnet", "subnetId: InvalidSubnetID.NotFound", "subnetId", "subnet-0")
        .up(
            "no instance",
            "attachments[0].instance: InvalidInstanceID.Malformed: Invalid id: \"x\"",
            "attachments",
            List.of(Map.of("deviceIndex", 0, "instance", "x")))
        .up(
            "group of another VPC",
            "securityGroups: InvalidParameter: Security group $otherGroup and subnet $vpcA belong",
            "securityGroups",
            List.of("$otherGroup"))
        .up(
            "outside the subnet",
            "privateIps: InvalidParameterValue: Address 10.0.2.9 does not",
            "privateIps",
            List.of("10.0.2.9"));
  }
}
