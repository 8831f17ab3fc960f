package anyware.sandbox.azure;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an application gateway reaches the machines behind it
 * (https://learn.microsoft.com/azure/application-gateway/configuration-http-settings, and
 * https://learn.microsoft.com/azure/application-gateway/application-gateway-probe-overview).
 */
final class GatewayBackends {
  private static final String SETTINGS = "backendHttpSettingsCollection";

  private GatewayBackends() {}

  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    List<Props> pools = request.inputs().objects("backendAddressPools");
    for (int i = 0; i < pools.size(); i++) {
      found.addAll(pool(pools.get(i), "backendAddressPools[" + i + "]"));
    }
    List<Props> all = request.inputs().objects(SETTINGS);
    for (int i = 0; i < all.size(); i++) {
      found.addAll(settings(request, all.get(i), SETTINGS + "[" + i + "]"));
    }
    List<Props> probes = request.inputs().objects("probes");
    for (int i = 0; i < probes.size(); i++) {
      found.addAll(probe(probes.get(i), "probes[" + i + "]"));
    }
    return found;
  }

  private static List<Refusal> pool(Props pool, String path) {
    List<Refusal> found = new ArrayList<>();
    for (Props address : pool.objects("backendAddresses")) {
      if (address.has("fqdn") == address.has("ipAddress")) {
        found.add(new Refusal(path, "A backend address has either an fqdn or an ipAddress"));
      }
      address
          .text("ipAddress")
          .filter(ip -> CidrBlock.of(ip + "/32").isEmpty())
          .ifPresent(
              ip -> found.add(new Refusal(path, "Backend address '" + ip + "' is no IP address")));
    }
    return found;
  }

  private static List<Refusal> settings(RequestContext request, Props settings, String path) {
    List<Refusal> found = new ArrayList<>();
    String id = request.id() + "/" + SETTINGS + "/" + settings.text("name", "");
    if (!settings.has("port") || !settings.has("protocol")) {
      found.add(
          new Refusal(path, "BackendHttpSettings " + id + " must have a port and a protocol"));
    }
    boolean https = CommonShapes.isChosen(settings, "protocol", "Https");
    if (!https && !settings.objects("trustedRootCertificates").isEmpty()) {
      found.add(
          new Refusal(
              path + ".trustedRootCertificates",
              "BackendHttpSettings " + id + " has root certificates without the protocol Https"));
    }
    boolean picks = settings.isTrue("pickHostNameFromBackendAddress");
    if (picks && settings.has("hostName")) {
      found.add(
          new Refusal(
              path + ".hostName",
              "BackendHttpSettings "
                  + id
                  + " may not have both HostName and PickHostNameFromBackendAddress set"));
    }
    probeOf(request, settings)
        .ifPresent(
            probe -> {
              if (!probe.text("protocol", "").equalsIgnoreCase(settings.text("protocol", ""))) {
                found.add(
                    new Refusal(
                        path + ".probe",
                        ApiErrors.of(
                            "ApplicationGatewayProbeProtocolMustMatchBackendHttpSettingsProtocol",
                            "Probe "
                                + probe.text("name", "")
                                + " and BackendHttpSettings "
                                + id
                                + " must have the same protocol.")));
              }
              if (probe.isTrue("pickHostNameFromBackendHttpSettings")
                  && !picks
                  && settings.text("hostName", "").isEmpty()) {
                found.add(
                    new Refusal(
                        path + ".hostName",
                        "Probe "
                            + probe.text("name", "")
                            + " picks its host name from BackendHttpSettings "
                            + id
                            + ", which have none"));
              }
            });
    return found;
  }

  private static Optional<Props> probeOf(RequestContext request, Props settings) {
    String wanted = settings.text("probe.id", "").toLowerCase(Locale.ROOT);
    return request.inputs().objects("probes").stream()
        .filter(
            probe -> wanted.endsWith("/probes/" + probe.text("name", "").toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static List<Refusal> probe(Props probe, String path) {
    List<Refusal> found = new ArrayList<>();
    if (!probe.text("path", "").startsWith("/")) {
      found.add(new Refusal(path + ".path", "The path of a probe must begin with '/'"));
    }
    if (!probe.has("protocol")) {
      found.add(new Refusal(path + ".protocol", "A probe must have a protocol"));
    }
    if (probe.isTrue("pickHostNameFromBackendHttpSettings") == probe.has("host")) {
      found.add(
          new Refusal(
              path + ".host",
              "A probe has either a host or PickHostNameFromBackendHttpSettings set"));
    }
    return found;
  }
}
