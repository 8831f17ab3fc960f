package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Regional static addresses: https://cloud.google.com/compute/docs/reference/rest/v1/addresses. */
final class Addresses {
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

  private Addresses() {}

  static ResourceType address() {
    return ResourceType.named(
            ADDRESS, "https://cloud.google.com/compute/docs/reference/rest/v1/addresses/insert")
        .has(CommonFields.early())
        .has(Labels.properties())
        .has(
            optional("address", text()).replaces().kept().orComputed(Addresses::reserved),
            optional("addressType", text().oneOf("INTERNAL", "EXTERNAL"))
                .replaces()
                .defaultsTo("EXTERNAL"),
            CommonFields.description().replaces(),
            optional(
                    "ipVersion",
                    text().oneOf("IPV4", "IPV6").suppressing(Spellings.emptyOr("IPV4")))
                .replaces(),
            optional("ipv6EndpointType", text().oneOf("VM", "NETLB")).replaces(),
            optional("network", Networks.A_NETWORK)
                .replaces()
                .shownAs(ResourceNames.link("network")),
            optional("networkTier", text().oneOf("PREMIUM", "STANDARD"))
                .replaces()
                .orComputed((request, enclosing) -> "PREMIUM"),
            optional("prefixLength", whole())
                .replaces()
                .orComputed((request, enclosing) -> isV6(enclosing) ? Ipv6Ranges.OF_RULE : 0),
            optional(
                    "purpose",
                    text()
                        .where(
                            ApiErrors.invalid("Must be one of " + PURPOSES + "."),
                            PURPOSES::contains)
                        .refusedAtUp())
                .replaces()
                .orComputed((request, enclosing) -> isInternal(enclosing) ? "GCE_ENDPOINT" : null),
            CommonFields.region(),
            optional("subnetwork", Subnetworks.A_SUBNETWORK)
                .replaces()
                .kept()
                .shownAs(ResourceNames.link("subnetwork")),
            CommonFields.creationTimestamp(),
            computed("users", (request, enclosing) -> List.of()))
        .idIs(ResourceNames.regional("addresses"))
        .knownBy("address")
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(ResourceNames::completed)
        .constraint(CommonFields.needsProject(), CommonFields.needsRegion(), Labels.constraint())
        .constraint(external())
        .constraint(internal())
        .constraint(ipv6())
        .constraint(new Constraint(Step.DELETE, Addresses::used))
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("address", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  private static Constraint[] external() {
    return new Constraint[] {
      ApiErrors.api(
          "purpose",
          "The purpose can only be set for internal addresses.",
          address -> !isInternal(address) && address.has("purpose")),
      ApiErrors.api(
          "network",
          "The network can only be set for internal addresses with the purpose VPC_PEERING or"
              + " IPSEC_INTERCONNECT.",
          address -> address.has("network") && !isOfNetwork(address)),
      ApiErrors.api(
          "subnetwork",
          "The subnetwork cannot be set for external IPv4 addresses.",
          address -> !isInternal(address) && !isV6(address) && address.has("subnetwork")),
      ApiErrors.api(
          "subnetwork",
          "External IPv6 addresses need a subnetwork.",
          address -> !isInternal(address) && isV6(address) && !address.has("subnetwork")),
      ApiErrors.api(
          "ipv6EndpointType",
          "The endpoint type can only be set for external IPv6 addresses.",
          address -> address.has("ipv6EndpointType") && (isInternal(address) || !isV6(address))),
      ApiErrors.api(
          "address",
          "The specified external IP address was not found in the region.",
          address -> !isInternal(address) && address.has("address"))
    };
  }

  private static Constraint[] internal() {
    return new Constraint[] {
      ApiErrors.api(
          "networkTier",
          "The network tier cannot be specified for internal addresses.",
          address -> isInternal(address) && address.has("networkTier")),
      ApiErrors.api(
          "prefixLength",
          "The prefix length can only be set for ranges of a network.",
          address -> CommonFields.says(address, "prefixLength") && !isOfNetwork(address)),
      Networks.needsNetwork(
          "subnetwork",
          address -> isInternal(address) && !isOfNetwork(address) && !address.has("subnetwork")),
      ApiErrors.apiIn(
          "subnetwork",
          "The subnetwork must be in the same region as the address.",
          request ->
              subnetwork(request)
                  .filter(
                      net ->
                          !ResourcePaths.regionOf(net.id())
                              .equals(ResourcePaths.regionOf(request.id())))
                  .isPresent()),
      ApiErrors.apiIn(
          "address",
          "The IP address must be within the range of the subnetwork.",
          request ->
              subnetwork(request).isPresent()
                  && request
                      .inputs()
                      .text("address")
                      .filter(ip -> !InternalAddresses.holds(subnetwork(request).get(), ip))
                      .isPresent()),
      ApiErrors.apiIn(
          "address",
          "IP_IN_USE_BY_ANOTHER_RESOURCE - IP '{address}' is already being used by another"
              + " resource.",
          request ->
              request
                  .inputs()
                  .text("address")
                  .filter(
                      ip ->
                          subnetwork(request)
                              .filter(net -> InternalAddresses.isTaken(request, net, ip))
                              .isPresent())
                  .isPresent())
    };
  }

  /** https://cloud.google.com/vpc/docs/reserve-static-internal-ip-address and the external one. */
  private static Constraint[] ipv6() {
    return new Constraint[] {
      ApiErrors.api(
          "networkTier",
          "External IPv6 addresses are of the tier PREMIUM only.",
          address -> isV6(address) && address.text("networkTier", "PREMIUM").equals("STANDARD")),
      ApiErrors.apiIn(
          "subnetwork",
          "The subnetwork has no IPv6 range of the address's type {addressType}.",
          request ->
              isV6(request.inputs())
                  && subnetwork(request)
                      .filter(
                          net ->
                              !Ipv6Ranges.has(
                                  net.outputs(), request.inputs().text("addressType", "")))
                      .isPresent())
    };
  }

  private static Optional<StoredResource> subnetwork(RequestContext request) {
    return request.find(Subnetworks.SUBNETWORK, request.inputs().text("subnetwork", ""));
  }

  private static boolean isInternal(Props address) {
    return address.text("addressType", "").equals("INTERNAL");
  }

  private static boolean isOfNetwork(Props address) {
    return isInternal(address) && OF_NETWORK.contains(address.text("purpose", ""));
  }

  private static boolean isV6(Props address) {
    return Ipv6Ranges.isMeant(address);
  }

  private static @Nullable String reserved(RequestContext request, Props enclosing) {
    if (isV6(enclosing)) {
      return subnetwork(request)
          .flatMap(net -> Ipv6Ranges.reserve(request, net, enclosing.text("ipv6EndpointType")))
          .orElse(null);
    }
    if (!isInternal(enclosing)) {
      return request.publicAddress("address");
    }
    return subnetwork(request)
        .map(net -> InternalAddresses.free(request, net, "address"))
        .orElse(null);
  }

  private static List<Refusal> used(RequestContext request) {
    StoredResource own = request.old().orElseThrow();
    return request.all(ForwardingRules.FORWARDING_RULE).stream()
        .filter(
            rule ->
                rule.outputs()
                    .text("ipAddress")
                    .equals(own.outputs().text("address").map(Ipv6Ranges::shown)))
        .filter(rule -> ResourcePaths.regionOf(rule.id()).equals(ResourcePaths.regionOf(own.id())))
        .filter(
            rule -> subnetwork(request).map(net -> InternalAddresses.isOf(net, rule)).orElse(true))
        .findFirst()
        .map(rule -> ApiErrors.inUse("address", rule.id()).replace("{id}", own.id()))
        .map(message -> List.of(new Refusal("", message)))
        .orElse(List.of());
  }
}
