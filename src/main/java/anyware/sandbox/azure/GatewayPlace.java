package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the API refuses of an application gateway's size and place: a subnet of its own
 * (https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure). Gateways of
 * the first version can no longer be made
 * (https://learn.microsoft.com/azure/application-gateway/v1-retirement).
 */
final class GatewayPlace {
  private static final Set<String> SECOND = Set.of("standard_v2", "waf_v2");

  private GatewayPlace() {}

  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>(size(request));
    found.addAll(subnet(request));
    found.addAll(names(request));
    found.addAll(
        AvailabilityZones.ofZonal(request, "applicationGateways", "applicationGatewayName"));
    return found;
  }

  private static List<Refusal> size(RequestContext request) {
    Props inputs = request.inputs();
    List<Refusal> found = new ArrayList<>();
    String name = inputs.text("sku.name", "");
    String tier = inputs.text("sku.tier", "");
    String gateway = "Application gateway " + request.id();
    if (!SECOND.contains(name.toLowerCase(Locale.ROOT)) || !name.equalsIgnoreCase(tier)) {
      found.add(
          new Refusal(
              "sku",
              gateway
                  + " must have the sku and tier Standard_v2 or WAF_v2, found '"
                  + name
                  + "' and '"
                  + tier
                  + "'"));
    }
    if (inputs.has("autoscaleConfiguration") == inputs.has("sku.capacity")) {
      found.add(
          new Refusal(
              "sku.capacity",
              gateway + " must have either a capacity in its sku or an autoscaleConfiguration"));
    }
    long least = inputs.whole("autoscaleConfiguration.minCapacity").orElse(0L);
    if (inputs
        .whole("autoscaleConfiguration.maxCapacity")
        .filter(most -> most < least)
        .isPresent()) {
      found.add(
          new Refusal(
              "autoscaleConfiguration.maxCapacity",
              gateway + " cannot have a maximum capacity below its minimum capacity"));
    }
    if (inputs.has("firewallPolicy") && !name.equalsIgnoreCase("WAF_v2")) {
      found.add(
          new Refusal(
              "firewallPolicy",
              gateway
                  + " cannot have a firewall policy with the sku "
                  + name
                  + ", only with WAF_v2"));
    }
    inputs
        .text("firewallPolicy.id")
        .filter(
            id ->
                !id.matches(
                    "(?i)/subscriptions/.+/ApplicationGatewayWebApplicationFirewallPolicies/[^/]+"))
        .ifPresent(
            id ->
                found.add(new Refusal("firewallPolicy.id", ApiErrors.notFound(id, request.id()))));
    return found;
  }

  private static List<Refusal> subnet(RequestContext request) {
    List<Props> places = request.inputs().objects("gatewayIPConfigurations");
    String path = "gatewayIPConfigurations";
    String id = ApplicationGateways.subnet(request.inputs());
    Optional<StoredResource> subnet = request.find(Subnets.SUBNET, id);
    if (places.size() != 1 || subnet.isEmpty()) {
      return List.of(
          new Refusal(
              path,
              "Application gateway "
                  + request.id()
                  + " must have one gatewayIPConfiguration, with a subnet"));
    }
    List<Refusal> found = new ArrayList<>();
    Subnets.networkOf(request, id)
        .map(network -> CommonProperties.region(network.inputs()))
        .filter(region -> !region.equals(CommonProperties.region(request.inputs())))
        .ifPresent(
            region ->
                found.add(
                    new Refusal(path + "[0].subnet.id", ApiErrors.notFound(id, request.id()))));
    request.referrers(subnet.get()).stream()
        .filter(user -> !user.type().equals(ApplicationGateways.APPLICATION_GATEWAY))
        .findFirst()
        .ifPresent(
            user ->
                found.add(
                    new Refusal(
                        path + "[0].subnet.id",
                        ApiErrors.of(
                            "ApplicationGatewaySubnetCannotBeUsedByOtherResources",
                            "Subnet "
                                + id
                                + " cannot be used for application gateway "
                                + request.id()
                                + " since it holds "
                                + user.id()
                                + "."))));
    GatewayFilters.ofSubnet(request, subnet.get().inputs())
        .flatMap(group -> GatewayFilters.blocks(group, id, request.id()))
        .ifPresent(message -> found.add(new Refusal(path + "[0].subnet.id", message)));
    return found;
  }

  private static List<Refusal> names(RequestContext request) {
    return ApplicationGateways.LISTS.stream()
        .flatMap(list -> ChildResources.names(request, list).stream())
        .toList();
  }
}
