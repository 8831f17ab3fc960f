package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.ResourceType;

/** Application security groups: names for roles, which rules of filters use as ends. */
final class AzureRoles {
  static final String ROLE = "azure-native:network:ApplicationSecurityGroup";

  private static final String TYPE = "applicationSecurityGroups";
  private static final String NAME = "applicationSecurityGroupName";

  private AzureRoles() {}

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType type() {
    return ResourceType.named(
            ROLE,
            "https://learn.microsoft.com/rest/api/virtualnetwork/application-security-groups/create-or-update")
        .has(
            optional(NAME, AzureNames.name(1, 80)).replaces(),
            optional("id", text()),
            AzureProperties.location(TYPE),
            AzureProperties.resourceGroup(),
            optional("tags", AzureShapes.TAGS))
        .has(AzureProperties.outputs(TYPE, NAME))
        .idIs(AzureNames.id(inputs -> TYPE + "/" + inputs.text(NAME, "")))
        .autoNamed(AutoName.azure(NAME))
        .completedBy(AzureProperties::located)
        .rule(AzureProperties.LOCATED, AzureProperties.staysInPlace(TYPE, NAME))
        .exists("cannot create already existing resource '{id}'")
        .inUse(
            "Application Security Group {"
                + NAME
                + "} cannot be deleted because it is referenced"
                + " by {users}.")
        .gone(AzureProperties.gone(TYPE, NAME))
        .build();
  }
}
