package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Public IP addresses. */
final class PublicIpAddresses {
  static final String PUBLIC_IP_ADDRESS = "azure-native:network:PublicIPAddress";

  private static final String TYPE = "publicIPAddresses";
  private static final String NAME = "publicIpAddressName";
  private static final String OWNER = TYPE + "/{" + NAME + "}";

  /** The properties of an address, besides its id, that the schema repeats in other types. */
  private static final String[] EMBEDDED = {
    "ddosSettings",
    "deleteOption",
    "dnsSettings",
    "extendedLocation",
    "idleTimeoutInMinutes",
    "ipAddress",
    "ipTags",
    "linkedPublicIPAddress",
    "location",
    "migrationPhase",
    "natGateway",
    "publicIPAddressVersion",
    "publicIPAllocationMethod",
    "publicIPPrefix",
    "servicePublicIPAddress",
    "sku",
    "tags",
    "zones"
  };

  private PublicIpAddresses() {}

  /**
   * An address inside another resource, where only the id counts.
   *
   * @param owner what to call the other resource in an error
   */
  static Shape embedded(String owner) {
    return CommonShapes.embedded(ApiErrors.reference(owner, PUBLIC_IP_ADDRESS), EMBEDDED);
  }

  /**
   * The type.
   *
   * @param retired whether Basic addresses can no longer be made
   */
  static ResourceType type(boolean retired) {
    return ResourceType.named(
            PUBLIC_IP_ADDRESS,
            "https://learn.microsoft.com/rest/api/virtualnetwork/public-ip-addresses/create-or-update")
        .has(
            optional("ddosSettings", ddos()),
            optional("deleteOption", CommonShapes.choice("Delete", "Detach")),
            optional("dnsSettings", dns()),
            optional("extendedLocation", CommonShapes.EXTENDED_LOCATION),
            optional("id", text()),
            optional(
                    "idleTimeoutInMinutes",
                    CommonShapes.between(
                        4, 30, "IdleTimeoutInMinutes {value} is invalid: 4 to 30 are allowed"))
                .orComputed((request, enclosing) -> 4),
            optional("ipAddress", text()).shownAs(PublicIpAddresses::address),
            optional(
                    "ipTags",
                    listOf(object(optional("ipTagType", text()), optional("tag", text()))))
                .orComputed((request, enclosing) -> List.of()),
            optional("linkedPublicIPAddress", embedded(OWNER)),
            CommonProperties.location(TYPE).replaces(),
            optional(
                "migrationPhase",
                CommonShapes.choice("None", "Prepare", "Commit", "Abort", "Committed")),
            optional(
                "natGateway",
                CommonShapes.embedded(
                    ApiErrors.reference(OWNER, NatGateways.NAT_GATEWAY), NatGateways.EMBEDDED)),
            optional("publicIPAddressVersion", CommonShapes.choice("IPv4", "IPv6"))
                .replaces()
                .orComputed((request, enclosing) -> "IPv4"),
            optional("publicIPAllocationMethod", CommonShapes.choice("Static", "Dynamic"))
                .orComputed((request, enclosing) -> "Dynamic"),
            optional(
                    "publicIPPrefix",
                    CommonShapes.link(ApiErrors.reference(OWNER, "publicIPPrefixes")))
                .replaces(),
            optional(NAME, ResourceIds.name(1, 80)).replaces(),
            CommonProperties.resourceGroup(),
            optional("servicePublicIPAddress", embedded(OWNER)),
            optional("sku", Skus.shape("Basic", "Standard"))
                .replaces()
                .orComputed((request, enclosing) -> Skus.DEFAULT),
            optional("tags", CommonShapes.TAGS),
            optional("zones", listOf(text())))
        .has(CommonProperties.outputs(TYPE, NAME))
        .idIs(ResourceIds.id(inputs -> TYPE + "/" + inputs.text(NAME, "")))
        .autoNamed(AutoName.azure(NAME))
        .completedBy(CommonProperties::located)
        .constraint(
            CommonProperties.LOCATED,
            RetiredBasic.after(PublicIpAddresses::refusals, RetiredBasic::address, retired))
        .unique(
            ApiErrors.of(
                "DnsRecordInUse",
                "DNS record {dnsSettings.domainNameLabel}.{location}.cloudapp.azure.com is already"
                    + " used by another public IP."),
            PublicIpAddresses::label)
        .exists("cannot create already existing resource '{id}'")
        .inUse(
            ApiErrors.of(
                "PublicIPAddressCannotBeDeleted",
                "Public IP address {id} can not be deleted since it is still allocated to resource"
                    + " {users}. In order to delete the public IP, disassociate/detach the Public"
                    + " IP address from the resource. To learn how to do this, see"
                    + " aka.ms/deletepublicip."))
        .gone(CommonProperties.gone(TYPE, NAME))
        .build();
  }

