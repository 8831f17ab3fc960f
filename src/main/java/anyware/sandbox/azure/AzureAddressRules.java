package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Situation;
import java.util.ArrayList;
import java.util.List;

/**
 * What the API refuses of public addresses:
 * https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses
 */
final class AzureAddressRules {
  private static final List<String> ZONES = List.of("1", "2", "3");

  private AzureAddressRules() {}

  /**
   * Tells whether an address is fixed when it is made.
   *
   * @param inputs the inputs
   * @return whether it is
   */
  static boolean isStatic(Props inputs) {
    return inputs.text("publicIPAllocationMethod", "Dynamic").equals("Static");
  }

  /**
   * Tells whether a resource is of the Standard SKU; Basic is the default.
   *
   * @param inputs the inputs
   * @return whether it is
   */
  static boolean isStandard(Props inputs) {
    return inputs.text("sku.name", "Basic").equals("Standard");
  }

  /**
   * Looks at an address.
   *
   * @param at the request
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(Situation at) {
    Props inputs = at.inputs();
    List<Refusal> found = new ArrayList<>();
    if (isStandard(inputs) && !isStatic(inputs)) {
      found.add(
          new Refusal(
              "publicIPAllocationMethod",
              AzureErrors.of(
                  "StandardSkuPublicIPAddressesMustBeStatic",
                  "Standard sku publicIp "
                      + at.id()
                      + " must have AllocationMethod set to Static.")));
    }
    if (!isStandard(inputs)
        && isStatic(inputs)
        && inputs.text("publicIPAddressVersion", "").equals("IPv6")) {
      found.add(
          new Refusal(
              "publicIPAllocationMethod",
              AzureErrors.of(
                  "CannotSpecifyPublicIpAllocationMethodAsStaticForIpV6PublicIp",
                  "Cannot specify publicIpAllocationMethod as Static for IPv6 PublicIp "
                      + at.id()
                      + ".")));
    }
    if (!isStandard(inputs) && inputs.text("sku.tier", "").equals("Global")) {
      found.add(
          new Refusal("sku.tier", "The Global tier of " + at.id() + " needs the Standard sku"));
    }
    found.addAll(zones(at, inputs));
    return found;
  }

  private static List<Refusal> zones(Situation at, Props inputs) {
    List<String> zones = inputs.texts("zones");
    List<String> messages = new ArrayList<>();
    String resource =
        "'Microsoft.Network/publicIPAddresses/" + inputs.text("publicIpAddressName", "") + "'";
    String region = AzureProperties.region(inputs);
    List<String> strange = zones.stream().filter(zone -> !ZONES.contains(zone)).toList();
    if (!zones.isEmpty() && !AzureRegions.hasZones(region)) {
      messages.add(
          AzureErrors.of(
              "LocationNotSupportAvailabilityZones",
              "The resource "
                  + resource
                  + " does not support availability zones at location '"
                  + region
                  + "'."));
    } else if (!strange.isEmpty()) {
      messages.add(
          AzureErrors.of(
              "InvalidAvailabilityZone",
              "The zone(s) '"
                  + String.join(",", strange)
                  + "' for resource "
                  + resource
                  + " is not supported. The supported zones for location '"
                  + region
                  + "' are '1,2,3'"));
    }
    if (!zones.isEmpty() && !isStandard(inputs)) {
      messages.add(
          AzureErrors.of(
              "ZonesNotAllowedInBasicSkuResource",
              "Request for resource "
                  + at.id()
                  + " is invalid as it is Basic sku and in an Availability Zone which is a"
                  + " deprecated configuration. Please change your resource to Standard sku for"
                  + " Availability Zone support."));
    }
    at.old()
        .map(old -> old.inputs().texts("zones"))
        .filter(old -> !sorted(old).equals(sorted(zones)))
        .ifPresent(
            old ->
                messages.add(
                    AzureErrors.of(
                        "ResourceAvailabilityZonesCannotBeModified",
                        "Resource "
                            + at.id()
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
