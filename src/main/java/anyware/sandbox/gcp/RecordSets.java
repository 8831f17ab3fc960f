package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Constraints.exactlyOneOf;
import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Records in Cloud DNS zones:
 * https://cloud.google.com/dns/docs/reference/rest/v1/resourceRecordSets. The real provider takes
 * over a record that is there already; here it is refused. Of routing policies nothing is looked
 * into.
 */
final class RecordSets {
  static final String RECORD_SET = "gcp:dns/recordSet:RecordSet";

  /** A full name, with the dot at its end. */
  static final String NAME = "(?=.{2,254}$)(\\*\\.)?([a-z0-9_]([-a-z0-9_]{0,61}[a-z0-9_])?\\.)+";

  private static final List<String> TYPES =
      List.of(
          "A",
          "AAAA",
          "CAA",
          "CNAME",
          "DNSKEY",
          "DS",
          "HTTPS",
          "IPSECKEY",
          "MX",
          "NAPTR",
          "NS",
          "PTR",
          "SOA",
          "SPF",
          "SRV",
          "SSHFP",
          "SVCB",
          "TLSA",
          "TXT");

  private RecordSets() {}

  static ResourceType recordSet() {
    return ResourceType.named(
            RECORD_SET,
            "https://cloud.google.com/dns/docs/reference/rest/v1/resourceRecordSets/create")
        .has(
            CommonFields.project(),
            required(
                    "managedZone",
                    text()
                        .naming(
                            Reference.to(missing("{value}"), ManagedZones.MANAGED_ZONE)
                                .spelled(RecordSets::zone))
                        .suppressing(Spellings.LINK_OR_NAME))
                .replaces(),
            required(
                    "name",
                    text()
                        .where(
                            "\"{property}\" (\"{value}\") doesn't end with \".\", name field must"
                                + " end with trailing dot, for example test.example.com. (note the"
                                + " trailing dot)",
                            value -> String.valueOf(value).endsWith(".")))
                .replaces(),
            optional("routingPolicy", anything()),
            optional("rrdatas", listOf(text())),
            optional("ttl", whole()),
            required("type", text()))
        .idIs(
            request ->
                "projects/"
                    + ResourceNames.project(request).orElse("")
                    + "/managedZones/"
                    + request.inputs().text("managedZone", "")
                    + "/rrsets/"
                    + request.inputs().text("name", "")
                    + "/"
                    + request.inputs().text("type", ""))
        .constraint(
            CommonFields.needsProject(),
            exactlyOneOf(
                "\"rrdatas\": one of `routing_policy,rrdatas` must be specified",
                "rrdatas",
                "routingPolicy"),
            refuseFor(
                    "managedZone",
                    request ->
                        request
                            .inputs()
                            .text("managedZone")
                            .filter(zone -> zone.contains("/"))
                            .map(RecordSets::missing))
                .at(Step.UP),
            refuseFor("name", request -> wrong(request, "name", RecordSets::isMisplaced))
                .at(Step.UP),
            refuseFor("type", request -> wrong(request, "type", RecordSets::isUnknown)).at(Step.UP),
            refuseFor("ttl", request -> wrong(request, "ttl", RecordSets::isWithoutLife))
                .at(Step.UP),
            refuseFor("rrdatas", request -> wrong(request, "rrdata[0]", RecordSets::isNoAddress))
                .at(Step.UP))
        .exists(
            "googleapi: Error 409: The resource 'entity.change.additions[{name}][{type}]' named"
                + " '{name} ({type})' already exists, alreadyExists")
        .gone(
            "googleapi: Error 404: The 'entity.change.deletions[0]' resource named '{name}"
                + " ({type})' does not exist., notFound")
        .build();
  }

  private static String missing(String zone) {
    return "googleapi: Error 404: The 'parameters.managedZone' resource named '"
        + zone
        + "' does not exist., notFound";
  }

  /** A zone's name is valid in the record's project. */
  private static String zone(String name, Props record) {
    String project = record.text("project").map(own -> "projects/" + own + "/").orElse("");
    return project + "managedZones/" + name;
  }

  private static Optional<String> wrong(
      RequestContext request, String field, Predicate<RequestContext> test) {
    Props record = request.inputs();
    return test.test(request)
        ? Optional.of(
            record.fill(
                "googleapi: Error 400: Invalid value for 'entity.change.additions[{name}][{type}]."
                    + field
                    + "': '"
                    + record.value(field.replaceFirst("\\[0]", "s")).orElse("")
                    + "', invalid"))
        : Optional.empty();
  }

  /** A record's name lies in its zone. */
  private static boolean isMisplaced(RequestContext request) {
    String name = request.inputs().text("name", "");
    Optional<StoredResource> zone =
        request.find(
            ManagedZones.MANAGED_ZONE,
            zone(request.inputs().text("managedZone", ""), request.inputs()));
    return !name.matches(NAME)
        || zone.map(found -> found.inputs().text("dnsName", ""))
            .filter(domain -> !name.equals(domain) && !name.endsWith("." + domain))
            .isPresent();
  }

  private static boolean isUnknown(RequestContext request) {
    return !TYPES.contains(request.inputs().text("type", ""));
  }

  private static boolean isWithoutLife(RequestContext request) {
    long seconds = request.inputs().whole("ttl").orElse(0L);
    return seconds < 0 || seconds > Integer.MAX_VALUE;
  }

  private static boolean isNoAddress(RequestContext request) {
    String type = request.inputs().text("type", "");
    return List.of("A", "AAAA").contains(type)
        && request.inputs().texts("rrdatas").stream()
            .anyMatch(data -> data.contains(":") == type.equals("A") || !IpRanges.isAddress(data));
  }
}
