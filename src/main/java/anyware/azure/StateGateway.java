package anyware.azure;

import anyware.cloud.Application.Capacity;
import anyware.json.JsonPart;
import anyware.net.Cidr;
import anyware.net.IpAddress;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.problem.Problem;
import anyware.state.StateResource;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a site's application gateway back.
 *
 * @param index the site's resources
 * @param problems where is noted what is not as the provider writes it
 */
record StateGateway(StateIndex index, List<Problem> problems) {
  private static final String FRONTENDS = "frontendIPConfigurations";
  private static final String PLACES = "gatewayIPConfigurations";
  private static final String LISTENERS = "httpListeners";
  private static final String PORT = "frontendPort";
  private static final Set<String> OWN = Set.of(GatewayIds.SESSIONS, GatewayIds.LEGACY);

  Optional<SiteBalancer> gateway() {
    return index.of(StateIndex.APPLICATION_GATEWAY).findFirst().map(this::gateway);
  }

  private ApplicationGateway gateway(StateResource gateway) {
    JsonPart current = gateway.current(problems);
    return new ApplicationGateway(
        gateway.name(),
        frontend(gateway, current),
        ofListener(current, GatewayIds.SESSIONS).orElse(0),
        ofListener(current, GatewayIds.LEGACY),
        backend(current),
        tls(current),
        new Capacity(
            number(current.member("autoscaleConfiguration"), "minCapacity"),
            number(current.member("autoscaleConfiguration"), "maxCapacity")),
        current.member("firewallPolicy").flatMap(policy -> policy.text("id")),
        current.items(LISTENERS, "listeners").stream()
            .filter(listener -> listener.text("name").filter(OWN::contains).isEmpty())
            .map(listener -> traffic(current, listener))
            .toList());
  }

  private static Optional<JsonPart> named(JsonPart current, String list, String name) {
    return current.items(list, "parts").stream()
        .filter(part -> part.text("name").filter(name::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  private static Optional<JsonPart> first(JsonPart current, String list) {
    return current.items(list, "parts").stream().findFirst();
  }

  private static int number(Optional<JsonPart> part, String key) {
    return part.flatMap(fields -> fields.number(key)).orElse(0);
  }

  private static Optional<String> id(JsonPart part, String key) {
    return part.member(key).flatMap(reference -> reference.text("id"));
  }

  private static Optional<Integer> port(JsonPart current, String name) {
    return named(current, "frontendPorts", name).flatMap(port -> port.number("port"));
  }

  /** Where a listener of ours listens: at the port of its own name where that is not known yet. */
  private static Optional<Integer> ofListener(JsonPart current, String name) {
    return named(current, LISTENERS, name)
        .flatMap(
            listener -> isUnknown(listener) ? port(current, name) : listensAt(current, listener));
  }

  private static boolean isUnknown(JsonPart listener) {
    return id(listener, PORT).filter(StateResource.UNKNOWN::equals).isPresent();
  }

  private static Optional<Integer> listensAt(JsonPart current, JsonPart listener) {
    return id(listener, PORT)
        .map(port -> port.substring(port.lastIndexOf('/') + 1))
        .flatMap(name -> port(current, name));
  }

  /** Every port where it is not known at which one. */
  private static Traffic traffic(JsonPart current, JsonPart listener) {
    return listensAt(current, listener)
        .map(port -> Traffic.of(Protocol.TCP, port))
        .orElse(Traffic.ANY);
  }

  private GatewayFrontend frontend(StateResource gateway, JsonPart current) {
    Optional<String> place = first(current, PLACES).flatMap(part -> id(part, "subnet"));
    Frontend subnet =
        place
            .flatMap(id -> index.meant(id, gateway, PLACES, StateIndex.SUBNET))
            .<Frontend>map(Frontend.Inside::new)
            .orElseGet(() -> new Frontend.InsideExisting(place.orElse("")));
    Optional<IpAddress> inside =
        named(current, FRONTENDS, GatewayIds.PRIVATE)
            .filter(
                part ->
                    part.text("privateIPAllocationMethod")
                        .filter("Static"::equalsIgnoreCase)
                        .isPresent())
            .flatMap(part -> part.member("privateIPAddress"))
            .flatMap(JsonPart::cidr)
            .map(Cidr::first);
    String address =
        named(current, FRONTENDS, GatewayIds.PUBLIC)
            .flatMap(part -> id(part, "publicIPAddress"))
            .flatMap(id -> index.meant(id, gateway, FRONTENDS, StateIndex.ADDRESS))
            .orElse("");
    return new GatewayFrontend(subnet, address, inside);
  }

  private static GatewayBackend backend(JsonPart current) {
    Optional<JsonPart> settings = first(current, "backendHttpSettingsCollection");
    Optional<JsonPart> probe = first(current, "probes");
    Optional<JsonPart> root = first(current, "trustedRootCertificates");
    return new GatewayBackend(
        number(settings, "port"),
        probe.flatMap(part -> part.text("path")).orElse(""),
        number(probe, "interval"),
        number(probe, "timeout"),
        number(probe, "unhealthyThreshold"),
        settings.flatMap(part -> part.text("hostName")),
        root.flatMap(part -> part.text("keyVaultSecretId").or(() -> part.text("data"))),
        current.items("backendAddressPools", "backend pools").stream()
            .flatMap(pool -> pool.items("backendAddresses", "addresses").stream())
            .flatMap(address -> address.member("ipAddress").stream())
            .flatMap(address -> address.cidr().stream())
            .map(Cidr::first)
            .sorted()
            .toList());
  }

  private static GatewayTls tls(JsonPart current) {
    return new GatewayTls(
        first(current, "sslCertificates").flatMap(part -> part.text("keyVaultSecretId")).orElse(""),
        current
            .member("identity")
            .flatMap(identity -> identity.member("userAssignedIdentities"))
            .map(StateGateway::identities)
            .orElse(""),
        current.member("sslPolicy").flatMap(policy -> policy.text("policyName")).orElse(""));
  }

  /** Requests list identities by their ids, answers have them as keys. */
  private static String identities(JsonPart identities) {
    return identities.value() instanceof JsonObject byId
        ? String.join(", ", byId.keySet())
        : identities.items("identities").stream()
            .flatMap(id -> id.text().stream())
            .collect(Collectors.joining(", "));
  }
}
