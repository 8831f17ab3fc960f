package anyware.gcp;

import anyware.gcp.Rule.Action;
import anyware.json.JsonPart;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads firewall rules (https://cloud.google.com/compute/docs/reference/rest/v1/firewalls), in the
 * platform's own spelling or the provider's. What is wrong is noted as a problem of the part.
 */
enum RuleReader {
  /** As the platform's API and {@code gcloud} write them. */
  API("allowed", "denied", "IPProtocol"),
  /** As the engine's provider writes them. */
  PROVIDER("allows", "denies", "protocol"),
  /** As the platform's API writes what rules of policies match. */
  POLICY("allowed", "denied", "ipProtocol");

  private static final int DEFAULT_PRIORITY = 1000;
  private static final AddressSet ANYWHERE = AddressSet.of("0.0.0.0/0");

  private final String allowed;
  private final String denied;
  private final String protocol;

  RuleReader(String allowed, String denied, String protocol) {
    this.allowed = allowed;
    this.denied = denied;
    this.protocol = protocol;
  }

  /**
   * The rule, as one for each action that it has; none when it is disabled.
   *
   * @param name what to call it
   * @param part the rule
   */
  List<Rule> read(String name, JsonPart part) {
    if (part.flag("disabled").orElse(false)) {
      return List.of();
    }
    Direction direction = direction(part);
    List<Rule> rules = new ArrayList<>();
    for (Action action : List.of(Action.ALLOW, Action.DENY)) {
      List<JsonPart> layers = part.items(action == Action.ALLOW ? allowed : denied, "protocols");
      if (!layers.isEmpty()) {
        rules.add(rule(name, direction, action, traffic(layers), part));
      }
    }
    if (rules.isEmpty()) {
      part.problem("a rule with " + allowed + " or " + denied);
    }
    return rules;
  }

  private static Rule rule(
      String name, Direction direction, Action action, List<Traffic> traffic, JsonPart part) {
    boolean inbound = direction == Direction.INBOUND;
    AddressSet own = AddressSet.of(part.cidrs(inbound ? "destinationRanges" : "sourceRanges"));
    AddressSet other = AddressSet.of(part.cidrs(inbound ? "sourceRanges" : "destinationRanges"));
    Target target =
        Target.of(
            part.texts("targetTags", "texts"), part.texts("targetServiceAccounts", "texts"), own);
    RuleEnd named =
        RuleEnd.of(
            other, part.texts("sourceTags", "texts"), part.texts("sourceServiceAccounts", "texts"));
    return new Rule(
        name,
        direction,
        action,
        part.number("priority").orElse(DEFAULT_PRIORITY),
        target,
        // Who names nobody means everybody.
        named.equals(RuleEnd.at(AddressSet.EMPTY)) ? RuleEnd.at(ANYWHERE) : named,
        traffic,
        part.text("description").orElse(""));
  }

  private static Direction direction(JsonPart part) {
    String text = part.text("direction").orElse("INGRESS");
    if (!text.equals("INGRESS") && !text.equals("EGRESS")) {
      part.member("direction").ifPresent(member -> member.problem("INGRESS or EGRESS"));
    }
    return text.equals("EGRESS") ? Direction.OUTBOUND : Direction.INBOUND;
  }

  /** The protocols and ports. */
  List<Traffic> traffic(List<JsonPart> layers) {
    List<Traffic> traffic = new ArrayList<>();
    for (JsonPart layer : layers) {
      List<Optional<IpProtocol>> protocols =
          layer
              .required(protocol, "a text")
              .flatMap(JsonPart::textOrNumber)
              .map(TrafficText::protocols)
              .orElse(List.of());
      if (protocols.isEmpty()) {
        layer
            .member(protocol)
            .ifPresent(
                text ->
                    text.problem(
                        "tcp, udp, icmp, esp, ah, sctp, ipip, all, or a protocol's number"));
      }
      List<PortRange> ports = ports(layer);
      for (Optional<IpProtocol> one : protocols) {
        ports.forEach(range -> traffic.add(new Traffic(one, range)));
      }
    }
    return traffic;
  }

  private static List<PortRange> ports(JsonPart layer) {
    List<JsonPart> items = layer.items("ports", "ports");
    List<PortRange> ports = new ArrayList<>();
    for (JsonPart item : items) {
      Optional<PortRange> range = item.textOrNumber().flatMap(TrafficText::ports);
      range.ifPresentOrElse(
          ports::add, () -> item.problem("a port or a range of ports, 0 to 65535, as a text"));
    }
    return items.isEmpty() ? List.of(PortRange.ALL) : ports;
  }
}
