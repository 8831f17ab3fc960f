package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Range;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Situation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Frontends, pools, probes and rules of a load balancer. Ranges:
 * https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update
 */
final class AzureBalancerParts {
  static final String OWNER = "loadBalancers/{loadBalancerName}";

  private AzureBalancerParts() {}

  /**
   * A part's shape: the properties of every part, and its own.
   *
   * @param list the list that holds the part
   * @param own its own properties
   * @return the shape
   */
  static Shape part(String list, Property... own) {
    return object(AzureProperties.part(list))
        .plus(computed("type", (at, around) -> "Microsoft.Network/loadBalancers/" + list))
        .plus(own);
  }

  /**
   * A link to another part of a balancer.
   *
   * @param list the list that holds the other part
   * @return the shape
   */
  static Shape link(String list) {
    return AzureShapes.link(AzureErrors.reference(OWNER, AzureBalancers.kind(list)));
  }

  /**
   * A port.
   *
   * @param least the smallest
   * @param most the largest
   * @return the shape
   */
  static Shape port(long least, long most) {
    return AzureShapes.between(
        least,
        most,
        "The port {value} of {property} is invalid: " + least + " to " + most + " are allowed");
  }

  /**
   * How long an idle connection stays, in minutes.
   *
   * @return the property
   */
  static Property idle() {
    return optional(
            "idleTimeoutInMinutes",
            AzureShapes.between(
                4,
                30,
                "The idle timeout {value} of {property} is invalid: 4 to 30 minutes are"
                    + " allowed"))
        .orComputed((at, around) -> 4);
  }

  /**
   * A flag that is off unless the program sets it.
   *
   * @param name its name
   * @return the property
   */
  static Property off(String name) {
    return optional(name, flag()).orComputed((at, around) -> false);
  }

  /**
   * An address on which the balancer listens.
   *
   * @return the shape
   */
  static Shape frontend() {
    String list = "frontendIPConfigurations";
    return part(
        list,
        optional("gatewayLoadBalancer", link("frontendIPConfigurations")),
        optional("privateIPAddress", text()).orComputed(AzureBalancerParts::privateAddress),
        optional("privateIPAddressVersion", AzureShapes.choice("IPv4", "IPv6"))
            .orComputed((at, around) -> around.has("subnet") ? "IPv4" : null),
        optional("privateIPAllocationMethod", AzureShapes.choice("Static", "Dynamic"))
            .orComputed((at, around) -> "Dynamic"),
        optional("publicIPAddress", AzureAddresses.embedded(OWNER)),
        optional(
            "publicIPPrefix", AzureShapes.link(AzureErrors.reference(OWNER, "publicIPPrefixes"))),
        optional(
            "subnet",
            AzureShapes.embedded(
                AzureErrors.reference(OWNER, AzureSubnets.SUBNET),
                Stream.concat(
                        AzureSubnets.inline().fields().stream().map(Property::name),
                        Stream.of("applicationGatewayIPConfigurations"))
                    .distinct()
                    .filter(name -> !name.equals("id"))
                    .toArray(String[]::new))),
        optional("zones", listOf(text())));
  }

  /**
   * The machines behind the balancer.
   *
   * @return the shape
   */
  static Shape pool() {
    Shape network = AzureShapes.link(AzureErrors.reference(OWNER, AzureNetworks.NETWORK));
    return part(
        "backendAddressPools",
        optional("drainPeriodInSeconds", whole()),
        optional(
                "loadBalancerBackendAddresses",
                listOf(
                    object(
                        optional("adminState", AzureShapes.choice("None", "Up", "Down")),
                        optional("ipAddress", text()),
                        optional(
                            "loadBalancerFrontendIPConfiguration",
                            link("frontendIPConfigurations")),
                        optional("name", AzureNames.name(1, 80)),
                        optional(
                            "subnet",
                            AzureShapes.link(AzureErrors.reference(OWNER, AzureSubnets.SUBNET))),
                        optional("virtualNetwork", network))))
            .orComputed((at, around) -> List.of()),
        optional("location", text()),
        optional(
            "tunnelInterfaces",
            listOf(
                object(
                    optional("identifier", whole()),
                    optional("port", whole()),
                    optional("protocol", AzureShapes.choice("None", "Native", "VXLAN")),
                    optional("type", AzureShapes.choice("None", "Internal", "External"))))),
        optional("virtualNetwork", network));
  }

  /**
   * How a machine shows its health.
   *
   * @return the shape
   */
  static Shape probe() {
    return part(
        "probes",
        optional(
                "intervalInSeconds",
                AzureShapes.between(
                    5,
                    Integer.MAX_VALUE,
                    "The probe interval {value} of {property} is less than"
                        + " the minimum of 5 seconds"))
            .orComputed((at, around) -> 15),
        optional(
                "numberOfProbes",
                AzureShapes.between(
                    1, Integer.MAX_VALUE, "The number of probes {value} of {property} is invalid"))
            .orComputed((at, around) -> 2),
        required("port", port(1, 65535)),
        optional(
                "probeThreshold",
                AzureShapes.between(
                    1,
                    100,
                    "The probe threshold {value} of {property} is invalid: 1 to 100 are"
                        + " allowed"))
            .orComputed((at, around) -> 1),
        required("protocol", AzureShapes.choice("Http", "Https", "Tcp")),
        optional("requestPath", text()));
  }

  /**
   * From a frontend to a pool.
   *
   * @return the shape
   */
  static Shape rule() {
    return part(
        "loadBalancingRules",
        optional("backendAddressPool", link("backendAddressPools")),
        optional("backendAddressPools", listOf(link("backendAddressPools"))),
        optional("backendPort", port(0, 65535)),
        off("disableOutboundSnat"),
        off("enableFloatingIP"),
        off("enableTcpReset"),
        optional("frontendIPConfiguration", link("frontendIPConfigurations")),
        required("frontendPort", port(0, 65534)),
        idle(),
        optional("loadDistribution", AzureShapes.choice("Default", "SourceIP", "SourceIPProtocol"))
            .orComputed((at, around) -> "Default"),
        optional("probe", link("probes")),
        required("protocol", AzureShapes.choice("All", "Tcp", "Udp")));
  }

  /** Azure keeps the first four addresses and the last one of a subnet. */
  private static @Nullable Object privateAddress(Situation at, Props frontend) {
    String subnet = frontend.text("subnet.id", "");
    Optional<Range> range =
        at.find(AzureSubnets.SUBNET, subnet)
            .filter(found -> found.type().equals(AzureSubnets.SUBNET))
            .flatMap(
                found ->
                    AzureRanges.read(AzureRanges.ofSubnet(found.inputs())).stream().findFirst());
    if (range.isEmpty() || !range.get().isV4()) {
      return null;
    }
    long free = (1L << (32 - range.get().prefix())) - 5;
    long place = Long.parseLong(at.hex("private " + frontend.text("name", ""), 8), 16) % free;
    return range.get().address(4 + place);
  }
}
