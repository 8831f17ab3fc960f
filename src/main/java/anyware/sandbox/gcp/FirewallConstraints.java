package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Constraints.refuse;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is refused about a firewall rule as a whole: https://cloud.google.com/firewall/docs. */
final class FirewallConstraints {
  private static final List<String> NAMES =
      List.of("ah", "all", "esp", "icmp", "ipip", "sctp", "tcp", "udp");
  private static final String NUMBER = "[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5]";
  private static final List<String> WITH_PORTS = List.of("tcp", "udp", "sctp", "6", "17", "132");
  private static final String CONFLICT = "Conflicting configuration arguments. ";
  private static final String SOURCES =
      "one of source_tags, source_ranges, or source_service_accounts must be defined";

  private FirewallConstraints() {}

  /** What the provider already refuses in a preview. */
  static Constraint[] ofProvider() {
    return new Constraint[] {
      refuse(
          "allows",
          "Invalid combination of arguments. \"allow\": one of `allow,deny` must be specified",
          rule -> !rule.has("allows") && !rule.has("denies")),
      refuse(
          "allows",
          "Invalid combination of arguments. \"allow\": only one of `allow,deny` can be specified,"
              + " but `allow,deny` were specified.",
          rule -> isGiven(rule, "allows") && isGiven(rule, "denies")),
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

  /** What only the API refuses. */
  static Constraint[] ofApi() {
    return new Constraint[] {
      new Constraint(Step.UP, request -> layers(request, "allows", "resource.allowed")),
      new Constraint(Step.UP, request -> layers(request, "denies", "resource.denied")),
      ApiErrors.api(
          "allows",
          "At least one of allowed and denied must have an entry.",
          rule -> !CommonFields.says(rule, "allows") && !CommonFields.says(rule, "denies")),
      // Which the provider's schema does not know: it sends the change.
      // https://cloud.google.com/firewall/docs/using-firewalls#modifying_firewall_rules
      ApiErrors.apiIn(
          "network",
          "The network of a firewall rule cannot be changed.",
          request ->
              request
                  .old()
                  .flatMap(old -> old.outputs().text("network"))
                  .map(link -> ResourcePaths.canonical(link, request.settings()))
                  .filter(path -> !path.equals(network(request)))
                  .isPresent()),
      ApiErrors.api(
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
      ApiErrors.api(
          "sourceTags",
          "Source tags cannot be specified for the direction EGRESS.",
          rule -> isEgress(rule) && CommonFields.says(rule, "sourceTags")),
      ApiErrors.api(
          "sourceServiceAccounts",
          "Source service accounts cannot be specified for the direction EGRESS.",
          rule -> isEgress(rule) && CommonFields.says(rule, "sourceServiceAccounts"))
    };
  }

  private static String network(RequestContext request) {
    return ResourcePaths.canonical(request.inputs().text("network", ""), request.settings());
  }

  private static boolean isEgress(Props rule) {
    return rule.text("direction", "").equals("EGRESS");
  }

  private static Constraint conflict(
      String property, String attribute, String other, String otherAttribute) {
    return refuse(
        property,
        CONFLICT + "\"" + attribute + "\": conflicts with " + otherAttribute,
        rule -> isGiven(rule, property) && isGiven(rule, other));
  }

  /** Terraform's checks of what excludes what look whether it stands there, be it empty. */
  private static boolean isGiven(Props rule, String property) {
    return rule.has(property) && !(rule.values().get(property) instanceof Unknown);
  }

  private static List<Refusal> layers(RequestContext request, String property, String field) {
    List<Refusal> found = new ArrayList<>();
    List<Props> layers = request.inputs().objects(property);
    for (int i = 0; i < layers.size(); i++) {
      String in = field + "[" + i + "]";
      found.addAll(layer(layers.get(i), property + "[" + i + "]", in));
      found.addAll(icmp(request.inputs(), layers.get(i), property + "[" + i + "]", in));
    }
    return found;
  }

  /** ICMP is IPv4's: https://github.com/kubernetes/kops/issues/15298. */
  private static List<Refusal> icmp(Props rule, Props layer, String property, String field) {
    String protocol = layer.text("protocol", "").toLowerCase(Locale.ROOT);
    boolean isV6 =
        Stream.of("sourceRanges", "destinationRanges")
            .flatMap(side -> rule.texts(side).stream())
            .anyMatch(range -> range.contains(":"));
    return isV6 && (protocol.equals("icmp") || protocol.equals("1"))
        ? List.of(
            new Refusal(
                property + ".protocol",
                ApiErrors.invalid(
                    field + ".IPProtocol",
                    layer.text("protocol", ""),
                    "IPv6 is not compatible with the ICMP protocol. Use the ICMPv6 protocol"
                        + " instead.")))
        : List.of();
  }

  private static List<Refusal> layer(Props layer, String property, String field) {
    String protocol = layer.text("protocol", "").toLowerCase(Locale.ROOT);
    if (!NAMES.contains(protocol) && !protocol.matches(NUMBER)) {
      String names = "[\"" + String.join("\", \"", NAMES) + "\"]";
      return List.of(
          new Refusal(
              property + ".protocol",
              ApiErrors.invalid(
                  field + ".IPProtocol",
                  layer.text("protocol", ""),
                  "Must be one of " + names + " or an IP protocol number between 0 and 255.")));
    }
    List<String> ports = layer.texts("ports");
    if (!ports.isEmpty() && !WITH_PORTS.contains(protocol)) {
      return List.of(
          new Refusal(
              property + ".ports",
              ApiErrors.invalid(
                  field + ".ports",
                  "",
                  "Ports may only be specified on rules whose protocol is one of [TCP, UDP,"
                      + " SCTP].")));
    }
    List<Refusal> found = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      if (PortRange.of(ports.get(i), 0).isEmpty()) {
        found.add(
            new Refusal(
                property + ".ports[" + i + "]",
                ApiErrors.invalid(
                    field + ".ports[" + i + "]",
                    ports.get(i),
                    "Ports must be integers between 0 and 65535 or ranges of them.")));
      }
    }
    return found;
  }
}
