package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.exactlyOneOf;
import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.ResourceTypeBuilder;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Standalone rules of security groups. */
final class SecurityGroupRules {
  static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

  private static final String[] PEERS = {
    "cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"
  };
  private static final String BAD_TEXT =
      "InvalidParameterValue: Invalid rule description. Valid descriptions are strings less than"
          + " 256 characters from the following set: a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*";
  private static final Map<String, String> NUMBERS =
      Map.of("tcp", "6", "udp", "17", "icmp", "1", "icmpv6", "58", "all", "-1");

  private static final Shape PORT = whole().between(-1, 65535);

  /** A protocol by its name or number. */
  static final Shape PROTOCOL =
      text()
          .where(
              "{value} is not a protocol: expected tcp, udp, icmp, icmpv6, -1 or a number from 0"
                  + " to 255",
              value ->
                  number(value).matches("-1|[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5]"));

  private SecurityGroupRules() {}

  static List<ResourceType> types(Quotas quotas) {
    RuleQuota quota = new RuleQuota(quotas.rulesPerSecurityGroup());
    return List.of(
        rule(
            quota,
            INGRESS,
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html"),
        rule(
            quota,
            EGRESS,
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupEgress.html"));
  }

  private static ResourceType rule(RuleQuota quota, String token, String doc) {
    ResourceTypeBuilder builder = ResourceType.named(token, doc);
    for (String peer : PEERS) {
      builder.replacedOn(peer, (old, now) -> !peer(old).equals(peer(now)));
    }
    return builder
        .has(
            optional("cidrIpv4", CidrBlocks.IPV4),
            optional("cidrIpv6", CidrBlocks.IPV6),
            optional(
                "description",
                text().matching(SecurityGroups.ALPHABET, BAD_TEXT).refusedAtUp().length(0, 255)),
            optional("fromPort", PORT),
            required(
                "ipProtocol",
                PROTOCOL.suppressing(
                    (shown, now) ->
                        number(String.valueOf(shown)).equals(number(String.valueOf(now))))),
            optional("prefixListId", ManagedPrefixLists.PREFIX_LIST_ID),
            optional("referencedSecurityGroupId", text().naming(SecurityGroups.A_SECURITY_GROUP)),
            required("securityGroupId", text().naming(SecurityGroups.A_SECURITY_GROUP.cascading()))
                .replaces(),
            optional("toPort", PORT))
        .has(Tags.properties())
        .has(
            computed("arn", Identifiers.ec2Arn("security-group-rule")),
            computed("securityGroupRuleId", (request, enclosing) -> request.id()))
        .idIs(Identifiers.id("sgr"))
        .completedBy(Tags::merged)
        .unique(
            "InvalidPermission.Duplicate: the specified rule \"peer: {cidrIpv4}{cidrIpv6}"
                + "{prefixListId}{referencedSecurityGroupId}, {ipProtocol}, from port: {fromPort},"
                + " to port: {toPort}, ALLOW\" already exists",
            SecurityGroupRules::permission)
        .constraint(
            exactlyOneOf(
                "Exactly one of these attributes must be configured: [cidrIpv4, cidrIpv6,"
                    + " prefixListId, referencedSecurityGroupId]",
                PEERS),
            refuse(
                    "fromPort",
                    "InvalidParameterValue: Invalid value for portRange. Must specify both from and"
                        + " to ports with TCP/UDP.",
                    rule ->
                        needsPorts(rule.text("ipProtocol", ""))
                            && !(rule.has("fromPort") && rule.has("toPort")))
                .at(Step.UP),
            refuse(
                    "toPort",
                    "InvalidParameterValue: Invalid port range ({fromPort}, {toPort})",
                    rule ->
                        needsPorts(rule.text("ipProtocol", ""))
                            && rule.whole("fromPort").orElse(0L)
                                > rule.whole("toPort").orElse(65535L))
                .at(Step.UP),
            refuseIn(
                    "referencedSecurityGroupId",
                    "InvalidParameterValue: You have specified two resources that belong to"
                        + " different networks.",
                    SecurityGroupRules::acrossNetworks)
                .at(Step.UP))
        .constraint(quota.ofRule(token))
        .gone(
            "InvalidSecurityGroupRuleId.NotFound: The security group rule ID '{id}' does not exist")
        .build();
  }

  private static boolean acrossNetworks(RequestContext request) {
    Optional<StoredResource> own =
        request.find(SecurityGroups.SECURITY_GROUP, request.inputs().text("securityGroupId", ""));
    return request
        .inputs()
        .text("referencedSecurityGroupId")
        .flatMap(name -> request.find(SecurityGroups.SECURITY_GROUP, name))
        .flatMap(Vpcs::vpcOf)
        .filter(vpc -> !own.flatMap(Vpcs::vpcOf).equals(Optional.of(vpc)))
        .isPresent();
  }

  /**
   * Tells whether a protocol's rules must say ports.
   *
   * @param protocol a name or number
   * @return whether it is TCP or UDP
   */
  static boolean needsPorts(String protocol) {
    return number(protocol).equals("6") || number(protocol).equals("17");
  }

  /**
   * A protocol's number.
   *
   * @param protocol a name or number
   * @return the number; -1 for all protocols
   */
  static String number(Object protocol) {
    String name = String.valueOf(protocol).toLowerCase(Locale.ROOT);
    return NUMBERS.getOrDefault(name, name);
  }

  /** A rule keeps the kind of its source or destination; the provider replaces it for another. */
  private static Optional<String> peer(Props rule) {
    return Stream.of(PEERS).filter(rule::has).findFirst();
  }

  /** What makes two rules of one group the same: everything but description and tags. */
  private static List<?> permission(Props rule) {
    return List.of(
        rule.text("securityGroupId", ""),
        number(rule.text("ipProtocol", "")),
        rule.whole("fromPort").orElse(-1L),
        rule.whole("toPort").orElse(-1L),
        List.of(PEERS).stream().map(peer -> rule.text(peer, "")).toList());
  }
}
