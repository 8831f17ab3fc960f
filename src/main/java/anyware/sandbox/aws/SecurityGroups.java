package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Optional;

/** Security groups. */
final class SecurityGroups {
  static final String SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";

  /** The characters that descriptions of groups and rules may have. */
  static final String ALPHABET = "[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]*";

  /** A reference to a security group. */
  static final Reference A_SECURITY_GROUP =
      Reference.to(
          "InvalidGroup.NotFound: The security group '{value}' does not exist", SECURITY_GROUP);

  private static final String BAD_TEXT =
      "InvalidParameterValue: Invalid security group description. Valid descriptions are strings"
          + " less than 256 characters from the following set: a-zA-Z0-9."
          + " _-:/()#,@[]+=&;{}!$*";

  private static final String BAD_NAME =
      "InvalidParameterValue: Invalid security group name. Valid names are strings less than 256"
          + " characters from the following set: a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*";

  private SecurityGroups() {}

  static List<ResourceType> types(Quotas quotas) {
    return List.of(
        ResourceType.named(
                SECURITY_GROUP,
                "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html")
            .has(
                optional(
                        "description",
                        text().matching(ALPHABET, BAD_TEXT).refusedAtUp().length(0, 255))
                    .replaces()
                    .defaultsTo("Managed by Pulumi"),
                optional("egress", setOf(InlineSecurityGroupRules.RULE))
                    .orComputed((request, enclosing) -> List.of()),
                optional("ingress", setOf(InlineSecurityGroupRules.RULE))
                    .orComputed((request, enclosing) -> List.of()),
                optional(
                        "name",
                        text()
                            .matching(ALPHABET, BAD_NAME)
                            .refusedAtUp()
                            .length(0, 255)
                            .where(
                                "invalid value for {property} (cannot begin with sg-)",
                                name -> !String.valueOf(name).startsWith("sg-")))
                    .replaces(),
                optional("namePrefix", text().length(0, 229)).replaces(),
                optional("revokeRulesOnDelete", flag()).defaultsTo(false),
                optional("vpcId", Vpcs.VPC_ID).replaces())
            .has(Tags.properties())
            .has(
                computed("arn", Identifiers.ec2Arn("security-group")),
                computed("ownerId", (request, enclosing) -> Identifiers.ACCOUNT))
            .idIs(Identifiers.id("sg"))
            .knownBy("arn")
            .autoNamed(AutoName.dashed("name", 255))
            .completedBy(Tags::merged)
            .unique(
                "InvalidGroup.Duplicate: The security group '{name}' already exists for VPC"
                    + " '{vpcId}'",
                "name",
                "vpcId")
            .constraint(
                refuse(
                        "vpcId",
                        "VPCIdNotSpecified: No default VPC for this user",
                        group -> !group.has("vpcId"))
                    .at(Step.UP),
                refuse(
                        "name",
                        "InvalidParameterValue: Cannot use reserved security group name: default",
                        group -> group.text("name", "").equalsIgnoreCase("default"))
                    .at(Step.UP),
                refuse(
                        "description",
                        "MissingParameter: The request must contain the parameter GroupDescription",
                        group -> group.text("description", "").isEmpty())
                    .at(Step.UP))
            .constraint(InlineSecurityGroupRules.constraints())
            .constraint(new RuleQuota(quotas.rulesPerSecurityGroup()).ofInlineRules())
            .inUse("DependencyViolation: resource {id} has a dependent object")
            .gone("InvalidGroup.NotFound: The security group '{id}' does not exist")
            .build());
  }

  /**
   * The first of the groups that a request names which is of another network.
   *
   * @param vpc the network; absent where it is not known
   * @param request names them under {@code securityGroups}
   */
  static Optional<String> outside(Optional<String> vpc, RequestContext request) {
    return request.inputs().texts("securityGroups").stream()
        .filter(group -> !request.find(SECURITY_GROUP, group).flatMap(Vpcs::vpcOf).equals(vpc))
        .findFirst();
  }
}
