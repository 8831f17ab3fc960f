package anyware.gcp;

import anyware.net.Family;

/**
 * A record of one address in a zone of Cloud DNS
 * (https://cloud.google.com/dns/docs/records-overview).
 *
 * @param name the logical name
 * @param zone the zone: {@code projects/PROJECT/managedZones/NAME}
 * @param host the full name, without the dot at its end
 * @param family the address's family
 * @param target the logical name of the address that it tells; where somebody changed it, what it
 *     tells instead
 */
public record DnsRecord(String name, String zone, String host, Family family, String target) {
  /** How long the record may be kept elsewhere, in seconds. */
  static final int LIFE = 300;

  /** Whose the zone is. */
  String project() {
    return zone.replaceFirst("^projects/([^/]+)/.*", "$1");
  }

  /** What the zone is called in its project. */
  String zoneName() {
    return zone.substring(zone.lastIndexOf('/') + 1);
  }
}
