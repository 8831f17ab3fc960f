package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.ADDRESS_ID;
import static anyware.sandbox.azure.CloudFixture.NONE;
import static anyware.sandbox.azure.CloudFixture.SUBNET_ID;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.table;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.LoadBalancers.LOAD_BALANCER;

import anyware.sandbox.azure.CloudFixture.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Load balancers that Azure refuses, above all for dead ids among their own parts. */
final class LoadBalancerCases {
  static final String ID = CloudFixture.PLACE + "loadBalancers/lb";

  static final Map<String, Object> FRONTEND =
      Map.of("name", "front", "publicIPAddress", Map.of("id", ADDRESS_ID));

  static final Map<String, Object> PROBE =
      Map.of("name", "health", "protocol", "Https", "port", 443, "requestPath", "/health");

  static final Map<String, Object> RULE =
      Map.of(
          "name",
          "https",
          "protocol",
          "Tcp",
          "frontendPort",
          443,
          "backendPort",
          443,
          "frontendIPConfiguration",
          part("frontendIPConfigurations/front"),
          "backendAddressPool",
          part("backendAddressPools/pool"),
          "probe",
          part("probes/health"));

  static final Map<String, Object> LB =
      with(
          named("loadBalancerName", "lb"),
          "sku",
          Map.of("name", "Standard"),
          "frontendIPConfigurations",
          List.of(FRONTEND),
          "backendAddressPools",
          List.of(Map.of("name", "pool")),
          "probes",
          List.of(PROBE),
          "loadBalancingRules",
          List.of(RULE));

  static final Map<String, Object> OUTBOUND =
      Map.of(
          "name",
          "out",
          "protocol",
          "All",
          "backendAddressPool",
          part("backendAddressPools/pool"),
          "frontendIPConfigurations",
          List.of(part("frontendIPConfigurations/front")));

  static Map<String, String> part(String path) {
    return Map.of("id", ID + "/" + path);
  }

  static Map<String, Object> rules(Map<?, ?>... rules) {
    return with(LB, "loadBalancingRules", List.of(rules));
  }

  static Map<String, Object> rule(Object... changes) {
    return rules(with(RULE, changes));
  }

  static Map<String, Object> probe(Object... changes) {
    return with(LB, "probes", List.of(with(PROBE, changes)));
  }

  static Map<String, Object> frontends(Map<?, ?>... frontends) {
    return with(LB, "frontendIPConfigurations", List.of(frontends));
  }

  static Map<String, Object> basic() {
    return with(
        LB,
        "sku",
        NONE,
        "loadBalancingRules",
        NONE,
        "probes",
        NONE,
        "frontendIPConfigurations",
        List.of(Map.of("name", "front", "subnet", Map.of("id", SUBNET_ID))));
  }

  private LoadBalancerCases() {}

