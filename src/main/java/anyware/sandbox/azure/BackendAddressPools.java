package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Shape;
import java.util.List;

/** The backend pools of a load balancer: the machines behind it. */
final class BackendAddressPools {
  private BackendAddressPools() {}

  static Shape shape() {
    Shape network =
        CommonShapes.link(
            ApiErrors.reference(ChildResources.OWNER, VirtualNetworks.VIRTUAL_NETWORK));
    return ChildResources.part(
        "backendAddressPools",
        optional("drainPeriodInSeconds", whole()),
        optional(
                "loadBalancerBackendAddresses",
                listOf(
                    object(
                        optional("adminState", CommonShapes.choice("None", "Up", "Down")),
                        optional("ipAddress", text()),
                        optional(
                            "loadBalancerFrontendIPConfiguration",
                            ChildResources.link("frontendIPConfigurations")),
                        optional("name", ResourceIds.name(1, 80)),
                        optional(
                            "subnet",
                            CommonShapes.link(
                                ApiErrors.reference(ChildResources.OWNER, Subnets.SUBNET))),
                        optional("virtualNetwork", network))))
            .orComputed((request, enclosing) -> List.of()),
        optional("location", text()),
        optional(
            "tunnelInterfaces",
            listOf(
                object(
                    optional("identifier", whole()),
                    optional("port", whole()),
                    optional("protocol", CommonShapes.choice("None", "Native", "VXLAN")),
                    optional("type", CommonShapes.choice("None", "Internal", "External"))))),
        optional("virtualNetwork", network));
  }
}
