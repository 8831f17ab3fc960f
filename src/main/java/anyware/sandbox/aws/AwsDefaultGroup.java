package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Refused;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Situation;
import java.util.List;

/**
 * The default security group of a VPC. The provider takes it over and replaces its rules; a delete
 * only lets go of it.
 */
final class AwsDefaultGroup {
  static final String DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

  private AwsDefaultGroup() {}

  /**
   * The types.
   *
   * @return them
   */
  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                DEFAULT_GROUP,
                "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html")
            .has(
                optional("egress", setOf(AwsInlineRules.RULE))
                    .orComputed((at, around) -> List.of()),
                optional("ingress", setOf(AwsInlineRules.RULE))
                    .orComputed((at, around) -> List.of()),
                optional("revokeRulesOnDelete", flag()).defaultsTo(false),
                optional(
                        "vpcId",
                        text()
                            .naming(
                                Reference.to(
                                        "InvalidVpcID.NotFound: The vpc ID '{value}' does not"
                                            + " exist",
                                        AwsNetwork.VPC)
                                    .cascading()))
                    .replaces())
            .has(AwsTags.properties())
            .has(
                computed("arn", AwsNames.ec2Arn("security-group")),
                computed("description", (at, around) -> "default VPC security group"),
                computed("name", (at, around) -> "default"),
                computed("namePrefix", (at, around) -> ""),
                computed("ownerId", (at, around) -> AwsNames.ACCOUNT))
            .idIs(AwsDefaultGroup::adopted)
            .completedBy(AwsTags::merged)
            .rule(AwsInlineRules.all())
            .exists("the default security group {id} of {vpcId} is already under management")
            .gone("InvalidGroup.NotFound: The security group '{id}' does not exist")
            .build());
  }

  private static String adopted(Situation at) {
    return at.inputs()
        .text("vpcId")
        .flatMap(vpc -> at.find(AwsNetwork.VPC, vpc))
        .flatMap(vpc -> vpc.outputs().text("defaultSecurityGroupId"))
        .orElseThrow(() -> new Refused("reading Default Security Group: empty result"));
  }
}
