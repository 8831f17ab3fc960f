package anyware.sandbox.azure;

import static anyware.sandbox.azure.AzureBalancerParts.idle;
import static anyware.sandbox.azure.AzureBalancerParts.link;
import static anyware.sandbox.azure.AzureBalancerParts.off;
import static anyware.sandbox.azure.AzureBalancerParts.part;
import static anyware.sandbox.azure.AzureBalancerParts.port;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Shape;

/** The parts of a load balancer that translate addresses. */
final class AzureNatParts {
  private AzureNatParts() {}

  /**
   * Inbound rules for a scale set.
   *
   * @return the shape
   */
  static Shape natPool() {
    return part(
        "inboundNatPools",
        required("backendPort", port(1, 65535)),
        off("enableFloatingIP"),
        off("enableTcpReset"),
        optional("frontendIPConfiguration", link("frontendIPConfigurations")),
        required("frontendPortRangeEnd", port(1, 65535)),
        required("frontendPortRangeStart", port(1, 65534)),
        idle(),
        required("protocol", AzureShapes.choice("All", "Tcp", "Udp")));
  }

  /**
   * An inbound rule.
   *
   * @return the shape
   */
  static Shape natRule() {
    return part(
        "inboundNatRules",
        optional("backendAddressPool", link("backendAddressPools")),
        optional("backendPort", port(1, 65535)),
        off("enableFloatingIP"),
        off("enableTcpReset"),
        optional("frontendIPConfiguration", link("frontendIPConfigurations")),
        optional("frontendPort", port(1, 65534)),
        optional("frontendPortRangeEnd", port(1, 65534)),
        optional("frontendPortRangeStart", port(1, 65534)),
        idle(),
        optional("protocol", AzureShapes.choice("All", "Tcp", "Udp")));
  }

  /**
   * An outbound rule: https://learn.microsoft.com/azure/load-balancer/outbound-rules (ports in
   * multiples of 8, to 64,000).
   *
   * @return the shape
   */
  static Shape outbound() {
    return part(
        "outboundRules",
        optional(
            "allocatedOutboundPorts",
            whole()
                .where(
                    "The allocated outbound ports {value} of {property} are no multiple of 8 from 0"
                        + " to 64000",
                    value ->
                        value instanceof Double ports
                            && ports >= 0
                            && ports <= 64000
                            && ports % 8 == 0)
                .refusedAtUp()),
        required("backendAddressPool", link("backendAddressPools")),
        off("enableTcpReset"),
        required("frontendIPConfigurations", listOf(link("frontendIPConfigurations"))),
        idle(),
        required("protocol", AzureShapes.choice("All", "Tcp", "Udp")));
  }
}
