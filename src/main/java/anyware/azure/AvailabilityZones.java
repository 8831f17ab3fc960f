package anyware.azure;

import java.util.List;
import java.util.Set;

/**
 * The availability zones of a region: three, called 1, 2 and 3, where it has any
 * (https://learn.microsoft.com/azure/reliability/regions-list). An address or an internal frontend
 * that names all of them outlives the loss of one; naming any is refused in a region without, and
 * nothing can be added later
 * (https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses#availability-zone).
 */
final class AvailabilityZones {
  private static final List<String> ALL = List.of("1", "2", "3");

  private static final Set<String> REGIONS =
      Set.of(
          "australiaeast",
          "austriaeast",
          "belgiumcentral",
          "brazilsouth",
          "canadacentral",
          "centralindia",
          "centralus",
          "chilecentral",
          "denmarkeast",
          "eastasia",
          "eastus",
          "eastus2",
          "francecentral",
          "germanywestcentral",
          "indonesiacentral",
          "israelcentral",
          "italynorth",
          "japaneast",
          "japanwest",
          "koreacentral",
          "malaysiawest",
          "mexicocentral",
          "newzealandnorth",
          "northeurope",
          "norwayeast",
          "polandcentral",
          "qatarcentral",
          "southafricanorth",
          "southcentralus",
          "southeastasia",
          "spaincentral",
          "swedencentral",
          "switzerlandnorth",
          "uaenorth",
          "uksouth",
          "westeurope",
          "westus2",
          "westus3");

  private AvailabilityZones() {}

  /**
   * The zones of a region.
   *
   * @param region the region, by its programmatic name
   * @return the zones; none for a region that is not known to have any
   */
  static List<String> of(String region) {
    return REGIONS.contains(region) ? ALL : List.of();
  }
}
