package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.ResourceType;

/** Application security groups: names for machines, which security rules use as ends. */
final class ApplicationSecurityGroups {
  static final String APPLICATION_SECURITY_GROUP = "azure-native:network:ApplicationSecurityGroup";

  private static final String TYPE = "applicationSecurityGroups";
  private static final String NAME = "applicationSecurityGroupName";

  private ApplicationSecurityGroups() {}

  static ResourceType type() {
    return ResourceType.named(
            APPLICATION_SECURITY_GROUP,
            "https://learn.microsoft.com/rest/api/virtualnetwork/application-security-groups/create-or-update")
        .has(
            optional(NAME, ResourceIds.name(1, 80)).replaces(),
            optional("id", text()),
            CommonProperties.location(TYPE),
            CommonProperties.resourceGroup(),
            optional("tags", CommonShapes.TAGS))
        .has(CommonProperties.outputs(TYPE, NAME))
        .idIs(ResourceIds.id(inputs -> TYPE + "/" + inputs.text(NAME, "")))
        .autoNamed(AutoName.azure(NAME))
        .completedBy(CommonProperties::located)
        .constraint(CommonProperties.LOCATED, CommonProperties.staysInPlace(TYPE, NAME))
        .exists("cannot create already existing resource '{id}'")
        .inUse(
            "Application Security Group {"
                + NAME
                + "} cannot be deleted because it is referenced"
                + " by {users}.")
        .gone(CommonProperties.gone(TYPE, NAME))
        .build();
  }
}
