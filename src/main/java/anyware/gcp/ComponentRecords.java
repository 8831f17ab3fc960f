package anyware.gcp;

import com.pulumi.core.Output;
import com.pulumi.gcp.dns.RecordSet;
import com.pulumi.gcp.dns.RecordSetArgs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DNS records as resources, in zones that may be of another project. */
final class ComponentRecords {
  private ComponentRecords() {}

  /**
   * Registers records.
   *
   * @param addresses the addresses by their logical names
   * @param scope the site's
   */
  static void register(Map<String, Output<String>> addresses, ComponentScope scope) {
    for (DnsRecord record : scope.plan().records()) {
      Output<String> address = Optional.ofNullable(addresses.get(record.target())).orElseThrow();
      new RecordSet(
          record.name(),
          RecordSetArgs.builder()
              .project(record.project())
              .managedZone(record.zoneName())
              .name(record.host() + ".")
              .type(record.family().recordType())
              .ttl(DnsRecord.LIFE)
              .rrdatas(address.applyValue(List::of))
              .build(),
          scope.ofRecord().build());
    }
  }
}
