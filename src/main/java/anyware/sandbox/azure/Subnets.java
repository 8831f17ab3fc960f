package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Subnets, standing on their own. Deleting the network deletes them. */
final class Subnets {
  static final String SUBNET = "azure-native:network:Subnet";

  private static final String OWNER = "subnets/{subnetName}";

  private Subnets() {}

  static ResourceType type() {
    return ResourceType.named(
            SUBNET, "https://learn.microsoft.com/rest/api/virtualnetwork/subnets/create-or-update")
        .has(properties(OWNER))
        .has(
            optional("id", text()),
            optional("name", ResourceIds.name(1, 80))
                .orComputed((request, enclosing) -> enclosing.text("subnetName", "")),
            CommonProperties.resourceGroup(),
            optional("subnetName", ResourceIds.name(1, 80)).replaces(),
            optional("type", text())
                .shownAs((request, enclosing) -> "Microsoft.Network/virtualNetworks/subnets"),
            required(
                    "virtualNetworkName",
                    text()
                        .naming(
                            Reference.to(
                                    ApiErrors.of(
                                        "ParentResourceNotFound",
                                        "Failed to perform 'write' on resource(s) of type"
                                            + " 'virtualNetworks/subnets', because the parent"
                                            + " resource '{value}' could not be found."),
                                    VirtualNetworks.VIRTUAL_NETWORK)
                                .spelled(
                                    (name, inputs) ->
                                        ResourceIds.resource(inputs, "virtualNetworks/" + name))
                                .cascading()))
                .replaces(),
            computed("etag", CommonProperties.ETAG),
            computed("provisioningState", CommonProperties.SUCCEEDED))
        .idIs(
            ResourceIds.id(
                inputs ->
                    "virtualNetworks/"
                        + inputs.text("virtualNetworkName", "")
                        + "/subnets/"
                        + inputs.text("subnetName", "")))
        .autoNamed(ResourceIds.copied("subnetName"))
        .deleteBeforeReplace()
        .constraint(
            new Constraint(Step.UP, SubnetConstraints::refusals),
            new Constraint(Step.UP, GatewayFilters::subnet))
        .oneAtATime(VirtualNetworks.BUSY, Subnets::network)
        .exists("cannot create already existing resource '{id}'")
        .inUse(
            ApiErrors.of(
                "InUseSubnetCannotBeDeleted",
                "Subnet {subnetName} is in use by {users} and cannot be deleted. In order to delete"
                    + " the subnet, delete all the resources within the subnet. See"
                    + " aka.ms/deletesubnet."))
        .gone(ApiErrors.of("NotFound", "Resource {id} not found."))
        .build();
  }

  /** A subnet written inside its network. */
  static Shape inline() {
    return object(
        Stream.of(
                properties("virtualNetworks/{virtualNetworkName}"),
                new Property[] {
                  optional("etag", text()).shownAs(CommonProperties.ETAG),
                  optional("id", text()).shownAs(ResourceIds.part("subnets")),
                  required("name", ResourceIds.name(1, 80)),
                  optional("provisioningState", text()).shownAs(CommonProperties.SUCCEEDED),
                  optional("resourceNavigationLinks", listOf(anything())),
                  optional("serviceAssociationLinks", listOf(anything())),
                  optional("type", text())
                      .shownAs((request, enclosing) -> "Microsoft.Network/virtualNetworks/subnets")
                })
            .flatMap(Stream::of)
            .toArray(Property[]::new));
  }

