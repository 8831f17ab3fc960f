package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Values;

/**
 * Cloud NAT, which the API keeps as a part of its router and deletes with it:
 * https://cloud.google.com/compute/docs/reference/rest/v1/routers and
 * https://cloud.google.com/nat/docs/overview.
 */
final class RouterNats {
  static final String ROUTER_NAT = "gcp:compute/routerNat:RouterNat";

  /** A router's name; the provider puts a link into its URL as it is, and finds nothing there. */
  private static final Shape A_ROUTER =
      text()
          .naming(
              Reference.to(ApiErrors.notFound("{value}"), Routers.ROUTER)
                  .cascading()
                  .spelled(
                      (name, nat) ->
                          name.contains("/")
                              ? "routers/" + name
                              : ResourcePaths.beside("routers").apply(name, nat)))
          .suppressing(Spellings.LINK_OR_NAME);

  /** Of addresses that are drained, which the provider compares letter by letter. */
  private static final Shape A_DRAINED_ADDRESS =
      text().naming(Reference.to(ApiErrors.notFound("{value}"), Addresses.ADDRESS));

  private static final Shape AN_ADDRESS = A_DRAINED_ADDRESS.suppressing(Spellings.LINK_OR_NAME);

  private static final Shape SUBNETWORK =
      object(
          required(
              "name",
              text()
                  .naming(
                      Reference.to(ApiErrors.notFound("{value}"), Subnetworks.SUBNETWORK)
                          .spelled(ResourcePaths.beside("subnetworks")))
                  .suppressing(Spellings.LINK_OR_NAME)),
          optional("secondaryIpRangeNames", setOf(text())),
          required(
              "sourceIpRangesToNats",
              setOf(
                      text()
                          .where(
                              ApiErrors.invalid(
                                  "Must be one of [ALL_IP_RANGES, LIST_OF_SECONDARY_IP_RANGES,"
                                      + " PRIMARY_IP_RANGE]."),
                              RouterNatConstraints.RANGES::contains)
                          .refusedAtUp())
                  .where(
                      "Not enough list items. Attribute {property} requires 1 item minimum, but"
                          + " config has only 0 declared.",
                      value -> Values.size(value) > 0)));

  private static final Shape RULE =
      object(
          optional(
                  "action",
                  object(
                      optional("sourceNatActiveIps", setOf(AN_ADDRESS)),
                      optional("sourceNatActiveRanges", setOf(Subnetworks.A_SUBNETWORK)),
                      optional("sourceNatDrainIps", setOf(AN_ADDRESS)),
                      optional("sourceNatDrainRanges", setOf(Subnetworks.A_SUBNETWORK))))
              .kept(),
          optional("description", text()),
          required("match", text()),
          required("ruleNumber", whole().between(0, 65000)));

  private RouterNats() {}

  static ResourceType routerNat() {
    return ResourceType.named(
            ROUTER_NAT, "https://cloud.google.com/compute/docs/reference/rest/v1/routers/patch")
        .has(
            optional("name", CommonFields.EARLY_NAME.length(2, 63)).replaces(),
            CommonFields.project(),
            CommonFields.region(),
            required("router", A_ROUTER).replaces())
        .has(
            optional("drainNatIps", setOf(A_DRAINED_ADDRESS)),
            optional("enableDynamicPortAllocation", flag())
                .kept()
                .orComputed((request, enclosing) -> false),
            optional("enableEndpointIndependentMapping", flag())
                .kept()
                .orComputed((request, enclosing) -> false),
            seconds("icmpIdleTimeoutSec", 30),
            optional(
                "logConfig",
                object(
                    required("enable", flag()),
                    required("filter", text().oneOf("ERRORS_ONLY", "TRANSLATIONS_ONLY", "ALL")))),
            optional("maxPortsPerVm", whole()),
            optional("minPortsPerVm", whole()),
            optional("natIpAllocateOption", text().oneOf("MANUAL_ONLY", "AUTO_ONLY")),
            optional("natIps", setOf(AN_ADDRESS)),
            optional("rules", setOf(RULE)),
            required(
                "sourceSubnetworkIpRangesToNat",
                text()
                    .oneOf(
                        "ALL_SUBNETWORKS_ALL_IP_RANGES",
                        "ALL_SUBNETWORKS_ALL_PRIMARY_IP_RANGES",
                        "LIST_OF_SUBNETWORKS")),
            optional("subnetworks", setOf(SUBNETWORK)),
            seconds("tcpEstablishedIdleTimeoutSec", 1200),
            seconds("tcpTimeWaitTimeoutSec", 120),
            seconds("tcpTransitoryIdleTimeoutSec", 30),
            optional("type", text().oneOf("PUBLIC", "PRIVATE")).replaces().defaultsTo("PUBLIC"),
            seconds("udpIdleTimeoutSec", 30))
        .idIs(RouterNatConstraints::id)
        .autoNamed(CommonFields.AUTO_NAME)
        .constraint(CommonFields.needsProject(), CommonFields.needsRegion())
        .constraint(RouterNatConstraints.all())
        .exists("Resource {id} already exists")
        .gone(CommonFields.GONE)
        .build();
  }

  /** Zero says nothing: the provider does not send it. */
  private static Property seconds(String name, int otherwise) {
    return optional(
            name,
            whole()
                .where(
                    ApiErrors.invalid("Must not be negative."),
                    value -> value instanceof Double pause && pause >= 0)
                .refusedAtUp())
        .defaultsTo(otherwise);
  }
}
