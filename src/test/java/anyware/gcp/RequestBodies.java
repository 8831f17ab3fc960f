package anyware.gcp;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The bodies that Google's provider sends for a resource's inputs: the API's names in place of the
 * provider's, without what goes into the URL (the expand functions of
 * https://github.com/hashicorp/terraform-provider-google/tree/v5.0.0/google/services/compute).
 */
final class RequestBodies {
  /** The API's schemas by the provider's types. */
  static final Map<String, String> SCHEMAS =
      Map.ofEntries(
          Map.entry("gcp:compute/address:Address", "Address"),
          Map.entry("gcp:compute/backendService:BackendService", "BackendService"),
          Map.entry("gcp:compute/firewall:Firewall", "Firewall"),
          Map.entry("gcp:compute/forwardingRule:ForwardingRule", "ForwardingRule"),
          Map.entry("gcp:compute/globalAddress:GlobalAddress", "Address"),
          Map.entry("gcp:compute/globalForwardingRule:GlobalForwardingRule", "ForwardingRule"),
          Map.entry("gcp:compute/healthCheck:HealthCheck", "HealthCheck"),
          Map.entry("gcp:compute/managedSslCertificate:ManagedSslCertificate", "SslCertificate"),
          Map.entry("gcp:compute/network:Network", "Network"),
          Map.entry("gcp:compute/regionBackendService:RegionBackendService", "BackendService"),
          Map.entry("gcp:compute/regionHealthCheck:RegionHealthCheck", "HealthCheck"),
          Map.entry("gcp:compute/router:Router", "Router"),
          Map.entry("gcp:compute/routerNat:RouterNat", "RouterNat"),
          Map.entry("gcp:compute/sSLPolicy:SSLPolicy", "SslPolicy"),
          Map.entry("gcp:compute/securityPolicy:SecurityPolicy", "SecurityPolicy"),
          Map.entry("gcp:compute/subnetwork:Subnetwork", "Subnetwork"),
          Map.entry("gcp:compute/targetHttpProxy:TargetHttpProxy", "TargetHttpProxy"),
          Map.entry("gcp:compute/targetHttpsProxy:TargetHttpsProxy", "TargetHttpsProxy"),
          Map.entry("gcp:compute/uRLMap:URLMap", "UrlMap"),
          Map.entry("gcp:dns/recordSet:RecordSet", "ResourceRecordSet"));

  private static final Set<String> IN_THE_URL =
      Set.of("project", "region", "router", "managedZone");

  /** What the provider does after the create, by other requests. */
  private static final Set<String> OF_THE_PROVIDER = Set.of("deleteDefaultRoutesOnCreate");

  private static final Map<String, String> NAMES =
      Map.of(
          "allows", "allowed",
          "denies", "denied",
          "protocol", "IPProtocol",
          "ipAddress", "IPAddress",
          "ipProtocol", "IPProtocol",
          "sourceIpRangesToNats", "sourceIpRangesToNat");

  private RequestBodies() {}

  static Map<String, Object> of(String type, Map<String, Object> inputs) {
    Map<String, Object> body = new TreeMap<>();
    inputs.forEach(
        (name, value) -> {
          if (!IN_THE_URL.contains(name) && !OF_THE_PROVIDER.contains(name)) {
            put(type, body, name, value);
          }
        });
    return body;
  }

  private static void put(String type, Map<String, Object> body, String name, Object value) {
    switch (name) {
      case "routingMode" -> body.put("routingConfig", Map.of(name, value));
      case "connectionDrainingTimeoutSec" ->
          body.put("connectionDraining", Map.of("drainingTimeoutSec", value));
      case "healthChecks" -> body.put(name, List.of(value));
      // A backend service's protocol keeps its name; a firewall's layers have another.
      case "protocol" -> body.put(type.endsWith("BackendService") ? name : "IPProtocol", value);
      default -> body.put(NAMES.getOrDefault(name, name), inner(type, value));
    }
  }

  private static Object inner(String type, Object value) {
    if (value instanceof Map<?, ?> structure) {
      Map<String, Object> body = new TreeMap<>();
      structure.forEach((name, item) -> put(type, body, String.valueOf(name), item));
      return body;
    }
    return value instanceof List<?> list
        ? list.stream().map(item -> inner(type, item)).toList()
        : value;
  }
}