  private static Property[] properties(String owner) {
    return new Property[] {
      optional("addressPrefix", text()),
      optional("addressPrefixes", listOf(text())),
      optional(
          "applicationGatewayIPConfigurations",
          listOf(
              object(
                  optional("id", text()),
                  optional("name", text()),
                  optional("subnet", object(optional("id", text())))))),
      optional("delegations", listOf(delegation())),
      optional(
          "ipAllocations", listOf(CommonShapes.link(ApiErrors.reference(owner, "ipAllocations")))),
      optional(
          "natGateway", CommonShapes.link(ApiErrors.reference(owner, NatGateways.NAT_GATEWAY))),
      optional(
          "networkSecurityGroup",
          CommonShapes.embedded(
              ApiErrors.reference(owner, NetworkSecurityGroups.NETWORK_SECURITY_GROUP),
              "defaultSecurityRules",
              "etag",
              "flushConnection",
              "location",
              "provisioningState",
              "resourceGuid",
              "securityRules",
              "tags")),
      optional("privateEndpointNetworkPolicies", CommonShapes.choice("Enabled", "Disabled"))
          .orComputed((request, enclosing) -> "Disabled"),
      optional("privateLinkServiceNetworkPolicies", CommonShapes.choice("Enabled", "Disabled"))
          .orComputed((request, enclosing) -> "Enabled"),
      optional(
          "routeTable",
          CommonShapes.embedded(
              ApiErrors.reference(owner, "routeTables"),
              "disableBgpRoutePropagation",
              "etag",
              "location",
              "provisioningState",
              "routes",
              "tags")),
      optional(
          "serviceEndpointPolicies",
          listOf(
              CommonShapes.embedded(
                  ApiErrors.reference(owner, "serviceEndpointPolicies"),
                  "contextualServiceEndpointPolicies",
                  "etag",
                  "location",
                  "serviceAlias",
                  "serviceEndpointPolicyDefinitions",
                  "tags"))),
      optional(
          "serviceEndpoints",
          listOf(
              object(
                  optional("locations", listOf(text())),
                  optional("provisioningState", text()).shownAs(CommonProperties.SUCCEEDED),
                  optional("service", text()))))
    };
  }

  private static Shape delegation() {
    return object(
        optional("actions", listOf(text())),
        optional("etag", text()).shownAs(CommonProperties.ETAG),
        optional("id", text()),
        optional("name", text()),
        optional("serviceName", text()),
        optional("type", text()),
        computed("provisioningState", CommonProperties.SUCCEEDED));
  }

  /**
   * The ranges of a subnet, of either way to write it.
   *
   * @param request the request
   * @param id the subnet's id
   * @return the ranges; none when it is not there
   */
  static List<String> ranges(RequestContext request, String id) {
    Optional<StoredResource> found = request.find(SUBNET, id);
    return found
        .filter(stored -> stored.type().equals(SUBNET))
        .map(StoredResource::inputs)
        .or(
            () ->
                found.stream()
                    .flatMap(network -> network.outputs().objects("subnets").stream())
                    .filter(subnet -> subnet.text("id", "").equalsIgnoreCase(id))
                    .findFirst())
        .map(AddressPrefixes::ofSubnet)
        .orElse(List.of());
  }

  /**
   * The network of a subnet, of either way to write it.
   *
   * @param request the request
   * @param id the subnet's id
   * @return the network
   */
  static Optional<StoredResource> networkOf(RequestContext request, String id) {
    return request
        .find(SUBNET, id)
        .flatMap(
            found ->
                found.type().equals(VirtualNetworks.VIRTUAL_NETWORK)
                    ? Optional.of(found)
                    : request.find(VirtualNetworks.VIRTUAL_NETWORK, network(found.inputs())));
  }

  /**
   * Words the refusal of a NAT gateway beside something of the Basic SKU:
   * https://github.com/MicrosoftDocs/azure-docs/issues/81335
   *
   * @param subnet the subnet's id
   * @param user the id of what is of that SKU
   */
  static String natBesideBasic(String subnet, String user) {
    return ApiErrors.of(
        "SubnetWithNatGatewayAndBasicSkuResourceNotAllowed",
        "NAT Gateway cannot be deployed on subnet containing Basic SKU Public IP addresses or Basic"
            + " SKU Load Balancer. "
            + user
            + " in subnet "
            + subnet
            + " has reference to Basic SKU Public IP address or Load Balancer.");
  }

  /**
   * The name of a subnet's network, as part of an id.
   *
   * @param subnet the subnet's inputs
   * @return the part
   */
  static String network(Props subnet) {
    return ResourceIds.resource(subnet, "virtualNetworks/" + subnet.text("virtualNetworkName", ""));
  }
}
