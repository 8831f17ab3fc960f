package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.ApiErrors.apiIn;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The address at which a forwarding rule takes traffic:
 * https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts#ip_address_specifications.
 */
final class ForwardingRuleAddresses {
  private ForwardingRuleAddresses() {}

  static Constraint[] constraints() {
    return new Constraint[] {
      apiIn("ipAddress", "Invalid IP address specified.", ForwardingRuleAddresses::unknownAddress),
      apiIn(
          "ipAddress",
          "Specified IP address is in-use and would result in a conflict.",
          ForwardingRuleAddresses::conflicts),
      new Constraint(Step.UP, ForwardingRuleAddresses::taken),
      apiIn(
          "ipAddress",
          "The version of the IP address must be that of the forwarding rule, {ipVersion}.",
          request ->
              ForwardingRules.reserved(request)
                  .filter(
                      address ->
                          Ipv6Ranges.isMeant(address.inputs())
                              != Ipv6Ranges.isMeant(request.inputs()))
                  .isPresent()),
      apiIn(
          "ipAddress",
          "An external IPv6 address of a forwarding rule must be reserved for NETLB.",
          request ->
              ForwardingRules.reserved(request)
                  .map(StoredResource::inputs)
                  .filter(Ipv6Ranges::isMeant)
                  .filter(
                      address ->
                          !ForwardingRules.isInternal(request.inputs())
                              && !address.text("ipv6EndpointType", "").equals("NETLB"))
                  .isPresent()),
      apiIn(
          "ipAddress",
          "IPv6 addresses must be in the form of a /96 range.",
          request ->
              request
                  .inputs()
                  .text("ipAddress")
                  .filter(ip -> ip.contains(":") && IpRanges.isAddress(ip))
                  .isPresent()),
      apiIn(
          "subnetwork",
          "The subnetwork must be that of the IPv6 address.",
          request ->
              ForwardingRules.reserved(request)
                  .filter(address -> Ipv6Ranges.isMeant(address.inputs()))
                  .filter(
                      address ->
                          ForwardingRules.subnetwork(request)
                              .filter(net -> !InternalAddresses.isOf(net, address))
                              .isPresent())
                  .isPresent())
    };
  }

  /** An external rule takes reserved addresses only, an internal one any of its subnetwork. */
  private static boolean unknownAddress(RequestContext request) {
    Optional<String> wanted = request.inputs().text("ipAddress");
    boolean internal = ForwardingRules.isInternal(request.inputs());
    Optional<StoredResource> address = ForwardingRules.reserved(request);
    if (address.isPresent()) {
      return internal != address.get().inputs().text("addressType", "").equals("INTERNAL");
    }
    return wanted
        .filter(
            ip ->
                !internal
                    || !IpRanges.isAddress(ip)
                    || ForwardingRules.subnetwork(request)
                        .filter(net -> InternalAddresses.holds(net, ip))
                        .isEmpty())
        .isPresent();
  }

  private static boolean conflicts(RequestContext request) {
    return onTheSameAddress(request)
        .anyMatch(other -> ForwardingRulePorts.overlap(other.inputs(), request.inputs()));
  }

  /**
   * Several internal rules share an address only if it is reserved for that:
   * https://cloud.google.com/load-balancing/docs/internal/multiple-forwarding-rules-same-ip.
   */
  private static List<Refusal> taken(RequestContext request) {
    boolean shared =
        ForwardingRules.reserved(request)
            .flatMap(address -> address.outputs().text("purpose"))
            .filter("SHARED_LOADBALANCER_VIP"::equals)
            .isPresent();
    return !shared
            && ForwardingRules.isInternal(request.inputs())
            && onTheSameAddress(request).findAny().isPresent()
        ? List.of(
            new Refusal(
                "ipAddress",
                "googleapi: Error 409: IP_IN_USE_BY_ANOTHER_RESOURCE - IP '"
                    + address(request).orElse("")
                    + "' is already being used by another resource."))
        : List.of();
  }

  private static Stream<StoredResource> onTheSameAddress(RequestContext request) {
    Optional<String> wanted = address(request);
    return request.all(ForwardingRules.FORWARDING_RULE).stream()
        .filter(other -> wanted.isPresent() && !other.id().equals(request.id()))
        .filter(other -> other.outputs().text("ipAddress").equals(wanted))
        .filter(
            other ->
                !ForwardingRules.isInternal(request.inputs())
                    || ForwardingRules.subnetwork(request)
                        .filter(net -> InternalAddresses.isOf(net, other))
                        .isPresent());
  }

  private static Optional<String> address(RequestContext request) {
    return ForwardingRules.reserved(request)
        .flatMap(address -> address.outputs().text("address"))
        .map(Ipv6Ranges::shown)
        .or(() -> request.inputs().text("ipAddress"));
  }
}