  static Stream<Case> all() {
    String rule = "loadBalancingRules[0]";
    Map<String, Object> second = with(RULE, "name", "other");
    return table(LOAD_BALANCER)
        .check("unknown property", rule("idle", 4), rule + ".idle: unknown property")
        .check("no protocol", rule("protocol", NONE), rule + ".protocol: missing required")
        .check("no frontend port", rule("frontendPort", NONE), rule + ".frontendPort: missing req")
        .check("probe without port", probe("port", NONE), "probes[0].port: missing required")
        .check(
            "outbound rule without pool",
            with(LB, "outboundRules", List.of(with(OUTBOUND, "backendAddressPool", NONE))),
            "outboundRules[0].backendAddressPool: missing required")
        .up(
            "missing frontend",
            rule("frontendIPConfiguration", part("frontendIPConfigurations/none")),
            rule
                + ".frontendIPConfiguration.id: Code=\"InvalidResourceReference\""
                + " Message=\"Resource "
                + ID
                + "/frontendIPConfigurations/none referenced by resource loadBalancers/lb was not"
                + " found. Please make sure that the referenced resource exists, and that both"
                + " resources are in the same region.\"")
        .up(
            "missing pool",
            rule("backendAddressPool", part("backendAddressPools/none")),
            rule + ".backendAddressPool.id: Code=\"InvalidResourceReference\"")
        .up(
            "missing pool in the list",
            rule("backendAddressPools", List.of(part("backendAddressPools/none"))),
            rule + ".backendAddressPools[0].id: Code=\"InvalidResourceReference\"")
        .up("missing probe", rule("probe", part("probes/none")), rule + ".probe.id: Code=\"Invalid")
        .up(
            "probe's id where a pool's belongs",
            rule("backendAddressPool", part("probes/health")),
            rule + ".backendAddressPool.id: Code=\"InvalidResourceReference\"")
        .up("no frontend", rule("frontendIPConfiguration", NONE), rule + ".frontendIPConfiguratio")
        .up(
            "missing address",
            frontends(with(FRONTEND, "publicIPAddress", Map.of("id", ADDRESS_ID + "x"))),
            "frontendIPConfigurations[0].publicIPAddress.id: Code=\"InvalidResourceReference\"")
        .up(
            "frontend without address",
            frontends(Map.of("name", "front")),
            "frontendIPConfigurations[0]: Code=\"FrontendIPConfigHasNoSubnetOrPublicIP\""
                + " Message=\"Frontend IP Configuration "
                + ID
                + "/frontendIPConfigurations/front must reference either a Subnet or a Public IP"
                + " Address.\"")
        .up(
            "frontend with subnet and address",
            frontends(with(FRONTEND, "subnet", Map.of("id", SUBNET_ID))),
            "frontendIPConfigurations[0]: Code=\"FrontendIPConfigHasBothSubnetAndPublicIP\"")
        .up(
            "one address for two frontends",
            frontends(FRONTEND, with(FRONTEND, "name", "again")),
            "frontendIPConfigurations[1].publicIPAddress.id:"
                + " Code=\"PublicIPReferencedByMultipleIPConfigs\"")
        .up(
            "Basic balancer with a Standard address",
            with(basic(), "frontendIPConfigurations", List.of(FRONTEND)),
            "frontendIPConfigurations[0].publicIPAddress.id: Code=\"PublicIPAndLBSkuDoNotMatch\""
                + " Message=\"Basic sku load balancer "
                + ID
                + " cannot reference Standard sku publicIP "
                + ADDRESS_ID)
        .up(
            "part without a name",
            with(LB, "backendAddressPools", List.of(Map.of("name", "pool"), Map.of())),
            "backendAddressPools[1].name: Code=\"InvalidResourceName\"")
        .up(
            "two parts of one name",
            with(
                LB, "backendAddressPools", List.of(Map.of("name", "pool"), Map.of("name", "POOL"))),
            "backendAddressPools[1].name: Code=\"DuplicateResourceName\"")
        .up(
            "TCP probe with a path",
            probe("protocol", "Tcp"),
            "probes[0].requestPath: Code=\"ProbeRequestPathIsNotNull\" Message=\"Request path for"
                + " probe "
                + ID
                + "/probes/health must be null when its protocol is Tcp.\"")
        .up(
            "HTTPS probe without a path",
            probe("requestPath", NONE),
            "probes[0].requestPath: Code=\"ProbeRequestPathIsNull\" Message=\"Request path for")
        .up("probe too often", probe("intervalInSeconds", 4), "probes[0].intervalInSeconds: The")
        .up("probe of port 0", probe("port", 0), "probes[0].port: The port 0")
        .up("UDP probe", probe("protocol", "Udp"), "probes[0].protocol: Code=\"InvalidRequestFor")
        .up(
            "HTTPS probe of Basic",
            with(basic(), "probes", List.of(PROBE)),
            "probes[0].protocol: Probe health")
        .up("idle timeout", rule("idleTimeoutInMinutes", 101), rule + ".idleTimeoutInMinutes: The")
        .up("unknown affinity", rule("loadDistribution", "Cookie"), rule + ".loadDistribution: Co")
        .up("port too high", rule("frontendPort", 65535), rule + ".frontendPort: The port 65535")
        .up("all protocols on one port", rule("protocol", "All"), rule + ".protocol: Load balanc")
        .up(
            "two rules on one frontend port",
            rules(RULE, with(second, "backendPort", 8443)),
            "loadBalancingRules[1].frontendPort:"
                + " Code=\"RulesUseSameFrontendPortProtocolAndIPConfig\"")
        .up(
            "two rules on one backend port",
            rules(RULE, with(second, "frontendPort", 8443)),
            "loadBalancingRules[1].backendPort: Code=\"RulesUseSameBackendPortProtocolAndPool\""
                + " Message=\"Load balancing rules "
                + ID
                + "/loadBalancingRules/https and "
                + ID
                + "/loadBalancingRules/other with floating IP disabled use the same protocol Tcp"
                + " and backend port 443, and must not be used with the same backend address pool ")
        .up(
            "outbound rule beside SNAT",
            with(LB, "outboundRules", List.of(OUTBOUND)),
            rule
                + ".disableOutboundSnat: Code=\"LoadBalancingRuleMustDisableSNATSinceSameFrontend"
                + "IPConfigurationIsReferencedByOutboundRule\"")
        .up(
            "outbound ports",
            with(
                rule("disableOutboundSnat", true),
                "outboundRules",
                List.of(with(OUTBOUND, "allocatedOutboundPorts", 1001))),
            "outboundRules[0].allocatedOutboundPorts: Code="
                + "\"SpecifiedAllocatedOutboundPortsForOutboundRuleIsNotAMultipleOfEight\"")
        .cases()
        .stream();
  }
}
