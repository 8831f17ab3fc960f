package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * NAT gateways, which subnets name:
 * https://learn.microsoft.com/azure/nat-gateway/nat-gateway-resource (Standard addresses, 16 at
 * most; idle connections stay 4 to 120 minutes; in one zone or in none:
 * https://learn.microsoft.com/azure/nat-gateway/nat-availability-zones).
 */
final class NatGateways {
  static final String NAT_GATEWAY = "azure-native:network:NatGateway";

  /** What the schema repeats of a gateway in other types, besides its id. */
  static final String[] EMBEDDED = {
    "idleTimeoutInMinutes",
    "location",
    "publicIpAddresses",
    "publicIpPrefixes",
    "sku",
    "tags",
    "zones"
  };

  private static final String TYPE = "natGateways";
  private static final String NAME = "natGatewayName";
  private static final String OWNER = TYPE + "/{" + NAME + "}";
  private static final String ADDRESSES = "publicIpAddresses";
  private static final int MOST_ADDRESSES = 16;

  private NatGateways() {}

  static ResourceType type() {
    return ResourceType.named(
            NAT_GATEWAY,
            "https://learn.microsoft.com/rest/api/virtualnetwork/nat-gateways/create-or-update")
        .has(
            optional("id", text()),
            optional(
                    "idleTimeoutInMinutes",
                    CommonShapes.between(
                        4, 120, "IdleTimeoutInMinutes {value} is invalid: 4 to 120 are allowed"))
                .orComputed((request, enclosing) -> 4),
            CommonProperties.location(TYPE),
            optional(NAME, ResourceIds.name(1, 80)).replaces(),
            links(ADDRESSES, PublicIpAddresses.PUBLIC_IP_ADDRESS),
            links("publicIpPrefixes", "publicIPPrefixes"),
            CommonProperties.resourceGroup(),
            optional("sku", object(optional("name", CommonShapes.choice("Standard"))))
                .orComputed((request, enclosing) -> Map.of("name", "Standard")),
            optional("tags", CommonShapes.TAGS),
            optional("zones", listOf(text())))
        .has(CommonProperties.outputs(TYPE, NAME))
        .idIs(ResourceIds.id(inputs -> TYPE + "/" + inputs.text(NAME, "")))
        .autoNamed(AutoName.azure(NAME))
        .completedBy(CommonProperties::located)
        .constraint(
            CommonProperties.LOCATED,
            CommonProperties.staysInPlace(TYPE, NAME),
            new Constraint(Step.UP, request -> AvailabilityZones.ofGateway(request, TYPE, NAME)),
            new Constraint(Step.UP, NatGateways::addresses))
        .exists("cannot create already existing resource '{id}'")
        // https://github.com/Azure-Samples/Copilot-Studio-with-Azure-AI-Search/issues/62
        .inUse(
            ApiErrors.of(
                "CannotDeleteNatGatewayAssociatedToSubnet",
                "NAT Gateway {id} is still configured on {uses} subnets. Remove NAT Gateway from"
                    + " all referenced subnets and then delete NAT Gateway."))
        .gone(CommonProperties.gone(TYPE, NAME))
        .build();
  }

  private static Property links(String name, String kind) {
    return optional(name, listOf(CommonShapes.link(ApiErrors.reference(OWNER, kind))));
  }

  private static List<Refusal> addresses(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<Props> links = request.inputs().objects(ADDRESSES);
    if (links.size() > MOST_ADDRESSES) {
      found.add(
          new Refusal(
              ADDRESSES,
              "NAT gateway "
                  + request.id()
                  + " has more than 16 public IP addresses: "
                  + links.size()));
    }
    for (int i = 0; i < links.size(); i++) {
      String id = links.get(i).text("id", "");
      String path = ADDRESSES + "[" + i + "].id";
      if (!seen.add(ResourceIds.canonical(id, request.settings()))) {
        found.add(new Refusal(path, "Public IP address " + id + " is named twice"));
      }
      request
          .find(PublicIpAddresses.PUBLIC_IP_ADDRESS, id)
          .ifPresent(address -> found.addAll(address(request, address, path)));
    }
    return found;
  }

  private static List<Refusal> address(
      RequestContext request, StoredResource address, String path) {
    List<Refusal> found =
        new ArrayList<>(AddressUse.refusals(request, address, path, request.id()));
    if (!Skus.isStandard(address.inputs())) {
      found.add(
          new Refusal(
              path,
              "NAT gateway "
                  + request.id()
                  + " cannot reference the Basic sku public IP address "
                  + address.id()));
    }
    // https://learn.microsoft.com/azure/nat-gateway/nat-overview#limitations
    if (CommonShapes.isChosen(address.inputs(), "publicIPAddressVersion", "IPv6")) {
      found.add(
          new Refusal(
              path,
              "NAT gateway "
                  + request.id()
                  + " of the Standard sku cannot reference the IPv6 public IP address "
                  + address.id()));
    }
    List<String> own = request.inputs().texts("zones");
    List<String> its = address.inputs().texts("zones");
    if (its.size() == 1 && !own.equals(its)) {
      found.add(
          new Refusal(
              path,
              "Public IP address "
                  + address.id()
                  + " is in zone "
                  + its.get(0)
                  + ", NAT gateway "
                  + request.id()
                  + " is not"));
    }
    return found;
  }
}
