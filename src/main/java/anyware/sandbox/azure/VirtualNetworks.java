package anyware.sandbox.azure;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.uniqueIn;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Virtual networks. */
final class VirtualNetworks {
  static final String VIRTUAL_NETWORK = "azure-native:network:VirtualNetwork";

  /** https://github.com/hashicorp/terraform-provider-azurerm/issues/3780 */
  static final String BUSY =
      ApiErrors.of(
          "AnotherOperationInProgress",
          "Another operation on this or dependent resource is in progress.");

  /**
   * What uses a subnet waits until the network has been changed:
   * https://github.com/hashicorp/terraform-provider-azurerm/issues/30197
   */
  static final String REFERENCED_WHILE_BUSY =
      ApiErrors.of("RetryableError", "A retryable error occurred.")
          + " Details=[{\"code\":\"ReferencedResourceNotProvisioned\",\"message\":\"Cannot proceed"
          + " with operation because a resource that it uses is not in Succeeded state. Resource is"
          + " in Updating state and the last operation that updated/is updating the resource is"
          + " PutSubnetOperation.\"}]";

  private static final String TYPE = "virtualNetworks";
  private static final String NAME = "virtualNetworkName";
  private static final String OWNER = TYPE + "/{" + NAME + "}";
  private static final Shape SPACE = object(optional("addressPrefixes", listOf(text())));

  private VirtualNetworks() {}

  /**
   * The id of a subnet's network.
   *
   * @param subnet the subnet's id
   * @return the network's; empty for an id that is no subnet's
   */
  static String ofSubnet(String subnet) {
    int end = subnet.toLowerCase(Locale.ROOT).indexOf("/subnets/");
    return end < 0 ? "" : subnet.substring(0, end);
  }

  static ResourceType type() {
    return ResourceType.named(
            VIRTUAL_NETWORK,
            "https://learn.microsoft.com/rest/api/virtualnetwork/virtual-networks/create-or-update")
        .has(
            optional("addressSpace", SPACE),
            optional("bgpCommunities", object(required("virtualNetworkCommunity", text()))),
            optional(
                "ddosProtectionPlan",
                CommonShapes.link(ApiErrors.reference(OWNER, "ddosProtectionPlans"))),
            optional("dhcpOptions", object(optional("dnsServers", listOf(text())))),
            optional("enableDdosProtection", flag()).orComputed((request, enclosing) -> false),
            optional("enableVmProtection", flag()),
            optional(
                "encryption",
                object(
                    required("enabled", flag()),
                    optional(
                        "enforcement",
                        CommonShapes.choice("DropUnencrypted", "AllowUnencrypted")))),
            optional("extendedLocation", CommonShapes.EXTENDED_LOCATION),
            optional(
                "flowTimeoutInMinutes",
                CommonShapes.between(
                    4, 30, "FlowTimeoutInMinutes {value} is invalid: 4 to 30 are allowed")),
            optional("id", text()),
            optional(
                "ipAllocations",
                listOf(CommonShapes.link(ApiErrors.reference(OWNER, "ipAllocations")))),
            CommonProperties.location(TYPE).replaces(),
            CommonProperties.resourceGroup(),
            optional("subnets", listOf(Subnets.inline()))
                .orComputed((request, enclosing) -> List.of()),
            optional("tags", CommonShapes.TAGS),
            optional(NAME, ResourceIds.name(2, 64)).replaces(),
            optional("virtualNetworkPeerings", listOf(peering()))
                .orComputed((request, enclosing) -> List.of()))
        .has(CommonProperties.outputs(TYPE, NAME))
        .idIs(ResourceIds.id(inputs -> TYPE + "/" + inputs.text(NAME, "")))
        .part(
            Subnets.SUBNET,
            stored ->
                stored.outputs().objects("subnets").stream()
                    .map(subnet -> subnet.text("id", ""))
                    .toList())
        .autoNamed(AutoName.azure(NAME))
        .completedBy(CommonProperties::located)
        .constraint(
            CommonProperties.LOCATED,
            refuse(
                    "enableDdosProtection",
                    "Virtual network {virtualNetworkName} cannot enable DDoS protection without a"
                        + " DDoS protection plan",
                    inputs ->
                        inputs.isTrue("enableDdosProtection") && !inputs.has("ddosProtectionPlan"))
                .at(Step.UP),
            uniqueIn(
                    "subnets",
                    ApiErrors.of(
                        "DuplicateResourceName",
                        "The virtual network has two child resources with the same name ({name})."),
                    subnet -> subnet.text("name", "").toLowerCase(Locale.ROOT))
                .at(Step.UP),
            new Constraint(Step.UP, VirtualNetworks::space),
            new Constraint(Step.UP, SubnetConstraints::inline))
        .oneAtATime(BUSY, inputs -> ResourceIds.resource(inputs, TYPE + "/" + name(inputs)))
        .exists("cannot create already existing resource '{id}'")
        .inUse(
            ApiErrors.of(
                "InUseSubnetCannotBeDeleted",
                "A subnet of {virtualNetworkName} is in use by {users} and cannot be deleted. In"
                    + " order to delete the subnet, delete all the resources within the subnet. See"
                    + " aka.ms/deletesubnet."))
        .gone(CommonProperties.gone(TYPE, NAME))
        .build();
  }

