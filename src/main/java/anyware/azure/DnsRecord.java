package anyware.azure;

import java.util.Optional;

/**
 * A record in a DNS zone, for the address of the balancer or of a connector.
 *
 * @param name the logical name
 * @param zone the zone
 * @param relativeName the record's name in the zone
 * @param address the logical name of the public address that it gives; absent for a private address
 *     of the balancer
 */
public record DnsRecord(String name, DnsZone zone, String relativeName, Optional<String> address) {
  /** How long resolvers may keep it, in seconds: a moved address is found within minutes. */
  static final int SECONDS = 300;
}
