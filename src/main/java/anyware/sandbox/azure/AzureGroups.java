package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Rules.refuse;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Map;

/** Resource groups. Deleting one deletes everything in it. */
final class AzureGroups {
  static final String GROUP = "azure-native:resources:ResourceGroup";

  /** Lengths and pattern are in the REST specification, so the provider checks them itself. */
  private static final Shape NAME =
      text()
          .where(
              "'{property}' is too short: at least 1 characters required",
              name -> !String.valueOf(name).isEmpty())
          .where(
              "'{property}' is too long: at most 90 characters allowed",
              name -> String.valueOf(name).length() <= 90)
          .where(
              "'{property}' does not match expression '^[-\\w\\._\\(\\)]+$'",
              name -> String.valueOf(name).matches("[-\\w._()]*"));

  private AzureGroups() {}

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType type() {
    return ResourceType.named(
            GROUP,
            "https://learn.microsoft.com/rest/api/resources/resource-groups/create-or-update")
        .has(
            optional("location", location())
                .replaces()
                .shownAs(
                    (at, around) -> around.text("location").map(AzureRegions::plain).orElse(null)),
            optional("managedBy", text()),
            optional("resourceGroupName", NAME).replaces(),
            optional("tags", AzureShapes.TAGS),
            computed("name", (at, around) -> around.text("resourceGroupName", "")),
            computed("properties", (at, around) -> Map.of("provisioningState", "Succeeded")),
            computed("type", (at, around) -> "Microsoft.Resources/resourceGroups"))
        .idIs(AzureGroups::id)
        .part(
            GROUP,
            stored -> List.of(AzureNames.group(stored.inputs().text("resourceGroupName", ""))))
        .autoNamed(AutoName.azure("resourceGroupName"))
        .completedBy(AzureGroups::located)
        .rule(
            refuse(
                "location",
                "missing required property 'location'. Either set it explicitly or configure it"
                    + " with 'pulumi config set azure-native:location <value>'.",
                inputs -> !inputs.has("location")),
            refuse(
                    "resourceGroupName",
                    "The resource group name '{resourceGroupName}' may not end with a period",
                    inputs -> inputs.text("resourceGroupName", "").endsWith("."))
                .at(Step.UP))
        .exists("cannot create already existing resource '{id}'")
        .gone(
            AzureErrors.of(
                "ResourceGroupNotFound",
                "Resource group '{resourceGroupName}' could not be found."))
        .build();
  }

  private static Shape location() {
    return text()
        .where(
            AzureErrors.of(
                "LocationNotAvailableForResourceGroup",
                "The provided location '{value}' is not available for resource group. List of"
                    + " available regions is '"
                    + String.join(",", AzureRegions.ALL)
                    + "'."),
            AzureRegions::exists)
        .refusedAtUp();
  }

  private static String id(Situation at) {
    return AzureNames.whole(
        at, AzureNames.group(at.inputs().text("resourceGroupName").orElseThrow()));
  }

  private static Props located(Situation at) {
    return at.settings()
        .text("location")
        .filter(location -> !at.inputs().has("location"))
        .map(location -> at.inputs().with("location", location))
        .orElse(at.inputs());
  }
}
