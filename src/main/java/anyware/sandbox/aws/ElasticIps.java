package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.atMostOneOf;
import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;

/** Elastic IP addresses. */
final class ElasticIps {
  static final String ELASTIC_IP = "aws:ec2/eip:Eip";

  /** A reference to an Elastic IP address by its allocation. */
  static final Reference AN_ALLOCATION =
      Reference.to(
          "AllocationIdNotFound: The allocation IDs '{value}' do not exist (or have not been"
              + " allocated)",
          ELASTIC_IP);

  private ElasticIps() {}

  static List<ResourceType> types(Quotas quotas) {
    return List.of(
        ResourceType.named(
                ELASTIC_IP,
                "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllocateAddress.html")
            .has(
                optional("address", text()).replaces(),
                optional("associateWithPrivateIp", text()),
                optional("customerOwnedIpv4Pool", text()),
                optional("domain", text().oneOf("vpc", "standard"))
                    .replaces()
                    .orComputed((request, enclosing) -> "vpc"),
                optional("instance", Instances.INSTANCE_ID).orComputed((request, enclosing) -> ""),
                optional("ipamPoolId", text()).replaces().orComputed((request, enclosing) -> ""),
                optional("networkBorderGroup", text())
                    .replaces()
                    .orComputed((request, enclosing) -> Identifiers.region(request)),
                optional("networkInterface", text()).orComputed((request, enclosing) -> ""),
                optional("publicIpv4Pool", text())
                    .replaces()
                    .orComputed((request, enclosing) -> "amazon"),
                optional("vpc", flag()).replaces().orComputed((request, enclosing) -> true))
            .has(Tags.properties())
            .has(
                computed("allocationId", (request, enclosing) -> request.id()),
                computed("arn", Identifiers.ec2Arn("elastic-ip")),
                computed(
                    "associationId",
                    (request, enclosing) ->
                        enclosing.text("instance", "").isEmpty()
                            ? ""
                            : Identifiers.fresh(request, "eipassoc")),
                computed("carrierIp", (request, enclosing) -> ""),
                computed("customerOwnedIp", (request, enclosing) -> ""),
                computed("privateDns", (request, enclosing) -> null),
                computed("privateIp", (request, enclosing) -> ""),
                computed("ptrRecord", (request, enclosing) -> ""),
                computed("publicDns", (request, enclosing) -> dnsName(request)),
                computed("publicIp", (request, enclosing) -> request.publicAddress("public")))
            .idIs(Identifiers.id("eipalloc"))
            .completedBy(Tags::merged)
            .constraint(
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
                        "networkInterface",
                        "InvalidNetworkInterfaceID.NotFound: The networkInterface ID"
                            + " '{networkInterface}' does not exist",
                        address -> !address.text("networkInterface", "").isEmpty())
                    .at(Step.UP),
                refuseIn(
                        "",
                        "AddressLimitExceeded: The maximum number of addresses has been reached.",
                        request ->
                            request.old().isEmpty()
                                && Quotas.used(request, ELASTIC_IP) >= quotas.elasticIps())
                    .at(Step.UP))
            .inUse("InvalidIPAddress.InUse: Address {id} is in use.")
            .gone("InvalidAllocationID.NotFound: The allocation ID '{id}' does not exist")
            .build());
  }

  /**
   * Tells whether something other than the requested object has an address.
   *
   * @param request the request
   * @param allocation the address's allocation
   */
  static boolean isUsed(RequestContext request, String allocation) {
    return request
        .find(ELASTIC_IP, allocation)
        .filter(
            address ->
                !address.inputs().text("instance", "").isEmpty()
                    || request.referrers(address).stream()
                        .anyMatch(user -> !user.id().equals(request.id())))
        .isPresent();
  }

  /**
   * Tells whether AWS itself gave an address to something that it manages.
   *
   * @param request the request
   * @param address the address
   */
  static boolean isManaged(RequestContext request, StoredResource address) {
    return request.referrers(address).stream()
        .anyMatch(user -> !user.type().equals(EipAssociations.EIP_ASSOCIATION));
  }

  /** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html names public addresses so. */
  private static String dnsName(RequestContext request) {
    String region = Identifiers.region(request);
    String zone = region.equals("us-east-1") ? "compute-1" : region + ".compute";
    return "ec2-"
        + request.publicAddress("public").replace('.', '-')
        + "."
        + zone
        + ".amazonaws.com";
  }
}
