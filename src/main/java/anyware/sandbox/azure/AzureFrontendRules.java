package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Stored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the API refuses of the frontends of a load balancer. */
final class AzureFrontendRules {
  private AzureFrontendRules() {}

  /**
   * Looks at all frontends.
   *
   * @param at the request for the balancer
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(Situation at) {
    List<Refusal> found = new ArrayList<>();
    List<Props> frontends = at.inputs().objects("frontendIPConfigurations");
    Set<String> addresses = new HashSet<>();
    for (int i = 0; i < frontends.size(); i++) {
      Props frontend = frontends.get(i);
      String path = "frontendIPConfigurations[" + i + "]";
      String id = at.id() + "/frontendIPConfigurations/" + frontend.text("name", "");
      found.addAll(source(frontend, path, id));
      String address = frontend.text("publicIPAddress.id", "");
      if (!address.isEmpty() && !addresses.add(AzureNames.canonical(address, at.settings()))) {
        found.add(
            new Refusal(
                path + ".publicIPAddress.id",
                AzureErrors.of(
                    "PublicIPReferencedByMultipleIPConfigs",
                    "Public ip address "
                        + address
                        + " is referenced by multiple ipconfigs in resource "
                        + at.id()
                        + ".")));
      }
      at.find(AzureAddresses.ADDRESS, address)
          .ifPresent(other -> found.addAll(address(at, other, path, id)));
      at.find(AzureSubnets.SUBNET, frontend.text("subnet.id", ""))
          .filter(subnet -> !region(at, subnet).equals(AzureProperties.region(at.inputs())))
          .ifPresent(
              subnet ->
                  found.add(
                      new Refusal(path + ".subnet.id", AzureErrors.notFound(subnet.id(), id))));
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
              AzureErrors.of(
                  "FrontendIPConfigHasNoSubnetOrPublicIP",
                  begin + "reference either a Subnet or a Public IP Address.")));
    }
    return inside && outside
        ? List.of(
            new Refusal(
                path,
                AzureErrors.of(
                    "FrontendIPConfigHasBothSubnetAndPublicIP",
                    begin + "not reference both a Subnet and a Public IP Address.")))
        : List.of();
  }

  private static List<Refusal> address(Situation at, Stored address, String path, String id) {
    String property = path + ".publicIPAddress.id";
    List<Refusal> found = new ArrayList<>();
    String own = AzureAddressRules.isStandard(at.inputs()) ? "Standard" : "Basic";
    String other = AzureAddressRules.isStandard(address.inputs()) ? "Standard" : "Basic";
    if (!own.equals(other)) {
      found.add(
          new Refusal(
              property,
              AzureErrors.of(
                  "PublicIPAndLBSkuDoNotMatch",
                  own
                      + " sku load balancer "
                      + at.id()
                      + " cannot reference "
                      + other
                      + " sku publicIP "
                      + address.id()
                      + ".")));
    }
    if (!AzureProperties.region(address.inputs()).equals(AzureProperties.region(at.inputs()))) {
      found.add(new Refusal(property, AzureErrors.notFound(address.id(), id)));
    }
    at.referrers(address).stream()
        .filter(user -> user.type().equals(AzureBalancers.BALANCER))
        .filter(user -> at.old().map(Stored::id).filter(user.id()::equals).isEmpty())
        .findFirst()
        .ifPresent(
            user ->
                found.add(
                    new Refusal(
                        property,
                        AzureErrors.of(
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

  /** A subnet has the region of its network, and may be written inside it. */
  private static String region(Situation at, Stored subnet) {
    Stored network =
        subnet.type().equals(AzureNetworks.NETWORK)
            ? subnet
            : at.find(AzureNetworks.NETWORK, AzureSubnets.network(subnet.inputs())).orElse(subnet);
    return AzureProperties.region(network.inputs());
  }
}
