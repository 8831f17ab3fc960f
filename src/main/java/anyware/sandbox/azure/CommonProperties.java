package anyware.sandbox.azure;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Unknown;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Properties that occur in several types. */
final class CommonProperties {
  /** What an object is until something fails. */
  static final Computation SUCCEEDED = (request, enclosing) -> "Succeeded";

  /** The version of an object, as the API writes it. */
  static final Computation ETAG = (request, enclosing) -> "W/\"" + request.uuid("etag") + "\"";

  /** The API needs a region, from wherever it comes. */
  static final Constraint LOCATED =
      refuse(
              "location",
              ApiErrors.of(
                  "LocationRequired", "The location property is required for this definition."),
              inputs -> !inputs.has("location"))
          .at(Step.UP);

  private CommonProperties() {}

  /** The resource group that holds a resource; deleting it deletes the resource. */
  static Property resourceGroup() {
    return required(
            "resourceGroupName",
            text()
                .naming(
                    Reference.to(
                            ApiErrors.of(
                                "ResourceGroupNotFound",
                                "Resource group '{resourceGroupName}' could not be found."),
                            ResourceGroups.RESOURCE_GROUP)
                        .spelled((name, inputs) -> ResourceIds.group(name))
                        .cascading()))
        .replaces();
  }

  /**
   * The region of a network resource.
   *
   * @param type the resource's type below Microsoft.Network
   */
  static Property location(String type) {
    return optional(
            "location",
            text()
                .where(
                    ApiErrors.of(
                        "LocationNotAvailableForResourceType",
                        "The provided location '{value}' is not available for resource type"
                            + " 'Microsoft.Network/"
                            + type
                            + "'. List of available regions for the resource type is '"
                            + String.join(",", Regions.ALL)
                            + "'."),
                    Regions::exists)
                .refusedAtUp())
        .shownAs(
            (request, enclosing) -> enclosing.text("location").map(Regions::plain).orElse(null));
  }

  /**
   * The outputs of every network resource.
   *
   * @param type the resource's type below Microsoft.Network
   * @param name the property with its name
   */
  static Property[] outputs(String type, String name) {
    return new Property[] {
      computed("etag", ETAG),
      computed("name", (request, enclosing) -> enclosing.text(name, "")),
      computed("provisioningState", SUCCEEDED),
      computed("resourceGuid", (request, enclosing) -> request.uuid("resource")),
      computed("type", (request, enclosing) -> "Microsoft.Network/" + type)
    };
  }

  /**
   * The properties of every named part of a resource. The schema takes the first as inputs, and the
   * API overwrites them.
   *
   * @param list the list that holds the part
   */
  static Property[] part(String list) {
    return new Property[] {
      optional("id", text()).shownAs(ResourceIds.part(list)),
      optional("name", ResourceIds.name(1, 80)),
      computed("etag", ETAG),
      computed("provisioningState", SUCCEEDED)
    };
  }

  /**
   * Puts a region in when the program names none: that of the provider's settings, else that of the
   * resource group.
   *
   * @param request the request
   * @return the inputs
   */
  static Props located(RequestContext request) {
    Props inputs = request.inputs();
    if (inputs.has("location")) {
      return inputs;
    }
    Optional<String> configured = request.settings().text("location");
    if (configured.isPresent()) {
      return inputs.with("location", configured.get());
    }
    @Nullable Object group = inputs.values().get("resourceGroupName");
    if (group instanceof Unknown) {
      return inputs.with("location", Unknown.VALUE);
    }
    return request
        .find(ResourceGroups.RESOURCE_GROUP, ResourceIds.group(String.valueOf(group)))
        .flatMap(found -> found.outputs().text("location"))
        .map(location -> inputs.with("location", location))
        .orElse(inputs);
  }

  /**
   * Refuses to move a resource whose region the provider does not know to be fixed.
   *
   * @param type the resource's type below Microsoft.Network
   * @param name the property with its name
   */
  static Constraint staysInPlace(String type, String name) {
    return refuseIn(
            "location",
            ApiErrors.of(
                "InvalidResourceLocation",
                "The resource '{"
                    + name
                    + "}' of type 'Microsoft.Network/"
                    + type
                    + "' already exists in another location in resource group"
                    + " '{resourceGroupName}'. A resource with the same name cannot be created in"
                    + " location '{location}'. Please select a new resource name."),
            request ->
                request
                    .old()
                    .flatMap(old -> old.outputs().text("location"))
                    .filter(old -> !old.equals(region(request.inputs())))
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
    return Regions.plain(inputs.text("location", ""));
  }

  /**
   * Words the refusal to change what is gone.
   *
   * @param type the resource's type below Microsoft.Network
   * @param name the property with its name
   * @return the message
   */
  static String gone(String type, String name) {
    return ApiErrors.of(
        "ResourceNotFound",
        "The Resource 'Microsoft.Network/"
            + type
            + "/{"
            + name
            + "}' under resource group '{resourceGroupName}' was not found. For more details please"
            + " go to https://aka.ms/ARMResourceNotFoundFix");
  }
}
