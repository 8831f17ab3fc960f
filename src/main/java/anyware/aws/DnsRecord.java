package anyware.aws;

/**
 * A record in a hosted zone that is there
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/rrsets-working-with.html).
 *
 * @param name the logical name
 * @param type what it tells: {@code A} for IPv4 addresses, {@code AAAA} for IPv6 ones
 * @param zone the zone's id
 * @param host the full name that it answers for
 */
public record DnsRecord(String name, String type, String zone, String host) {
  /**
   * For how many seconds others may keep an address; an alias has the balancer's.
   *
   * <p>https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-basic.html
   */
  static final int TTL = 300;
}
