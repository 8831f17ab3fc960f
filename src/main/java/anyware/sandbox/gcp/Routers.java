package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;

/** Cloud Routers: https://cloud.google.com/compute/docs/reference/rest/v1/routers. */
final class Routers {
  static final String ROUTER = "gcp:compute/router:Router";

  private static final Shape BGP =
      object(
          optional("advertiseMode", text().oneOf("DEFAULT", "CUSTOM")).defaultsTo("DEFAULT"),
          optional(
              "advertisedGroups",
              listOf(
                  text()
                      .where(ApiErrors.invalid("Must be ALL_SUBNETS."), "ALL_SUBNETS"::equals)
                      .refusedAtUp())),
          optional(
              "advertisedIpRanges",
              listOf(object(optional("description", text()), required("range", IpRanges.CIDR)))),
          required(
              "asn",
              whole()
                  .where(
                      "expected {property} to be a RFC6996-compliant Local ASN:"
                          + " must be either in the private ASN ranges: [64512..65534],"
                          + " [4200000000..4294967294] or be the value of [16550], got {value}",
                      Routers::isPrivate)),
          optional(
                  "keepaliveInterval",
                  whole()
                      .where(
                          ApiErrors.invalid("Must be between 20 and 60."),
                          value -> value instanceof Double pause && pause >= 20 && pause <= 60)
                      .refusedAtUp())
              .defaultsTo(20));

  private Routers() {}

  static ResourceType router() {
    return ResourceType.named(
            ROUTER, "https://cloud.google.com/compute/docs/reference/rest/v1/routers/insert")
        .has(CommonFields.early())
        .has(
            optional("bgp", BGP),
            CommonFields.description(),
            optional("encryptedInterconnectRouter", flag()).replaces(),
            required("network", Networks.A_NETWORK)
                .replaces()
                .shownAs(ResourceNames.link("network")),
            CommonFields.region(),
            CommonFields.creationTimestamp())
        .idIs(ResourceNames.regional("routers"))
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(ResourceNames::completed)
        .constraint(CommonFields.needsProject(), CommonFields.needsRegion(), Networks.sameProject())
        .constraint(advertised("advertisedGroups", "advertised_groups"))
        .constraint(advertised("advertisedIpRanges", "advertised_ip_ranges"))
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("router", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  /** The provider looks at that before it plans. */
  private static Constraint advertised(String property, String attribute) {
    return refuse(
        "bgp." + property,
        "Error in bgp: " + attribute + " cannot be specified when using advertise_mode DEFAULT",
        router ->
            router.text("bgp.advertiseMode", "").equals("DEFAULT")
                && CommonFields.says(router.object("bgp"), property));
  }

  private static boolean isPrivate(Object value) {
    return value instanceof Double asn
        && (asn == 16550
            || (asn >= 64512 && asn <= 65534)
            || (asn >= 4_200_000_000L && asn <= 4_294_967_294L));
  }
}
