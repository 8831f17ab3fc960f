package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bodies that AWS's provider sends for a resource's inputs, by operation: the create, and what
 * comes after it
 * (https://github.com/hashicorp/terraform-provider-aws/tree/v5.100.0/internal/service , ec2 and
 * elbv2). Values that only the cloud knows are texts.
 */
final class RequestBodies {
  /** A row: type, input, operation, member; an input {@code @} is the provider's own addition. */
  private static final List<String[]> TABLE = read();

  private RequestBodies() {}

  private static List<String[]> read() {
    try (Stream<String> rows = Files.lines(Path.of("src/test/resources/vendor/aws-requests.txt"))) {
      return rows.map(row -> row.split(" ", -1)).toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The types of which the table says what is sent. */
  static List<String> types() {
    return TABLE.stream().map(row -> "aws:" + row[0]).distinct().toList();
  }

  /**
   * The bodies by operation.
   *
   * @throws AssertionError when nothing is known of an input
   */
  static Map<String, Map<String, Object>> of(String type, Map<String, Object> inputs) {
    Map<String, Map<String, Object>> bodies = new TreeMap<>();
    flat(type, inputs)
        .forEach(
            (input, value) -> {
              if (input.startsWith("tags.") || input.equals("tags")) {
                // Of every resource, in its own create or in a request that follows.
                Map<String, Object> tags =
                    bodies.computeIfAbsent("CreateTags", none -> new TreeMap<>());
                tags.put("Resources", List.of("id"));
                tags.put("Tags", List.of(Map.of("Key", input, "Value", value)));
              } else {
                put(bodies, rule(type, input), value);
              }
            });
    lines(type, "@")
        .filter(line -> bodies.containsKey(line[2]))
        .forEach(line -> put(bodies, line, line.length > 4 ? line[4] : "own"));
    describe(bodies);
    return bodies;
  }

  /** A rule's description belongs to its peer, whichever kind of that there is. */
  private static void describe(Map<String, Map<String, Object>> bodies) {
    bodies.values().stream()
        .filter(body -> body.containsKey("IpPermissions"))
        .forEach(
            body -> {
              Map<String, Object> permission = first(body, "IpPermissions");
              Map<String, Object> range = first(permission, "IpRanges");
              if (!range.containsKey("CidrIp") && range.containsKey("Description")) {
                permission.remove("IpRanges");
                List.of("Ipv6Ranges", "PrefixListIds", "UserIdGroupPairs").stream()
                    .filter(permission::containsKey)
                    .forEach(
                        peer ->
                            first(permission, peer)
                                .put("Description", range.getOrDefault("Description", "")));
              }
            });
  }

  private static String[] rule(String type, String input) {
    return lines(type, input)
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + ": what is sent for " + input + "?"));
  }

  private static Stream<String[]> lines(String type, String input) {
    // Rules outwards are sent as rules inwards are, by another operation.
    boolean out = type.endsWith("EgressRule");
    String like = type.replace("EgressRule", "IngressRule").replaceFirst("^aws:", "");
    return TABLE.stream()
        .filter(row -> row[0].equals(like) && row[1].equals(input))
        .map(
            row -> {
              String[] line = row.clone();
              line[2] = out ? outwards(row[2]) : row[2];
              return line;
            });
  }

  private static String outwards(String operation) {
    return operation.replace("Ingress", "Egress");
  }

  /** Structures in their parts, and lists of one where the table says what its item becomes. */
  private static Map<String, Object> flat(String type, Map<String, Object> inputs) {
    Map<String, Object> flat = new TreeMap<>();
    inputs.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> structure) {
            structure.forEach((inner, item) -> flat.put(name + "." + inner, item));
          } else if (value instanceof List<?> list && isUnwrapped(type, name)) {
            assertThat(list).hasSize(1);
            flat.putAll(flat(type, Map.of(name + "[]", list.get(0))));
          } else {
            flat.put(name, value);
          }
        });
    return flat;
  }

  private static boolean isUnwrapped(String type, String name) {
    return TABLE.stream()
        .anyMatch(row -> type.equals("aws:" + row[0]) && row[1].startsWith(name + "[]"));
  }

  private static void put(Map<String, Map<String, Object>> bodies, String[] line, Object value) {
    Map<String, Object> body = bodies.computeIfAbsent(line[2], none -> new TreeMap<>());
    if (line[3].contains(".") && Character.isLowerCase(line[3].charAt(0))) {
      list(body, "Attributes").add(Map.of("Key", line[3], "Value", text(value)));
      return;
    }
    String[] path = line[3].split("\\.", -1);
    Map<String, Object> at = body;
    for (int i = 0; i < path.length - 1; i++) {
      at = path[i].endsWith("[]") ? first(at, path[i].replace("[]", "")) : member(at, path[i]);
    }
    String last = path[path.length - 1];
    if (last.endsWith("[]")) {
      list(at, last.replace("[]", "")).add(value);
    } else if (line[1].equals("internal")) {
      at.put(last, value.equals(true) ? "internal" : "internet-facing");
    } else {
      at.put(last, sent(value));
    }
  }

  private static String text(Object value) {
    return value instanceof Double number && number % 1 == 0
        ? Long.toString(number.longValue())
        : String.valueOf(value);
  }

  /** Nested structures are called as the API calls them, but for the first letter's case. */
  private static Object sent(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(RequestBodies::sent).toList();
    }
    if (value instanceof Map<?, ?> structure) {
      Map<String, Object> body = new TreeMap<>();
      structure.forEach((name, item) -> body.put(capital(String.valueOf(name)), sent(item)));
      return body;
    }
    return value;
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0))
        + name.substring(1)
            .replace("Ipv4Address", "IPv4Address")
            .replaceFirst("^edirect$", "edirectConfig");
  }

  @SuppressWarnings("unchecked") // Bodies hold maps and lists of this class's making only.
  private static Map<String, Object> member(Map<String, Object> body, String name) {
    return (Map<String, Object>) body.computeIfAbsent(name, none -> new TreeMap<>());
  }

  @SuppressWarnings("unchecked") // As above.
  private static List<Object> list(Map<String, Object> body, String name) {
    return (List<Object>) body.computeIfAbsent(name, none -> new ArrayList<>());
  }

  @SuppressWarnings("unchecked") // As above.
  private static Map<String, Object> first(Map<String, Object> body, String name) {
    List<Object> list = list(body, name);
    if (list.isEmpty()) {
      list.add(new TreeMap<String, Object>());
    }
    return (Map<String, Object>) list.get(0);
  }
}