  private static Shape peering() {
    return object(
        optional("allowForwardedTraffic", flag()),
        optional("allowGatewayTransit", flag()),
        optional("allowVirtualNetworkAccess", flag()),
        optional("doNotVerifyRemoteGateways", flag()),
        optional("id", text()).shownAs(ResourceIds.part("virtualNetworkPeerings")),
        optional("name", ResourceIds.name(1, 80)),
        optional("peeringState", CommonShapes.choice("Initiated", "Connected", "Disconnected")),
        optional(
            "peeringSyncLevel",
            CommonShapes.choice(
                "FullyInSync", "RemoteNotInSync", "LocalNotInSync", "LocalAndRemoteNotInSync")),
        optional("remoteAddressSpace", SPACE),
        optional("remoteBgpCommunities", anything()),
        optional(
            "remoteVirtualNetwork",
            CommonShapes.link(ApiErrors.reference(OWNER, VIRTUAL_NETWORK).loose())),
        optional("remoteVirtualNetworkAddressSpace", SPACE),
        optional("type", text()),
        optional("useRemoteGateways", flag()));
  }

  private static List<Refusal> space(RequestContext request) {
    String property = "addressSpace.addressPrefixes";
    List<String> space = request.inputs().texts(property);
    List<Refusal> found =
        new ArrayList<>(AddressPrefixes.malformed(space, property, request.id(), false));
    if (space.isEmpty()) {
      found.add(
          new Refusal(
              property,
              "Virtual network " + request.id() + " must have at least one address prefix"));
    }
    found.addAll(AddressPrefixes.withoutV4(space, property, request.id()));
    List<String> pair = AddressPrefixes.overlapping(space);
    if (!pair.isEmpty()) {
      found.add(
          new Refusal(
              property,
              "The address prefixes " + pair + " of " + request.id() + " overlap each other"));
    }
    for (String server : request.inputs().texts("dhcpOptions.dnsServers")) {
      if (CidrBlock.of(server + "/32").or(() -> CidrBlock.of(server + "/128")).isEmpty()) {
        found.add(
            new Refusal("dhcpOptions.dnsServers", "DNS server " + server + " is no IP address"));
      }
    }
    request.old().ifPresent(old -> found.addAll(cutOff(request, old, space)));
    return found;
  }

  private static List<Refusal> cutOff(
      RequestContext request, StoredResource old, List<String> space) {
    List<String> before = old.inputs().texts("addressSpace.addressPrefixes");
    return SubnetConstraints.inside(request, old).entrySet().stream()
        .filter(
            subnet ->
                request
                    .find(Subnets.SUBNET, subnet.getKey())
                    .filter(own -> !own.id().equals(old.id()))
                    .isPresent())
        .flatMap(subnet -> subnet.getValue().stream())
        .map(List::of)
        .filter(range -> !AddressPrefixes.within(range, space))
        .flatMap(
            range ->
                before.stream().filter(prefix -> AddressPrefixes.within(range, List.of(prefix))))
        .distinct()
        .map(
            prefix ->
                new Refusal(
                    "addressSpace.addressPrefixes",
                    ApiErrors.of(
                        "InUsePrefixCannotBeDeleted",
                        "IpPrefix "
                            + prefix
                            + " on Vnet "
                            + name(request.inputs())
                            + " has active allocations and cannot be deleted.")))
        .toList();
  }

  private static String name(Props inputs) {
    return inputs.text(NAME, "");
  }
}
