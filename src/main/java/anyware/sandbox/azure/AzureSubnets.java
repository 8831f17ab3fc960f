package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.stream.Stream;

/** Subnets, standing on their own. Deleting the network deletes them. */
final class AzureSubnets {
  static final String SUBNET = "azure-native:network:Subnet";

  private static final String OWNER = "subnets/{subnetName}";

  private AzureSubnets() {}

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType type() {
    return ResourceType.named(
            SUBNET, "https://learn.microsoft.com/rest/api/virtualnetwork/subnets/create-or-update")
        .has(properties(OWNER))
        .has(
            optional("id", text()),
            optional("name", AzureNames.name(1, 80))
                .orComputed((at, around) -> around.text("subnetName", "")),
            AzureProperties.resourceGroup(),
            optional("subnetName", AzureNames.name(1, 80)).replaces(),
            optional("type", text())
                .shownAs((at, around) -> "Microsoft.Network/virtualNetworks/subnets"),
            required(
                    "virtualNetworkName",
                    text()
                        .naming(
                            Reference.to(
                                    AzureErrors.of(
                                        "ParentResourceNotFound",
                                        "Failed to perform 'write' on resource(s) of type"
                                            + " 'virtualNetworks/subnets', because the parent"
                                            + " resource '{value}' could not be found."),
                                    AzureNetworks.NETWORK)
                                .spelled(
                                    (name, inputs) ->
                                        AzureNames.resource(inputs, "virtualNetworks/" + name))
                                .cascading()))
                .replaces(),
            computed("etag", AzureProperties.ETAG),
            computed("provisioningState", AzureProperties.SUCCEEDED))
        .idIs(
            AzureNames.id(
                inputs ->
                    "virtualNetworks/"
                        + inputs.text("virtualNetworkName", "")
                        + "/subnets/"
                        + inputs.text("subnetName", "")))
        .autoNamed(AzureNames.copied("subnetName"))
        .deleteBeforeReplace()
        .rule(new Rule(Step.UP, AzureSubnetRules::refusals))
        .exists("cannot create already existing resource '{id}'")
        .inUse(
            AzureErrors.of(
                "InUseSubnetCannotBeDeleted",
                "Subnet {subnetName} is in use by {users} and cannot be deleted. In order to delete"
                    + " the subnet, delete all the resources within the subnet. See"
                    + " aka.ms/deletesubnet."))
        .gone(AzureErrors.of("NotFound", "Resource {id} not found."))
        .build();
  }

  /**
   * A subnet written inside its network.
   *
   * @return the shape
   */
  static Shape inline() {
    return object(
        Stream.of(
                properties("virtualNetworks/{virtualNetworkName}"),
                new Property[] {
                  optional("etag", text()).shownAs(AzureProperties.ETAG),
                  optional("id", text()).shownAs(AzureNames.part("subnets")),
                  required("name", AzureNames.name(1, 80)),
                  optional("provisioningState", text()).shownAs(AzureProperties.SUCCEEDED),
                  optional("resourceNavigationLinks", listOf(anything())),
                  optional("serviceAssociationLinks", listOf(anything())),
                  optional("type", text())
                      .shownAs((at, around) -> "Microsoft.Network/virtualNetworks/subnets")
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
          "ipAllocations", listOf(AzureShapes.link(AzureErrors.reference(owner, "ipAllocations")))),
      optional("natGateway", AzureShapes.link(AzureErrors.reference(owner, "natGateways"))),
      optional(
          "networkSecurityGroup",
          AzureShapes.embedded(
              AzureErrors.reference(owner, AzureFilters.FILTER),
              "defaultSecurityRules",
              "etag",
              "flushConnection",
              "location",
              "provisioningState",
              "resourceGuid",
              "securityRules",
              "tags")),
      optional("privateEndpointNetworkPolicies", AzureShapes.choice("Enabled", "Disabled"))
          .orComputed((at, around) -> "Disabled"),
      optional("privateLinkServiceNetworkPolicies", AzureShapes.choice("Enabled", "Disabled"))
          .orComputed((at, around) -> "Enabled"),
      optional(
          "routeTable",
          AzureShapes.embedded(
              AzureErrors.reference(owner, "routeTables"),
              "disableBgpRoutePropagation",
              "etag",
              "location",
              "provisioningState",
              "routes",
              "tags")),
      optional(
          "serviceEndpointPolicies",
          listOf(
              AzureShapes.embedded(
                  AzureErrors.reference(owner, "serviceEndpointPolicies"),
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
                  optional("provisioningState", text()).shownAs(AzureProperties.SUCCEEDED),
                  optional("service", text()))))
    };
  }

  private static Shape delegation() {
    return object(
        optional("actions", listOf(text())),
        optional("etag", text()).shownAs(AzureProperties.ETAG),
        optional("id", text()),
        optional("name", text()),
        optional("serviceName", text()),
        optional("type", text()),
        computed("provisioningState", AzureProperties.SUCCEEDED));
  }

  /**
   * The name of a subnet's network, as part of an id.
   *
   * @param subnet the subnet's inputs
   * @return the part
   */
  static String network(Props subnet) {
    return AzureNames.resource(subnet, "virtualNetworks/" + subnet.text("virtualNetworkName", ""));
  }
}
