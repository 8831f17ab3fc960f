package anyware.settings;

import anyware.cloud.Cloud;
import anyware.json.StrictJson;
import anyware.net.MalformedException;
import anyware.problem.Problem;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Takes the settings from where the Pulumi engine puts them: environment variables. */
public final class EngineConfig {
  /** The variable with the configuration, a JSON structure of texts. */
  public static final String CONFIG = "PULUMI_CONFIG";

  /** The variable with the keys of secret settings, a JSON list. */
  public static final String SECRET_KEYS = "PULUMI_CONFIG_SECRET_KEYS";

  private static final List<String> NAMES = List.of("sites", "tags");

  private EngineConfig() {}

  /**
   * Reads the settings of the stack for which the engine started the program.
   *
   * @param clouds every cloud that a site can be in
   * @param environment the environment variables; an absent one means no configuration
   */
  public static Reading read(List<? extends Cloud> clouds, Map<String, String> environment) {
    String variable = CONFIG;
    try {
      Map<String, String> config = texts(environment.getOrDefault(CONFIG, "{}"));
      variable = SECRET_KEYS;
      Set<String> secrets = keys(environment.getOrDefault(SECRET_KEYS, "[]"));
      return withoutSecrets(SettingsReader.read(clouds, config, secrets), secrets);
    } catch (MalformedException e) {
      return Reading.Invalid.because(
          new Problem(variable, "something else", e.allowed(), "let pulumi start the program"));
    }
  }

  /**
   * Whether a setting of the program's own is secret, in whole or in part.
   *
   * @param environment the environment variables
   */
  public static boolean holdsSecrets(Map<String, String> environment) {
    try {
      return keys(environment.getOrDefault(SECRET_KEYS, "[]")).stream()
          .anyMatch(key -> key.startsWith(SettingsReader.NAMESPACE + ":"));
    } catch (MalformedException e) {
      return false;
    }
  }

  /** Settings that become parts of names can't be kept secret, so they are refused. */
  private static Reading withoutSecrets(Reading reading, Set<String> secrets) {
    List<Problem> problems = new ArrayList<>();
    for (String key : NAMES) {
      if (secrets.contains(SettingsReader.NAMESPACE + ":" + key)) {
        problems.add(
            new Problem(
                SettingsReader.NAMESPACE + ":" + key,
                "a secret",
                "plain text, since names and tags show it",
                "set it with pulumi config set --plaintext"));
      }
    }
    if (problems.isEmpty()) {
      return reading;
    }
    return reading.fold(
        settings -> new Reading.Invalid(problems),
        others -> new Reading.Invalid(Stream.of(others, problems).flatMap(List::stream).toList()));
  }

  private static Map<String, String> texts(String json) throws MalformedException {
    if (!(StrictJson.parse(json) instanceof JsonObject structure)) {
      throw new MalformedException("a JSON structure of texts", "");
    }
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, JsonElement> entry : structure.entrySet()) {
      texts.put(entry.getKey(), text(entry.getValue()));
    }
    return texts;
  }

  private static Set<String> keys(String json) throws MalformedException {
    if (!(StrictJson.parse(json) instanceof JsonArray list)) {
      throw new MalformedException("a JSON list of texts", "");
    }
    Set<String> keys = new HashSet<>();
    for (JsonElement item : list) {
      keys.add(text(item));
    }
    return keys;
  }

  private static String text(JsonElement value) throws MalformedException {
    if (value instanceof JsonPrimitive scalar && scalar.isString()) {
      return scalar.getAsString();
    }
    throw new MalformedException("texts only", "");
  }
}
