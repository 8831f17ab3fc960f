package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import java.util.List;

/**
 * The default security group of a VPC. The provider takes it over and replaces its rules; a delete
 * only lets go of it.
 */
final class DefaultSecurityGroups {
  static final String DEFAULT_SECURITY_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

  private DefaultSecurityGroups() {}

  static List<ResourceType> types(Quotas quotas) {
    return List.of(
        ResourceType.named(
                DEFAULT_SECURITY_GROUP,
                "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html")
            .has(
                optional("egress", setOf(InlineSecurityGroupRules.RULE))
                    .orComputed((request, enclosing) -> List.of()),
                optional("ingress", setOf(InlineSecurityGroupRules.RULE))
                    .orComputed((request, enclosing) -> List.of()),
                optional("revokeRulesOnDelete", flag()).defaultsTo(false),
                optional(
                        "vpcId",
                        text()
                            .naming(
                                Reference.to(
                                        "InvalidVpcID.NotFound: The vpc ID '{value}' does not"
                                            + " exist",
                                        Vpcs.VPC)
                                    .cascading()))
                    .replaces())
            .has(Tags.properties())
            .has(
                computed("arn", Identifiers.ec2Arn("security-group")),
                computed("description", (request, enclosing) -> "default VPC security group"),
                computed("name", (request, enclosing) -> "default"),
                computed("namePrefix", (request, enclosing) -> ""),
                computed("ownerId", (request, enclosing) -> Identifiers.ACCOUNT))
            .idIs(DefaultSecurityGroups::adopted)
            .completedBy(Tags::merged)
            .constraint(InlineSecurityGroupRules.constraints())
            .constraint(new RuleQuota(quotas.rulesPerSecurityGroup()).ofInlineRules())
            .exists("the default security group {id} of {vpcId} is already under management")
            .gone("InvalidGroup.NotFound: The security group '{id}' does not exist")
            .build());
  }

  private static String adopted(RequestContext request) {
    return request
        .inputs()
        .text("vpcId")
        .flatMap(vpc -> request.find(Vpcs.VPC, vpc))
        .flatMap(vpc -> vpc.outputs().text("defaultSecurityGroupId"))
        .orElseThrow(() -> new RefusedException("reading Default Security Group: empty result"));
  }
}
