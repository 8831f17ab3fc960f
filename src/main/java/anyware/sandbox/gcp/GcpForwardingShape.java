package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.GcpErrors.api;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the API refuses about a forwarding rule's own fields:
 * https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts.
 */
final class GcpForwardingShape {
  private static final List<String> WITH_PORTS = List.of("TCP", "UDP", "SCTP");
  private static final int MOST_SOURCES = 64;

  private GcpForwardingShape() {}

  /**
   * The rules.
   *
   * @return them
   */
  static Rule[] rules() {
    return new Rule[] {
      api(
          "target",
          "Exactly one of target and backendService must be specified.",
          rule -> rule.has("target") == rule.has("backendService")),
      api(
          "allPorts",
          "The fields ports, portRange and allPorts are mutually exclusive.",
          rule -> portFields(rule) > 1),
      api(
          "allPorts",
          "A forwarding rule with the protocol L3_DEFAULT must set allPorts to true.",
          rule -> protocol(rule).equals("L3_DEFAULT") && !rule.isTrue("allPorts")),
      api(
          "ports",
          "Forwarding rules with backend services must specify at least one port.",
          rule -> rule.has("backendService") && withPorts(rule) && portFields(rule) == 0),
      api(
          "ports",
          "Ports can only be specified for the protocols TCP, UDP and SCTP.",
          rule ->
              !withPorts(rule)
                  && (GcpFields.says(rule, "ports") || GcpFields.says(rule, "portRange"))),
      new Rule(Step.UP, GcpForwardingShape::ports),
      api(
          "portRange",
          "Must be a port from 1 to 65535 or a range of them.",
          rule ->
              rule.text("portRange").filter(text -> GcpPorts.of(text, 1).isEmpty()).isPresent()),
      onlyInternal("allowGlobalAccess"),
      onlyInternal("isMirroringCollector"),
      onlyInternal("serviceLabel"),
      onlyInternal("serviceDirectoryRegistrations"),
      api(
          "network",
          "The network cannot be specified for external forwarding rules.",
          rule -> rule.has("network") && rule.text("loadBalancingScheme", "").equals("EXTERNAL")),
      api(
          "subnetwork",
          "The subnetwork can only be specified for internal or IPv6 forwarding rules.",
          rule ->
              rule.has("subnetwork")
                  && !GcpForwardingRules.isInternal(rule)
                  && !rule.text("ipVersion", "").equals("IPV6")),
      api(
          "sourceIpRanges",
          "Source ranges can only be specified for external forwarding rules, at most 64.",
          rule ->
              GcpFields.says(rule, "sourceIpRanges")
                  && (!rule.text("loadBalancingScheme", "").equals("EXTERNAL")
                      || rule.texts("sourceIpRanges").size() > MOST_SOURCES)),
      onlyForServices("allowPscGlobalAccess"),
      onlyForServices("noAutomateDnsZone")
    };
  }

  /**
   * The protocol, with the API's default.
   *
   * @param rule the rule
   * @return the protocol
   */
  static String protocol(Props rule) {
    return rule.text("ipProtocol", "TCP");
  }

  /**
   * The ports for which a rule takes traffic.
   *
   * @param rule the rule
   * @return the ranges
   */
  static List<GcpPorts> portsOf(Props rule) {
    List<GcpPorts> ports =
        Stream.concat(rule.texts("ports").stream(), rule.text("portRange").stream())
            .flatMap(text -> GcpPorts.of(text, 1).stream())
            .toList();
    return ports.isEmpty() ? List.of(GcpPorts.ALL) : ports;
  }

  private static boolean withPorts(Props rule) {
    return WITH_PORTS.contains(protocol(rule));
  }

  private static long portFields(Props rule) {
    return Stream.of("ports", "portRange", "allPorts")
        .filter(field -> GcpFields.says(rule, field))
        .count();
  }

  private static List<Refusal> ports(Situation at) {
    List<Refusal> found = new ArrayList<>();
    List<String> ports = at.inputs().texts("ports");
    for (int i = 0; i < ports.size(); i++) {
      if (!ports.get(i).matches("[0-9]+") || GcpPorts.of(ports.get(i), 1).isEmpty()) {
        String field = "ports[" + i + "]";
        found.add(
            new Refusal(
                field,
                GcpErrors.invalid(
                    "resource." + field, ports.get(i), "Must be a port from 1 to 65535.")));
      }
    }
    return found;
  }

  private static Rule onlyInternal(String property) {
    return api(
        property,
        "The field can only be set for internal load balancing.",
        rule -> GcpFields.says(rule, property) && !GcpForwardingRules.isInternal(rule));
  }

  private static Rule onlyForServices(String property) {
    return api(
        property,
        "The field can only be set for Private Service Connect.",
        rule -> GcpFields.says(rule, property) && rule.has("backendService"));
  }
}
