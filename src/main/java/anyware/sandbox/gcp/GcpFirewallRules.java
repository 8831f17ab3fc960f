package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Rules.refuse;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is refused about a firewall rule as a whole: https://cloud.google.com/firewall/docs. */
final class GcpFirewallRules {
  private static final List<String> NAMES =
      List.of("ah", "all", "esp", "icmp", "ipip", "sctp", "tcp", "udp");
  private static final String NUMBER = "[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5]";
  private static final List<String> WITH_PORTS = List.of("tcp", "udp", "sctp", "6", "17", "132");
  private static final String CONFLICT = "Conflicting configuration arguments. ";
  private static final String SOURCES =
      "one of source_tags, source_ranges, or source_service_accounts must be defined";

  private GcpFirewallRules() {}

  /**
   * What the provider already refuses in a preview.
   *
   * @return the rules
   */
  static Rule[] ofProvider() {
    return new Rule[] {
      refuse(
          "allows",
          "Invalid combination of arguments. \"allow\": one of `allow,deny` must be specified",
          rule -> !GcpFields.says(rule, "allows") && !GcpFields.says(rule, "denies")),
      refuse(
          "allows",
          "Invalid combination of arguments. \"allow\": only one of `allow,deny` can be specified,"
              + " but `allow,deny` were specified.",
          rule -> GcpFields.says(rule, "allows") && GcpFields.says(rule, "denies")),
      refuse(
          "sourceRanges",
          SOURCES,
          rule ->
              !isEgress(rule)
                  && Stream.of("sourceTags", "sourceRanges", "sourceServiceAccounts")
                      .noneMatch(rule::has)),
      conflict("sourceServiceAccounts", "source_service_accounts", "sourceTags", "source_tags"),
      conflict("sourceServiceAccounts", "source_service_accounts", "targetTags", "target_tags"),
      conflict("targetServiceAccounts", "target_service_accounts", "sourceTags", "source_tags"),
      conflict("targetServiceAccounts", "target_service_accounts", "targetTags", "target_tags"),
      refuse(
          "logConfig",
          "log_config cannot be defined when enable_logging is false",
          rule ->
              rule.has("logConfig") && rule.has("enableLogging") && !rule.isTrue("enableLogging"))
    };
  }

  /**
   * What only the API refuses.
   *
   * @return the rules
   */
  static Rule[] ofApi() {
    return new Rule[] {
      new Rule(Step.UP, at -> layers(at, "allows", "resource.allowed")),
      new Rule(Step.UP, at -> layers(at, "denies", "resource.denied")),
      GcpErrors.api(
          "sourceRanges",
          "A firewall rule can contain either IPv4 or IPv6 ranges, but not both.",
          rule ->
              Stream.concat(
                          rule.texts("sourceRanges").stream(),
                          rule.texts("destinationRanges").stream())
                      .map(range -> range.contains(":"))
                      .distinct()
                      .count()
                  > 1),
      GcpErrors.api(
          "sourceTags",
          "Source tags cannot be specified for the direction EGRESS.",
          rule -> isEgress(rule) && GcpFields.says(rule, "sourceTags")),
      GcpErrors.api(
          "sourceServiceAccounts",
          "Source service accounts cannot be specified for the direction EGRESS.",
          rule -> isEgress(rule) && GcpFields.says(rule, "sourceServiceAccounts"))
    };
  }

  private static boolean isEgress(Props rule) {
    return rule.text("direction", "").equals("EGRESS");
  }

  private static Rule conflict(
      String property, String attribute, String other, String otherAttribute) {
    return refuse(
        property,
        CONFLICT + "\"" + attribute + "\": conflicts with " + otherAttribute,
        rule -> GcpFields.says(rule, property) && GcpFields.says(rule, other));
  }

  private static List<Refusal> layers(Situation at, String property, String field) {
    List<Refusal> found = new ArrayList<>();
    List<Props> layers = at.inputs().objects(property);
    for (int i = 0; i < layers.size(); i++) {
      found.addAll(layer(layers.get(i), property + "[" + i + "]", field + "[" + i + "]"));
    }
    return found;
  }

  private static List<Refusal> layer(Props layer, String property, String field) {
    String protocol = layer.text("protocol", "").toLowerCase(Locale.ROOT);
    if (!NAMES.contains(protocol) && !protocol.matches(NUMBER)) {
      String names = "[\"" + String.join("\", \"", NAMES) + "\"]";
      return List.of(
          new Refusal(
              property + ".protocol",
              GcpErrors.invalid(
                  field + ".IPProtocol",
                  layer.text("protocol", ""),
                  "Must be one of " + names + " or an IP protocol number between 0 and 255.")));
    }
    List<String> ports = layer.texts("ports");
    if (!ports.isEmpty() && !WITH_PORTS.contains(protocol)) {
      return List.of(
          new Refusal(
              property + ".ports",
              GcpErrors.invalid(
                  field + ".ports",
                  "",
                  "Ports may only be specified on rules whose protocol is one of [TCP, UDP,"
                      + " SCTP].")));
    }
    List<Refusal> found = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      if (GcpPorts.of(ports.get(i), 0).isEmpty()) {
        found.add(
            new Refusal(
                property + ".ports[" + i + "]",
                GcpErrors.invalid(
                    field + ".ports[" + i + "]",
                    ports.get(i),
                    "Ports must be integers between 0 and 65535 or ranges of them.")));
      }
    }
    return found;
  }
}
