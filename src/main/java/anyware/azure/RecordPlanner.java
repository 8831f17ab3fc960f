package anyware.azure;

import anyware.cloud.Balancer;
import anyware.cloud.DnsName;
import anyware.plan.Place;
import anyware.settings.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The DNS records of a site.
 *
 * @param place where the plan goes
 * @param site the site's settings
 */
record RecordPlanner(Place place, Site site) {

  /** The balancer's first. */
  List<DnsRecord> records(Optional<SiteBalancer> balancer) {
    Stream<DnsRecord> ofBalancer =
        site.balancer().flatMap(Balancer::dns).stream()
            .flatMap(name -> balancer.stream().map(known -> ofBalancer(name, known)));
    Stream<DnsRecord> ofConnectors =
        site.connectorDns().stream()
            .flatMap(
                name ->
                    IntStream.rangeClosed(1, site.connectors())
                        .mapToObj(number -> ofConnector(name, number)));
    return Stream.concat(ofBalancer, ofConnectors).toList();
  }

  private DnsRecord ofBalancer(DnsName name, SiteBalancer balancer) {
    return record(
        SiteNames.BALANCER_RECORD,
        name.zone(),
        name.name(),
        switch (balancer.scheme()) {
          case PUBLIC -> balancer.publicAddress();
          case INTERNAL -> Optional.empty();
        });
  }

  private DnsRecord ofConnector(DnsName name, int number) {
    return record(
        SiteNames.connectorRecord(number),
        name.zone(),
        name.ofConnector(number),
        Optional.of(SiteNames.connectorAddress(place, number)));
  }

  private DnsRecord record(String identity, String zone, String host, Optional<String> address) {
    DnsZone known = DnsZone.of(zone);
    return new DnsRecord(SiteNames.of(place, identity), known, known.relative(host), address);
  }
}
