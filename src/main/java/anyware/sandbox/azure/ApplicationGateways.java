package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
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
import anyware.sandbox.spec.ResourceTypeBuilder;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Application gateways (layer 7), whose parts name one another by id. */
final class ApplicationGateways {
  static final String APPLICATION_GATEWAY = "azure-native:network:ApplicationGateway";

  /** The lists of parts that others name. */
  static final Set<String> LISTS = GatewayShapes.lists().keySet();

  /** Properties that are known and not looked at: nothing of them is needed here. */
  private static final List<String> OTHERS =
      List.of(
          "authenticationCertificates",
          "backendSettingsCollection",
          "customErrorConfigurations",
          "globalConfiguration",
          "listeners",
          "loadDistributionPolicies",
          "privateLinkConfigurations",
          "rewriteRuleSets",
          "routingRules",
          "sslProfiles",
          "trustedClientCertificates",
          "urlPathMaps",
          "webApplicationFirewallConfiguration");

  private static final String TYPE = "applicationGateways";
  private static final String NAME = "applicationGatewayName";

  private ApplicationGateways() {}

  /**
   * The kind of a gateway's part, as references name it.
   *
   * @param list the list that holds the part
   */
  static String kind(String list) {
    return APPLICATION_GATEWAY + "/" + list;
  }

  static ResourceType type() {
    ResourceTypeBuilder table =
        ResourceType.named(
                APPLICATION_GATEWAY,
                "https://learn.microsoft.com/rest/api/application-gateway/application-gateways/create-or-update")
            .has(
                optional(NAME, ResourceIds.name(1, 80)).replaces(),
                optional("autoscaleConfiguration", autoscale()),
                ChildResources.off("enableFips"),
                ChildResources.off("enableHttp2"),
                optional("firewallPolicy", object(optional("id", text()))),
                ChildResources.off("forceFirewallPolicyAssociation"),
                optional("id", text()),
                optional("identity", identity()),
                CommonProperties.location(TYPE),
                CommonProperties.resourceGroup(),
                optional("sku", sku()),
                optional("sslPolicy", GatewayShapes.sslPolicy()),
                optional("tags", CommonShapes.TAGS),
                optional("zones", listOf(text())))
            .has(parts())
            .has(CommonProperties.outputs(TYPE, NAME))
            .has(computed("operationalState", (request, enclosing) -> "Running"))
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
            new Constraint(Step.UP, ApplicationGateways::refusals))
        .notDuring(
            VirtualNetworks.REFERENCED_WHILE_BUSY,
            inputs -> VirtualNetworks.ofSubnet(subnet(inputs)))
        .exists("cannot create already existing resource '{id}'")
        .inUse("Application gateway {id} or a part of it is in use by {users}.")
        .gone(CommonProperties.gone(TYPE, NAME))
        .build();
  }

  /** The id of the subnet that a gateway is in. */
  static String subnet(Props inputs) {
    return inputs.objects("gatewayIPConfigurations").stream()
        .map(configuration -> configuration.text("subnet.id", ""))
        .findFirst()
        .orElse("");
  }

  private static List<Refusal> refusals(RequestContext request) {
    return Stream.<Constraint.Check>of(
            GatewayPlace::refusals,
            GatewayFrontends::refusals,
            GatewayBackends::refusals,
            GatewayRouting::refusals,
            GatewayCertificates::refusals)
        .flatMap(check -> check.refusals(request).stream())
        .toList();
  }

  /** The size: v2 gateways scale by themselves, or have a fixed number of instances. */
  private static Shape sku() {
    return object(
        optional(
            "capacity",
            CommonShapes.between(1, 125, "The capacity {value} is invalid: 1 to 125 are allowed")),
        optional(
            "name",
            CommonShapes.choice(
                "Standard_Small",
                "Standard_Medium",
                "Standard_Large",
                "WAF_Medium",
                "WAF_Large",
                "Standard_v2",
                "WAF_v2")),
        optional("tier", CommonShapes.choice("Standard", "WAF", "Standard_v2", "WAF_v2")));
  }

  /**
   * https://learn.microsoft.com/azure/application-gateway/application-gateway-autoscaling-zone-redundant
   */
  private static Shape autoscale() {
    return object(
        optional(
            "maxCapacity",
            CommonShapes.between(
                2, 125, "The maximum capacity {value} is invalid: 2 to 125 are allowed")),
        required(
            "minCapacity",
            CommonShapes.between(
                0, 125, "The minimum capacity {value} is invalid: 0 to 125 are allowed")));
  }

  /**
   * The identity that reads a vault. The provider takes the ids of user-assigned identities as a
   * list, and shows them as the API does.
   */
  private static Shape identity() {
    return object(
        computed("principalId", (request, enclosing) -> null),
        computed("tenantId", (request, enclosing) -> request.uuid("tenant")),
        optional(
            "type",
            CommonShapes.choice(
                "SystemAssigned",
                "UserAssigned",
                "SystemAssigned, UserAssigned",
                "SystemAssigned,UserAssigned",
                "None")),
        optional(
                "userAssignedIdentities",
                listOf(
                    text()
                        .where(
                            ApiErrors.of(
                                "LinkedInvalidPropertyId",
                                "Property id '{value}' at path"
                                    + " 'identity.userAssignedIdentities' is invalid."),
                            ApplicationGateways::isIdentity)
                        .refusedAtUp()))
            .shownAs(ApplicationGateways::shown));
  }

  private static boolean isIdentity(Object value) {
    return String.valueOf(value)
        .matches(
            "(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/providers/"
                + "Microsoft\\.ManagedIdentity/userAssignedIdentities/[^/]+");
  }

  private static @Nullable Object shown(RequestContext request, Props identity) {
    Map<String, Object> byId = new TreeMap<>();
    for (String id : identity.texts("userAssignedIdentities")) {
      byId.put(
          id,
          Map.of(
              "clientId", request.uuid("client " + id), "principalId", request.uuid("of " + id)));
    }
    return byId.isEmpty() ? null : byId;
  }

  private static Property[] parts() {
    return Stream.concat(
            GatewayShapes.lists().entrySet().stream()
                .map(
                    part ->
                        optional(part.getKey(), listOf(part.getValue()))
                            .orComputed((request, enclosing) -> List.of())),
            OTHERS.stream().map(name -> optional(name, anything())))
        .toArray(Property[]::new);
  }
}
