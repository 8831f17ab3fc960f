package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Public IP addresses. */
final class AzureAddresses {
  static final String ADDRESS = "azure-native:network:PublicIPAddress";

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

  private AzureAddresses() {}

  /**
   * An address inside another resource, where only the id counts.
   *
   * @param owner what to call the other resource in an error
   * @return the shape
   */
  static Shape embedded(String owner) {
    return AzureShapes.embedded(AzureErrors.reference(owner, ADDRESS), EMBEDDED);
  }

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType type() {
    return ResourceType.named(
            ADDRESS,
            "https://learn.microsoft.com/rest/api/virtualnetwork/public-ip-addresses/create-or-update")
        .has(
            optional("ddosSettings", ddos()),
            optional("deleteOption", AzureShapes.choice("Delete", "Detach")),
            optional("dnsSettings", dns()),
            optional("extendedLocation", AzureShapes.EXTENDED_LOCATION),
            optional("id", text()),
            optional(
                    "idleTimeoutInMinutes",
                    AzureShapes.between(
                        4, 30, "IdleTimeoutInMinutes {value} is invalid: 4 to 30 are allowed"))
                .orComputed((at, around) -> 4),
            optional("ipAddress", text()).shownAs(AzureAddresses::address),
            optional(
                    "ipTags",
                    listOf(object(optional("ipTagType", text()), optional("tag", text()))))
                .orComputed((at, around) -> List.of()),
            optional("linkedPublicIPAddress", embedded(OWNER)),
            AzureProperties.location(TYPE).replaces(),
            optional(
                "migrationPhase",
                AzureShapes.choice("None", "Prepare", "Commit", "Abort", "Committed")),
            optional(
                "natGateway",
                AzureShapes.embedded(
                    AzureErrors.reference(OWNER, "natGateways"),
                    "idleTimeoutInMinutes",
                    "location",
                    "publicIpAddresses",
                    "publicIpPrefixes",
                    "sku",
                    "tags",
                    "zones")),
            optional("publicIPAddressVersion", AzureShapes.choice("IPv4", "IPv6"))
                .replaces()
                .orComputed((at, around) -> "IPv4"),
            optional("publicIPAllocationMethod", AzureShapes.choice("Static", "Dynamic"))
                .orComputed((at, around) -> "Dynamic"),
            optional(
                    "publicIPPrefix",
                    AzureShapes.link(AzureErrors.reference(OWNER, "publicIPPrefixes")))
                .replaces(),
            optional(NAME, AzureNames.name(1, 80)).replaces(),
            AzureProperties.resourceGroup(),
            optional("servicePublicIPAddress", embedded(OWNER)),
            optional("sku", sku())
                .replaces()
                .orComputed((at, around) -> Map.of("name", "Basic", "tier", "Regional")),
            optional("tags", AzureShapes.TAGS),
            optional("zones", listOf(text())))
        .has(AzureProperties.outputs(TYPE, NAME))
        .idIs(AzureNames.id(inputs -> TYPE + "/" + inputs.text(NAME, "")))
        .autoNamed(AutoName.azure(NAME))
        .completedBy(AzureProperties::located)
        .rule(AzureProperties.LOCATED, new Rule(Step.UP, AzureAddressRules::refusals))
        .unique(
            AzureErrors.of(
                "DnsRecordInUse",
                "DNS record {dnsSettings.domainNameLabel}.{location}.cloudapp.azure.com is already"
                    + " used by another public IP."),
            AzureAddresses::label)
        .exists("cannot create already existing resource '{id}'")
        .inUse(
            AzureErrors.of(
                "PublicIPAddressCannotBeDeleted",
                "Public IP address {id} can not be deleted since it is still allocated to resource"
                    + " {users}. In order to delete the public IP, disassociate/detach the Public IP"
                    + " address from the resource. To learn how to do this, see"
                    + " aka.ms/deletepublicip."))
        .gone(AzureProperties.gone(TYPE, NAME))
        .build();
  }

  private static Shape ddos() {
    Reference plan = AzureErrors.reference(OWNER, "ddosProtectionPlans");
    return object(
        optional("ddosProtectionPlan", AzureShapes.link(plan)),
        optional(
            "protectionMode",
            AzureShapes.choice("VirtualNetworkInherited", "Enabled", "Disabled")));
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
                    AzureErrors.of(
                        "InvalidDomainNameLabel",
                        "The domain name label {value} is invalid. It must conform to the following"
                            + " regular expression: ^"
                            + pattern
                            + "$."))
                .refusedAtUp()),
        optional(
            "domainNameLabelScope",
            AzureShapes.choice(
                "TenantReuse", "SubscriptionReuse", "ResourceGroupReuse", "NoReuse")),
        optional("fqdn", text()).shownAs(AzureAddresses::fqdn),
        optional("reverseFqdn", text()));
  }

  private static Shape sku() {
    return object(
        optional("name", AzureShapes.choice("Basic", "Standard"))
            .orComputed((at, around) -> "Basic"),
        optional("tier", AzureShapes.choice("Regional", "Global"))
            .orComputed((at, around) -> "Regional"));
  }

  private static @Nullable Object fqdn(Situation at, Props dns) {
    return dns.text("domainNameLabel")
        .map(label -> label + "." + AzureProperties.region(at.inputs()) + ".cloudapp.azure.com")
        .orElse(null);
  }

  /** A dynamic address appears with its first use by a machine, which is never here. */
  private static @Nullable Object address(Situation at, Props around) {
    if (!AzureAddressRules.isStatic(around)) {
      return null;
    }
    if (!around.text("publicIPAddressVersion", "IPv4").equals("IPv6")) {
      return at.publicAddress("ipAddress");
    }
    String hex = at.hex("ipAddress", 8);
    return "2001:db8::" + hex.substring(0, 4) + ":" + hex.substring(4);
  }

  private static List<String> label(Props inputs) {
    Optional<String> label = inputs.text("dnsSettings.domainNameLabel");
    return label.map(text -> List.of(text, AzureProperties.region(inputs))).orElse(List.of());
  }
}
