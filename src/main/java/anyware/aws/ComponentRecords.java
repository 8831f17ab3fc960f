package anyware.aws;

import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;

/**
 * Registers records in hosted zones. A zone is of no region, so a record stays where the site goes
 * to another one; and a zone takes a name but once, so where a record is replaced all the same the
 * old one goes first.
 *
 * @param scope the site's
 */
record ComponentRecords(ComponentScope scope) {

  /**
   * The name of a load balancer.
   *
   * @param dnsName the load balancer's own name
   * @param zone the hosted zone of that name
   */
  void alias(DnsRecord record, Output<String> dnsName, Output<String> zone) {
    var target = RecordAliasArgs.builder().name(dnsName).zoneId(zone);
    register(record, of(record).aliases(target.evaluateTargetHealth(true).build()));
  }

  /** The name of an address. */
  void address(DnsRecord record, Output<String> address) {
    register(record, of(record).ttl(DnsRecord.TTL).records(Output.all(address)));
  }

  private static RecordArgs.Builder of(DnsRecord record) {
    return RecordArgs.builder().zoneId(record.zone()).name(record.host()).type(record.type());
  }

  private void register(DnsRecord record, RecordArgs.Builder args) {
    var options = scope.anywhere().deleteBeforeReplace(true);
    scope.register(ResourceTypes.RECORD, record.name(), args.build(), options);
  }
}
