package anyware.azure;

import anyware.json.JsonPart;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The groups that a network interface meets, as {@code az network nic list-effective-nsg} prints
 * them
 * (https://learn.microsoft.com/rest/api/virtualnetwork/network-interfaces/list-effective-network-security-groups):
 * tags and application security groups stand there with the addresses behind them, and the default
 * rules are among the rules.
 */
final class EffectiveRules {
  /** Marks a group whose rules are all there are. */
  static final String COMPLETE = "complete";

  private static final String RULES = "effectiveSecurityRules";
  private static final String GROUP = "networkSecurityGroup";
  private static final String EVERYBODY = "0.0.0.0/0";

  private EffectiveRules() {}

  /** The group in the shape of {@code az network nsg}; whatever else it is stays as it is. */
  static JsonPart plain(JsonPart printed) {
    if (!(printed.value() instanceof JsonObject object) || !object.has(RULES)) {
      return printed;
    }
    String id =
        printed
            .requiredStructure(GROUP)
            .flatMap(group -> group.required("id"))
            .orElse(printed.path());
    JsonArray rules = new JsonArray();
    for (JsonPart rule : printed.items(RULES, "security rules")) {
      rules.add(rule.structure().map(EffectiveRules::rule).orElseGet(JsonObject::new));
    }
    JsonObject group = new JsonObject();
    group.addProperty("id", id);
    group.addProperty("name", id.substring(id.lastIndexOf('/') + 1));
    group.addProperty(COMPLETE, true);
    group.add("securityRules", rules);
    return new JsonPart(printed.path(), group, printed.problems());
  }

  private static JsonObject rule(JsonObject printed) {
    JsonObject rule = printed.deepCopy();
    if (printed.get("name") instanceof JsonPrimitive name) {
      String text = name.getAsString();
      rule.addProperty("name", text.substring(text.lastIndexOf('/') + 1));
    }
    if (printed.get("protocol") instanceof JsonPrimitive protocol
        && protocol.getAsString().equalsIgnoreCase("All")) {
      rule.addProperty("protocol", TrafficText.ANY);
    }
    for (String end : List.of("source", "destination")) {
      String expanded =
          "expanded" + end.substring(0, 1).toUpperCase(Locale.ROOT) + end.substring(1);
      JsonArray addresses = texts(printed.get(expanded + "AddressPrefix"));
      if (addresses.isEmpty()) {
        addresses = texts(printed.get(end + "AddressPrefixes"));
      }
      if (addresses.isEmpty()) {
        addresses = texts(printed.get(end + "AddressPrefix"));
      }
      rule.remove(end + "AddressPrefix");
      rule.add(end + "AddressPrefixes", addresses);
    }
    return rule;
  }

  /** Everybody is printed as every IPv4 address, in rules for both families too. */
  private static JsonArray texts(@Nullable JsonElement printed) {
    JsonArray texts = new JsonArray();
    List<JsonElement> items = new ArrayList<>();
    if (printed instanceof JsonArray list) {
      items.addAll(list.asList());
    } else if (printed != null) {
      items.add(printed);
    }
    for (JsonElement item : items) {
      if (item instanceof JsonPrimitive text && !text.getAsString().isEmpty()) {
        boolean everybody = text.getAsString().equals(EVERYBODY);
        texts.add(everybody ? new JsonPrimitive(TrafficText.ANY) : text);
      }
    }
    return texts;
  }
}