  private static Shape ddos() {
    Reference plan = ApiErrors.reference(OWNER, "ddosProtectionPlans");
    return object(
        optional("ddosProtectionPlan", CommonShapes.link(plan)),
        optional(
            "protectionMode",
            CommonShapes.choice("VirtualNetworkInherited", "Enabled", "Disabled")));
  }

  /** https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses */
  private static Shape dns() {
    String pattern = "[a-z][a-z0-9-]{1,61}[a-z0-9]";
    return object(
        optional(
            "domainNameLabel",
            text()
                .matching(
                    pattern,
                    ApiErrors.of(
                        "InvalidDomainNameLabel",
                        "The domain name label {value} is invalid. It must conform to the following"
                            + " regular expression: ^"
                            + pattern
                            + "$."))
                .refusedAtUp()),
        optional(
            "domainNameLabelScope",
            CommonShapes.choice(
                "TenantReuse", "SubscriptionReuse", "ResourceGroupReuse", "NoReuse")),
        optional("fqdn", text()).shownAs(PublicIpAddresses::fqdn),
        optional("reverseFqdn", text()));
  }

  private static List<Refusal> refusals(RequestContext request) {
    Props inputs = request.inputs();
    List<Refusal> found = new ArrayList<>();
    if (Skus.isStandard(inputs) && !isStatic(inputs)) {
      found.add(
          new Refusal(
              "publicIPAllocationMethod",
              ApiErrors.of(
                  "StandardSkuPublicIPAddressesMustBeStatic",
                  "Standard sku publicIp "
                      + request.id()
                      + " must have AllocationMethod set to Static.")));
    }
    if (!Skus.isStandard(inputs)
        && isStatic(inputs)
        && CommonShapes.isChosen(inputs, "publicIPAddressVersion", "IPv6")) {
      found.add(
          new Refusal(
              "publicIPAllocationMethod",
              ApiErrors.of(
                  "CannotSpecifyPublicIpAllocationMethodAsStaticForIpV6PublicIp",
                  "Cannot specify publicIpAllocationMethod as Static for IPv6 PublicIp "
                      + request.id()
                      + ".")));
    }
    if (!Skus.isStandard(inputs) && CommonShapes.isChosen(inputs, "sku.tier", "Global")) {
      found.add(
          new Refusal(
              "sku.tier", "The Global tier of " + request.id() + " needs the Standard sku"));
    }
    found.addAll(AvailabilityZones.ofAddress(request));
    return found;
  }

  private static @Nullable Object fqdn(RequestContext request, Props dns) {
    return dns.text("domainNameLabel")
        .map(
            label ->
                label + "." + CommonProperties.region(request.inputs()) + ".cloudapp.azure.com")
        .orElse(null);
  }

  /** A dynamic address appears with its first use by a machine, which is never here. */
  private static @Nullable Object address(RequestContext request, Props enclosing) {
    if (!isStatic(enclosing)) {
      return null;
    }
    if (!CommonShapes.isChosen(enclosing, "publicIPAddressVersion", "IPv6")) {
      return request.publicAddress("ipAddress");
    }
    String hex = request.hex("ipAddress", 8);
    return "2001:db8::" + hex.substring(0, 4) + ":" + hex.substring(4);
  }

  private static List<String> label(Props inputs) {
    Optional<String> label = inputs.text("dnsSettings.domainNameLabel");
    return label.map(text -> List.of(text, CommonProperties.region(inputs))).orElse(List.of());
  }

  /** Tells whether an address is fixed when it is made. */
  private static boolean isStatic(Props inputs) {
    return CommonShapes.isChosen(inputs, "publicIPAllocationMethod", "Static");
  }
}
