package anyware.aws;

/**
 * A record in a hosted zone that is there
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/rrsets-working-with.html).
 *
 * @param name the logical name
 * @param zone the zone's id
 * @param host the full name that it answers for
 */
public record DnsRecord(String name, String zone, String host) {
  /**
   * For how many seconds others may keep an address; an alias has the balancer's.
   *
   * <p>https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-basic.html
   */
  static final int TTL = 300;

  /** IPv4 addresses. */
  static final String TYPE = "A";

  /** The logical name of what a connector's address is called by. */
  static String ofAddress(String address) {
    return address + "-dns";
  }
}
