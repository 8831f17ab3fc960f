package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Rules.refuse;
import static anyware.sandbox.spec.Rules.refuseIn;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Unknown;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Properties that occur in several types. */
final class AzureProperties {
  /** What an object is until something fails. */
  static final Computation SUCCEEDED = (at, around) -> "Succeeded";

  /** The version of an object, as the API writes it. */
  static final Computation ETAG = (at, around) -> "W/\"" + at.uuid("etag") + "\"";

  /** The API needs a region, from wherever it comes. */
  static final Rule LOCATED =
      refuse(
              "location",
              AzureErrors.of(
                  "LocationRequired", "The location property is required for this definition."),
              inputs -> !inputs.has("location"))
          .at(Step.UP);

  private AzureProperties() {}

  /**
   * The resource group that holds a resource; deleting it deletes the resource.
   *
   * @return the property
   */
  static Property resourceGroup() {
    return required(
            "resourceGroupName",
            text()
                .naming(
                    Reference.to(
                            AzureErrors.of(
                                "ResourceGroupNotFound",
                                "Resource group '{resourceGroupName}' could not be found."),
                            AzureGroups.GROUP)
                        .spelled((name, inputs) -> AzureNames.group(name))
                        .cascading()))
        .replaces();
  }

  /**
   * The region of a network resource.
   *
   * @param type the resource's type below Microsoft.Network
   * @return the property
   */
  static Property location(String type) {
    return optional(
            "location",
            text()
                .where(
                    AzureErrors.of(
                        "LocationNotAvailableForResourceType",
                        "The provided location '{value}' is not available for resource type"
                            + " 'Microsoft.Network/"
                            + type
                            + "'. List of available regions for the resource type is '"
                            + String.join(",", AzureRegions.ALL)
                            + "'."),
                    AzureRegions::exists)
                .refusedAtUp())
        .shownAs((at, around) -> around.text("location").map(AzureRegions::plain).orElse(null));
  }

  /**
   * The outputs of every network resource.
   *
   * @param type the resource's type below Microsoft.Network
   * @param name the property with its name
   * @return the properties, for {@code has}
   */
  static Property[] outputs(String type, String name) {
    return new Property[] {
      computed("etag", ETAG),
      computed("name", (at, around) -> around.text(name, "")),
      computed("provisioningState", SUCCEEDED),
      computed("resourceGuid", (at, around) -> at.uuid("resource")),
      computed("type", (at, around) -> "Microsoft.Network/" + type)
    };
  }

  /**
   * The properties of every named part of a resource. The schema takes the first as inputs, and the
   * API overwrites them.
   *
   * @param list the list that holds the part
   * @return the properties
   */
  static Property[] part(String list) {
    return new Property[] {
      optional("id", text()).shownAs(AzureNames.part(list)),
      optional("name", AzureNames.name(1, 80)),
      computed("etag", ETAG),
      computed("provisioningState", SUCCEEDED)
    };
  }

  /**
   * Puts a region in when the program names none: that of the provider's settings, else that of the
   * resource group.
   *
   * @param at the request
   * @return the inputs
   */
  static Props located(Situation at) {
    Props inputs = at.inputs();
    if (inputs.has("location")) {
      return inputs;
    }
    Optional<String> configured = at.settings().text("location");
    if (configured.isPresent()) {
      return inputs.with("location", configured.get());
    }
    @Nullable Object group = inputs.values().get("resourceGroupName");
    if (group instanceof Unknown) {
      return inputs.with("location", Unknown.VALUE);
    }
    return at.find(AzureGroups.GROUP, AzureNames.group(String.valueOf(group)))
        .flatMap(found -> found.outputs().text("location"))
        .map(location -> inputs.with("location", location))
        .orElse(inputs);
  }

  /**
   * Refuses to move a resource whose region the provider does not know to be fixed.
   *
   * @param type the resource's type below Microsoft.Network
   * @param name the property with its name
   * @return the rule
   */
  static Rule staysInPlace(String type, String name) {
    return refuseIn(
            "location",
            AzureErrors.of(
                "InvalidResourceLocation",
                "The resource '{"
                    + name
                    + "}' of type 'Microsoft.Network/"
                    + type
                    + "' already exists in another location in resource group"
                    + " '{resourceGroupName}'. A resource with the same name cannot be created in"
                    + " location '{location}'. Please select a new resource name."),
            at ->
                at.old()
                    .flatMap(old -> old.outputs().text("location"))
                    .filter(old -> !old.equals(region(at.inputs())))
                    .isPresent())
        .at(Step.UP);
  }

  /**
   * The region of a resource, in the API's spelling.
   *
   * @param inputs its inputs
   * @return the region
   */
  static String region(Props inputs) {
    return AzureRegions.plain(inputs.text("location", ""));
  }

  /**
   * Words the refusal to change what is gone.
   *
   * @param type the resource's type below Microsoft.Network
   * @param name the property with its name
   * @return the message
   */
  static String gone(String type, String name) {
    return AzureErrors.of(
        "ResourceNotFound",
        "The Resource 'Microsoft.Network/"
            + type
            + "/{"
            + name
            + "}' under resource group '{resourceGroupName}' was not found. For more details please"
            + " go to https://aka.ms/ARMResourceNotFoundFix");
  }
}
