package anyware.endtoend;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What decides about packets in a cloud at one moment, by the offline cloud's own books.
 *
 * @param parts what each call made or changed as a whole, by key, but for words
 */
record Filter(Map<String, JsonObject> parts) {
  private static final Set<String> TYPES =
      Set.of(
          "aws:ec2/managedPrefixList:ManagedPrefixList",
          "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
          "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          "azure-native:network:NetworkSecurityGroup",
          "gcp:compute/firewall:Firewall");
  private static final List<String> WORDS = List.of("description", "tags", "tagsAll");

  /** Nothing. */
  static final Filter NONE = new Filter(Map.of());

  /** Keeps the parts as they are now. */
  Filter {
    parts = Map.copyOf(parts);
  }

  /** What there is after one more line of the books. */
  Filter after(String line) {
    JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
    Map<String, JsonObject> changed = new TreeMap<>(parts);
    if (entry.has("removed")) {
      changed.remove(entry.get("removed").getAsString());
    }
    if (entry.has("put")) {
      String key = entry.get("key").getAsString();
      if (TYPES.contains(key.substring(0, key.indexOf('|')))) {
        JsonObject inputs = entry.getAsJsonObject("put").getAsJsonObject("inputs").deepCopy();
        WORDS.forEach(inputs::remove);
        changed.put(key, inputs);
      }
    }
    return new Filter(changed);
  }

  /** The moments that lines of the books make, each after its line. */
  Map<String, Filter> moments(List<String> lines) {
    Map<String, Filter> moments = new LinkedHashMap<>();
    Filter now = this;
    for (String line : lines) {
      now = now.after(line);
      moments.put(line, now);
    }
    return moments;
  }

  /** What there is after lines of the books. */
  Filter after(List<String> lines) {
    Filter now = this;
    for (String line : lines) {
      now = now.after(line);
    }
    return now;
  }

  /** Whether all of another filter is there, and nothing of it was changed. */
  boolean holds(Filter other) {
    return parts.entrySet().containsAll(other.parts.entrySet());
  }

  /** Whether each part that two filters both have is as in the one or as in the other. */
  boolean isBetween(Filter one, Filter other) {
    return parts.entrySet().stream()
        .allMatch(
            part -> one.parts.entrySet().contains(part) || other.parts.entrySet().contains(part));
  }

  /** The parts that a predicate is true of. */
  Filter only(Predicate<JsonObject> wanted) {
    return new Filter(
        parts.entrySet().stream()
            .filter(part -> wanted.test(part.getValue()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
