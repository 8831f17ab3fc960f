package anyware.azure;

import anyware.cloud.CloudForms;
import anyware.cloud.DnsForm;
import anyware.cloud.ExistingForm;
import anyware.cloud.LogForm;
import anyware.cloud.LogsForm;
import anyware.cloud.NetworkForm;
import anyware.cloud.RegionForm;
import anyware.cloud.TagForm;
import anyware.cloud.TextForm;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms that Azure gives to the settings of its sites. */
final class Forms {
  private static final String VNET =
      "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Network/virtualNetworks/[^/]+";

  /**
   * https://learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-name
   */
  private static final TextForm ACCOUNT =
      new TextForm(
          Pattern.compile(
              "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Storage/"
                  + "storageAccounts/[a-z0-9]{3,24}"),
          "a storage account's id: /subscriptions/.../storageAccounts/NAME");

  /**
   * Locations by their programmatic names:
   * https://learn.microsoft.com/azure/reliability/regions-list. Resource groups:
   * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules.
   * Subnets down to /29, and one address of Azure's own:
   * https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq. Tags:
   * https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
   * and, for the beginnings that Azure keeps for itself,
   * https://learn.microsoft.com/rest/api/resources/tags/create-or-update. Zones:
   * https://learn.microsoft.com/azure/dns/dns-zones-records
   */
  static final CloudForms OF_SITES =
      new CloudForms(
          new RegionForm(
              new TextForm(
                  Pattern.compile("[a-z]{3,}[1-9]?[a-z]*"),
                  "an Azure location such as northeurope"),
              text -> text.replaceAll("[^a-z0-9]", ""),
              KnownRegions.ALL),
          Optional.empty(),
          Optional.of(
              new TextForm(
                  Pattern.compile("[\\p{L}\\p{N}_().-]{0,89}[\\p{L}\\p{N}_()-]"),
                  "a resource group's name: up to 90 letters, digits and _ - . ( ), no dot last")),
          NetworkForm.of(8, 26, "168.63.129.16/32"),
          new ExistingForm(
              new TextForm(
                  Pattern.compile(VNET, Pattern.CASE_INSENSITIVE),
                  "a virtual network's id: /subscriptions/.../virtualNetworks/NAME"),
              new TextForm(
                  Pattern.compile(VNET + "/subnets/[^/]+", Pattern.CASE_INSENSITIVE),
                  "a subnet's id: /subscriptions/.../virtualNetworks/NAME/subnets/NAME"),
              Pattern.compile("/subscriptions/.*", Pattern.CASE_INSENSITIVE),
              (network, subnet) ->
                  subnet
                      .toLowerCase(Locale.ROOT)
                      .startsWith(network.toLowerCase(Locale.ROOT) + "/subnets/"),
              false),
          BalancerForms.ALL,
          new TagForm(
              50,
              new TextForm(
                  Pattern.compile("(?!(?i:azure|microsoft|windows))[^<>%&\\\\?/\\p{Cntrl}]{1,512}"),
                  "on azure 1 to 512 characters without < > % & \\ ? /, not beginning with azure,"
                      + " microsoft or windows"),
              new TextForm(Pattern.compile("(?s).{0,256}"), "on azure up to 256 characters")),
          new DnsForm(
              new TextForm(DnsZone.ID, "a DNS zone's id: /subscriptions/.../dnsZones/NAME"),
              Forms::isInZone),
          new LogsForm(
              Optional.of(new LogForm(false, Optional.of(ACCOUNT))),
              Optional.empty(),
              Optional.of(new LogForm(false, Optional.of(ACCOUNT)))));

  private Forms() {}

  /** A zone's id ends in the zone's own name. */
  private static boolean isInZone(String zone, String name) {
    String own = zone.substring(zone.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.equals(own) || name.endsWith("." + own);
  }
}
