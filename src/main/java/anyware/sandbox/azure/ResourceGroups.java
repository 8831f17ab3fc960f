package anyware.sandbox.azure;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Map;

/** Resource groups. Deleting one deletes everything in it. */
final class ResourceGroups {
  static final String RESOURCE_GROUP = "azure-native:resources:ResourceGroup";

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

  private ResourceGroups() {}

  static ResourceType type() {
    return ResourceType.named(
            RESOURCE_GROUP,
            "https://learn.microsoft.com/rest/api/resources/resource-groups/create-or-update")
        .has(
            optional("location", location())
                .replaces()
                .shownAs(
                    (request, enclosing) ->
                        enclosing.text("location").map(Regions::plain).orElse(null)),
            optional("managedBy", text()),
            optional("resourceGroupName", NAME).replaces(),
            optional("tags", CommonShapes.TAGS),
            computed("name", (request, enclosing) -> enclosing.text("resourceGroupName", "")),
            computed(
                "properties", (request, enclosing) -> Map.of("provisioningState", "Succeeded")),
            computed("type", (request, enclosing) -> "Microsoft.Resources/resourceGroups"))
        .idIs(ResourceGroups::id)
        .part(
            RESOURCE_GROUP,
            stored -> List.of(ResourceIds.group(stored.inputs().text("resourceGroupName", ""))))
        .autoNamed(AutoName.azure("resourceGroupName"))
        .completedBy(ResourceGroups::located)
        .constraint(
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
            ApiErrors.of(
                "ResourceGroupNotFound",
                "Resource group '{resourceGroupName}' could not be found."))
        .build();
  }

  private static Shape location() {
    return text()
        .where(
            ApiErrors.of(
                "LocationNotAvailableForResourceGroup",
                "The provided location '{value}' is not available for resource group. List of"
                    + " available regions is '"
                    + String.join(",", Regions.ALL)
                    + "'."),
            Regions::exists)
        .refusedAtUp();
  }

  private static String id(RequestContext request) {
    return ResourceIds.whole(
        request, ResourceIds.group(request.inputs().text("resourceGroupName").orElseThrow()));
  }

  private static Props located(RequestContext request) {
    return request
        .settings()
        .text("location")
        .filter(location -> !request.inputs().has("location"))
        .map(location -> request.inputs().with("location", location))
        .orElse(request.inputs());
  }
}
