package anyware.aws;

import static anyware.aws.ResourceTypes.ADDRESS;
import static anyware.aws.ResourceTypes.LOAD_BALANCER;
import static anyware.aws.ResourceTypes.RECORD;

import anyware.state.Constants;
import anyware.state.StateResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records of a deployed site, which are known by their logical names.
 *
 * @param index the site's resources
 */
record StateRecords(StateIndex index) {

  /** The record of this logical name. */
  Optional<DnsRecord> named(String name) {
    return index.all(RECORD).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(this::read);
  }

  private DnsRecord read(StateResource record) {
    return new DnsRecord(
        record.name(),
        index.text(record, "type").orElse(""),
        index.text(record, "zoneId").orElse(""),
        index.text(record, "name").orElse(""));
  }

  /**
   * Holds the records to what {@link ComponentRecords} makes of them.
   *
   * @param site where deviations are noted
   */
  static void check(
      Constants site, Optional<LoadBalancer> balancer, List<ConnectorAddress> addresses) {
    List<DnsRecord> ofBalancer = balancer.map(LoadBalancer::dns).orElse(List.of());
    List<ConnectorAddress> named =
        addresses.stream().filter(address -> address.dns().isPresent()).toList();
    site.of(RECORD)
        .count(Stream.concat(ofBalancer.stream(), named.stream()).count())
        .isEmpty("setIdentifier")
        .isEmpty("healthCheckId");
    ofBalancer.forEach(
        record ->
            site.of(RECORD)
                .where(one -> one.name().equals(record.name()))
                .is("aliases[].evaluateTargetHealth", true)
                .names("aliases[].name", LOAD_BALANCER)
                .names("aliases[].zoneId", LOAD_BALANCER)
                .isEmpty("records"));
    for (ConnectorAddress address : named) {
      site.of(RECORD)
          .where(one -> one.name().equals(RecordPlanner.ofAddress(address.name())))
          .is("ttl", DnsRecord.TTL)
          .names("records[]", ADDRESS, one -> one.name().equals(address.name()), 1)
          .isEmpty("aliases");
    }
  }
}
