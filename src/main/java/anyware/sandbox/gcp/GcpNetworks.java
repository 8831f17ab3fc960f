package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Range;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.function.Predicate;

/** VPC networks: https://cloud.google.com/compute/docs/reference/rest/v1/networks. */
final class GcpNetworks {
  static final String NETWORK = "gcp:compute/network:Network";

  /** A text that names a network. */
  static final Shape A_NETWORK =
      text().naming(Reference.to(GcpErrors.notFound("{value}"), NETWORK));

  /** Where Google takes the internal IPv6 ranges of networks from. */
  private static final Range ULA = Range.of("fd20::/20").orElseThrow();

  private GcpNetworks() {}

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType network() {
    return ResourceType.named(
            NETWORK, "https://cloud.google.com/compute/docs/reference/rest/v1/networks/insert")
        .has(GcpFields.early())
        .has(
            optional("autoCreateSubnetworks", flag()).replaces().defaultsTo(true),
            optional("deleteDefaultRoutesOnCreate", flag()).defaultsTo(false),
            GcpFields.description().replaces(),
            optional("enableUlaInternalIpv6", flag()).replaces(),
            optional(
                    "internalIpv6Range",
                    text()
                        .where(
                            GcpErrors.invalid(
                                "Must be a /48 range within Google's ULA prefix fd20::/20."),
                            GcpNetworks::isUla)
                        .refusedAtUp())
                .replaces()
                .orComputed(
                    (at, around) -> around.isTrue("enableUlaInternalIpv6") ? ulaRange(at) : null),
            optional(
                    "mtu",
                    whole()
                        .where(
                            GcpErrors.invalid("Must be between 1300 and 8896."),
                            value -> value instanceof Double mtu && mtu >= 1300 && mtu <= 8896)
                        .refusedAtUp())
                .replaces()
                .orComputed((at, around) -> 1460),
            optional(
                    "networkFirewallPolicyEnforcementOrder",
                    text().oneOf("BEFORE_CLASSIC_FIREWALL", "AFTER_CLASSIC_FIREWALL"))
                .defaultsTo("AFTER_CLASSIC_FIREWALL"),
            optional("routingMode", text().oneOf("REGIONAL", "GLOBAL"))
                .orComputed((at, around) -> "REGIONAL"),
            computed("gatewayIpv4", (at, around) -> ""))
        .idIs(GcpPaths.global("networks"))
        .autoNamed(GcpFields.AUTO_NAME)
        .rule(
            GcpFields.needsProject(),
            GcpErrors.api(
                "internalIpv6Range",
                "An internal IPv6 range needs enableUlaInternalIpv6.",
                network ->
                    network.has("internalIpv6Range") && !network.isTrue("enableUlaInternalIpv6")))
        .exists(GcpFields.EXISTS)
        .inUse(GcpErrors.inUse("network", "{users}"))
        .gone(GcpFields.GONE)
        .build();
  }

  /**
   * Without a network Google takes the one called default, which the offline cloud does not have;
   * neither have projects of organisations that skip it.
   *
   * @param property the property that should name a network or a subnetwork
   * @param without when it is missing
   * @return the rule
   */
  static Rule needsNetwork(String property, Predicate<Props> without) {
    return new Rule(
        Step.UP,
        at ->
            without.test(at.inputs())
                ? List.of(new Refusal(property, GcpErrors.notFound(GcpPaths.defaultNetwork(at))))
                : List.of());
  }

  private static boolean isUla(Object value) {
    return Range.isExactV6(value)
        && Range.of(String.valueOf(value))
            .filter(range -> range.prefix() == 48 && ULA.contains(range))
            .isPresent();
  }

  private static String ulaRange(Situation at) {
    String hex = at.hex("ula", 7);
    return "fd20:" + hex.substring(0, 3) + ":" + hex.substring(3) + "::/48";
  }
}
