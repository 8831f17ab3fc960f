package anyware.sandbox.azure;

import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What holds for every use of a public address: in its own region, and by one resource at a time.
 * https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses
 */
final class AddressUse {
  private static final Set<String> USERS =
      Set.of(
          LoadBalancers.LOAD_BALANCER,
          NatGateways.NAT_GATEWAY,
          ApplicationGateways.APPLICATION_GATEWAY);

  private AddressUse() {}

  /**
   * Looks at the use of an address.
   *
   * @param request the request for the resource that uses it
   * @param address the address
   * @param property the property that names it
   * @param id the id of the resource, or of the part of it, that uses the address
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(
      RequestContext request, StoredResource address, String property, String id) {
    List<Refusal> found = new ArrayList<>();
    if (!CommonProperties.region(address.inputs())
        .equals(CommonProperties.region(request.inputs()))) {
      found.add(new Refusal(property, ApiErrors.notFound(address.id(), id)));
    }
    request.referrers(address).stream()
        .filter(user -> USERS.contains(user.type()))
        .filter(user -> request.old().map(StoredResource::id).filter(user.id()::equals).isEmpty())
        .findFirst()
        .ifPresent(
            user ->
                found.add(
                    new Refusal(
                        property,
                        ApiErrors.of(
                            "PublicIPAddressInUse",
                            "Resource "
                                + id
                                + " is referencing public IP address "
                                + address.id()
                                + " that is already allocated to resource "
                                + user.id()
                                + "."))));
    return found;
  }
}
