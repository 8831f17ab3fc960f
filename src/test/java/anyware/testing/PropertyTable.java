package anyware.testing;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of the properties of a cloud's resources. A property is the last part of its type
 * and its path, with {@code []} for every element of a list.
 *
 * @param foreign type to properties, in JSON, that the program never sets and that somebody may
 * @param harmless properties by which no plan differs, with the reason
 * @param decisive properties on which it depends what passes
 */
public record PropertyTable(
    Map<String, String> foreign, SortedMap<String, String> harmless, SortedSet<String> decisive) {
  private static final String LABEL = "labels only";
  private static final String CHECKS = "what the provider checks before it asks the cloud";

  /** AWS. */
  private static final PropertyTable AWS =
      new PropertyTable(
          Map.of(
              "DefaultSecurityGroup",
              """
              {"ingress": [{"protocol": "-1", "fromPort": 0, "toPort": 0, "self": true}],
               "egress": [{"protocol": "-1", "fromPort": 0, "toPort": 0,
                           "cidrBlocks": ["0.0.0.0/0"]}]}
              """,
              "SecurityGroup",
              """
              {"ingress": [{"protocol": "tcp", "fromPort": 22, "toPort": 22,
                            "cidrBlocks": ["0.0.0.0/0"]}],
               "egress": [{"protocol": "-1", "fromPort": 0, "toPort": 0,
                           "cidrBlocks": ["0.0.0.0/0"]}]}
              """,
              "Vpc",
              """
              {"instanceTenancy": "dedicated", "assignGeneratedIpv6CidrBlock": true,
               "ipv6CidrBlock": "2001:db8::/56"}
              """,
              "Subnet",
              """
              {"mapPublicIpOnLaunch": true, "assignIpv6AddressOnCreation": true,
               "ipv6Native": true, "enableDns64": true, "ipv6CidrBlock": "2001:db8::/64"}
              """,
              "RouteTable",
              """
              {"routes": [{"cidrBlock": "10.0.0.0/8", "gatewayId": "pcx-1"}],
               "propagatingVgws": ["vgw-1"]}
              """,
              "Route",
              "{\"destinationPrefixListId\": \"pl-1\", \"destinationIpv6CidrBlock\": \"::/0\"}",
              "LoadBalancer",
              "{\"ipAddressType\": \"dualstack\"}",
              "TargetGroup",
              "{\"preserveClientIp\": false, \"proxyProtocolV2\": true}"),
          table(
              "*.tags", LABEL,
              "LoadBalancer.internal", "where nothing is said the balancer is public, as planned",
              "SecurityGroupEgressRule.toPort", "without a last port it is the first one",
              "SecurityGroupIngressRule.toPort", "without a last port it is the first one",
              "Subnet.availabilityZone", "a subnet stays in the zone in which it was made",
              "aws.skipCredentialsValidation", CHECKS,
              "aws.skipRegionValidation", CHECKS),
          set(
              "LoadBalancer.securityGroups",
              "LoadBalancer.securityGroups[]",
              "ManagedPrefixList",
              "ManagedPrefixList.entries",
              "ManagedPrefixList.entries[]",
              "ManagedPrefixList.entries[].cidr",
              "SecurityGroup",
              "SecurityGroup.egress",
              "SecurityGroup.ingress",
              "SecurityGroupEgressRule",
              "SecurityGroupEgressRule.cidrIpv4",
              "SecurityGroupEgressRule.fromPort",
              "SecurityGroupEgressRule.ipProtocol",
              "SecurityGroupEgressRule.prefixListId",
              "SecurityGroupEgressRule.referencedSecurityGroupId",
              "SecurityGroupEgressRule.securityGroupId",
              "SecurityGroupEgressRule.toPort",
              "SecurityGroupIngressRule",
              "SecurityGroupIngressRule.cidrIpv4",
              "SecurityGroupIngressRule.fromPort",
              "SecurityGroupIngressRule.ipProtocol",
              "SecurityGroupIngressRule.prefixListId",
              "SecurityGroupIngressRule.referencedSecurityGroupId",
              "SecurityGroupIngressRule.securityGroupId",
              "SecurityGroupIngressRule.toPort"));

  /** Copies nothing: the tables are made here. */
  public PropertyTable {}

  /** The table of a cloud. */
  public static PropertyTable of(String cloud) {
    return switch (cloud) {
      case "aws" -> AWS;
      default -> throw new IllegalArgumentException(cloud);
    };
  }

  private static SortedMap<String, String> table(String... placesAndReasons) {
    SortedMap<String, String> table = new TreeMap<>();
    for (int i = 0; i < placesAndReasons.length; i += 2) {
      table.put(placesAndReasons[i], placesAndReasons[i + 1]);
    }
    return table;
  }

  private static SortedSet<String> set(String... places) {
    return new TreeSet<>(Set.of(places));
  }
}
