package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;

import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;

/** Internet gateways, each attached to one VPC. */
final class InternetGateways {
  static final String INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";

  /** A reference to an internet gateway. */
  static final Reference AN_INTERNET_GATEWAY =
      Reference.to(
          "InvalidGatewayID.NotFound: The gateway ID '{value}' does not exist", INTERNET_GATEWAY);

  private InternetGateways() {}

  static List<ResourceType> types() {
    return List.of(gateway());
  }

  private static ResourceType gateway() {
    return ResourceType.named(
            INTERNET_GATEWAY,
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachInternetGateway.html")
        .has(optional("vpcId", Vpcs.VPC_ID))
        .has(Tags.properties())
        .has(
            computed("arn", Identifiers.ec2Arn("internet-gateway")),
            computed("ownerId", (request, enclosing) -> Identifiers.ACCOUNT))
        .idIs(Identifiers.id("igw"))
        .completedBy(Tags::merged)
        .unique(
            "InvalidParameterValue: Network {vpcId} already has an internet gateway attached",
            "vpcId")
        .constraint(
            refuseIn(
                    "",
                    "DependencyViolation: Network {vpcId} has some mapped public address(es)."
                        + " Please unmap those public address(es) before detaching the gateway.",
                    InternetGateways::isNeeded)
                .at(Step.DELETE))
        .inUse(
            "DependencyViolation: The internetGateway '{id}' has dependencies and cannot be"
                + " deleted.")
        .gone("InvalidInternetGatewayID.NotFound: The internetGateway ID '{id}' does not exist")
        .build();
  }

  /** Whatever has a public address needs the gateway. */
  private static boolean isNeeded(RequestContext request) {
    String vpc = request.inputs().text("vpcId", "");
    return request.all(LoadBalancers.LOAD_BALANCER).stream()
            .anyMatch(balancer -> isPublicIn(balancer, vpc))
        || request.all(NatGateways.NAT_GATEWAY).stream()
            .filter(gateway -> NatGateways.isPublic(gateway.inputs()))
            .anyMatch(gateway -> NatGateways.vpcOf(request, gateway).equals(Optional.of(vpc)))
        || request.all(EipAssociations.EIP_ASSOCIATION).stream()
            .flatMap(mapped -> mapped.outputs().text("networkInterfaceId").stream())
            .flatMap(id -> request.find(NetworkInterfaces.NETWORK_INTERFACE, id).stream())
            .anyMatch(one -> NetworkInterfaces.vpcOf(request, one).equals(Optional.of(vpc)));
  }

  /**
   * Tells whether a VPC has an internet gateway.
   *
   * @param request the request
   * @param vpc the VPC's id
   */
  static boolean isAttached(RequestContext request, String vpc) {
    return request.all(INTERNET_GATEWAY).stream()
        .anyMatch(gateway -> Vpcs.vpcOf(gateway).filter(vpc::equals).isPresent());
  }

  private static boolean isPublicIn(StoredResource balancer, String vpc) {
    return !balancer.inputs().isTrue("internal")
        && balancer.outputs().text("vpcId").filter(vpc::equals).isPresent();
  }
}
