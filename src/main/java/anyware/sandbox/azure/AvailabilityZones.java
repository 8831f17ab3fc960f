package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The availability zones of what can be in some:
 * https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses#availability-zone
 */
final class AvailabilityZones {
  private static final List<String> ALL = List.of("1", "2", "3");

  private AvailabilityZones() {}

  /**
   * Looks at the zones of a public address.
   *
   * @param request the request for the address
   * @return the reasons to refuse
   */
  static List<Refusal> ofAddress(RequestContext request) {
    Props inputs = request.inputs();
    List<String> zones = inputs.texts("zones");
    String resource =
        "'Microsoft.Network/publicIPAddresses/" + inputs.text("publicIpAddressName", "") + "'";
    List<String> messages = new ArrayList<>(there(request, zones, resource));
    if (!zones.isEmpty() && !Skus.isStandard(inputs)) {
      messages.add(
          ApiErrors.of(
              "ZonesNotAllowedInBasicSkuResource",
              "Request for resource "
                  + request.id()
                  + " is invalid as it is Basic sku and in an Availability Zone which is a"
                  + " deprecated configuration. Please change your resource to Standard sku for"
                  + " Availability Zone support."));
    }
    messages.addAll(kept(formerly(request), zones, request.id()));
    return refusals("zones", messages);
  }

  /**
   * Looks at the zone of a NAT gateway, which has one at most:
   * https://github.com/hashicorp/terraform-provider-azurerm/issues/21696
   *
   * @param request the request for the gateway
   * @param type the resource's type below Microsoft.Network
   * @param name the property with its name
   * @return the reasons to refuse
   */
  static List<Refusal> ofGateway(RequestContext request, String type, String name) {
    List<String> zones = request.inputs().texts("zones");
    String resource = "'Microsoft.Network/" + type + "/" + request.inputs().text(name, "") + "'";
    List<String> messages = new ArrayList<>(there(request, zones, resource));
    if (zones.size() > 1 && messages.isEmpty()) {
      messages.add(
          ApiErrors.of(
              "ResourceCannotHaveMultipleZonesSpecified",
              "Resource "
                  + request.id()
                  + " has "
                  + zones.size()
                  + " zones specified. Only one zone can be specified for this resource."));
    }
    messages.addAll(kept(formerly(request), zones, request.id()));
    return refusals("zones", messages);
  }

  /**
   * Looks at the zones of something that may be in several.
   *
   * @param request the request
   * @param type the resource's type below Microsoft.Network
   * @param name the property with its name
   * @return the reasons to refuse
   */
  static List<Refusal> ofZonal(RequestContext request, String type, String name) {
    List<String> zones = request.inputs().texts("zones");
    String resource = "'Microsoft.Network/" + type + "/" + request.inputs().text(name, "") + "'";
    List<String> messages = new ArrayList<>(there(request, zones, resource));
    messages.addAll(kept(formerly(request), zones, request.id()));
    return refusals("zones", messages);
  }

  /**
   * Looks at the zones of a frontend: those of a public one are its address's
   * (https://github.com/hashicorp/terraform-provider-azurerm/issues/1967).
   *
   * @param request the request for the balancer
   * @param frontend the frontend
   * @param path where it is in the inputs
   * @param id its id
   * @return the reasons to refuse
   */
  static List<Refusal> ofFrontend(RequestContext request, Props frontend, String path, String id) {
    List<String> zones = frontend.texts("zones");
    if (!frontend.has("subnet")) {
      return zones.isEmpty()
          ? List.of()
          : refusals(
              path + ".zones",
              List.of(
                  ApiErrors.of(
                      "LoadBalancerFrontendIPConfigCannotHaveZoneWhenReferencingPublicIPAddress",
                      "Load balancer frontendIPConfiguration "
                          + id
                          + " has zones specified and is referencing a publicIPAddress. Networking"
                          + " supports zones only for frontendIpconfigurations which reference a"
                          + " subnet.")));
    }
    List<String> messages = new ArrayList<>(there(request, zones, "'" + id + "'"));
    if (!zones.isEmpty() && !Skus.isStandard(request.inputs())) {
      messages.add("Frontend " + id + " of a Basic sku load balancer cannot have zones");
    }
    Optional<List<String>> before =
        request
            .old()
            .flatMap(
                old ->
                    old.inputs().objects("frontendIPConfigurations").stream()
                        .filter(other -> other.text("name").equals(frontend.text("name")))
                        .findFirst())
            .map(other -> other.texts("zones"));
    messages.addAll(kept(before, zones, id));
    return refusals(path + ".zones", messages);
  }

  private static List<String> there(RequestContext request, List<String> zones, String resource) {
    String region = CommonProperties.region(request.inputs());
    List<String> strange = zones.stream().filter(zone -> !ALL.contains(zone)).toList();
    if (!zones.isEmpty() && !Regions.hasZones(region)) {
      return List.of(
          ApiErrors.of(
              "LocationNotSupportAvailabilityZones",
              "The resource "
                  + resource
                  + " does not support availability zones at location '"
                  + region
                  + "'."));
    }
    return strange.isEmpty()
        ? List.of()
        : List.of(
            ApiErrors.of(
                "InvalidAvailabilityZone",
                "The zone(s) '"
                    + String.join(",", strange)
                    + "' for resource "
                    + resource
                    + " is not supported. The supported zones for location '"
                    + region
                    + "' are '1,2,3'"));
  }

  private static Optional<List<String>> formerly(RequestContext request) {
    return request.old().map(StoredResource::inputs).map(old -> old.texts("zones"));
  }

  private static List<String> kept(Optional<List<String>> before, List<String> zones, String id) {
    return before
        .filter(old -> !sorted(old).equals(sorted(zones)))
        .map(
            old ->
                List.of(
                    ApiErrors.of(
                        "ResourceAvailabilityZonesCannotBeModified",
                        "Resource "
                            + id
                            + " has an existing availability zone constraint "
                            + shown(old)
                            + " and the request has availability zone constraint "
                            + shown(zones)
                            + ", which do not match. Zones cannot be added/updated/removed once the"
                            + " resource is created.")))
        .orElse(List.of());
  }

  private static List<Refusal> refusals(String property, List<String> messages) {
    return messages.stream().map(message -> new Refusal(property, message)).toList();
  }

  private static List<String> sorted(List<String> zones) {
    return zones.stream().sorted().toList();
  }

  private static String shown(List<String> zones) {
    return zones.isEmpty() ? "NoZone" : String.join(", ", zones);
  }
}
