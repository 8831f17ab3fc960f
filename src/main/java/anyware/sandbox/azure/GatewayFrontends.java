package anyware.sandbox.azure;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of an application gateway
 * (https://learn.microsoft.com/azure/application-gateway/configuration-frontend-ip): a public one
 * always, a private one besides where it wants, static, in the gateway's own subnet.
 */
final class GatewayFrontends {
  static final String LIST = "frontendIPConfigurations";

  private GatewayFrontends() {}

  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    List<Props> frontends = request.inputs().objects(LIST);
    long open = frontends.stream().filter(one -> one.has("publicIPAddress")).count();
    String tier = request.inputs().text("sku.tier", "");
    if (open == 0) {
      // https://github.com/hashicorp/terraform-provider-azurerm/issues/4578
      found.add(
          new Refusal(
              LIST,
              "Application Gateway "
                  + request.id()
                  + " does not support Application Gateway without Public IP for the selected SKU"
                  + " tier "
                  + tier
                  + ". Supported SKU tiers are Standard,WAF."));
    }
    if (open > 1 || frontends.size() - open > 1) {
      found.add(
          new Refusal(
              LIST,
              "Application gateway "
                  + request.id()
                  + " can have one public and one private frontend"));
    }
    for (int i = 0; i < frontends.size(); i++) {
      Props frontend = frontends.get(i);
      String path = LIST + "[" + i + "]";
      String id = request.id() + "/" + LIST + "/" + frontend.text("name", "");
      if (frontend.has("publicIPAddress")) {
        found.addAll(outside(request, frontend, path + ".publicIPAddress.id", id));
      } else {
        found.addAll(inside(request, frontend, path, id, tier));
      }
    }
    return found;
  }

  private static List<Refusal> outside(
      RequestContext request, Props frontend, String path, String id) {
    if (frontend.has("subnet") || frontend.has("privateIPAddress")) {
      return List.of(
          new Refusal(path, "FrontendIpConfiguration " + id + " is either public or private"));
    }
    List<Refusal> found = new ArrayList<>();
    Optional<StoredResource> address =
        request.find(PublicIpAddresses.PUBLIC_IP_ADDRESS, frontend.text("publicIPAddress.id", ""));
    address.ifPresent(its -> found.addAll(AddressUse.refusals(request, its, path, id)));
    // https://learn.microsoft.com/azure/application-gateway/ipv6-application-gateway-portal
    address
        .filter(its -> CommonShapes.isChosen(its.inputs(), "publicIPAddressVersion", "IPv6"))
        .ifPresent(
            its ->
                found.add(
                    new Refusal(
                        path,
                        "Application gateway "
                            + request.id()
                            + " cannot have an IPv6 address alone, found "
                            + its.id())));
    // https://github.com/Azure/azure-cli/issues/12059
    address
        .filter(its -> !Skus.isStandard(its.inputs()))
        .ifPresent(
            its ->
                found.add(
                    new Refusal(
                        path,
                        ApiErrors.of(
                            "ApplicationGatewayInvalidPublicIpSku",
                            "Application gateway "
                                + request.id()
                                + " with SKU "
                                + request.inputs().text("sku.name", "")
                                + " can only reference public ip with Standard SKU."))));
    return found;
  }

  private static List<Refusal> inside(
      RequestContext request, Props frontend, String path, String id, String tier) {
    String subnet = frontend.text("subnet.id", "");
    String own = ApplicationGateways.subnet(request.inputs());
    List<Refusal> found = new ArrayList<>();
    // https://github.com/Azure/azure-cli/issues/4134
    if (!ResourceIds.canonical(subnet, request.settings())
        .equals(ResourceIds.canonical(own, request.settings()))) {
      found.add(
          new Refusal(
              path + ".subnet",
              "FrontendIpConfiguration "
                  + id
                  + " subnet "
                  + subnet
                  + " and gateway subnet "
                  + own
                  + " can not be different."));
    }
    // https://github.com/MicrosoftDocs/azure-docs/issues/64853
    if (!PrivateAddresses.isStatic(frontend) || !frontend.has("privateIPAddress")) {
      found.add(
          new Refusal(
              path + ".privateIPAllocationMethod",
              ApiErrors.of(
                  "ApplicationGatewayFrontendIpPrivateIpAddressInvalidAllocationType",
                  "FrontendIpConfiguration "
                      + id
                      + " of Application Gateway with SKU tier "
                      + tier
                      + " can only use PrivateIPAddress with IpAllocationMethod as Static.")));
      return found;
    }
    String address = frontend.text("privateIPAddress", "");
    Optional<CidrBlock> block = PrivateAddresses.single(address, true);
    PrivateAddresses.range(request, own, true)
        .filter(
            range ->
                block.filter(range::contains).isEmpty()
                    || PrivateAddresses.isReserved(range, address))
        .ifPresent(
            range ->
                found.add(
                    new Refusal(
                        path + ".privateIPAddress",
                        ApiErrors.of(
                            block.filter(range::contains).isEmpty()
                                ? "PrivateIPAddressNotInSubnet"
                                : "PrivateIPAddressInReservedRange",
                            "Private static IP address "
                                + address
                                + " is none of subnet prefix "
                                + range
                                + " that a resource can have."))));
    PrivateAddresses.allocated(request, own, address, id, path + ".privateIPAddress")
        .ifPresent(found::add);
    return found;
  }
}
