package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.required;

import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import java.util.List;

/**
 * Gateways by which IPv6 connections leave a VPC and none comes in
 * (https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html). A VPC may
 * have several, and has no need of IPv6 addresses for one.
 */
final class EgressOnlyInternetGateways {
  static final String EGRESS_ONLY_INTERNET_GATEWAY =
      "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway";

  /** A reference to an egress-only internet gateway. */
  static final Reference AN_EGRESS_ONLY_GATEWAY =
      Reference.to(
          "InvalidGatewayID.NotFound: The gateway ID '{value}' does not exist",
          EGRESS_ONLY_INTERNET_GATEWAY);

  private EgressOnlyInternetGateways() {}

  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                EGRESS_ONLY_INTERNET_GATEWAY,
                "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateEgressOnlyInternetGateway.html")
            .has(required("vpcId", Vpcs.VPC_ID).replaces())
            .has(Tags.properties())
            .idIs(Identifiers.id("eigw"))
            .completedBy(Tags::merged)
            .gone("InvalidGatewayID.NotFound: The gateway ID '{id}' does not exist")
            .build());
  }
}
