package anyware.sandbox.azure;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The public regions, and which of them have availability zones:
 * https://learn.microsoft.com/azure/reliability/regions-list
 */
final class Regions {
  /** The regions, in the spelling of the API. */
  static final List<String> ALL =
      List.of(
          "australiacentral",
          "australiacentral2",
          "australiaeast",
          "australiasoutheast",
          "brazilsouth",
          "canadacentral",
          "canadaeast",
          "centralindia",
          "centralus",
          "eastasia",
          "eastus",
          "eastus2",
          "francecentral",
          "germanywestcentral",
          "israelcentral",
          "italynorth",
          "japaneast",
          "japanwest",
          "jioindiawest",
          "koreacentral",
          "koreasouth",
          "mexicocentral",
          "northcentralus",
          "northeurope",
          "norwayeast",
          "polandcentral",
          "qatarcentral",
          "southafricanorth",
          "southcentralus",
          "southeastasia",
          "southindia",
          "spaincentral",
          "swedencentral",
          "switzerlandnorth",
          "uaenorth",
          "uksouth",
          "ukwest",
          "westcentralus",
          "westeurope",
          "westindia",
          "westus",
          "westus2",
          "westus3");

  private static final Set<String> WITHOUT_ZONES =
      Set.of(
          "australiacentral",
          "australiacentral2",
          "australiasoutheast",
          "canadaeast",
          "jioindiawest",
          "koreasouth",
          "northcentralus",
          "southindia",
          "ukwest",
          "westcentralus",
          "westindia",
          "westus");

  private Regions() {}

  /**
   * Brings a region into the API's spelling: "West US 2" becomes westus2.
   *
   * @param location the region, as a program spells it
   * @return the spelling
   */
  static String plain(String location) {
    return location.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Tells whether a region exists.
   *
   * @param location a region, as a program spells it
   */
  static boolean exists(Object location) {
    return location instanceof String text && ALL.contains(plain(text));
  }

  /**
   * Tells whether a region has availability zones: three, named 1, 2 and 3.
   *
   * @param location a region, as a program spells it
   */
  static boolean hasZones(String location) {
    return exists(location) && !WITHOUT_ZONES.contains(plain(location));
  }
}
