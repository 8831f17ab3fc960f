package anyware.sandbox.azure;

import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.ResourceTypeBuilder;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Load balancers, whose parts name one another by id. */
final class LoadBalancers {
  static final String LOAD_BALANCER = "azure-native:network:LoadBalancer";

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

  private LoadBalancers() {}

  /**
   * The kind of a balancer's part, as references name it.
   *
   * @param list the list that holds the part
   * @return the kind
   */
  static String kind(String list) {
    return LOAD_BALANCER + "/" + list;
  }

  /**
   * The type.
   *
   * @param retired whether Basic balancers can no longer be made
   */
  static ResourceType type(boolean retired) {
    ResourceTypeBuilder table =
        ResourceType.named(
                LOAD_BALANCER,
                "https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update")
            .has(
                optional("extendedLocation", CommonShapes.EXTENDED_LOCATION),
                optional("id", text()),
                CommonProperties.location(TYPE),
                optional(NAME, ResourceIds.name(1, 80)).replaces(),
                CommonProperties.resourceGroup(),
                optional("sku", Skus.shape("Basic", "Standard", "Gateway"))
                    .orComputed((request, enclosing) -> Skus.DEFAULT),
                optional("tags", CommonShapes.TAGS))
            .has(parts())
            .has(CommonProperties.outputs(TYPE, NAME))
            .idIs(ResourceIds.id(inputs -> TYPE + "/" + inputs.text(NAME, "")));
    for (String list : LISTS) {
      table.part(
          kind(list),
          stored ->
              stored.outputs().objects(list).stream().map(part -> part.text("id", "")).toList());
    }
    return table
        .autoNamed(AutoName.azure(NAME))
        .completedBy(CommonProperties::located)
        .constraint(
            CommonProperties.LOCATED,
            CommonProperties.staysInPlace(TYPE, NAME),
            refuseIn(
                    "sku",
                    "The sku of load balancer {loadBalancerName} cannot be changed once it exists",
                    request ->
                        request
                            .old()
                            .filter(
                                old ->
                                    Skus.isStandard(old.inputs())
                                        != Skus.isStandard(request.inputs()))
                            .isPresent())
                .at(Step.UP),
            RetiredBasic.after(LoadBalancers::refusals, RetiredBasic::balancer, retired))
        .notDuring(
            VirtualNetworks.REFERENCED_WHILE_BUSY,
            inputs ->
                inputs.objects("frontendIPConfigurations").stream()
                    .map(frontend -> VirtualNetworks.ofSubnet(frontend.text("subnet.id", "")))
                    .filter(network -> !network.isEmpty())
                    .findFirst()
                    .orElse(""))
        .exists("cannot create already existing resource '{id}'")
        .inUse("Load balancer {id} or a part of it is in use by {users}.")
        .gone(CommonProperties.gone(TYPE, NAME))
        .build();
  }

  private static List<Refusal> refusals(RequestContext request) {
    return Stream.<Constraint.Check>of(
            FrontendIpConfigurations::refusals,
            InternalFrontends::refusals,
            BackendAddressPools::refusals,
            ChildResources::refusals,
            Probes::refusals,
            LoadBalancingRules::refusals,
            OutboundRules::refusals)
        .flatMap(check -> check.refusals(request).stream())
        .toList();
  }

  private static Property[] parts() {
    Map<String, Shape> shapes = new TreeMap<>();
    shapes.put("backendAddressPools", BackendAddressPools.shape());
    shapes.put("frontendIPConfigurations", FrontendIpConfigurations.shape());
    shapes.put("inboundNatPools", InboundNatRules.pool());
    shapes.put("inboundNatRules", InboundNatRules.rule());
    shapes.put("loadBalancingRules", LoadBalancingRules.shape());
    shapes.put("outboundRules", OutboundRules.shape());
    shapes.put("probes", Probes.shape());
    return shapes.entrySet().stream()
        .map(
            part ->
                optional(part.getKey(), listOf(part.getValue()))
                    .orComputed((request, enclosing) -> List.of()))
        .toArray(Property[]::new);
  }
}
