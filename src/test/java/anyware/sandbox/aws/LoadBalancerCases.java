package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;

import anyware.sandbox.aws.CloudFixture.Case;
import anyware.sandbox.aws.CloudFixture.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Load balancers that AWS refuses. */
final class LoadBalancerCases {
  private LoadBalancerCases() {}

  static Stream<Case> all() {
    return Stream.of(names(LoadBalancers.LOAD_BALANCER, ValidInputs.LOAD_BALANCER), balancer())
        .flatMap(table -> table.cases().stream());
  }

  /** Names that load balancers and target groups refuse alike. */
  static Table names(String type, Map<String, Object> base) {
    return Table.of(type, base)
        .check("long name", "name: \"name\" cannot be longer than 32", "name", "x".repeat(33))
        .check("name's alphabet", "name: only alphanumeric characters", "name", "a_b")
        .check("name's start", "name: \"name\" cannot begin with a hyphen", "name", "-a")
        .check("name's end", "name: \"name\" cannot end with a hyphen", "name", "a-")
        .check(
            "long prefix",
            "namePrefix: \"namePrefix\" cannot be longer than 6",
            "namePrefix",
            "prefix-");
  }

  private static Table balancer() {
    return Table.of(LoadBalancers.LOAD_BALANCER, ValidInputs.LOAD_BALANCER)
        .check("name", "name: \"name\" cannot begin with \"internal-\"", "name", "internal-a")
        .check("kind", "loadBalancerType: expected", "loadBalancerType", "classic")
        .check("family", "ipAddressType: expected", "ipAddressType", "ipv6")
        .check("no place", "subnets: \"subnets\": one of", "subnets", NONE)
        .check(
            "two places",
            "subnets: \"subnets\": one of",
            "subnetMappings",
            List.of(Map.of("subnetId", "$vpcA")))
        .check("output", "dnsName: ", "dnsName", "a.example.com")
        .up(
            "no subnets",
            "subnets: ValidationError: At least one subnet",
            "subnets",
            List.of(),
            "securityGroups",
            NONE,
            "internal",
            true)
        .up(
            "no such subnet",
            "subnets[0]: InvalidSubnetID.NotFound",
            "subnets",
            List.of("subnet-0"))
        .up(
            "no such group",
            "securityGroups[0]: InvalidGroup.NotFound",
            "securityGroups",
            List.of("sg-0"))
        .up(
            "group of another VPC",
            "securityGroups: InvalidConfigurationRequest: Security group '$otherGroup' does not"
                + " belong to VPC '$vpc'",
            "securityGroups",
            List.of("$otherGroup"))
        .up(
            "two VPCs",
            "subnets: InvalidConfigurationRequest: All subnets must belong",
            "subnets",
            List.of("$vpcA", "$otherB"))
        .up(
            "two subnets of a zone",
            "subnets: InvalidConfigurationRequest: A load balancer cannot be attached",
            "subnets",
            List.of("$vpcA", "$vpcA2"))
        .up(
            "one zone for HTTP",
            "subnets: ValidationError: At least two subnets in two different",
            "loadBalancerType",
            "application",
            "subnets",
            List.of("$vpcA"))
        .up(
            "no internet gateway",
            "subnets: InvalidSubnet: VPC $lone has no internet gateway",
            "subnets",
            List.of("$loneA"),
            "securityGroups",
            NONE)
        .up(
            "no IPv6",
            "ipAddressType: ValidationError: You must specify subnets",
            "ipAddressType",
            "dualstack")
        .up(
            "no such allocation",
            "subnetMappings[0].allocationId: AllocationIdNotFound",
            "subnets",
            NONE,
            "subnetMappings",
            List.of(Map.of("subnetId", "$vpcA", "allocationId", "eipalloc-0")))
        .up(
            "inner with public address",
            "subnetMappings: InvalidConfigurationRequest: Elastic IPs are not supported for load"
                + " balancers with scheme 'internal'",
            "internal",
            true,
            "subnets",
            NONE,
            "subnetMappings",
            List.of(Map.of("subnetId", "$vpcA", "allocationId", "$allocation")))
        .up(
            "public with inner address",
            "subnetMappings: InvalidConfigurationRequest: A private IPv4",
            "subnets",
            NONE,
            "subnetMappings",
            List.of(Map.of("subnetId", "$vpcA", "privateIpv4Address", "10.0.1.9")))
        .check("no address", "subnetMappings[0].privateIpv4Address: expected", inner("10.0.1"))
        .up(
            "inner address of another subnet",
            "subnetMappings: InvalidParameterValue: Address 10.0.2.9 does not fall within",
            inner("10.0.2.9"))
        .up(
            "inner address of AWS",
            "subnetMappings: InvalidParameterValue: Address 10.0.1.1 is in subnet's reserved",
            inner("10.0.1.1"))
        .up(
            "HTTP with inner address",
            "subnetMappings: InvalidConfigurationRequest: Private IPv4 addresses are not supported"
                + " for load balancers with type 'application'",
            "internal",
            true,
            "loadBalancerType",
            "application",
            "subnets",
            NONE,
            "subnetMappings",
            List.of(
                Map.of("subnetId", "$vpcA", "privateIpv4Address", "10.0.1.9"),
                Map.of("subnetId", "$vpcB")))
        .up(
            "HTTP with public address",
            "subnetMappings: InvalidConfigurationRequest: Elastic IPs are not supported for load"
                + " balancers with type 'application'",
            "loadBalancerType",
            "application",
            "subnets",
            NONE,
            "subnetMappings",
            List.of(
                Map.of("subnetId", "$vpcA", "allocationId", "$allocation"),
                Map.of("subnetId", "$vpcB")))
        .up("idle time", "idleTimeout: expected idleTimeout", "idleTimeout", 4001)
        .up(
            "logs to what is no bucket",
            "accessLogs: InvalidConfigurationRequest: Access Denied for bucket: My_Logs.",
            "accessLogs",
            Map.of("bucket", "My_Logs", "enabled", true))
        .up(
            "connections logged to what is no bucket",
            "connectionLogs: InvalidConfigurationRequest: Access Denied for bucket: 192.0.2.1.",
            "connectionLogs",
            Map.of("bucket", "192.0.2.1", "enabled", true));
  }

  /** What makes the base an internal balancer with an address of its choice. */
  private static Object[] inner(String address) {
    return new Object[] {
      "internal",
      true,
      "subnets",
      NONE,
      "subnetMappings",
      List.of(Map.of("subnetId", "$vpcA", "privateIpv4Address", address))
    };
  }
}
