package anyware.azure;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DNS zone that is there, in any resource group of any subscription
 * (https://learn.microsoft.com/azure/dns/dns-zones-records and, for zones that virtual networks see
 * only, https://learn.microsoft.com/azure/dns/private-dns-privatednszone).
 *
 * @param subscription the subscription's id
 * @param resourceGroup the resource group's name
 * @param name the zone's name
 * @param isPrivate whether it is for virtual networks that are linked to it
 */
public record DnsZone(String subscription, String resourceGroup, String name, boolean isPrivate) {
  /** The form of a zone's id. */
  static final Pattern ID =
      Pattern.compile(
          "/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/Microsoft\\.Network/"
              + "(dnsZones|privateDnsZones)/([^/]+)",
          Pattern.CASE_INSENSITIVE);

  /**
   * The zone with this id.
   *
   * @throws IllegalArgumentException when it is no zone's id
   */
  static DnsZone of(String id) {
    Matcher parts = ID.matcher(id);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no DNS zone's id: " + id);
    }
    return new DnsZone(
        parts.group(1),
        parts.group(2),
        parts.group(4),
        parts.group(3).toLowerCase(Locale.ROOT).startsWith("private"));
  }

  /** A host's name as the zone has it: without the zone's own, and @ for that. */
  String relative(String host) {
    return host.equalsIgnoreCase(name) ? "@" : host.substring(0, host.length() - name.length() - 1);
  }
}
