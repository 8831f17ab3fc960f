package anyware.settings;

import static java.util.Objects.requireNonNull;

import anyware.Clouds;
import anyware.problem.Problem;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stack's configuration to change bit by bit, and to hand over as the engine does. */
final class Config {
  private static final Pattern STEP =
      Pattern.compile("\\[\"(?<quoted>[^\"]*)\"]|\\[(?<index>\\d+)]|\\.?(?<key>[^.\\[]+)");

  private static final String VALID =
      """
      {"peers": {"clients": ["198.51.100.0/24", "2001:db8:c::/48"],
                 "administrators": ["203.0.113.0/28"],
                 "domainControllers": ["10.9.0.10"],
                 "dns": ["10.9.0.10", "10.9.0.11"]},
       "radius": {"servers": ["10.9.0.20"], "port": 1812},
       "legacyHttp": true,
       "licenseServer": {"servers": ["10.9.0.30"], "port": 7070},
       "dnsOverTcp": false,
       "tags": {"environment": "test"},
       "quotas": {"awsRulesPerGroup": 100},
       "sites": {
         "virginia": {"cloud": "aws", "region": "us-east-1", "connectors": 2,
                      "network": {"cidr": "10.20.0.0/16"},
                      "balancer": {"layer": 4, "scheme": "public"}},
         "dublin": {"cloud": "azure", "region": "northeurope", "resourceGroup": "rg",
                    "network": {"cidr": "10.30.0.0/16"}, "balancer": "none"},
         "iowa": {"cloud": "gcp", "region": "us-central1", "project": "demo-project",
                  "network": {"cidr": "10.40.0.0/16"}}},
       "expect": {
         "open": [{"from": "198.51.100.7", "to": "connector", "port": "4172/udp"}],
         "closed": [{"from": "0.0.0.0/0", "to": "workstation", "port": "60443/tcp"}]}}
      """;

  private static final String MINIMAL =
      """
      {"peers": {"clients": ["0.0.0.0/0"], "domainControllers": ["10.9.0.10"],
                 "dns": ["10.9.0.10"]},
       "sites": {"virginia": {"cloud": "aws", "region": "us-east-1",
                              "network": {"cidr": "10.20.0.0/16"}}}}
      """;

  private final JsonObject settings;

  private Config(JsonObject settings) {
    this.settings = settings;
  }

  /** Valid settings with a site in each cloud and everything given. */
  static Config valid() {
    return new Config(JsonParser.parseString(VALID).getAsJsonObject());
  }

  /** Valid settings with nothing but what is required. */
  static Config minimal() {
    return new Config(JsonParser.parseString(MINIMAL).getAsJsonObject());
  }

  /** The settings as a tree, to be changed in place. */
  JsonObject tree() {
    return settings;
  }

  /** Puts a value, given as JSON, in a place such as {@code sites.virginia.region}. */
  Config set(String path, String json) {
    List<String> steps = steps(path);
    JsonElement parent = parent(steps);
    String last = steps.get(steps.size() - 1);
    JsonElement value = JsonParser.parseString(json);
    if (!(parent instanceof JsonArray list)) {
      parent.getAsJsonObject().add(last, value);
    } else if (Integer.parseInt(last) < list.size()) {
      list.set(Integer.parseInt(last), value);
    } else {
      list.add(value);
    }
    return this;
  }

  /** Removes a key. */
  Config remove(String path) {
    List<String> steps = steps(path);
    JsonElement removed = parent(steps).getAsJsonObject().remove(steps.get(steps.size() - 1));
    requireNonNull(removed, path);
    return this;
  }

  /** The configuration as the engine hands it over, with a key of another namespace. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>(Map.of("aws:region", "us-east-1"));
    for (Map.Entry<String, JsonElement> entry : settings.entrySet()) {
      texts.put("anyware-network:" + entry.getKey(), text(entry.getValue()));
    }
    return texts;
  }

  private static String text(JsonElement value) {
    if (value instanceof JsonNull) {
      return "";
    }
    return value.isJsonPrimitive() ? value.getAsString() : value.toString();
  }

  Reading read() {
    return SettingsReader.read(Clouds.ALL, texts());
  }

  /** The problems found; none when the settings are valid. */
  List<Problem> problems() {
    return read() instanceof Reading.Invalid invalid ? invalid.problems() : List.of();
  }

  /** The problems of a reading that failed. */
  static List<Problem> problems(Reading reading) {
    return reading.fold(
        settings -> {
          throw new AssertionError("no problem: " + settings);
        },
        problems -> problems);
  }

  /** The settings read; fails on a problem. */
  Settings settings() {
    return settings(read());
  }

  static Settings settings(Reading reading) {
    if (reading instanceof Reading.Valid valid) {
      return valid.settings();
    }
    throw new AssertionError(reading.toString());
  }

  private JsonElement parent(List<String> steps) {
    JsonElement parent = settings;
    for (String step : steps.subList(0, steps.size() - 1)) {
      parent =
          parent instanceof JsonArray list
              ? list.get(Integer.parseInt(step))
              : requireNonNull(parent.getAsJsonObject().get(step), step);
    }
    return parent;
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    while (step.lookingAt()) {
      for (String group : List.of("quoted", "index", "key")) {
        if (step.group(group) != null) {
          steps.add(step.group(group));
        }
      }
      step.region(step.end(), path.length());
    }
    return steps;
  }
}
