package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.ApiErrors.api;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The protocol and ports for which a forwarding rule takes traffic:
 * https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts#port_specifications.
 */
final class ForwardingRulePorts {
  private static final List<String> WITH_PORTS = List.of("TCP", "UDP", "SCTP");

  private ForwardingRulePorts() {}

  static Constraint[] constraints() {
    return new Constraint[] {
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
                  && (CommonFields.says(rule, "ports") || CommonFields.says(rule, "portRange"))),
      api(
          "portRange",
          "The field cannot be set for internal passthrough load balancing, which takes ports or"
              + " allPorts.",
          rule ->
              rule.text("loadBalancingScheme", "").equals("INTERNAL")
                  && CommonFields.says(rule, "portRange")),
      new Constraint(Step.UP, ForwardingRulePorts::ports),
      api(
          "portRange",
          "Must be a port from 1 to 65535 or a range of them.",
          rule ->
              rule.text("portRange").filter(text -> PortRange.of(text, 1).isEmpty()).isPresent())
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
   * Tells whether two rules would take the same traffic.
   *
   * @param one a rule
   * @param other a rule with the same address
   */
  static boolean overlap(Props one, Props other) {
    return protocol(one).equals(protocol(other))
        && portsOf(one).stream()
            .anyMatch(ports -> portsOf(other).stream().anyMatch(ports::overlaps));
  }

  /**
   * The ports for which a rule takes traffic.
   *
   * @param rule the rule
   * @return the ranges
   */
  private static List<PortRange> portsOf(Props rule) {
    List<PortRange> ports =
        Stream.concat(rule.texts("ports").stream(), rule.text("portRange").stream())
            .flatMap(text -> PortRange.of(text, 1).stream())
            .toList();
    return ports.isEmpty() ? List.of(PortRange.ALL) : ports;
  }

  private static boolean withPorts(Props rule) {
    return WITH_PORTS.contains(protocol(rule));
  }

  private static long portFields(Props rule) {
    return Stream.of("ports", "portRange", "allPorts")
        .filter(field -> CommonFields.says(rule, field))
        .count();
  }

  private static List<Refusal> ports(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    List<String> ports = request.inputs().texts("ports");
    for (int i = 0; i < ports.size(); i++) {
      if (!ports.get(i).matches("[0-9]+") || PortRange.of(ports.get(i), 1).isEmpty()) {
        String field = "ports[" + i + "]";
        found.add(
            new Refusal(
                field,
                ApiErrors.invalid(
                    "resource." + field, ports.get(i), "Must be a port from 1 to 65535.")));
      }
    }
    return found;
  }
}
