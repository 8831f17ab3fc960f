package anyware.sandbox.azure;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the API refuses of frontends inside a subnet:
 * https://learn.microsoft.com/azure/load-balancer/components#frontend-ip-configurations and, for
 * the codes,
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
final class InternalFrontends {
  private static final String LIST = "frontendIPConfigurations";

  private InternalFrontends() {}

  /**
   * Looks at all frontends.
   *
   * @param request the request for the balancer
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>(kinds(request));
    Map<String, String> asked = new HashMap<>();
    List<Props> frontends = request.inputs().objects(LIST);
    for (int i = 0; i < frontends.size(); i++) {
      Props frontend = frontends.get(i);
      if (frontend.has("subnet")) {
        String path = LIST + "[" + i + "]";
        String id = request.id() + "/" + LIST + "/" + frontend.text("name", "");
        found.addAll(behindNat(request, frontend, path, id));
        found.addAll(SubnetUse.family(request, frontend, path, id));
        if (PrivateAddresses.isStatic(frontend)) {
          found.addAll(address(request, frontend, path + ".privateIPAddress", id, asked));
        }
      }
    }
    return found;
  }

  /** A balancer is public or internal. */
  private static List<Refusal> kinds(RequestContext request) {
    List<Props> frontends = request.inputs().objects(LIST);
    boolean internal =
        frontends.stream().anyMatch(frontend -> frontend.has("subnet") && !isPublic(frontend));
    return internal && frontends.stream().anyMatch(InternalFrontends::isPublic)
        ? List.of(
            new Refusal(
                LIST,
                "Load balancer "
                    + request.id()
                    + " cannot have both public and internal frontends"))
        : List.of();
  }

  private static boolean isPublic(Props frontend) {
    return frontend.has("publicIPAddress") || frontend.has("publicIPPrefix");
  }

  /** https://github.com/MicrosoftDocs/azure-docs/issues/81335 */
  private static List<Refusal> behindNat(
      RequestContext request, Props frontend, String path, String id) {
    String subnet = frontend.text("subnet.id", "");
    boolean hasNat =
        request
            .find(Subnets.SUBNET, subnet)
            .filter(found -> found.inputs().has("natGateway"))
            .isPresent();
    return hasNat && !Skus.isStandard(request.inputs())
        ? List.of(new Refusal(path + ".subnet.id", Subnets.natBesideBasic(subnet, id)))
        : List.of();
  }

  private static List<Refusal> address(
      RequestContext request, Props frontend, String path, String id, Map<String, String> asked) {
    Optional<String> wanted = frontend.text("privateIPAddress");
    if (wanted.isEmpty()) {
      return List.of(
          new Refusal(
              path, "IP configuration " + id + " with static allocation must have an address"));
    }
    String address = wanted.get();
    boolean v4 = SubnetUse.isV4(frontend);
    Optional<CidrBlock> own = PrivateAddresses.single(address, v4);
    if (own.isEmpty()) {
      return List.of(
          new Refusal(
              path,
              ApiErrors.of(
                  "InvalidIPAddressFormat",
                  "IP address "
                      + address
                      + " of resource "
                      + id
                      + " is not formatted correctly.")));
    }
    String subnet = frontend.text("subnet.id", "");
    return PrivateAddresses.range(request, subnet, v4)
        .map(range -> within(range, own.get(), address, path))
        .filter(found -> !found.isEmpty())
        .orElseGet(() -> unique(request, address, subnet, path, id, asked));
  }

  private static List<Refusal> within(CidrBlock range, CidrBlock own, String address, String path) {
    String begin = "Private static IP address " + address;
    if (!range.contains(own)) {
      return List.of(
          new Refusal(
              path,
              ApiErrors.of(
                  "PrivateIPAddressNotInSubnet",
                  begin + " does not belong to the range of subnet prefix " + range + ".")));
    }
    return PrivateAddresses.isReserved(range, address)
        ? List.of(
            new Refusal(
                path,
                ApiErrors.of(
                    "PrivateIPAddressInReservedRange",
                    begin + " falls within reserved IP range of subnet prefix " + range + ".")))
        : List.of();
  }

  /**
   * https://github.com/daniel-rhoades/acs-engine-terraform/issues/10 and
   * https://github.com/Azure/sap-hana/issues/552
   */
  private static List<Refusal> unique(
      RequestContext request,
      String address,
      String subnet,
      String path,
      String id,
      Map<String, String> asked) {
    Optional<String> other = Optional.ofNullable(asked.put(address, id));
    if (other.isPresent()) {
      return List.of(
          new Refusal(
              path,
              ApiErrors.of(
                  "MultipleIpConfigsRequestSamePrivateIpAddress",
                  "IP configuration "
                      + id
                      + " is requesting the same private IP address "
                      + address
                      + " as IP Configurations "
                      + other.get()
                      + ". Private IP address "
                      + address
                      + " from the subnet can be assigned to only one IP configuration.")));
    }
    return PrivateAddresses.allocated(request, subnet, address, id, path).stream().toList();
  }
}
