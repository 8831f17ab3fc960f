package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Rules.refuseIn;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.ResourceTypeTable;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Load balancers, whose parts name one another by id. */
final class AzureBalancers {
  static final String BALANCER = "azure-native:network:LoadBalancer";

  /** The lists of parts. */
  static final List<String> LISTS =
      List.of(
          "backendAddressPools",
          "frontendIPConfigurations",
          "inboundNatPools",
          "inboundNatRules",
          "loadBalancingRules",
          "outboundRules",
          "probes");

  private static final String TYPE = "loadBalancers";
  private static final String NAME = "loadBalancerName";

  private AzureBalancers() {}

  /**
   * The kind of a balancer's part, as references name it.
   *
   * @param list the list that holds the part
   * @return the kind
   */
  static String kind(String list) {
    return BALANCER + "/" + list;
  }

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType type() {
    ResourceTypeTable table =
        ResourceType.named(
                BALANCER,
                "https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update")
            .has(
                optional("extendedLocation", AzureShapes.EXTENDED_LOCATION),
                optional("id", text()),
                AzureProperties.location(TYPE),
                optional(NAME, AzureNames.name(1, 80)).replaces(),
                AzureProperties.resourceGroup(),
                optional("sku", sku())
                    .orComputed((at, around) -> Map.of("name", "Basic", "tier", "Regional")),
                optional("tags", AzureShapes.TAGS))
            .has(parts())
            .has(AzureProperties.outputs(TYPE, NAME))
            .idIs(AzureNames.id(inputs -> TYPE + "/" + inputs.text(NAME, "")));
    for (String list : LISTS) {
      table.part(
          kind(list),
          stored ->
              stored.outputs().objects(list).stream().map(part -> part.text("id", "")).toList());
    }
    return table
        .autoNamed(AutoName.azure(NAME))
        .completedBy(AzureProperties::located)
        .rule(
            AzureProperties.LOCATED,
            AzureProperties.staysInPlace(TYPE, NAME),
            refuseIn(
                    "sku",
                    "The sku of load balancer {loadBalancerName} cannot be changed once it exists",
                    at ->
                        at.old()
                            .filter(
                                old ->
                                    AzureAddressRules.isStandard(old.inputs())
                                        != AzureAddressRules.isStandard(at.inputs()))
                            .isPresent())
                .at(Step.UP),
            new Rule(Step.UP, AzureFrontendRules::refusals),
            new Rule(Step.UP, AzureBalancerRules::refusals))
        .exists("cannot create already existing resource '{id}'")
        .inUse("Load balancer {id} or a part of it is in use by {users}.")
        .gone(AzureProperties.gone(TYPE, NAME))
        .build();
  }

  private static Property[] parts() {
    Map<String, Shape> shapes = new TreeMap<>();
    shapes.put("backendAddressPools", AzureBalancerParts.pool());
    shapes.put("frontendIPConfigurations", AzureBalancerParts.frontend());
    shapes.put("inboundNatPools", AzureNatParts.natPool());
    shapes.put("inboundNatRules", AzureNatParts.natRule());
    shapes.put("loadBalancingRules", AzureBalancerParts.rule());
    shapes.put("outboundRules", AzureNatParts.outbound());
    shapes.put("probes", AzureBalancerParts.probe());
    return shapes.entrySet().stream()
        .map(
            part ->
                optional(part.getKey(), listOf(part.getValue()))
                    .orComputed((at, around) -> List.of()))
        .toArray(Property[]::new);
  }

  private static Shape sku() {
    return object(
        optional("name", AzureShapes.choice("Basic", "Standard", "Gateway"))
            .orComputed((at, around) -> "Basic"),
        optional("tier", AzureShapes.choice("Regional", "Global"))
            .orComputed((at, around) -> "Regional"));
  }
}
