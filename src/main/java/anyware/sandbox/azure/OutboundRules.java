package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import java.util.List;

/**
 * The outbound rules of a load balancer:
 * https://learn.microsoft.com/azure/load-balancer/outbound-rules (ports in multiples of 8, to
 * 64,000).
 */
final class OutboundRules {
  private OutboundRules() {}

  static Shape shape() {
    return ChildResources.part(
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
        required("backendAddressPool", ChildResources.link("backendAddressPools")),
        ChildResources.off("enableTcpReset"),
        required(
            "frontendIPConfigurations", listOf(ChildResources.link("frontendIPConfigurations"))),
        ChildResources.idle(),
        required("protocol", CommonShapes.choice("All", "Tcp", "Udp")));
  }

  /**
   * Demands the SKU that has outbound rules.
   *
   * @param request the request for the load balancer
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(RequestContext request) {
    return Skus.isStandard(request.inputs()) || request.inputs().objects("outboundRules").isEmpty()
        ? List.of()
        : List.of(
            new Refusal(
                "outboundRules",
                "Outbound rules of " + request.id() + " need a Standard load balancer"));
  }
}
