package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.ASG_ID;
import static anyware.sandbox.azure.CloudFixture.NONE;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.table;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.NetworkSecurityGroups.NETWORK_SECURITY_GROUP;

import anyware.sandbox.azure.CloudFixture.Case;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Network security groups that Azure refuses. */
final class NetworkSecurityGroupCases {
  static final String RULE_ID =
      CloudFixture.PLACE + "networkSecurityGroups/web/securityRules/https";

  static final Map<String, Object> RULE =
      Map.of(
          "name", "https",
          "priority", 100,
          "direction", "Inbound",
          "access", "Allow",
          "protocol", "Tcp",
          "sourceAddressPrefix", "*",
          "sourcePortRange", "*",
          "destinationAddressPrefix", "*",
          "destinationPortRange", "443");

  static Map<String, Object> group(Map<?, ?>... rules) {
    return with(named("networkSecurityGroupName", "web"), "securityRules", List.of(rules));
  }

  static Map<String, Object> changed(Object... changes) {
    return group(with(RULE, changes));
  }

  static Map<String, Object> sources(Object... prefixes) {
    return changed("sourceAddressPrefix", NONE, "sourceAddressPrefixes", List.of(prefixes));
  }

  static Map<String, Object> asgs(Object... asgs) {
    return changed("sourceAddressPrefix", NONE, "sourceApplicationSecurityGroups", List.of(asgs));
  }

  private NetworkSecurityGroupCases() {}

