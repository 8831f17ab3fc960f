package anyware.gcp;

import anyware.cloud.Balancer;
import anyware.net.Family;
import anyware.plan.Place;
import anyware.settings.Site;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From a site's settings to its DNS records. */
final class RecordPlanner {
  private RecordPlanner() {}

  /** The records of the balancer and of each connector, by name. */
  static List<DnsRecord> records(Place place, Site site) {
    Stream<DnsRecord> ofBalancer =
        site.balancer().flatMap(Balancer::dns).stream()
            .flatMap(
                dns ->
                    site.network().families().stream()
                        .map(
                            family ->
                                new DnsRecord(
                                    SiteNames.balancer(place, family),
                                    dns.zone(),
                                    dns.name(),
                                    family,
                                    SiteNames.balancer(place, family))));
    Stream<DnsRecord> ofConnectors =
        site.connectorDns().stream()
            .flatMap(
                dns ->
                    IntStream.rangeClosed(1, site.connectors())
                        .mapToObj(
                            ordinal ->
                                record(
                                    SiteNames.connectorAddress(place, ordinal),
                                    dns.zone(),
                                    dns.ofConnector(ordinal))));
    return Stream.concat(ofBalancer, ofConnectors)
        .sorted(Comparator.comparing(DnsRecord::name))
        .toList();
  }

  /** A record is called as its address is; machines' reserved addresses are of IPv4. */
  private static DnsRecord record(String address, String zone, String host) {
    return new DnsRecord(address, zone, host, Family.IPV4, address);
  }
}
