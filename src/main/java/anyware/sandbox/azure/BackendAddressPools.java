package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The backend pools of a load balancer: the machines behind it. Those named by address:
 * https://learn.microsoft.com/azure/load-balancer/backend-pool-management (Standard balancers only;
 * an address is one of a virtual network, and all of a balancer's are in the network that it is
 * in).
 */
final class BackendAddressPools {
  private static final String POOLS = "backendAddressPools";
  private static final String ADDRESSES = "loadBalancerBackendAddresses";

  private BackendAddressPools() {}

  static Shape shape() {
    Shape network =
        CommonShapes.link(
            ApiErrors.reference(ChildResources.OWNER, VirtualNetworks.VIRTUAL_NETWORK));
    return ChildResources.part(
        POOLS,
        optional("drainPeriodInSeconds", whole()),
        optional(
                ADDRESSES,
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

  /**
   * Looks at the addresses of all pools.
   *
   * @param request the request for the balancer
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    Set<String> networks = new TreeSet<>();
    for (Props frontend : request.inputs().objects("frontendIPConfigurations")) {
      Subnets.networkOf(request, frontend.text("subnet.id", ""))
          .map(StoredResource::id)
          .ifPresent(networks::add);
    }
    List<Props> pools = request.inputs().objects(POOLS);
    for (int i = 0; i < pools.size(); i++) {
      found.addAll(pool(request, pools.get(i), POOLS + "[" + i + "].", networks));
    }
    if (networks.size() > 1 && found.isEmpty()) {
      found.add(
          new Refusal(
              POOLS,
              "The frontends and backend addresses of load balancer "
                  + request.id()
                  + " must be in one virtual network, not in "
                  + networks));
    }
    return found;
  }

  private static List<Refusal> pool(
      RequestContext request, Props pool, String path, Set<String> networks) {
    List<Refusal> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<String> seen = new HashSet<>();
    List<Props> addresses = pool.objects(ADDRESSES);
    for (int i = 0; i < addresses.size(); i++) {
      Props address = addresses.get(i);
      String at = path + ADDRESSES + "[" + i + "]";
      String name = address.text("name", "");
      if (name.isEmpty()) {
        found.add(
            new Refusal(
                at + ".name",
                ApiErrors.of("InvalidResourceName", "The resource name is null or empty.")));
      } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
        found.add(new Refusal(at + ".name", "Two backend addresses are called " + name));
      }
      if (!address.has("loadBalancerFrontendIPConfiguration")) {
        found.addAll(address(request, pool, address, at, seen, networks));
      }
    }
    return found;
  }

  private static List<Refusal> address(
      RequestContext request,
      Props pool,
      Props address,
      String at,
      Set<String> seen,
      Set<String> networks) {
    String ip = address.text("ipAddress", "");
    Optional<CidrBlock> own = CidrBlock.of(ip + "/32").or(() -> CidrBlock.of(ip + "/128"));
    if (!Skus.isStandard(request.inputs())) {
      return List.of(
          new Refusal(at, "Only Standard sku load balancers have backend addresses by IP address"));
    }
    if (own.isEmpty() || !seen.add(ip)) {
      String what = own.isEmpty() ? " is no IP address" : " is there a second time";
      return List.of(
          new Refusal(at + ".ipAddress", "Backend address '" + ip + "' of " + request.id() + what));
    }
    List<Optional<String>> given =
        List.of(address.text("virtualNetwork.id"), pool.text("virtualNetwork.id"));
    if (given.stream().allMatch(Optional::isPresent)) {
      return List.of(
          new Refusal(
              at + ".virtualNetwork", "The virtual network is set for the whole pool already"));
    }
    Optional<StoredResource> network =
        given.stream()
            .flatMap(Optional::stream)
            .flatMap(id -> request.find(VirtualNetworks.VIRTUAL_NETWORK, id).stream())
            .findFirst()
            .or(() -> Subnets.networkOf(request, address.text("subnet.id", "")));
    if (network.isEmpty()) {
      return List.of(
          new Refusal(
              at,
              "Virtual network or subnet is required for backend address " + ip + " of a pool"));
    }
    networks.add(network.get().id());
    return inside(request, network.get(), own.get(), at, ip);
  }

  private static List<Refusal> inside(
      RequestContext request, StoredResource network, CidrBlock own, String at, String ip) {
    if (!CommonProperties.region(network.inputs())
        .equals(CommonProperties.region(request.inputs()))) {
      return List.of(
          new Refusal(at + ".virtualNetwork.id", ApiErrors.notFound(network.id(), request.id())));
    }
    List<String> space = network.inputs().texts("addressSpace.addressPrefixes");
    return AddressPrefixes.read(space).stream().anyMatch(range -> range.contains(own))
        ? List.of()
        : List.of(
            new Refusal(
                at + ".ipAddress",
                "Backend address "
                    + ip
                    + " is not in the address space "
                    + space
                    + " of virtual network "
                    + network.id()));
  }
}
