package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Rules.refuse;
import static anyware.sandbox.spec.Rules.uniqueIn;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Range;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Virtual networks. */
final class AzureNetworks {
  static final String NETWORK = "azure-native:network:VirtualNetwork";

  private static final String TYPE = "virtualNetworks";
  private static final String NAME = "virtualNetworkName";
  private static final String OWNER = TYPE + "/{" + NAME + "}";
  private static final Shape SPACE = object(optional("addressPrefixes", listOf(text())));

  private AzureNetworks() {}

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType type() {
    return ResourceType.named(
            NETWORK,
            "https://learn.microsoft.com/rest/api/virtualnetwork/virtual-networks/create-or-update")
        .has(
            optional("addressSpace", SPACE),
            optional("bgpCommunities", object(required("virtualNetworkCommunity", text()))),
            optional(
                "ddosProtectionPlan",
                AzureShapes.link(AzureErrors.reference(OWNER, "ddosProtectionPlans"))),
            optional("dhcpOptions", object(optional("dnsServers", listOf(text())))),
            optional("enableDdosProtection", flag()).orComputed((at, around) -> false),
            optional("enableVmProtection", flag()),
            optional(
                "encryption",
                object(
                    required("enabled", flag()),
                    optional(
                        "enforcement", AzureShapes.choice("DropUnencrypted", "AllowUnencrypted")))),
            optional("extendedLocation", AzureShapes.EXTENDED_LOCATION),
            optional(
                "flowTimeoutInMinutes",
                AzureShapes.between(
                    4, 30, "FlowTimeoutInMinutes {value} is invalid: 4 to 30 are allowed")),
            optional("id", text()),
            optional(
                "ipAllocations",
                listOf(AzureShapes.link(AzureErrors.reference(OWNER, "ipAllocations")))),
            AzureProperties.location(TYPE).replaces(),
            AzureProperties.resourceGroup(),
            optional("subnets", listOf(AzureSubnets.inline()))
                .orComputed((at, around) -> List.of()),
            optional("tags", AzureShapes.TAGS),
            optional(NAME, AzureNames.name(2, 64)).replaces(),
            optional("virtualNetworkPeerings", listOf(peering()))
                .orComputed((at, around) -> List.of()))
        .has(AzureProperties.outputs(TYPE, NAME))
        .idIs(AzureNames.id(inputs -> TYPE + "/" + inputs.text(NAME, "")))
        .part(
            AzureSubnets.SUBNET,
            stored ->
                stored.outputs().objects("subnets").stream()
                    .map(subnet -> subnet.text("id", ""))
                    .toList())
        .autoNamed(AutoName.azure(NAME))
        .completedBy(AzureProperties::located)
        .rule(
            AzureProperties.LOCATED,
            refuse(
                    "enableDdosProtection",
                    "Virtual network {virtualNetworkName} cannot enable DDoS protection without a"
                        + " DDoS protection plan",
                    inputs ->
                        inputs.isTrue("enableDdosProtection") && !inputs.has("ddosProtectionPlan"))
                .at(Step.UP),
            uniqueIn(
                    "subnets",
                    AzureErrors.of(
                        "DuplicateResourceName",
                        "The virtual network has two child resources with the same name ({name})."),
                    subnet -> subnet.text("name", "").toLowerCase(Locale.ROOT))
                .at(Step.UP),
            new Rule(Step.UP, AzureNetworks::space),
            new Rule(Step.UP, AzureSubnetRules::inline))
        .exists("cannot create already existing resource '{id}'")
        .inUse(
            AzureErrors.of(
                "InUseSubnetCannotBeDeleted",
                "A subnet of {virtualNetworkName} is in use by {users} and cannot be deleted. In"
                    + " order to delete the subnet, delete all the resources within the subnet. See"
                    + " aka.ms/deletesubnet."))
        .gone(AzureProperties.gone(TYPE, NAME))
        .build();
  }

  private static Shape peering() {
    return object(
        optional("allowForwardedTraffic", flag()),
        optional("allowGatewayTransit", flag()),
        optional("allowVirtualNetworkAccess", flag()),
        optional("doNotVerifyRemoteGateways", flag()),
        optional("id", text()).shownAs(AzureNames.part("virtualNetworkPeerings")),
        optional("name", AzureNames.name(1, 80)),
        optional("peeringState", AzureShapes.choice("Initiated", "Connected", "Disconnected")),
        optional(
            "peeringSyncLevel",
            AzureShapes.choice(
                "FullyInSync", "RemoteNotInSync", "LocalNotInSync", "LocalAndRemoteNotInSync")),
        optional("remoteAddressSpace", SPACE),
        optional("remoteBgpCommunities", anything()),
        optional(
            "remoteVirtualNetwork",
            AzureShapes.link(AzureErrors.reference(OWNER, NETWORK).loose())),
        optional("remoteVirtualNetworkAddressSpace", SPACE),
        optional("type", text()),
        optional("useRemoteGateways", flag()));
  }

  private static List<Refusal> space(Situation at) {
    String property = "addressSpace.addressPrefixes";
    List<String> space = at.inputs().texts(property);
    List<Refusal> found = new ArrayList<>(AzureRanges.malformed(space, property, at.id(), false));
    if (space.isEmpty()) {
      found.add(
          new Refusal(
              property, "Virtual network " + at.id() + " must have at least one address prefix"));
    }
    List<String> pair = AzureRanges.overlapping(space);
    if (!pair.isEmpty()) {
      found.add(
          new Refusal(
              property, "The address prefixes " + pair + " of " + at.id() + " overlap each other"));
    }
    for (String server : at.inputs().texts("dhcpOptions.dnsServers")) {
      if (Range.of(server + "/32").or(() -> Range.of(server + "/128")).isEmpty()) {
        found.add(
            new Refusal("dhcpOptions.dnsServers", "DNS server " + server + " is no IP address"));
      }
    }
    at.old().ifPresent(old -> found.addAll(cutOff(at, old, space)));
    return found;
  }

  private static List<Refusal> cutOff(Situation at, Stored old, List<String> space) {
    List<String> before = old.inputs().texts("addressSpace.addressPrefixes");
    return AzureSubnetRules.inside(at, old).entrySet().stream()
        .filter(
            subnet ->
                at.find(AzureSubnets.SUBNET, subnet.getKey())
                    .filter(own -> !own.id().equals(old.id()))
                    .isPresent())
        .map(subnet -> subnet.getValue())
        .filter(ranges -> !AzureRanges.within(ranges, space))
        .flatMap(
            ranges -> before.stream().filter(prefix -> AzureRanges.within(ranges, List.of(prefix))))
        .distinct()
        .map(
            prefix ->
                new Refusal(
                    "addressSpace.addressPrefixes",
                    AzureErrors.of(
                        "InUsePrefixCannotBeDeleted",
                        "IpPrefix "
                            + prefix
                            + " on Vnet "
                            + name(at.inputs())
                            + " has active allocations and cannot be deleted.")))
        .toList();
  }

  private static String name(Props inputs) {
    return inputs.text(NAME, "");
  }
}
