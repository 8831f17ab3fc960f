package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.mapOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.ResourceTypeBuilder;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Records in public and private DNS zones
 * (https://learn.microsoft.com/rest/api/dns/record-sets/create-or-update and
 * https://learn.microsoft.com/rest/api/dns/privatedns/record-sets/create-or-update). The zones are
 * of others: any zone that is named is taken to be there, in any resource group.
 */
final class RecordSets {
  static final String RECORD_SET = "azure-native:network:RecordSet";
  static final String PRIVATE_RECORD_SET = "azure-native:network:PrivateRecordSet";

  /**
   * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-dns-limits
   */
  private static final int MOST_RECORDS = 20;

  private static final String NAME = "relativeRecordSetName";
  private static final String LABEL = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

  private RecordSets() {}

  static ResourceType ofPublicZones() {
    return type(
            RECORD_SET,
            "dnsZones",
            "zoneName",
            "A",
            "AAAA",
            "CAA",
            "CNAME",
            "MX",
            "NS",
            "PTR",
            "SOA",
            "SRV",
            "TXT")
        .has(
            optional("caaRecords", anything()),
            optional("nsRecords", anything()),
            optional(
                "targetResource",
                CommonShapes.link(
                    ApiErrors.reference(
                        "dnsZones/{zoneName}", PublicIpAddresses.PUBLIC_IP_ADDRESS))),
            computed("provisioningState", CommonProperties.SUCCEEDED))
        .build();
  }

  static ResourceType ofPrivateZones() {
    return type(
            PRIVATE_RECORD_SET,
            "privateDnsZones",
            "privateZoneName",
            "A",
            "AAAA",
            "CNAME",
            "MX",
            "PTR",
            "SOA",
            "SRV",
            "TXT")
        .has(computed("isAutoRegistered", (request, enclosing) -> false))
        .build();
  }

  private static ResourceTypeBuilder type(
      String token, String zones, String zone, String... recordTypes) {
    return ResourceType.named(token, "https://learn.microsoft.com/azure/dns/dns-zones-records")
        .has(
            optional("aRecords", listOf(object(optional("ipv4Address", text())))),
            optional("aaaaRecords", listOf(object(optional("ipv6Address", text())))),
            optional("cnameRecord", object(optional("cname", text()))),
            optional("metadata", mapOf(text())),
            optional("mxRecords", anything()),
            optional("ptrRecords", anything()),
            required("recordType", CommonShapes.choice(recordTypes)).replaces(),
            optional(
                    NAME,
                    text()
                        .where(
                            ApiErrors.of(
                                "BadRequest",
                                "The domain name '{value}' is invalid. The provided record set"
                                    + " relative name is invalid."),
                            RecordSets::isRelative)
                        .refusedAtUp())
                .replaces(),
            required("resourceGroupName", text()).replaces(),
            optional("soaRecord", anything()),
            optional("srvRecords", anything()),
            optional(
                "ttl",
                CommonShapes.between(
                    1,
                    Integer.MAX_VALUE,
                    ApiErrors.of(
                        "BadRequest",
                        "The TTL '{value}' is invalid: 1 to 2147483647 are allowed."))),
            optional("txtRecords", anything()),
            required(zone, text()).replaces(),
            computed("etag", (request, enclosing) -> request.uuid("etag")),
            computed(
                "fqdn",
                (request, enclosing) ->
                    enclosing.text(NAME, "").equals("@")
                        ? enclosing.text(zone, "") + "."
                        : enclosing.text(NAME, "") + "." + enclosing.text(zone, "") + "."),
            computed("name", (request, enclosing) -> enclosing.text(NAME, "")),
            computed(
                "type",
                (request, enclosing) ->
                    "Microsoft.Network/"
                        + zones.toLowerCase(Locale.ROOT)
                        + "/"
                        + enclosing.text("recordType", "")))
        .idIs(
            ResourceIds.id(
                inputs ->
                    zones
                        + "/"
                        + inputs.text(zone, "")
                        + "/"
                        + inputs.text("recordType", "")
                        + "/"
                        + inputs.text(NAME, "")))
        .autoNamed(ResourceIds.copied(NAME))
        .deleteBeforeReplace()
        .constraint(new Constraint(Step.UP, RecordSets::refusals))
        .exists("cannot create already existing resource '{id}'")
        .gone(
            ApiErrors.of(
                "NotFound", "The resource record '{relativeRecordSetName}' does not exist."));
  }

  private static boolean isRelative(Object value) {
    String name = String.valueOf(value);
    return name.equals("@")
        || (name.length() <= 253 && name.matches("(\\*|" + LABEL + ")(\\." + LABEL + ")*"));
  }

  private static List<Refusal> refusals(RequestContext request) {
    Props inputs = request.inputs();
    List<Refusal> found = new ArrayList<>();
    if (!inputs.has("ttl")) {
      found.add(
          new Refusal("ttl", ApiErrors.of("BadRequest", "The TTL of the record set is missing.")));
    }
    String kind = inputs.text("recordType", "");
    long holders =
        Stream.of("aRecords", "aaaaRecords", "cnameRecord", "targetResource")
            .filter(inputs::has)
            .count();
    List<Props> addresses = inputs.objects("aRecords");
    if (kind.equalsIgnoreCase("A")
        && (holders != 1 || (addresses.isEmpty() && !inputs.has("targetResource")))) {
      found.add(
          new Refusal(
              "aRecords",
              ApiErrors.of(
                  "BadRequest",
                  "Record set "
                      + request.id()
                      + " must have A records or an alias, and no others.")));
    }
    if (addresses.size() > MOST_RECORDS) {
      found.add(
          new Refusal("aRecords", "Record set " + request.id() + " can have at most 20 records"));
    }
    for (Props address : addresses) {
      String ip = address.text("ipv4Address", "");
      if (CidrBlock.of(ip + "/32").isEmpty()) {
        found.add(
            new Refusal(
                "aRecords",
                ApiErrors.of("BadRequest", "The IPv4 address '" + ip + "' is invalid.")));
      }
    }
    return found;
  }
}
