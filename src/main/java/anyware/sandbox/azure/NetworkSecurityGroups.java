package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import java.util.List;

/**
 * Network security groups, with their rules inline. Rules:
 * https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
 */
final class NetworkSecurityGroups {
  static final String NETWORK_SECURITY_GROUP = "azure-native:network:NetworkSecurityGroup";

  private static final String TYPE = "networkSecurityGroups";
  private static final String NAME = "networkSecurityGroupName";
  private static final String RULES = "securityRules";

  private NetworkSecurityGroups() {}

  static ResourceType type() {
    return ResourceType.named(
            NETWORK_SECURITY_GROUP,
            "https://learn.microsoft.com/rest/api/virtualnetwork/network-security-groups/create-or-update")
        .has(
            optional("flushConnection", flag()),
            optional("id", text()),
            CommonProperties.location(TYPE),
            optional(NAME, ResourceIds.name(1, 80)).replaces(),
            CommonProperties.resourceGroup(),
            optional(RULES, listOf(SecurityRules.shape()))
                .orComputed((request, enclosing) -> List.of()),
            optional("tags", CommonShapes.TAGS),
            computed(
                "defaultSecurityRules",
                (request, enclosing) -> DefaultSecurityRules.of(request.id())))
        .has(CommonProperties.outputs(TYPE, NAME))
        .idIs(ResourceIds.id(inputs -> TYPE + "/" + inputs.text(NAME, "")))
        .autoNamed(AutoName.azure(NAME))
        .completedBy(CommonProperties::located)
        .constraint(
            CommonProperties.LOCATED,
            CommonProperties.staysInPlace(TYPE, NAME),
            new Constraint(Step.UP, SecurityRules::refusals),
            new Constraint(Step.UP, GatewayFilters::group))
        .exists("cannot create already existing resource '{id}'")
        .inUse(
            ApiErrors.of(
                "InUseNetworkSecurityGroupCannotBeDeleted",
                "Network security group {id} cannot be deleted because it is in use by the"
                    + " following resources: {users}. In order to delete the Network security"
                    + " group, remove the association with the resource(s). To learn how to do"
                    + " this, see aka.ms/deletensg."))
        .gone(CommonProperties.gone(TYPE, NAME))
        .build();
  }
}
