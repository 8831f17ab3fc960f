package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;

/**
 * Network security groups, with their rules inline. Rules:
 * https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
 */
final class AzureFilters {
  static final String FILTER = "azure-native:network:NetworkSecurityGroup";

  private static final String TYPE = "networkSecurityGroups";
  private static final String NAME = "networkSecurityGroupName";
  private static final String RULES = "securityRules";

  private AzureFilters() {}

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType type() {
    return ResourceType.named(
            FILTER,
            "https://learn.microsoft.com/rest/api/virtualnetwork/network-security-groups/create-or-update")
        .has(
            optional("flushConnection", flag()),
            optional("id", text()),
            AzureProperties.location(TYPE),
            optional(NAME, AzureNames.name(1, 80)).replaces(),
            AzureProperties.resourceGroup(),
            optional(RULES, listOf(rule())).orComputed((at, around) -> List.of()),
            optional("tags", AzureShapes.TAGS),
            computed("defaultSecurityRules", (at, around) -> AzureDefaultRules.of(at.id())))
        .has(AzureProperties.outputs(TYPE, NAME))
        .idIs(AzureNames.id(inputs -> TYPE + "/" + inputs.text(NAME, "")))
        .autoNamed(AutoName.azure(NAME))
        .completedBy(AzureProperties::located)
        .rule(
            AzureProperties.LOCATED,
            AzureProperties.staysInPlace(TYPE, NAME),
            new Rule(Step.UP, AzureFilterRules::refusals))
        .exists("cannot create already existing resource '{id}'")
        .inUse(
            AzureErrors.of(
                "InUseNetworkSecurityGroupCannotBeDeleted",
                "Network security group {id} cannot be deleted because it is in use by the"
                    + " following resources: {users}. In order to delete the Network security"
                    + " group, remove the association with the resource(s). To learn how to do"
                    + " this, see aka.ms/deletensg."))
        .gone(AzureProperties.gone(TYPE, NAME))
        .build();
  }

  private static Shape rule() {
    Shape role =
        AzureShapes.embedded(
            AzureErrors.reference(TYPE + "/{" + NAME + "}", AzureRoles.ROLE), "location", "tags");
    return object(
        required("access", AzureShapes.choice("Allow", "Deny")),
        optional("description", description()),
        optional("destinationAddressPrefix", text()),
        optional("destinationAddressPrefixes", listOf(text()))
            .orComputed((at, around) -> List.of()),
        optional("destinationApplicationSecurityGroups", listOf(role)),
        optional("destinationPortRange", text()),
        optional("destinationPortRanges", listOf(text())).orComputed((at, around) -> List.of()),
        required("direction", AzureShapes.choice("Inbound", "Outbound")),
        optional("etag", text()).shownAs(AzureProperties.ETAG),
        optional("id", text()).shownAs(AzureNames.part(RULES)),
        optional("name", AzureNames.name(1, 80)),
        optional("priority", whole()),
        required("protocol", AzureShapes.choice("*", "Ah", "Esp", "Icmp", "Tcp", "Udp")),
        optional("provisioningState", text()).shownAs(AzureProperties.SUCCEEDED),
        optional("sourceAddressPrefix", text()),
        optional("sourceAddressPrefixes", listOf(text())).orComputed((at, around) -> List.of()),
        optional("sourceApplicationSecurityGroups", listOf(role)),
        optional("sourcePortRange", text()),
        optional("sourcePortRanges", listOf(text())).orComputed((at, around) -> List.of()),
        optional("type", text())
            .shownAs((at, around) -> "Microsoft.Network/networkSecurityGroups/securityRules"));
  }

  private static Shape description() {
    return text()
        .where(
            "The description {property} has more than 140 characters",
            value -> String.valueOf(value).length() <= 140)
        .refusedAtUp();
  }
}