  static Stream<Case> all() {
    Map<String, Object> second = with(RULE, "name", "other", "priority", 110);
    Map<String, String> asg = Map.of("id", ASG_ID);
    String rule = "securityRules[0].";
    return table(NETWORK_SECURITY_GROUP)
        .check("no access", changed("access", NONE), rule + "access: missing required property")
        .check("no direction", changed("direction", NONE), rule + "direction: missing required")
        .check("no protocol", changed("protocol", NONE), rule + "protocol: missing required")
        .check("unknown property", changed("ports", "443"), rule + "ports: unknown property")
        .check("priority as text", changed("priority", "100"), rule + "priority: expected")
        .check("broken priority", changed("priority", 100.5), rule + "priority: expected")
        .up(
            "unknown access",
            changed("access", "permit"),
            rule + "access: Code=\"InvalidRequestFormat\" Message=\"Cannot parse the request.\"")
        .up("unknown direction", changed("direction", "In"), rule + "direction: Code=\"Invalid")
        .up("unknown protocol", changed("protocol", "Any"), rule + "protocol: Code=\"InvalidReq")
        .up("no name", changed("name", NONE), rule + "name: Code=\"InvalidResourceName\"")
        .up("name with a slash", changed("name", "a/b"), rule + "name: Code=\"InvalidResource")
        .up("name too long", changed("name", "n".repeat(81)), rule + "name: Code=\"InvalidRes")
        .up(
            "description too long",
            changed("description", "d".repeat(141)),
            rule + "description: The description")
        .up(
            "no priority",
            changed("priority", NONE),
            rule
                + "priority: Code=\"SecurityRuleInvalidPriority\" Message=\"Security rule has"
                + " invalid Priority. Value provided: 0 Allowed range 100-4096.\"")
        .up("priority too low", changed("priority", 99), rule + "priority: Code=\"SecurityRuleInv")
        .up("priority too high", changed("priority", 4097), rule + "priority: Code=\"SecurityRule")
        .up(
            "same priority and direction",
            group(RULE, with(second, "priority", 100)),
            "securityRules[1].priority: Code=\"SecurityRuleConflict\" Message=\"Security rule https"
                + " conflicts with rule other. Rules cannot have the same Priority and Direction.")
        .up(
            "same name in another case",
            group(RULE, with(second, "name", "HTTPS")),
            "securityRules[1].name: Code=\"DuplicateResourceName\"")
        .up(
            "no source",
            changed("sourceAddressPrefix", NONE),
            rule
                + "sourceAddressPrefix: Code=\"SecurityRuleParametersMissing\" Message=\"Required"
                + " security rule parameters are missing for security rule with Id: "
                + RULE_ID
                + ". Security rule must specify SourceAddressPrefixes, SourceAddressPrefix, or"
                + " SourceApplicationSecurityGroups.\"")
        .up(
            "no destination",
            changed("destinationAddressPrefix", NONE),
            rule + "destinationAddressPrefix: Code=\"SecurityRuleParametersMissing\"")
        .up(
            "two ways to write the source",
            changed("sourceAddressPrefixes", List.of("10.0.0.0/8")),
            rule
                + "sourceAddressPrefix: Security rule with Id "
                + RULE_ID
                + " must specify a non empty value for exactly one of")
        .up(
            "application security group beside a prefix",
            changed("sourceApplicationSecurityGroups", List.of(asg)),
            rule + "sourceAddressPrefix: Security rule with Id")
        .up(
            "word as address",
            changed("sourceAddressPrefix", "any"),
            rule
                + "sourceAddressPrefix: Code=\"SecurityRuleInvalidAddressPrefix\""
                + " Message=\"Security rule "
                + RULE_ID
                + " has invalid Address prefix. Value provided: any\"")
        .up(
            "host bits",
            changed("sourceAddressPrefix", "50.206.209.68/27"),
            rule + "sourceAddressPrefix: Code=\"SecurityRuleInvalidAddressPrefix\"")
        .up(
            "mask too long",
            sources("192.168.0.0/34"),
            rule + "sourceAddressPrefixes: Code=\"SecurityRuleInvalidAddressPrefix\"")
        .up(
            "tag in a list",
            sources("10.0.0.0/8", "VirtualNetwork"),
            rule
                + "sourceAddressPrefixes: Code=\"SecurityRuleParameterContainsUnsupportedValue\""
                + " Message=\"Security rule parameter SourceAddressPrefix for rule with Id "
                + RULE_ID
                + " cannot specify existing VIRTUALNETWORK, INTERNET, AZURELOADBALANCER, '*' or"
                + " system tags. Unsupported value used: VirtualNetwork.\"")
        .up(
            "asterisk in a list",
            sources("*"),
            rule + "sourceAddressPrefixes: Code=\"SecurityRuleParameterContainsUnsupportedValue\"")
        .up(
            "overlapping ranges",
            sources("149.173.0.0/16", "10.0.0.0/8", "149.173.8.27"),
            rule
                + "sourceAddressPrefixes: Code=\"OverlappingSubnetsNotPermittedInSecurityRule\""
                + " Message=\"Security rule parameter SourceAddressPrefix for rule with Id "
                + RULE_ID
                + " contains overlapping subnets [149.173.0.0/16, 149.173.8.27/32], which is not"
                + " permitted.\"")
        .up(
            "the same range twice",
            sources("10.0.0.0/8", "10.0.0.0/8"),
            rule + "sourceAddressPrefixes: Code=\"OverlappingSubnetsNotPermittedInSecurityRule\"")
        .up(
            "two families at one end",
            sources("10.0.0.0/8", "2001:db8::/32"),
            rule
                + "sourceAddressPrefix:"
                + " Code=\"ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies\"")
        .up(
            "one family an end",
            changed(
                "sourceAddressPrefix", "10.0.0.0/8", "destinationAddressPrefix", "2001:db8::/32"),
            rule + "sourceAddressPrefix: Code=\"ResourceCannotContainAddressPrefixesFrom")
        .up(
            "no destination port",
            changed("destinationPortRange", NONE),
            rule
                + "destinationPortRange: Code=\"SecurityRuleParameterMissing\" Message=\"Required"
                + " security rule parameter DestinationPortRange is missing for security rule with"
                + " Id: "
                + RULE_ID)
        .up(
            "no source port",
            changed("sourcePortRange", NONE),
            rule + "sourcePortRange: Code=\"Sec")
        .up(
            "two ways to write ports",
            changed("destinationPortRanges", List.of("80")),
            rule + "destinationPortRange: Security rule with Id")
        .up(
            "ports with a comma",
            changed("destinationPortRange", "80,443"),
            rule
                + "destinationPortRange: Code=\"SecurityRuleInvalidPortRange\" Message=\"Security"
                + " rule has invalid Port range. Value provided: 80,443. Value should be an integer"
                + " OR integer range with '-' delimiter. Valid range 0-65535.\"")
        .up("port too high", changed("destinationPortRange", "65536"), rule + "destinationPortRan")
        .up("reversed ports", changed("destinationPortRange", "90-80"), rule + "destinationPortRa")
        .up(
            "asterisk in a list of ports",
            changed("destinationPortRange", NONE, "destinationPortRanges", List.of("*")),
            rule + "destinationPortRanges: Code=\"SecurityRuleInvalidPortRange\"")
        .up(
            "missing application security group",
            asgs(Map.of("id", ASG_ID + "x")),
            rule
                + "sourceApplicationSecurityGroups[0].id: Code=\"InvalidResourceReference\""
                + " Message=\"Resource "
                + ASG_ID
                + "x referenced by resource networkSecurityGroups/web was not found.")
        .up(
            "application security group without id",
            asgs(Map.of("location", "eastus")),
            rule + "sourceApplicationSecurityGroups[0]: Code=\"InvalidRequestFormat\"")
        .up(
            "more than ten application security groups",
            asgs(Collections.nCopies(11, asg).toArray()),
            rule
                + "sourceApplicationSecurityGroups:"
                + " Code=\"NumberOfApplicationSecurityGroupsReferencedInSecurityRuleLimitReached\"")
        .up(
            "more than 1000 rules",
            group(many(1001)),
            "securityRules: Code=\"SecurityRuleCountLimitReached\"")
        .cases()
        .stream();
  }

  private static Map<?, ?>[] many(int count) {
    List<Map<?, ?>> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rules.add(with(RULE, "name", "r" + i, "priority", 100 + i));
    }
    return rules.toArray(Map<?, ?>[]::new);
  }
}
