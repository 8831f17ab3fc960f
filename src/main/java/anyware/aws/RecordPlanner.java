package anyware.aws;

import anyware.cloud.DnsName;
import anyware.net.Family;
import anyware.plan.Place;
import anyware.settings.Site;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lowers the names in hosted zones, and knows the records' logical names. */
final class RecordPlanner {
  private RecordPlanner() {}

  /** The balancer's records: one a family of addresses, since the balancer has both or IPv4. */
  static List<DnsRecord> ofBalancer(Place place, Site site, Optional<DnsName> asked) {
    return asked.stream()
        .flatMap(
            dns ->
                Arrays.stream(Family.values())
                    .filter(site.network().families()::contains)
                    .map(
                        family ->
                            new DnsRecord(
                                ofBalancer(place, family),
                                family.recordType(),
                                dns.zone(),
                                dns.name())))
        .toList();
  }

  /** The logical name of the balancer's record, which one of either layer has. */
  static String ofBalancer(Place place, Family family) {
    String suffix = family == Family.IPV4 ? "" : "-" + family.slug();
    return place.name("balancer-dns" + suffix, Planner.LOGICAL_NAME);
  }

  /**
   * The record of a connector's address, which is an Elastic IP and so of IPv4.
   *
   * @param address the address's logical name
   * @param dns what was asked for
   * @param number the connector's
   */
  static DnsRecord ofAddress(String address, DnsName dns, int number) {
    return new DnsRecord(
        ofAddress(address), Family.IPV4.recordType(), dns.zone(), dns.ofConnector(number));
  }

  /** The logical name of what a connector's address is called by. */
  static String ofAddress(String address) {
    return address + "-dns";
  }
}
