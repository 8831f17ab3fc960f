package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;
import static anyware.sandbox.aws.CloudFixture.with;
import static anyware.sandbox.aws.ValidInputs.INLINE_RULE;

import anyware.sandbox.aws.CloudFixture.Case;
import anyware.sandbox.aws.CloudFixture.Table;
import java.util.List;
import java.util.stream.Stream;

/** Security groups and their rules that AWS refuses. */
final class SecurityGroupCases {
  private static final String LONG = "x".repeat(256);

  private SecurityGroupCases() {}

  static Stream<Case> all() {
    return Stream.of(
            group(),
            defaultGroup(),
            rule(SecurityGroupRules.INGRESS),
            rule(SecurityGroupRules.EGRESS))
        .flatMap(table -> table.cases().stream());
  }

  private static List<?> inline(Object... changes) {
    return List.of(with(INLINE_RULE, changes));
  }

  private static Table group() {
    return Table.of(SecurityGroups.SECURITY_GROUP, ValidInputs.SECURITY_GROUP)
        .check(
            "name of an id",
            "name: invalid value for name (cannot begin with sg-)",
            "name",
            "sg-web")
        .check("long name", "name: expected length of name", "name", LONG)
        .check(
            "long description", "description: expected length of description", "description", LONG)
        .check(
            "inline host bits",
            "ingress[0].cidrBlocks[0]: \"10.0.0.1/8\" is not",
            "ingress",
            inline("cidrBlocks", List.of("10.0.0.1/8")))
        .check("inline port", "egress[0].toPort: expected", "egress", inline("toPort", 65536))
        .check(
            "inline without protocol",
            "ingress[0].protocol: missing",
            "ingress",
            inline("protocol", NONE))
        .check(
            "inline description",
            "ingress[0].description: doesn't comply",
            "ingress",
            inline("description", "<web>"))
        .up(
            "inline protocol",
            "ingress[0].protocol: sctp2 is not",
            "ingress",
            inline("protocol", "sctp2"))
        .up(
            "inline ports reversed",
            "ingress[0].toPort: InvalidParameterValue: Invalid port range (443, 80)",
            "ingress",
            inline("toPort", 80))
        .up(
            "inline ports of all",
            "egress[0].fromPort: from_port (443) and to_port (443) must both be 0",
            "egress",
            inline("protocol", "-1"))
        .up("inline nobody", "ingress[0]: MissingParameter", "ingress", inline("cidrBlocks", NONE))
        .up(
            "inline group",
            "ingress[0].securityGroups[0]: InvalidGroup.NotFound",
            "ingress",
            inline("securityGroups", List.of("sg-0")))
        .up(
            "inline prefix list",
            "ingress[0].prefixListIds[0]: InvalidPrefixListID.NotFound",
            "ingress",
            inline("cidrBlocks", NONE, "prefixListIds", List.of("pl-00000000")))
        .up(
            "name's alphabet",
            "name: InvalidParameterValue: Invalid security group name",
            "name",
            "wéb")
        .up("reserved name", "name: InvalidParameterValue: Cannot use reserved", "name", "default")
        .up(
            "description's alphabet",
            "description: InvalidParameterValue: Invalid security group description",
            "description",
            "a<b")
        .up("empty description", "description: MissingParameter", "description", "")
        .up("no VPC", "vpcId: VPCIdNotSpecified", "vpcId", NONE)
        .up("no such VPC", "vpcId: InvalidVpcID.NotFound", "vpcId", "vpc-0");
  }

  private static Table defaultGroup() {
    return Table.of(
            DefaultSecurityGroups.DEFAULT_SECURITY_GROUP, ValidInputs.DEFAULT_SECURITY_GROUP)
        .check("name", "name: unknown property", "name", "default")
        .check("description", "description: unknown property", "description", "x")
        .up("no such VPC", "vpcId: InvalidVpcID.NotFound", "vpcId", "vpc-0")
        .up("no VPC", "reading Default Security Group: empty result", "vpcId", NONE)
        .up("inline nobody", "ingress[0]: MissingParameter", "ingress", inline("cidrBlocks", NONE));
  }

  private static Table rule(String type) {
    String one = "cidrIpv4: Exactly one of these attributes must be configured";
    return Table.of(type, ValidInputs.RULE)
        .check("no peer", one, "cidrIpv4", NONE)
        .check("two peers", one, "referencedSecurityGroupId", "$vpcGroup")
        .check("a prefix list beside a range", one, "prefixListId", "$list")
        .check("host bits", "cidrIpv4: \"10.0.0.1/8\" is not", "cidrIpv4", "10.0.0.1/8")
        .check("no range", "cidrIpv4: \"10.0.0.1\" is not", "cidrIpv4", "10.0.0.1")
        .check("IPv6 as IPv4", "cidrIpv4: \"::/0\" is not", "cidrIpv4", "::/0")
        .check(
            "IPv4 as IPv6",
            "cidrIpv6: \"0.0.0.0/0\" is not",
            "cidrIpv4",
            NONE,
            "cidrIpv6",
            "0.0.0.0/0")
        .check("protocol", "ipProtocol: https is not a protocol", "ipProtocol", "https")
        .check("protocol's number", "ipProtocol: 256 is not a protocol", "ipProtocol", "256")
        .check("no protocol", "ipProtocol: missing required", "ipProtocol", NONE)
        .check("no group", "securityGroupId: missing required", "securityGroupId", NONE)
        .check("port", "toPort: expected toPort", "toPort", 65536)
        .check("long description", "description: expected length", "description", LONG)
        .check("unknown property", "port: unknown property", "port", 443)
        .up(
            "description's alphabet",
            "description: InvalidParameterValue: Invalid rule description",
            "description",
            "é")
        .up(
            "no ports",
            "fromPort: InvalidParameterValue: Invalid value for portRange",
            "fromPort",
            NONE,
            "toPort",
            NONE)
        .up(
            "one port",
            "fromPort: InvalidParameterValue: Invalid value for portRange",
            "toPort",
            NONE)
        .up(
            "ports reversed",
            "toPort: InvalidParameterValue: Invalid port range (443, 80)",
            "toPort",
            80)
        .up(
            "no such group",
            "securityGroupId: InvalidGroup.NotFound: The security group 'sg-0' does",
            "securityGroupId",
            "sg-0")
        .up(
            "no such peer",
            "referencedSecurityGroupId: InvalidGroup.NotFound",
            "cidrIpv4",
            NONE,
            "referencedSecurityGroupId",
            "sg-0")
        .up(
            "peer of another VPC",
            "referencedSecurityGroupId: InvalidParameterValue: You have specified two resources",
            "cidrIpv4",
            NONE,
            "referencedSecurityGroupId",
            "$otherGroup")
        .up(
            "prefix list",
            "prefixListId: InvalidPrefixListId.Malformed",
            "cidrIpv4",
            NONE,
            "prefixListId",
            "list")
        .up(
            "no such prefix list",
            "prefixListId: InvalidPrefixListID.NotFound: The prefix list ID 'pl-00000000' does",
            "cidrIpv4",
            NONE,
            "prefixListId",
            "pl-00000000");
  }
}
