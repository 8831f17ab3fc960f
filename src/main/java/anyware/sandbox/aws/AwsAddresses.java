package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Rules.atMostOneOf;
import static anyware.sandbox.spec.Rules.refuse;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import java.util.List;

/** Elastic IP addresses. */
final class AwsAddresses {
  static final String ADDRESS = "aws:ec2/eip:Eip";

  /** A reference to an Elastic IP address by its allocation. */
  static final Reference AN_ALLOCATION =
      Reference.to(
          "AllocationIdNotFound: The allocation IDs '{value}' do not exist (or have not been"
              + " allocated)",
          ADDRESS);

  private AwsAddresses() {}

  /**
   * The types.
   *
   * @return them
   */
  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                ADDRESS,
                "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllocateAddress.html")
            .has(
                optional("address", text()).replaces(),
                optional("associateWithPrivateIp", text()),
                optional("customerOwnedIpv4Pool", text()),
                optional("domain", text().oneOf("vpc", "standard"))
                    .replaces()
                    .orComputed((at, around) -> "vpc"),
                optional("instance", text()).orComputed((at, around) -> ""),
                optional("ipamPoolId", text()).replaces().orComputed((at, around) -> ""),
                optional("networkBorderGroup", text())
                    .replaces()
                    .orComputed((at, around) -> AwsNames.region(at)),
                optional("networkInterface", text()).orComputed((at, around) -> ""),
                optional("publicIpv4Pool", text()).replaces().orComputed((at, around) -> "amazon"),
                optional("vpc", flag()).replaces().orComputed((at, around) -> true))
            .has(AwsTags.properties())
            .has(
                computed("allocationId", (at, around) -> at.id()),
                computed("arn", AwsNames.ec2Arn("elastic-ip")),
                computed("associationId", (at, around) -> ""),
                computed("carrierIp", (at, around) -> ""),
                computed("customerOwnedIp", (at, around) -> ""),
                computed("privateDns", (at, around) -> null),
                computed("privateIp", (at, around) -> ""),
                computed("ptrRecord", (at, around) -> ""),
                computed("publicDns", (at, around) -> dnsName(at)),
                computed("publicIp", (at, around) -> at.publicAddress("public")))
            .idIs(AwsNames.id("eipalloc"))
            .completedBy(AwsTags::merged)
            .rule(
                atMostOneOf("\"domain\": conflicts with vpc", "domain", "vpc"),
                refuse(
                        "domain",
                        "InvalidParameterCombination: EC2-Classic is retired; the domain must be"
                            + " vpc",
                        address -> address.text("domain", "vpc").equals("standard"))
                    .at(Step.UP),
                refuse(
                        "address",
                        "InvalidAddress.NotFound: Address '{address}' not found",
                        address -> address.has("address"))
                    .at(Step.UP),
                refuse(
                        "instance",
                        "InvalidInstanceID.NotFound: The instance ID '{instance}' does not exist",
                        address -> !address.text("instance", "").isEmpty())
                    .at(Step.UP),
                refuse(
                        "networkInterface",
                        "InvalidNetworkInterfaceID.NotFound: The networkInterface ID"
                            + " '{networkInterface}' does not exist",
                        address -> !address.text("networkInterface", "").isEmpty())
                    .at(Step.UP))
            .inUse("InvalidIPAddress.InUse: Address {id} is in use.")
            .gone("InvalidAllocationID.NotFound: The allocation ID '{id}' does not exist")
            .build());
  }

  /** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html names public addresses so. */
  private static String dnsName(Situation at) {
    String region = AwsNames.region(at);
    String zone = region.equals("us-east-1") ? "compute-1" : region + ".compute";
    return "ec2-" + at.publicAddress("public").replace('.', '-') + "." + zone + ".amazonaws.com";
  }
}
