package anyware.sandbox.gcp;

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

/**
 * Global static addresses: https://cloud.google.com/compute/docs/reference/rest/v1/globalAddresses.
 */
final class GlobalAddresses {
  static final String GLOBAL_ADDRESS = "gcp:compute/globalAddress:GlobalAddress";

  private GlobalAddresses() {}

  static ResourceType address() {
    return ResourceType.named(
            GLOBAL_ADDRESS,
            "https://cloud.google.com/compute/docs/reference/rest/v1/globalAddresses/insert")
        .has(CommonFields.late())
        .has(Labels.properties())
        .has(
            optional("address", text()).replaces().kept().orComputed(GlobalAddresses::reserved),
            optional(
                    "addressType",
                    text().oneOf("EXTERNAL", "INTERNAL").suppressing(Spellings.emptyOr("EXTERNAL")))
                .replaces()
                .defaultsTo("EXTERNAL"),
            CommonFields.description().replaces(),
            optional(
                    "ipVersion",
                    text().oneOf("IPV4", "IPV6").suppressing(Spellings.emptyOr("IPV4")))
                .replaces(),
            optional("network", Networks.A_NETWORK)
                .replaces()
                .shownAs(ResourceNames.link("network")),
            optional("prefixLength", whole()).replaces().orComputed((request, enclosing) -> 0),
            optional("purpose", text()).replaces(),
            CommonFields.creationTimestamp())
        .idIs(ResourceNames.global("addresses"))
        .knownBy("address")
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(ResourceNames::completed)
        .constraint(CommonFields.needsProject(), Labels.constraint())
        .constraint(
            ApiErrors.api(
                "network",
                "The network can only be set for internal addresses.",
                address -> address.has("network") && !isInternal(address)),
            ApiErrors.api(
                "network",
                "Internal global addresses need a network.",
                address -> !address.has("network") && isInternal(address)),
            ApiErrors.api(
                "purpose",
                "Must be VPC_PEERING or PRIVATE_SERVICE_CONNECT, of internal addresses.",
                address ->
                    CommonFields.says(address, "purpose")
                        && !(isInternal(address)
                            && List.of("VPC_PEERING", "PRIVATE_SERVICE_CONNECT")
                                .contains(address.text("purpose", "")))),
            ApiErrors.api(
                "prefixLength",
                "The prefix length can only be set for ranges of a network.",
                address -> CommonFields.says(address, "prefixLength") && !isInternal(address)),
            ApiErrors.api(
                "address",
                "The specified external IP address was not found.",
                address -> !isInternal(address) && address.has("address")))
        .constraint(new Constraint(Step.DELETE, GlobalAddresses::used))
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("address", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  private static boolean isInternal(Props address) {
    return address.text("addressType", "").equals("INTERNAL");
  }

  private static Object reserved(RequestContext request, Props address) {
    return address.text("ipVersion", "").equals("IPV6")
        ? "2600:1901:0:" + Ipv6Ranges.group(request, "address", 4) + "::"
        : request.publicAddress("address");
  }

  private static List<Refusal> used(RequestContext request) {
    StoredResource own = request.old().orElseThrow();
    return request.all(GlobalForwardingRules.GLOBAL_FORWARDING_RULE).stream()
        .filter(rule -> rule.outputs().text("ipAddress").equals(own.outputs().text("address")))
        .findFirst()
        .map(rule -> ApiErrors.inUse("address", rule.id()).replace("{id}", own.id()))
        .map(message -> List.of(new Refusal("", message)))
        .orElse(List.of());
  }
}
