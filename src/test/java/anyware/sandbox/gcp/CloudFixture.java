package anyware.sandbox.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A project with one object of each type that others refer to, and valid inputs for one more of
 * each type.
 */
final class CloudFixture implements Closeable {
  static final String NETWORK = "gcp:compute/network:Network";
  static final String SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
  static final String FIREWALL = "gcp:compute/firewall:Firewall";
  static final String ADDRESS = "gcp:compute/address:Address";
  static final String CHECK = "gcp:compute/regionHealthCheck:RegionHealthCheck";
  static final String SERVICE = "gcp:compute/regionBackendService:RegionBackendService";
  static final String RULE = "gcp:compute/forwardingRule:ForwardingRule";

  static final String GROUP = "gcp:compute/instanceGroup:InstanceGroup";
  static final String ROUTER = "gcp:compute/router:Router";
  static final String NAT = "gcp:compute/routerNat:RouterNat";

  static final String GLOBAL_ADDRESS = "gcp:compute/globalAddress:GlobalAddress";
  static final String GLOBAL_RULE = "gcp:compute/globalForwardingRule:GlobalForwardingRule";
  static final String HTTPS_PROXY = "gcp:compute/targetHttpsProxy:TargetHttpsProxy";
  static final String HTTP_PROXY = "gcp:compute/targetHttpProxy:TargetHttpProxy";
  static final String URL_MAP = "gcp:compute/uRLMap:URLMap";
  static final String GLOBAL_SERVICE = "gcp:compute/backendService:BackendService";
  static final String GLOBAL_CHECK = "gcp:compute/healthCheck:HealthCheck";
  static final String SSL_POLICY = "gcp:compute/sSLPolicy:SSLPolicy";
  static final String CERTIFICATE = "gcp:compute/sSLCertificate:SSLCertificate";
  static final String MANAGED = "gcp:compute/managedSslCertificate:ManagedSslCertificate";
  static final String SECURITY_POLICY = "gcp:compute/securityPolicy:SecurityPolicy";
  static final String ZONE = "gcp:dns/managedZone:ManagedZone";
  static final String RECORD = "gcp:dns/recordSet:RecordSet";

  /** As a change: leaves a property out. */
  static final Object ABSENT = new Object();

  static final String IN_PROJECT = "projects/acme-prod/";
  static final String IN_REGION = IN_PROJECT + "regions/us-east4/";
  private static final Map<String, String> PLACE =
      Map.of("project", "acme-prod", "region", "us-east4");

  private static final Object[] INNER = {
    "backendService",
    IN_REGION + "backendServices/inner",
    "loadBalancingScheme",
    "INTERNAL",
    "ipAddress",
    ABSENT,
    "portRange",
    ABSENT,
    "ports",
    List.of("443")
  };

  final Rig rig;

  /**
   * One thing that is refused.
   *
   * @param step when
   * @param type of what
   * @param changes of the valid inputs, name and value in turn
   * @param expected a part of the message, with its property in front
   */
  record Case(Step step, String type, List<Object> changes, String expected) {
    static Case check(String type, String expected, Object... changes) {
      return new Case(Step.CHECK, type, List.of(changes), expected);
    }

    static Case up(String type, String expected, Object... changes) {
      return new Case(Step.UP, type, List.of(changes), expected);
    }

    @Override
    public String toString() {
      return step + " " + type.replaceFirst(".*:", "") + ": " + expected;
    }
  }

  CloudFixture(Path folder) {
    rig = Rig.of(Gcp.cloud(), PLACE, folder);
    rig.create(NETWORK, "n", Map.of("name", "net", "autoCreateSubnetworks", false));
    rig.create(NETWORK, "a", Map.of("name", "auto"));
    subnet("sub", "10.0.0.0/24", "us-east4");
    subnet("far", "10.9.0.0/24", "us-west1");
    rig.create(ADDRESS, "ip", Map.of("name", "ip"));
    rig.create(ADDRESS, "far", Map.of("name", "far-ip", "region", "us-west1"));
    rig.create(CHECK, "c", Map.of("name", "check", "tcpHealthCheck", Map.of("port", 443)));
    rig.create(
        CHECK,
        "f",
        Map.of("name", "far-check", "region", "us-west1", "tcpHealthCheck", Map.of("port", 443)));
    rig.create(SERVICE, "s", with(SERVICE, "name", "tcp", "protocol", "TCP"));
    rig.create(
        SERVICE,
        "i",
        with(SERVICE, "name", "inner", "protocol", "TCP", "loadBalancingScheme", "INTERNAL"));
    rig.create(
        SERVICE,
        "e",
        with(SERVICE, "name", "elsewhere", "loadBalancingScheme", "INTERNAL", "network", "auto"));
    rig.create(SERVICE, "u", with(SERVICE, "name", "any", "protocol", "UNSPECIFIED"));
    rig.create(
        SERVICE,
        "w",
        with(
            SERVICE,
            "name",
            "far-tcp",
            "region",
            "us-west1",
            "healthChecks",
            IN_PROJECT + "regions/us-west1/healthChecks/far-check"));
    rig.create(GROUP, "g", with(GROUP, "name", "machines"));
    rig.create(GROUP, "h", with(GROUP, "name", "far", "zone", "us-west1-a"));
    rig.create(ROUTER, "r", with(ROUTER, "name", "router"));
  }

