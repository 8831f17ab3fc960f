package anyware.azure;

import anyware.json.JsonPart;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.PortRange;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads security rules (https://learn.microsoft.com/rest/api/virtualnetwork/security-rules/get), in
 * the platform's shape with {@code properties} or flat, as its command line and the engine's
 * provider write them. What is wrong is noted as a problem of the part.
 *
 * @param groups who the members of an application security group are
 */
record RuleReader(Groups groups) {
  private static final String ANYBODY = "any";

  /** Tags begin with a letter; an IPv6 prefix may, but has a colon. */
  private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

  /** What application security groups mean. */
  interface Groups {
    /**
     * The members of a group.
     *
     * @param id the group's id
     * @param rule the name of the rule that names the group
     * @param own whether the rule means them on its own side
     */
    RuleEnd members(String id, String rule, boolean own);
  }

  /** One side of a rule, as the platform calls it. */
  private enum End {
    SOURCE,
    DESTINATION;

    String key(String property) {
      return name().toLowerCase(Locale.ROOT) + property;
    }
  }

  /** The rule; only of use when no problem was noted. */
  Rule read(JsonPart part) {
    String name = part.required("name").orElse("");
    JsonPart fields = part.member("properties").orElse(part);
    boolean inbound = is(fields, "direction", "Inbound", "Outbound");
    boolean allows = is(fields, "access", "Allow", "Deny");
    List<PortRange> from = ports(fields, End.SOURCE);
    boolean fromAnyPort = from.contains(PortRange.ALL);
    List<Traffic> traffic = traffic(fields);
    String description = fields.text("description").orElse("");
    return new Rule(
        name,
        fromAnyPort ? description : description + fromPorts(from),
        priority(fields),
        inbound ? Direction.INBOUND : Direction.OUTBOUND,
        allows ? Access.ALLOW : Access.DENY,
        // Who opens a connection chooses the source port.
        allows || fromAnyPort ? traffic : List.of(),
        side(fields, End.SOURCE, name, !inbound),
        side(fields, End.DESTINATION, name, inbound));
  }

  private static String fromPorts(List<PortRange> ports) {
    String texts = ports.stream().map(PortRange::toString).collect(Collectors.joining(", "));
    return " (from source ports " + texts + " only)";
  }

  private static int priority(JsonPart fields) {
    if (fields.member("priority").isEmpty()) {
      fields.problem("a rule with a priority");
    }
    return fields.number("priority").orElse(0);
  }

  /** Whether the text below the key is the first of both, in any case. */
  private static boolean is(JsonPart fields, String key, String yes, String no) {
    Optional<String> text = fields.required(key);
    if (text.filter(t -> t.equalsIgnoreCase(yes) || t.equalsIgnoreCase(no)).isEmpty()) {
      fields.member(key).ifPresent(member -> member.problem(yes + " or " + no));
    }
    return text.filter(t -> t.equalsIgnoreCase(yes)).isPresent();
  }

  private static List<Traffic> traffic(JsonPart fields) {
    List<PortRange> ports = ports(fields, End.DESTINATION);
    Optional<List<Traffic>> traffic =
        fields.required("protocol").flatMap(protocol -> TrafficText.parse(protocol, ports));
    if (traffic.isEmpty()) {
      fields.member("protocol").ifPresent(part -> part.problem("Tcp, Udp, Icmp, Esp, Ah or *"));
    }
    return traffic.orElse(List.of());
  }

  /** The ports of one end; every port where the rule names none. */
  private static List<PortRange> ports(JsonPart fields, End end) {
    List<PortRange> ports = new ArrayList<>();
    List<JsonPart> parts = parts(fields, end.key("PortRange"));
    for (JsonPart part : parts) {
      part.textOrNumber()
          .flatMap(TrafficText::range)
          .ifPresentOrElse(
              ports::add, () -> part.problem("*, a port, or a range such as 1024-65535"));
    }
    return parts.isEmpty() ? List.of(PortRange.ALL) : ports;
  }

  /** What stands below the key and below its plural. */
  private static List<JsonPart> parts(JsonPart fields, String key) {
    List<JsonPart> parts = new ArrayList<>();
    fields.member(key).filter(part -> !isEmptyText(part)).ifPresent(parts::add);
    String plural = key.endsWith("x") ? key + "es" : key + "s";
    parts.addAll(fields.items(plural, "texts"));
    return parts;
  }

  private static boolean isEmptyText(JsonPart part) {
    return part.value().isJsonPrimitive() && part.value().getAsString().isEmpty();
  }

  private RuleEnd side(JsonPart fields, End end, String rule, boolean own) {
    List<RuleEnd> sides = new ArrayList<>();
    List<Cidr> prefixes = new ArrayList<>();
    List<JsonPart> prefixParts = parts(fields, end.key("AddressPrefix"));
    for (JsonPart part : prefixParts) {
      String text = part.text().orElse(TrafficText.ANY);
      if (text.equals(TrafficText.ANY) || text.equalsIgnoreCase(ANYBODY)) {
        return new RuleEnd.Anybody();
      }
      if (TAG.matcher(text).matches()) {
        sides.add(new RuleEnd.ServiceTag(text));
      } else {
        part.cidr().ifPresent(prefixes::add);
      }
    }
    if (!prefixes.isEmpty()) {
      sides.add(new RuleEnd.Addresses(AddressSet.of(prefixes)));
    }
    for (JsonPart group :
        fields.items(end.key("ApplicationSecurityGroups"), "application security groups")) {
      group.required("id").ifPresent(id -> sides.add(groups.members(id, rule, own)));
    }
    if (sides.isEmpty() && prefixParts.isEmpty()) {
      fields.problem("a rule with a " + end.name().toLowerCase(Locale.ROOT));
    }
    return joined(sides);
  }

  private static RuleEnd joined(List<RuleEnd> sides) {
    List<RuleEnd> parts = new ArrayList<>();
    for (RuleEnd side : sides) {
      side.parts().stream().filter(part -> !parts.contains(part)).forEach(parts::add);
    }
    // Nothing is left only where a problem was noted.
    return switch (parts.size()) {
      case 0 -> new RuleEnd.Anybody();
      case 1 -> parts.get(0);
      default -> new RuleEnd.Several(parts);
    };
  }
}
