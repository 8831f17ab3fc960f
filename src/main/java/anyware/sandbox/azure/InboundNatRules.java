package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;

import anyware.sandbox.spec.Shape;

/** The inbound rules of a load balancer that lead a port to one machine. */
final class InboundNatRules {
  private InboundNatRules() {}

  /** Inbound rules for a scale set. */
  static Shape pool() {
    return ChildResources.part(
        "inboundNatPools",
        required("backendPort", ChildResources.port(1, 65535)),
        ChildResources.off("enableFloatingIP"),
        ChildResources.off("enableTcpReset"),
        optional("frontendIPConfiguration", ChildResources.link("frontendIPConfigurations")),
        required("frontendPortRangeEnd", ChildResources.port(1, 65535)),
        required("frontendPortRangeStart", ChildResources.port(1, 65534)),
        ChildResources.idle(),
        required("protocol", CommonShapes.choice("All", "Tcp", "Udp")));
  }

  /** An inbound rule. */
  static Shape rule() {
    return ChildResources.part(
        "inboundNatRules",
        optional("backendAddressPool", ChildResources.link("backendAddressPools")),
        optional("backendPort", ChildResources.port(1, 65535)),
        ChildResources.off("enableFloatingIP"),
        ChildResources.off("enableTcpReset"),
        optional("frontendIPConfiguration", ChildResources.link("frontendIPConfigurations")),
        optional("frontendPort", ChildResources.port(1, 65534)),
        optional("frontendPortRangeEnd", ChildResources.port(1, 65534)),
        optional("frontendPortRangeStart", ChildResources.port(1, 65534)),
        ChildResources.idle(),
        optional("protocol", CommonShapes.choice("All", "Tcp", "Udp")));
  }
}
