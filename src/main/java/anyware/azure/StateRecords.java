package anyware.azure;

import static anyware.azure.StateIndex.ADDRESS;
import static anyware.azure.StateIndex.LOAD_BALANCER;
import static anyware.azure.StateIndex.PRIVATE_RECORD;
import static anyware.azure.StateIndex.PROVIDER;
import static anyware.azure.StateIndex.RECORD;

import anyware.net.IpAddress;
import anyware.plan.Place;
import anyware.problem.Problem;
import anyware.state.Constants;
import anyware.state.StateResource;
import com.google.gson.JsonElement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a site's DNS records back. Whose address a record gives follows from its name; that it is
 * that address is held against the state.
 *
 * @param index the site's resources
 * @param place the site
 * @param problems where is noted what is not as the provider writes it
 */
record StateRecords(StateIndex index, Place place, List<Problem> problems) {
  private static final String ADDRESSES = "aRecords[].ipv4Address";

  /** In the order of a plan. */
  List<DnsRecord> records(Optional<SiteBalancer> balancer) {
    return Stream.of(RECORD, PRIVATE_RECORD)
        .flatMap(index::of)
        .map(record -> record(record, balancer))
        .sorted(
            Comparator.comparing((DnsRecord record) -> !record.name().equals(ofBalancer()))
                .thenComparing(record -> record.name().length())
                .thenComparing(DnsRecord::name))
        .toList();
  }

  private String ofBalancer() {
    return SiteNames.of(place, SiteNames.BALANCER_RECORD);
  }

  private DnsRecord record(StateResource record, Optional<SiteBalancer> balancer) {
    boolean isPrivate = record.type().equals(PRIVATE_RECORD);
    return new DnsRecord(
        record.name(),
        new DnsZone(
            subscription(record),
            asked(record, "resourceGroupName"),
            asked(record, isPrivate ? "privateZoneName" : "zoneName"),
            isPrivate),
        asked(record, "relativeRecordSetName"),
        address(record.name(), balancer));
  }

  private String asked(StateResource record, String key) {
    return StateIndex.asked(record, problems).text(key).orElse("");
  }

  /** That of the only provider of its own kind, or else of its id. */
  private String subscription(StateResource record) {
    List<String> known =
        index
            .of(PROVIDER)
            .flatMap(
                provider -> StateIndex.asked(provider, problems).text("subscriptionId").stream())
            .distinct()
            .toList();
    return known.size() == 1
        ? known.get(0)
        : record.id().map(id -> id.replaceFirst("(?i)^/subscriptions/([^/]+)/.*", "$1")).orElse("");
  }

  private Optional<String> address(String name, Optional<SiteBalancer> balancer) {
    return name.equals(ofBalancer())
        ? balancer
            .filter(known -> known.privateAddress().isEmpty())
            .flatMap(SiteBalancer::publicAddress)
        : index
            .of(ADDRESS)
            .map(StateResource::name)
            .filter(address -> name.equals(address + SiteNames.RECORD))
            .findFirst();
  }

  /** Notes where records give other addresses than they should. */
  static void check(Constants site, List<DnsRecord> records, Optional<SiteBalancer> balancer) {
    for (String type : List.of(RECORD, PRIVATE_RECORD)) {
      site.of(type).asAsked().is("recordType", ComponentRecords.TYPE);
      site.of(type)
          .is("ttl", DnsRecord.SECONDS)
          .isEmpty("targetResource")
          .isEmpty("aaaaRecords")
          .isEmpty("cnameRecord")
          .isSingle(ADDRESSES);
      for (DnsRecord record : records) {
        Constants.OfType one = site.of(type).where(it -> it.name().equals(record.name()));
        record
            .address()
            .ifPresentOrElse(
                address -> one.names(ADDRESSES, ADDRESS, other -> other.name().equals(address), 1),
                () -> inside(site, one, balancer));
      }
    }
  }

  private static void inside(
      Constants site, Constants.OfType record, Optional<SiteBalancer> balancer) {
    Optional<IpAddress> fixed = balancer.flatMap(SiteBalancer::privateAddress);
    if (fixed.isPresent()) {
      record.is(ADDRESSES, fixed.get().toString());
    } else {
      List<JsonElement> given =
          site.of(LOAD_BALANCER).values("frontendIPConfigurations[].privateIPAddress");
      if (given.size() == 1) {
        record.is(ADDRESSES, StateResource.text(given.get(0)));
      }
    }
  }
}
