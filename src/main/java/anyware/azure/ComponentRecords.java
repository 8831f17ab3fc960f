package anyware.azure;

import com.pulumi.azurenative.Provider;
import com.pulumi.azurenative.network.PrivateRecordSet;
import com.pulumi.azurenative.network.PrivateRecordSetArgs;
import com.pulumi.azurenative.network.RecordSet;
import com.pulumi.azurenative.network.RecordSetArgs;
import com.pulumi.azurenative.network.inputs.ARecordArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Registers a site's DNS records. A zone's subscription may be another than the site's, so records
 * have a provider for it.
 */
final class ComponentRecords {
  /** The only type of records. */
  static final String TYPE = "A";

  private final ComponentScope scope;
  private final Map<String, Provider> providers = new HashMap<>();

  ComponentRecords(ComponentScope scope) {
    this.scope = scope;
  }

  /**
   * Registers the records of the plan.
   *
   * @param addresses the public addresses by their logical names
   * @param balancer where an internal balancer listens; of no matter without one
   */
  void register(Map<String, Output<String>> addresses, Output<String> balancer) {
    for (DnsRecord record : scope.plan().records()) {
      Output<String> address =
          record
              .address()
              .map(name -> Objects.requireNonNull(addresses.get(name), name))
              .orElse(balancer);
      register(record, ARecordArgs.builder().ipv4Address(address).build());
    }
  }

  private void register(DnsRecord record, ARecordArgs address) {
    DnsZone zone = record.zone();
    CustomResourceOptions options = scope.through(provider(zone.subscription()));
    if (zone.isPrivate()) {
      PrivateRecordSetArgs args =
          PrivateRecordSetArgs.builder()
              .resourceGroupName(zone.resourceGroup())
              .privateZoneName(zone.name())
              .relativeRecordSetName(record.relativeName())
              .recordType(TYPE)
              .ttl((double) DnsRecord.SECONDS)
              .aRecords(address)
              .build();
      new PrivateRecordSet(record.name(), args, options);
    } else {
      RecordSetArgs args =
          RecordSetArgs.builder()
              .resourceGroupName(zone.resourceGroup())
              .zoneName(zone.name())
              .relativeRecordSetName(record.relativeName())
              .recordType(TYPE)
              .ttl((double) DnsRecord.SECONDS)
              .aRecords(address)
              .build();
      new RecordSet(record.name(), args, options);
    }
  }

  private Provider provider(String subscription) {
    return providers.computeIfAbsent(subscription, scope::providerFor);
  }
}
