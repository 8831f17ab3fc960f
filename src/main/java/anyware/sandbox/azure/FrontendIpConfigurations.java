package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The frontends of a load balancer: the addresses on which it listens. */
final class FrontendIpConfigurations {
  private static final String LIST = "frontendIPConfigurations";

  private FrontendIpConfigurations() {}

  static Shape shape() {
    return ChildResources.part(
        LIST,
        optional("gatewayLoadBalancer", ChildResources.link(LIST)),
        optional("privateIPAddress", text()).shownAs(PrivateAddresses::of),
        optional("privateIPAddressVersion", CommonShapes.choice("IPv4", "IPv6"))
            .orComputed((request, enclosing) -> enclosing.has("subnet") ? "IPv4" : null),
        optional("privateIPAllocationMethod", CommonShapes.choice("Static", "Dynamic"))
            .orComputed((request, enclosing) -> "Dynamic"),
        optional("publicIPAddress", PublicIpAddresses.embedded(ChildResources.OWNER)),
        optional(
            "publicIPPrefix",
            CommonShapes.link(ApiErrors.reference(ChildResources.OWNER, "publicIPPrefixes"))),
        optional(
            "subnet",
            CommonShapes.embedded(
                ApiErrors.reference(ChildResources.OWNER, Subnets.SUBNET),
                Stream.concat(
                        Subnets.inline().fields().stream().map(Property::name),
                        Stream.of("applicationGatewayIPConfigurations"))
                    .distinct()
                    .filter(name -> !name.equals("id"))
                    .toArray(String[]::new))),
        optional("zones", listOf(text())));
  }

  /**
   * The frontend of a balancer that one of its rules names.
   *
   * @param request the request for the balancer
   * @param id the frontend's id
   * @return the frontend; nothing for an id of something else
   */
  static Optional<Props> named(RequestContext request, String id) {
    String begin = request.id() + "/" + LIST + "/";
    return request.inputs().objects(LIST).stream()
        .filter(frontend -> id.equalsIgnoreCase(begin + frontend.text("name", "")))
        .findFirst();
  }

  /**
   * Looks at all frontends.
   *
   * @param request the request for the balancer
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    List<Props> frontends = request.inputs().objects(LIST);
    Set<String> addresses = new HashSet<>();
    for (int i = 0; i < frontends.size(); i++) {
      Props frontend = frontends.get(i);
      String path = LIST + "[" + i + "]";
      String id = request.id() + "/" + LIST + "/" + frontend.text("name", "");
      found.addAll(source(frontend, path, id));
      String address = frontend.text("publicIPAddress.id", "");
      if (!address.isEmpty()
          && !addresses.add(ResourceIds.canonical(address, request.settings()))) {
        found.add(
            new Refusal(
                path + ".publicIPAddress.id",
                ApiErrors.of(
                    "PublicIPReferencedByMultipleIPConfigs",
                    "Public ip address "
                        + address
                        + " is referenced by multiple ipconfigs in resource "
                        + request.id()
                        + ".")));
      }
      request
          .find(PublicIpAddresses.PUBLIC_IP_ADDRESS, address)
          .ifPresent(other -> found.addAll(address(request, other, path, id)));
      String subnet = frontend.text("subnet.id", "");
      Subnets.networkOf(request, subnet)
          .map(network -> CommonProperties.region(network.inputs()))
          .filter(region -> !region.equals(CommonProperties.region(request.inputs())))
          .ifPresent(
              region ->
                  found.add(new Refusal(path + ".subnet.id", ApiErrors.notFound(subnet, id))));
      found.addAll(AvailabilityZones.ofFrontend(request, frontend, path, id));
    }
    return found;
  }

  private static List<Refusal> source(Props frontend, String path, String id) {
    boolean inside = frontend.has("subnet");
    boolean outside = frontend.has("publicIPAddress") || frontend.has("publicIPPrefix");
    String begin = "Frontend IP Configuration " + id + " must ";
    if (!inside && !outside) {
      return List.of(
          new Refusal(
              path,
              ApiErrors.of(
                  "FrontendIPConfigHasNoSubnetOrPublicIP",
                  begin + "reference either a Subnet or a Public IP Address.")));
    }
    return inside && outside
        ? List.of(
            new Refusal(
                path,
                ApiErrors.of(
                    "FrontendIPConfigHasBothSubnetAndPublicIP",
                    begin + "not reference both a Subnet and a Public IP Address.")))
        : List.of();
  }

  private static List<Refusal> address(
      RequestContext request, StoredResource address, String path, String id) {
    String property = path + ".publicIPAddress.id";
    List<Refusal> found = new ArrayList<>();
    String own = Skus.isStandard(request.inputs()) ? "Standard" : "Basic";
    String other = Skus.isStandard(address.inputs()) ? "Standard" : "Basic";
    if (!own.equals(other)) {
      found.add(
          new Refusal(
              property,
              ApiErrors.of(
                  "PublicIPAndLBSkuDoNotMatch",
                  own
                      + " sku load balancer "
                      + request.id()
                      + " cannot reference "
                      + other
                      + " sku publicIP "
                      + address.id()
                      + ".")));
    }
    found.addAll(AddressUse.refusals(request, address, property, id));
    return found;
  }
}
