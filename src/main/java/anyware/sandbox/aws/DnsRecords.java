package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.exactlyOneOf;
import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Records in hosted zones. The offline cloud makes no zones: an id of the right form is taken to be
 * one of the account, and every name to lie in it. A record is there once, whatever the region of
 * who makes it:
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html.
 */
final class DnsRecords {
  static final String RECORD = "aws:route53/record:Record";

  /** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
  private static final Shape TYPE =
      text()
          .oneOf(
              "SOA", "A", "TXT", "NS", "CNAME", "MX", "NAPTR", "PTR", "SRV", "SPF", "AAAA", "CAA",
              "DS", "TLSA", "SSHFP", "SVCB", "HTTPS");

  private static final Shape ALIAS =
      object(
          required("evaluateTargetHealth", flag()),
          required(
              "name",
              text().length(1, 1024).suppressing((one, other) -> plain(one).equals(plain(other)))),
          required("zoneId", text().length(1, 32)));

  private DnsRecords() {}

  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                RECORD,
                "https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html")
            .has(
                optional("aliases", listOf(ALIAS).items(0, 1)),
                optional("allowOverwrite", flag()).orComputed((request, enclosing) -> false),
                optional("healthCheckId", text()),
                required("name", text()).replaces(),
                optional("records", setOf(text())),
                optional("ttl", whole().between(0, 2_147_483_647)),
                required("type", TYPE),
                required(
                        "zoneId",
                        text()
                            .length(1, 1024)
                            .matching(
                                "Z[0-9A-Z]{1,31}",
                                "NoSuchHostedZone: No hosted zone found with ID: {value}")
                            .refusedAtUp())
                    .replaces(),
                computed("fqdn", (request, enclosing) -> plain(enclosing.text("name", ""))))
            .has(policies())
            .idIs(
                request ->
                    String.join(
                        "_",
                        request.inputs().text("zoneId", ""),
                        plain(request.inputs().text("name", "")),
                        request.inputs().text("type", "")))
            .exists(EXISTS)
            .constraint(constraints())
            .gone("NoSuchRecord: no record '{name}' of type {type} in the hosted zone {zoneId}")
            .build());
  }

  private static final String EXISTS =
      "InvalidChangeBatch: [Tried to create resource record set [name='{name}.', type='{type}'] but"
          + " it already exists]";

  /** Ways to answer differently to different askers, of which a record has one at most. */
  private static Property[] policies() {
    return new Property[] {
      optional(
          "cidrRoutingPolicy",
          object(required("collectionId", text()), required("locationName", text()))),
      optional(
          "failoverRoutingPolicies",
          listOf(object(required("type", text().oneOf("PRIMARY", "SECONDARY")))).items(0, 1)),
      optional(
          "geolocationRoutingPolicies",
          listOf(
                  object(
                      optional("continent", text()),
                      optional("country", text()),
                      optional("subdivision", text())))
              .items(0, 1)),
      optional(
          "geoproximityRoutingPolicy",
          object(
              optional("awsRegion", text()),
              optional("bias", whole().between(-99, 99)),
              optional(
                  "coordinates",
                  setOf(object(required("latitude", text()), required("longitude", text())))),
              optional("localZoneGroup", text()))),
      optional("latencyRoutingPolicies", listOf(object(required("region", text()))).items(0, 1)),
      optional("multivalueAnswerRoutingPolicy", flag()),
      optional("setIdentifier", text().length(1, 128)),
      optional("weightedRoutingPolicies", listOf(object(required("weight", whole()))).items(0, 1))
    };
  }

  private static Constraint[] constraints() {
    return new Constraint[] {
      exactlyOneOf("\"aliases\": one of `aliases,records` must be specified", "aliases", "records"),
      refuse(
          "ttl",
          "\"ttl\": conflicts with aliases",
          record -> record.has("ttl") && record.has("aliases")),
      refuse(
              "ttl",
              "InvalidInput: Invalid XML ; Missing field 'TTL' in Change with [Action=CREATE,"
                  + " Name={name}, Type={type}, SetIdentifier=null]",
              record -> record.has("records") && !record.has("ttl"))
          .at(Step.UP),
      refuseFor("records", request -> strangeAddress(request.inputs())).at(Step.UP),
      refuseFor("aliases", DnsRecords::strangeAlias).at(Step.UP),
      refuseIn(
              "name",
              EXISTS,
              request ->
                  request.old().isEmpty()
                      && request.all(RECORD).stream()
                          .anyMatch(other -> other.id().equals(request.id())))
          .at(Step.UP)
    };
  }

  private static Optional<String> strangeAddress(Props record) {
    return record.texts("records").stream()
        .filter(value -> record.text("type", "").equals("A"))
        .filter(value -> !value.contains(".") || CidrBlock.of(value + "/32").isEmpty())
        .findFirst()
        .map(
            value ->
                "InvalidChangeBatch: [Invalid Resource Record: 'FATAL problem:"
                    + " ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address) encountered"
                    + " with '"
                    + value
                    + "'']");
  }

  /** Load balancers have the addresses of an alias, each in the zone that its region has. */
  private static Optional<String> strangeAlias(RequestContext request) {
    Props record = request.inputs();
    return record.objects("aliases").stream()
        .filter(
            alias ->
                request.all(LoadBalancers.LOAD_BALANCER).stream()
                    .noneMatch(
                        balancer ->
                            plain(balancer.outputs().text("dnsName", ""))
                                    .equals(plain(alias.text("name", "")))
                                && balancer.outputs().text("zoneId").equals(alias.text("zoneId"))))
        .findFirst()
        .map(
            alias ->
                "InvalidChangeBatch: [Tried to create an alias that targets %s, type %s in zone %s, but the alias target name does not lie within the target zone]"
                    .formatted(
                        alias.text("name", ""), record.text("type", ""), alias.text("zoneId", "")));
  }

  /** A name as zones have it, without the dot at its end. */
  private static String plain(Object name) {
    return String.valueOf(name).toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
  }
}
