package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The availability zones of a public address:
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
  static List<Refusal> refusals(RequestContext request) {
    Props inputs = request.inputs();
    List<String> zones = inputs.texts("zones");
    List<String> messages = new ArrayList<>();
    String resource =
        "'Microsoft.Network/publicIPAddresses/" + inputs.text("publicIpAddressName", "") + "'";
    String region = CommonProperties.region(inputs);
    List<String> strange = zones.stream().filter(zone -> !ALL.contains(zone)).toList();
    if (!zones.isEmpty() && !Regions.hasZones(region)) {
      messages.add(
          ApiErrors.of(
              "LocationNotSupportAvailabilityZones",
              "The resource "
                  + resource
                  + " does not support availability zones at location '"
                  + region
                  + "'."));
    } else if (!strange.isEmpty()) {
      messages.add(
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
    request
        .old()
        .map(old -> old.inputs().texts("zones"))
        .filter(old -> !sorted(old).equals(sorted(zones)))
        .ifPresent(
            old ->
                messages.add(
                    ApiErrors.of(
                        "ResourceAvailabilityZonesCannotBeModified",
                        "Resource "
                            + request.id()
                            + " has an existing availability zone constraint "
                            + shown(old)
                            + " and the request has availability zone constraint "
                            + shown(zones)
                            + ", which do not match. Zones cannot be added/updated/removed once the"
                            + " resource is created.")));
    return messages.stream().map(message -> new Refusal("zones", message)).toList();
  }

  private static List<String> sorted(List<String> zones) {
    return zones.stream().sorted().toList();
  }

  private static String shown(List<String> zones) {
    return zones.isEmpty() ? "NoZone" : String.join(", ", zones);
  }
}
