package anyware.attack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Other values in place of those that stand there. */
final class Values {
  private static final List<String> RANGES =
      List.of("0.0.0.0/0", "::/0", "192.0.2.224/27", "10.0.0.0/8", "8.8.8.8/32", "0.0.0.0/1");
  private static final List<List<String>> WORDS =
      List.of(
          List.of("tcp", "udp", "icmp", "-1", "all"),
          List.of("Tcp", "Udp", "Icmp", "*"),
          List.of("TCP", "UDP", "L3_DEFAULT"),
          List.of("Allow", "Deny"),
          List.of("Inbound", "Outbound"),
          List.of("INGRESS", "EGRESS"),
          List.of("EXTERNAL", "INTERNAL"),
          List.of("IPv4", "IPv6"),
          List.of("Static", "Dynamic"),
          List.of("*", "VirtualNetwork", "Internet", "AzureLoadBalancer", "0.0.0.0/0"),
          List.of("443", "1-65535", "22", "0-65535", "443-8443", "*"));

  private final Random random;

  Values(Random random) {
    this.random = random;
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /**
   * Something else.
   *
   * @param value what stands there
   * @param alike what stands at the same place of other resources
   */
  JsonElement other(JsonElement value, List<JsonElement> alike) {
    return switch (random.nextInt(6)) {
      case 0 -> JsonNull.INSTANCE;
      case 1, 2 -> alike.isEmpty() ? changed(value) : pick(alike).deepCopy();
      default -> changed(value);
    };
  }

  /** What is inside of a structure is changed for itself. */
  private JsonElement changed(JsonElement value) {
    return value.isJsonObject() ? JsonNull.INSTANCE : another(value);
  }

  private JsonElement another(JsonElement value) {
    if (value instanceof JsonArray list) {
      JsonArray other = list.deepCopy();
      if (!list.isEmpty() && random.nextBoolean()) {
        other.remove(random.nextInt(other.size()));
      } else {
        other.add(list.isEmpty() ? new JsonPrimitive("other") : another(pick(list.asList())));
      }
      return other;
    }
    if (value instanceof JsonObject structure) {
      JsonObject other = structure.deepCopy();
      List<Map.Entry<String, JsonElement>> entries = new ArrayList<>(structure.entrySet());
      if (!entries.isEmpty()) {
        Map.Entry<String, JsonElement> one = pick(entries);
        other.add(one.getKey(), another(one.getValue()));
      }
      return other;
    }
    if (value instanceof JsonPrimitive primitive) {
      return primitive(primitive);
    }
    return new JsonPrimitive("other");
  }

  private JsonPrimitive primitive(JsonPrimitive value) {
    if (value.isBoolean()) {
      return new JsonPrimitive(!value.getAsBoolean());
    }
    if (value.isNumber()) {
      int number = value.getAsInt();
      return new JsonPrimitive(pick(List.of(number + 1, number - 1, 0, 1, 22, 65_535)));
    }
    String text = value.getAsString();
    if (Span.of(text).isPresent() && random.nextInt(4) > 0) {
      return new JsonPrimitive(pick(RANGES));
    }
    List<String> words =
        WORDS.stream().filter(all -> all.contains(text)).findFirst().orElse(List.of(text + "-2"));
    return new JsonPrimitive(pick(words));
  }
}
