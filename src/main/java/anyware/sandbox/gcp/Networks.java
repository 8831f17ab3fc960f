package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** VPC networks: https://cloud.google.com/compute/docs/reference/rest/v1/networks. */
final class Networks {
  static final String NETWORK = "gcp:compute/network:Network";

  /** A text that names a network. */
  static final Shape A_NETWORK =
      text()
          .naming(Reference.to(ApiErrors.notFound("{value}"), NETWORK))
          .suppressing(Spellings.LINK_OR_NAME);

  /** Where Google takes the internal IPv6 ranges of networks from. */
  private static final CidrBlock ULA = CidrBlock.of("fd20::/20").orElseThrow();

  private Networks() {}

  static ResourceType network() {
    return ResourceType.named(
            NETWORK, "https://cloud.google.com/compute/docs/reference/rest/v1/networks/insert")
        .has(CommonFields.early())
        .has(
            optional("autoCreateSubnetworks", flag()).replaces().defaultsTo(true),
            optional("deleteDefaultRoutesOnCreate", flag()).defaultsTo(false),
            CommonFields.description().replaces(),
            optional("enableUlaInternalIpv6", flag()).replaces(),
            optional(
                    "internalIpv6Range",
                    text()
                        .where(
                            ApiErrors.invalid(
                                "Must be a /48 range within Google's ULA prefix fd20::/20."),
                            Networks::isUla)
                        .refusedAtUp())
                .replaces()
                .orComputed(
                    (request, enclosing) ->
                        enclosing.isTrue("enableUlaInternalIpv6") ? ulaRange(request) : null),
            optional(
                    "mtu",
                    whole()
                        .where(
                            ApiErrors.invalid("Must be between 1300 and 8896."),
                            value -> value instanceof Double mtu && mtu >= 1300 && mtu <= 8896)
                        .refusedAtUp())
                .replaces()
                .orComputed((request, enclosing) -> 1460),
            optional(
                    "networkFirewallPolicyEnforcementOrder",
                    text().oneOf("BEFORE_CLASSIC_FIREWALL", "AFTER_CLASSIC_FIREWALL"))
                .defaultsTo("AFTER_CLASSIC_FIREWALL"),
            optional("routingMode", text().oneOf("REGIONAL", "GLOBAL"))
                .kept()
                .orComputed((request, enclosing) -> "REGIONAL"),
            computed("gatewayIpv4", (request, enclosing) -> ""))
        .idIs(ResourceNames.global("networks"))
        .autoNamed(CommonFields.AUTO_NAME)
        .constraint(
            CommonFields.needsProject(),
            ApiErrors.api(
                "internalIpv6Range",
                "An internal IPv6 range needs enableUlaInternalIpv6.",
                network ->
                    network.has("internalIpv6Range") && !network.isTrue("enableUlaInternalIpv6")),
            ApiErrors.api(
                "enableUlaInternalIpv6",
                "ULA internal ipv6 is not supported for auto mode network.",
                network ->
                    network.isTrue("enableUlaInternalIpv6")
                        && network.isTrue("autoCreateSubnetworks")))
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("network", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  /**
   * Without a network Google takes the one called default, which the offline cloud does not have;
   * neither have projects of organisations that skip it.
   *
   * @param property the property that should name a network or a subnetwork
   * @param without when it is missing
   */
  static Constraint needsNetwork(String property, Predicate<Props> without) {
    return new Constraint(
        Step.UP,
        request ->
            without.test(request.inputs())
                ? List.of(
                    new Refusal(
                        property, ApiErrors.notFound(ResourceNames.defaultNetwork(request))))
                : List.of());
  }

  /**
   * A resource that belongs to its network's project. In a Shared VPC that is the host project's:
   * https://cloud.google.com/vpc/docs/shared-vpc.
   */
  static Constraint sameProject() {
    return ApiErrors.apiIn(
        "network",
        "Cross project referencing is not allowed for this resource.",
        request ->
            request
                .inputs()
                .text("network")
                .map(name -> ResourcePaths.canonical(name, request.settings()))
                .map(ResourcePaths::projectOf)
                .filter(host -> !ResourceNames.project(request).equals(Optional.of(host)))
                .isPresent());
  }

  private static boolean isUla(Object value) {
    return CidrBlock.isExactV6(value)
        && CidrBlock.of(String.valueOf(value))
            .filter(range -> range.prefix() == 48 && ULA.contains(range))
            .isPresent();
  }

  private static String ulaRange(RequestContext request) {
    return "fd20:"
        + Ipv6Ranges.group(request, "ula", 3)
        + ":"
        + Ipv6Ranges.group(request, "ula", 4)
        + "::/48";
  }
}
