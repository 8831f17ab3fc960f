package anyware.azure;

import anyware.foreign.JsonPart;
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
    Side members(String id, String rule, boolean own);
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
    List<String> from = texts(fields, End.SOURCE.key("PortRange"));
    boolean fromAnyPort = isAny(fields, from);
    String description = fields.text("description").orElse("");
    return new Rule(
        name,
        fromAnyPort ? description : description + fromPorts(from),
        priority(fields),
        inbound ? Direction.INBOUND : Direction.OUTBOUND,
        allows ? Access.ALLOW : Access.DENY,
        // Who opens a connection chooses the source port.
        allows || fromAnyPort ? traffic(fields) : List.of(),
        side(fields, End.SOURCE, name, !inbound),
        side(fields, End.DESTINATION, name, inbound));
  }

  private static String fromPorts(List<String> ports) {
    return " (from source ports " + String.join(", ", ports) + " only)";
  }

  private static int priority(JsonPart fields) {
    Optional<Integer> priority = fields.number("priority");
    if (priority.isEmpty()) {
      fields.problem("a rule with a priority");
    }
    return priority.orElse(0);
  }

  /** Whether the text below the key is the first of both, in any case. */
  private static boolean is(JsonPart fields, String key, String yes, String no) {
    Optional<String> text = fields.required(key);
    if (text.filter(t -> t.equalsIgnoreCase(yes) || t.equalsIgnoreCase(no)).isEmpty()) {
      fields.member(key).ifPresent(member -> member.problem(yes + " or " + no));
    }
    return text.filter(t -> t.equalsIgnoreCase(yes)).isPresent();
  }

  private static boolean isAny(JsonPart fields, List<String> sourcePorts) {
    boolean any = sourcePorts.isEmpty();
    for (String text : sourcePorts) {
      Optional<PortRange> range = TrafficText.range(text);
      if (range.isEmpty()) {
        fields.problem("source ports such as *, 80 or 1024-65535");
      }
      any |= range.filter(PortRange.ALL::equals).isPresent();
    }
    return any;
  }

  private static List<Traffic> traffic(JsonPart fields) {
    String protocol = fields.required("protocol").orElse(TrafficText.ANY);
    List<String> ports = texts(fields, End.DESTINATION.key("PortRange"));
    Optional<List<Traffic>> traffic =
        TrafficText.parse(protocol, ports.isEmpty() ? List.of(TrafficText.ANY) : ports);
    if (traffic.isEmpty()) {
      fields.problem(
          "a protocol that is Tcp, Udp, Icmp, Esp, Ah or *, and ports such as *, 80 or 1024-65535");
    }
    return traffic.orElse(List.of());
  }

  /** What stands below the key and below its plural. */
  private static List<String> texts(JsonPart fields, String key) {
    return parts(fields, key).stream().flatMap(part -> part.text().stream()).toList();
  }

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

  private Side side(JsonPart fields, End end, String rule, boolean own) {
    List<Side> sides = new ArrayList<>();
    List<Cidr> prefixes = new ArrayList<>();
    for (JsonPart part : parts(fields, end.key("AddressPrefix"))) {
      String text = part.text().orElse(TrafficText.ANY);
      if (text.equals(TrafficText.ANY) || text.equalsIgnoreCase(ANYBODY)) {
        return new Side.Anybody();
      }
      if (TAG.matcher(text).matches()) {
        sides.add(new Side.ServiceTag(text));
      } else {
        part.cidr().ifPresent(prefixes::add);
      }
    }
    if (!prefixes.isEmpty()) {
      sides.add(new Side.Addresses(AddressSet.of(prefixes)));
    }
    for (JsonPart group :
        fields.items(end.key("ApplicationSecurityGroups"), "application security groups")) {
      group.required("id").ifPresent(id -> sides.add(groups.members(id, rule, own)));
    }
    return joined(fields, sides);
  }

  private static Side joined(JsonPart fields, List<Side> sides) {
    List<Side> parts =
        sides.stream()
            .flatMap(s -> s instanceof Side.Several more ? more.parts().stream() : List.of(s).stream())
            .distinct()
            .toList();
    if (parts.isEmpty()) {
      fields.problem("a source and a destination");
      return new Side.Anybody();
    }
    return parts.size() == 1 ? parts.get(0) : new Side.Several(parts);
  }
}
