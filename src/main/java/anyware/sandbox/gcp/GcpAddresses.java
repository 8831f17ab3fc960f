package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Stored;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Regional static addresses: https://cloud.google.com/compute/docs/reference/rest/v1/addresses. */
final class GcpAddresses {
  static final String ADDRESS = "gcp:compute/address:Address";

  private static final List<String> PURPOSES =
      List.of(
          "GCE_ENDPOINT",
          "SHARED_LOADBALANCER_VIP",
          "VPC_PEERING",
          "IPSEC_INTERCONNECT",
          "PRIVATE_SERVICE_CONNECT",
          "DNS_RESOLVER");

  /** The purposes that reserve a range of a network instead of an address of a subnetwork. */
  private static final List<String> OF_NETWORK = List.of("VPC_PEERING", "IPSEC_INTERCONNECT");

  private GcpAddresses() {}

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType address() {
    return ResourceType.named(
            ADDRESS, "https://cloud.google.com/compute/docs/reference/rest/v1/addresses/insert")
        .has(GcpFields.early())
        .has(GcpLabels.properties())
        .has(
            optional("address", text()).replaces().orComputed(GcpAddresses::reserved),
            optional("addressType", text().oneOf("INTERNAL", "EXTERNAL"))
                .replaces()
                .defaultsTo("EXTERNAL"),
            GcpFields.description().replaces(),
            optional("ipVersion", text().oneOf("IPV4", "IPV6")).replaces(),
            optional("ipv6EndpointType", text().oneOf("VM", "NETLB")).replaces(),
            optional("network", GcpNetworks.A_NETWORK).replaces().shownAs(GcpPaths.link("network")),
            optional("networkTier", text().oneOf("PREMIUM", "STANDARD"))
                .replaces()
                .orComputed((at, around) -> "PREMIUM"),
            optional("prefixLength", whole()).replaces().orComputed((at, around) -> 0),
            optional(
                    "purpose",
                    text()
                        .where(
                            GcpErrors.invalid("Must be one of " + PURPOSES + "."),
                            PURPOSES::contains)
                        .refusedAtUp())
                .replaces()
                .orComputed((at, around) -> isInternal(around) ? "GCE_ENDPOINT" : null),
            GcpFields.region(),
            optional("subnetwork", GcpSubnets.A_SUBNET)
                .replaces()
                .shownAs(GcpPaths.link("subnetwork")),
            GcpFields.creationTimestamp(),
            computed("users", (at, around) -> List.of()))
        .idIs(GcpPaths.regional("addresses"))
        .knownBy("address")
        .autoNamed(GcpFields.AUTO_NAME)
        .completedBy(GcpPaths::completed)
        .rule(GcpFields.needsProject(), GcpFields.needsRegion(), GcpLabels.rule())
        .rule(external())
        .rule(internal())
        .rule(new Rule(Step.DELETE, GcpAddresses::used))
        .exists(GcpFields.EXISTS)
        .inUse(GcpErrors.inUse("address", "{users}"))
        .gone(GcpFields.GONE)
        .build();
  }

  private static Rule[] external() {
    return new Rule[] {
      GcpErrors.api(
          "purpose",
          "The purpose can only be set for internal addresses.",
          address -> !isInternal(address) && address.has("purpose")),
      GcpErrors.api(
          "network",
          "The network can only be set for internal addresses with the purpose VPC_PEERING or"
              + " IPSEC_INTERCONNECT.",
          address -> address.has("network") && !isOfNetwork(address)),
      GcpErrors.api(
          "subnetwork",
          "The subnetwork cannot be set for external IPv4 addresses.",
          address -> !isInternal(address) && !isV6(address) && address.has("subnetwork")),
      GcpErrors.api(
          "subnetwork",
          "External IPv6 addresses need a subnetwork.",
          address -> !isInternal(address) && isV6(address) && !address.has("subnetwork")),
      GcpErrors.api(
          "ipv6EndpointType",
          "The endpoint type can only be set for external IPv6 addresses.",
          address -> address.has("ipv6EndpointType") && (isInternal(address) || !isV6(address))),
      GcpErrors.api(
          "address",
          "The specified external IP address was not found in the region.",
          address -> !isInternal(address) && address.has("address"))
    };
  }

  private static Rule[] internal() {
    return new Rule[] {
      GcpErrors.api(
          "networkTier",
          "The network tier cannot be specified for internal addresses.",
          address -> isInternal(address) && address.has("networkTier")),
      GcpErrors.api(
          "prefixLength",
          "The prefix length can only be set for ranges of a network.",
          address -> GcpFields.says(address, "prefixLength") && !isOfNetwork(address)),
      GcpNetworks.needsNetwork(
          "subnetwork",
          address -> isInternal(address) && !isOfNetwork(address) && !address.has("subnetwork")),
      GcpErrors.apiIn(
          "subnetwork",
          "The subnetwork must be in the same region as the address.",
          at ->
              subnetwork(at)
                  .filter(net -> !GcpPaths.regionOf(net.id()).equals(GcpPaths.regionOf(at.id())))
                  .isPresent()),
      GcpErrors.apiIn(
          "address",
          "The IP address must be within the range of the subnetwork.",
          at ->
              subnetwork(at).isPresent()
                  && at.inputs()
                      .text("address")
                      .filter(ip -> !GcpInternal.holds(subnetwork(at).get(), ip))
                      .isPresent()),
      GcpErrors.apiIn(
          "address",
          "IP_IN_USE_BY_ANOTHER_RESOURCE - IP '{address}' is already being used by another"
              + " resource.",
          at ->
              at.inputs()
                  .text("address")
                  .filter(
                      ip ->
                          subnetwork(at)
                              .filter(net -> GcpInternal.isTaken(at, net, ip))
                              .isPresent())
                  .isPresent())
    };
  }

  private static Optional<Stored> subnetwork(Situation at) {
    return at.find(GcpSubnets.SUBNET, at.inputs().text("subnetwork", ""));
  }

  private static boolean isInternal(Props address) {
    return address.text("addressType", "").equals("INTERNAL");
  }

  private static boolean isOfNetwork(Props address) {
    return isInternal(address) && OF_NETWORK.contains(address.text("purpose", ""));
  }

  private static boolean isV6(Props address) {
    return address.text("ipVersion", "").equals("IPV6");
  }

  private static @Nullable String reserved(Situation at, Props around) {
    if (!isInternal(around)) {
      return at.publicAddress("address");
    }
    return subnetwork(at).map(net -> GcpInternal.free(at, net, "address")).orElse(null);
  }

  private static List<Refusal> used(Situation at) {
    Stored own = at.old().orElseThrow();
    return at.all(GcpForwardingRules.FORWARDING_RULE).stream()
        .filter(rule -> rule.outputs().text("ipAddress").equals(own.outputs().text("address")))
        .filter(rule -> GcpPaths.regionOf(rule.id()).equals(GcpPaths.regionOf(own.id())))
        .findFirst()
        .map(rule -> GcpErrors.inUse("address", rule.id()).replace("{id}", own.id()))
        .map(message -> List.of(new Refusal("", message)))
        .orElse(List.of());
  }
}
