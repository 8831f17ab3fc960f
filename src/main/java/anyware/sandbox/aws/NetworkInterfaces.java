package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.atMostOneOf;
import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;

/**
 * Network interfaces, by which machines stand in subnets and carry security groups. One that is
 * attached to an instance says where the instance is.
 */
final class NetworkInterfaces {
  static final String NETWORK_INTERFACE = "aws:ec2/networkInterface:NetworkInterface";

  /** A reference to a network interface. */
  static final Reference AN_INTERFACE =
      Reference.to(
          "InvalidNetworkInterfaceID.NotFound: The networkInterface ID '{value}' does not exist",
          NETWORK_INTERFACE);

  /**
   * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups
   */
  private static final int MOST_GROUPS = 5;

  private NetworkInterfaces() {}

  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                NETWORK_INTERFACE,
                "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterface.html")
            .has(properties())
            .has(addresses())
            .has(Tags.properties())
            .has(
                computed("arn", Identifiers.ec2Arn("network-interface")),
                computed("macAddress", (request, enclosing) -> mac(request)),
                computed("outpostArn", (request, enclosing) -> ""),
                computed("ownerId", (request, enclosing) -> Identifiers.ACCOUNT),
                computed("privateDnsName", (request, enclosing) -> ""))
            .idIs(Identifiers.id("eni"))
            .completedBy(Tags::merged)
            .constraint(constraints())
            .inUse("InvalidParameterValue: Network interface '{id}' is currently in use.")
            .gone(
                "InvalidNetworkInterfaceID.NotFound: The networkInterface ID '{id}' does not exist")
            .build());
  }

  private static Property[] properties() {
    return new Property[] {
      optional(
              "attachments",
              setOf(
                  object(
                      optional("attachmentId", text())
                          .orComputed((request, own) -> Identifiers.fresh(request, "eni-attach")),
                      required("deviceIndex", whole()),
                      required("instance", Instances.INSTANCE_ID))))
          .orComputed((request, enclosing) -> List.of()),
      optional("description", text()),
      optional("interfaceType", text().oneOf("branch", "efa", "efa-only", "trunk"))
          .replaces()
          .orComputed((request, enclosing) -> "interface"),
      optional("securityGroups", setOf(text().naming(SecurityGroups.A_SECURITY_GROUP)))
          .orComputed(
              (request, enclosing) ->
                  vpc(request)
                      .flatMap(vpc -> request.find(Vpcs.VPC, vpc))
                      .flatMap(vpc -> vpc.outputs().text("defaultSecurityGroupId"))
                      .stream()
                      .toList()),
      optional("sourceDestCheck", flag()).defaultsTo(true),
      required("subnetId", text().naming(Subnets.A_SUBNET)).replaces()
    };
  }

  private static Property[] addresses() {
    return new Property[] {
      optional("enablePrimaryIpv6", flag()).replaces().orComputed((request, own) -> false),
      optional("ipv4PrefixCount", whole()).orComputed((request, own) -> 0),
      optional("ipv4Prefixes", setOf(CidrBlocks.IPV4)).orComputed((request, own) -> List.of()),
      optional("ipv6AddressCount", whole()).orComputed((request, own) -> 0),
      optional("ipv6AddressListEnabled", flag()).defaultsTo(false),
      optional("ipv6AddressLists", listOf(text())).orComputed((request, own) -> List.of()),
      optional("ipv6Addresses", setOf(text())).orComputed((request, own) -> List.of()),
      optional("ipv6PrefixCount", whole()).orComputed((request, own) -> 0),
      optional("ipv6Prefixes", setOf(CidrBlocks.IPV6)).orComputed((request, own) -> List.of()),
      optional("privateIp", text())
          .orComputed((request, own) -> privateIps(request, own).stream().findFirst().orElse("")),
      optional("privateIpListEnabled", flag()).defaultsTo(false),
      optional("privateIpLists", listOf(text())).orComputed(NetworkInterfaces::privateIps),
      optional("privateIps", setOf(text())).replaces().orComputed(NetworkInterfaces::privateIps),
      optional("privateIpsCount", whole())
          .orComputed((request, own) -> Math.max(0, privateIps(request, own).size() - 1))
    };
  }

  private static Constraint[] constraints() {
    return new Constraint[] {
      atMostOneOf("\"privateIpLists\": conflicts with privateIps", "privateIpLists", "privateIps"),
      atMostOneOf(
          "\"ipv4PrefixCount\": conflicts with ipv4Prefixes", "ipv4PrefixCount", "ipv4Prefixes"),
      atMostOneOf(
          "\"ipv6AddressCount\": conflicts with ipv6Addresses",
          "ipv6AddressCount",
          "ipv6Addresses",
          "ipv6AddressLists"),
      atMostOneOf(
          "\"ipv6PrefixCount\": conflicts with ipv6Prefixes", "ipv6PrefixCount", "ipv6Prefixes"),
      refuse(
              "securityGroups",
              "SecurityGroupsPerInterfaceLimitExceeded: The maximum number of security groups per"
                  + " interface has been reached.",
              one -> one.texts("securityGroups").size() > MOST_GROUPS)
          .at(Step.UP),
      refuseFor("securityGroups", NetworkInterfaces::foreignGroup).at(Step.UP),
      refuseFor(
              "privateIps",
              request ->
                  request.inputs().texts("privateIps").stream()
                      .flatMap(
                          address ->
                              SubnetAddresses.refusal(
                                  request, request.inputs().text("subnetId", ""), address)
                                  .stream())
                      .findFirst())
          .at(Step.UP),
      refuseIn(
              "subnetId",
              "InsufficientFreeAddressesInSubnet: The specified subnet does not have enough free"
                  + " addresses to satisfy the request.",
              request -> SubnetAddresses.left(request, request.inputs().text("subnetId", "")) < 1)
          .at(Step.UP)
    };
  }

  private static Optional<String> foreignGroup(RequestContext request) {
    Optional<String> own = vpc(request);
    return SecurityGroups.outside(own, request)
        .map(
            group ->
                "InvalidParameter: Security group %s and subnet %s belong to different networks."
                    .formatted(group, request.inputs().text("subnetId", "")));
  }

  private static Optional<String> vpc(RequestContext request) {
    return request.find(Subnets.SUBNET, request.inputs().text("subnetId", "")).flatMap(Vpcs::vpcOf);
  }

  /**
   * The VPC in which an interface stands.
   *
   * @param request the request of a connection to the same region
   * @param one the interface
   * @return the VPC's id
   */
  static Optional<String> vpcOf(RequestContext request, StoredResource one) {
    return request.find(Subnets.SUBNET, one.inputs().text("subnetId", "")).flatMap(Vpcs::vpcOf);
  }

  private static List<String> privateIps(RequestContext request, Props own) {
    List<String> chosen = own.texts(own.has("privateIps") ? "privateIps" : "privateIpLists");
    List<String> kept =
        request.old().map(old -> old.outputs().texts("privateIps")).orElse(List.of());
    if (!chosen.isEmpty() || !kept.isEmpty()) {
      return chosen.isEmpty() ? kept : chosen;
    }
    return SubnetAddresses.free(request, own.text("subnetId", "")).stream().toList();
  }

  private static String mac(RequestContext request) {
    String hex = request.hex("mac", 10);
    return "02:" + String.join(":", hex.split("(?<=\\G..)"));
  }
}