  private void subnet(String name, String range, String region) {
    rig.create(
        SUBNETWORK,
        name,
        Map.of("name", name, "network", "net", "ipCidrRange", range, "region", region));
  }

  /** Valid inputs of a type, changed. */
  static Map<String, Object> with(String type, Object... changes) {
    Map<String, Object> inputs =
        new TreeMap<>(
            switch (type) {
              case NETWORK -> Map.of("autoCreateSubnetworks", false);
              case SUBNETWORK -> Map.of("network", "net", "ipCidrRange", "10.1.0.0/24");
              case FIREWALL ->
                  Map.of(
                      "network",
                      "net",
                      "allows",
                      List.of(Map.of("protocol", "tcp", "ports", List.of("443"))),
                      "sourceRanges",
                      List.of("0.0.0.0/0"));
              case ADDRESS -> Map.of("description", "for 4172");
              case CHECK ->
                  Map.of("httpsHealthCheck", Map.of("port", 443, "requestPath", "/health"));
              case SERVICE ->
                  Map.of(
                      "loadBalancingScheme",
                      "EXTERNAL",
                      "protocol",
                      "TCP",
                      "sessionAffinity",
                      "CLIENT_IP",
                      "healthChecks",
                      IN_REGION + "healthChecks/check");
              case RULE ->
                  Map.of(
                      "backendService",
                      IN_REGION + "backendServices/tcp",
                      "ipProtocol",
                      "TCP",
                      "portRange",
                      "443",
                      "ipAddress",
                      IN_REGION + "addresses/ip");
              case GROUP -> Map.of("network", "net", "zone", "us-east4-a");
              case ROUTER -> Map.of("network", "net");
              case NAT ->
                  Map.of(
                      "router",
                      "router",
                      "natIpAllocateOption",
                      "AUTO_ONLY",
                      "sourceSubnetworkIpRangesToNat",
                      "LIST_OF_SUBNETWORKS",
                      "subnetworks",
                      List.of(subnet("sub", "ALL_IP_RANGES")),
                      "minPortsPerVm",
                      2048);
              default -> ofGlobal(type);
            });
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1] == ABSENT) {
        inputs.remove(String.valueOf(changes[i]));
      } else {
        inputs.put(String.valueOf(changes[i]), changes[i + 1]);
      }
    }
    return inputs;
  }

  private static Map<String, Object> ofGlobal(String type) {
    return switch (type) {
      case GLOBAL_ADDRESS -> Map.of("description", "for 443");
      case GLOBAL_RULE ->
          Map.of(
              "target",
              IN_PROJECT + "global/targetHttpsProxies/proxy",
              "loadBalancingScheme",
              "EXTERNAL_MANAGED",
              "ipAddress",
              IN_PROJECT + "global/addresses/front",
              "portRange",
              "443");
      case HTTPS_PROXY ->
          Map.of("urlMap", IN_PROJECT + "global/urlMaps/map", "sslCertificates", List.of("given"));
      case HTTP_PROXY -> Map.of("urlMap", "redirect");
      case URL_MAP -> Map.of("defaultService", IN_PROJECT + "global/backendServices/web");
      case GLOBAL_SERVICE ->
          Map.of(
              "loadBalancingScheme",
              "EXTERNAL_MANAGED",
              "protocol",
              "HTTPS",
              "portName",
              "https",
              "sessionAffinity",
              "GENERATED_COOKIE",
              "affinityCookieTtlSec",
              3600,
              "healthChecks",
              IN_PROJECT + "global/healthChecks/web");
      case GLOBAL_CHECK ->
          Map.of("httpsHealthCheck", Map.of("port", 443, "requestPath", "/health"));
      case SSL_POLICY -> Map.of("minTlsVersion", "TLS_1_2", "profile", "MODERN");
      case CERTIFICATE ->
          Map.of(
              "certificate",
              "-----BEGIN CERTIFICATE-----",
              "privateKey",
              "-----BEGIN PRIVATE KEY-----");
      case MANAGED -> Map.of("managed", Map.of("domains", List.of("pcoip.example.com")));
      case SECURITY_POLICY ->
          Map.of(
              "rules",
              List.of(rule(1000, "allow", "198.51.100.0/24"), rule(2147483647L, "deny(403)", "*")));
      case ZONE -> Map.of("dnsName", "example.com.");
      case RECORD ->
          Map.of(
              "managedZone",
              "zone",
              "name",
              "pcoip.example.com.",
              "type",
              "A",
              "ttl",
              300,
              "rrdatas",
              List.of("198.51.100.7"));
      default -> throw new IllegalArgumentException(type);
    };
  }

  /** A rule of a security policy. */
  static Map<String, Object> rule(long priority, String action, String... ranges) {
    return Map.of(
        "priority",
        priority,
        "action",
        action,
        "match",
        Map.of("versionedExpr", "SRC_IPS_V1", "config", Map.of("srcIpRanges", List.of(ranges))));
  }

  /** Makes everything that the valid inputs of the global balancer's types and records name. */
  void makeGlobals() {
    make(GLOBAL_ADDRESS, "front", "name", "front");
    make(GLOBAL_CHECK, "web", "name", "web");
    make(SECURITY_POLICY, "armor", "name", "armor");
    make(SECURITY_POLICY, "edge", "name", "edge", "type", "CLOUD_ARMOR_EDGE");
    make(GLOBAL_SERVICE, "web", "name", "web");
    make(GLOBAL_SERVICE, "classic", "name", "classic", "loadBalancingScheme", "EXTERNAL");
    make(URL_MAP, "map", "name", "map");
    make(
        URL_MAP,
        "classic",
        "name",
        "classic",
        "defaultService",
        IN_PROJECT + "global/backendServices/classic");
    make(
        URL_MAP,
        "redirect",
        "name",
        "redirect",
        "defaultService",
        ABSENT,
        "defaultUrlRedirect",
        Map.of("httpsRedirect", true, "stripQuery", false));
    make(CERTIFICATE, "given", "name", "given");
    make(SSL_POLICY, "tls", "name", "tls");
    make(HTTPS_PROXY, "proxy", "name", "proxy", "sslPolicy", "tls");
    make(HTTPS_PROXY, "old", "name", "old", "urlMap", "classic");
    make(HTTP_PROXY, "plain", "name", "plain");
    make(ZONE, "zone", "name", "zone");
  }

  /** One layer of a firewall rule: a protocol and its ports. */
  static List<Map<String, Object>> layer(String protocol, String... ports) {
    return List.of(
        ports.length == 0
            ? Map.of("protocol", protocol)
            : Map.of("protocol", protocol, "ports", List.of(ports)));
  }

  /** A subnetwork of a Cloud NAT, with those of its ranges that are translated. */
  static Map<String, Object> subnet(String name, String... ranges) {
    return Map.of("name", name, "sourceIpRangesToNats", List.of(ranges));
  }

  /** The changes that make a valid forwarding rule an internal one, and more. */
  static Object[] inner(Object... more) {
    return Stream.concat(Stream.of(INNER), Stream.of(more)).toArray();
  }

  /** Makes a valid object, changed. */
  StoredResource make(String type, String name, Object... changes) {
    return rig.create(type, name, with(type, changes));
  }

  /** An up refusal implies that the preview passes: the rig demands it. */
  void refuses(Case wrong) {
    Map<String, Object> inputs = with(wrong.type(), wrong.changes().toArray());
    List<String> refusals =
        wrong.step() == Step.CHECK
            ? rig.checkRefusals(wrong.type(), "x", inputs)
            : rig.upRefusals(wrong.type(), "x", inputs);
    assertThat(refusals).anySatisfy(text -> assertThat(text).startsWith(wrong.expected()));
  }

  @Override
  public void close() {
    rig.close();
  }
}
