package anyware.settings;

import anyware.catalogue.Peer;
import anyware.catalogue.PeerSetting;
import anyware.cloud.Cloud;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of stack files as JSON Schema, for editors: what the reader asks for, noted while it
 * reads. The reader says more: what of one setting depends on others, and on what an address means.
 */
public final class SettingsSchema {
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
  private static final String PREFIX = SettingsReader.NAMESPACE + ":";
  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";
  private static final String PEERS = "peers";
  private static final String SECURE = "secure";
  private static final String SITES = "sites";

  /** What names show, so that nobody can keep it back. */
  private static final Set<String> NEVER_SECRET = Set.of(SITES, "tags");

  private final List<? extends Cloud> clouds;

  private SettingsSchema(List<? extends Cloud> clouds) {
    this.clouds = clouds;
  }

  /**
   * The schema.
   *
   * @param clouds every cloud that a site can be in
   */
  public static JsonObject of(List<? extends Cloud> clouds) {
    return new SettingsSchema(clouds).schema();
  }

  private JsonObject schema() {
    FormRecorder recorder = new FormRecorder();
    SettingsReader.record(clouds, Map.of(), recorder);
    JsonObject settings = recorder.form(SettingsReader.NAMESPACE).getAsJsonObject();
    JsonObject keys = settings.getAsJsonObject(PROPERTIES);
    JsonObject peers = keys.getAsJsonObject(PEERS);
    peers.remove(REQUIRED);
    clients(peers);
    eitherServers(keys.getAsJsonObject("licenseServer"));
    oneEndIsARole(keys.getAsJsonObject("expect"));

    JsonObject schema = SettingForms.of("$schema", DRAFT);
    schema.addProperty("title", "The settings of an Anyware network's stack");
    schema.addProperty("type", "object");
    JsonObject parts = new JsonObject();
    parts.add("config", config(keys));
    for (String engines : List.of("secretsprovider", "encryptedkey", "encryptionsalt")) {
      parts.add(engines, SettingForms.type("string"));
    }
    parts.add("environment", new JsonObject());
    schema.add(PROPERTIES, parts);
    // What is missing may come from the environments.
    schema.add("if", required("environment"));
    JsonObject complete = required("config");
    JsonObject inFile = new JsonObject();
    inFile.add("config", complete());
    complete.add(PROPERTIES, inFile);
    schema.add("else", complete);
    JsonObject definitions = new JsonObject();
    definitions.add(SettingForms.ADDRESS, SettingForms.address());
    definitions.add(SettingForms.SITE, new SiteSchema(clouds).form());
    definitions.add("secret", secret());
    schema.add("definitions", definitions);
    SettingMeanings.describe(schema);
    return schema;
  }

  private static JsonObject config(JsonObject keys) {
    JsonObject settings = new JsonObject();
    keys.entrySet().forEach(entry -> settings.add(PREFIX + entry.getKey(), orSecret(entry)));
    JsonObject others = new JsonObject();
    others.addProperty("^anyware(?!-network:(" + String.join("|", keys.keySet()) + ")$)", false);
    JsonObject names = new JsonObject();
    names.addProperty("pattern", ":");
    JsonObject config = SettingForms.type("object");
    config.add(PROPERTIES, settings);
    config.add("patternProperties", others);
    config.add("propertyNames", names);
    return config;
  }

  private static JsonObject orSecret(Map.Entry<String, JsonElement> setting) {
    JsonObject form = setting.getValue().getAsJsonObject();
    if (NEVER_SECRET.contains(setting.getKey())) {
      return form;
    }
    JsonElement fallback = form.remove("default");
    JsonObject either = SettingForms.anyOf(List.of(form, SettingForms.defined("secret")));
    if (fallback != null) {
      either.add("default", fallback);
    }
    return either;
  }

  /** What the engine writes where something is encrypted. */
  private static JsonObject secret() {
    JsonObject form = required(SECURE);
    form.addProperty("type", "object");
    form.addProperty("maxProperties", 1);
    return form;
  }

  /** What must be there: sites, and each required peer at the stack or at every site. */
  private static JsonObject complete() {
    JsonArray all = new JsonArray();
    Arrays.stream(Peer.values())
        .flatMap(peer -> peer.setting().stream())
        .filter(PeerSetting::required)
        .forEach(setting -> all.add(given(setting)));
    JsonObject form = required(PREFIX + SITES);
    form.add("allOf", all);
    return form;
  }

  private static JsonObject given(PeerSetting setting) {
    JsonArray ways = new JsonArray();
    ways.add(within(PREFIX + PEERS, required(setting.key())));
    setting.alternative().ifPresent(other -> ways.add(within(PREFIX + PEERS, required(other))));
    ways.add(within(PREFIX + PEERS, required(SECURE)));
    JsonObject every = new JsonObject();
    every.add("additionalProperties", within(PEERS, required(setting.key())));
    ways.add(within(PREFIX + SITES, every));
    JsonObject form = new JsonObject();
    form.add("anyOf", ways);
    return form;
  }

  private static JsonObject required(String key) {
    JsonObject form = new JsonObject();
    form.add(REQUIRED, FormVariants.array(List.of(key)));
    return form;
  }

  private static JsonObject within(String key, JsonObject form) {
    JsonObject properties = new JsonObject();
    properties.add(key, form);
    JsonObject around = required(key);
    around.add(PROPERTIES, properties);
    return around;
  }

  /** Peers that may be nobody where others are there. */
  private static void clients(JsonObject peers) {
    JsonArray all = new JsonArray();
    for (Peer peer : Peer.values()) {
      Optional<String> other = peer.setting().flatMap(PeerSetting::alternative);
      if (other.isPresent()) {
        String key = peer.setting().map(PeerSetting::key).orElse("");
        peers.getAsJsonObject(PROPERTIES).getAsJsonObject(key).remove("minItems");
        JsonArray ways = new JsonArray();
        JsonObject own = new JsonObject();
        own.add(key, SettingForms.notEmpty());
        JsonObject some = new JsonObject();
        some.add(PROPERTIES, own);
        ways.add(some);
        ways.add(within(other.get(), SettingForms.notEmpty()));
        JsonObject either = new JsonObject();
        either.add("anyOf", ways);
        all.add(either);
      }
    }
    peers.add("allOf", all);
  }

  /** Exactly one of servers that are there and a role of their own. */
  static void eitherServers(JsonObject licenseServer) {
    JsonArray ways = licenseServer.getAsJsonArray("anyOf");
    JsonArray either = new JsonArray();
    either.add(required("servers"));
    either.add(required("hosted"));
    ways.get(ways.size() - 1).getAsJsonObject().add("oneOf", either);
  }

  private static void oneEndIsARole(JsonObject expect) {
    for (JsonElement list : expect.getAsJsonObject(PROPERTIES).asMap().values()) {
      JsonArray either = new JsonArray();
      either.add(within("from", SettingForms.roles()));
      either.add(within("to", SettingForms.roles()));
      list.getAsJsonObject().getAsJsonObject("items").add("anyOf", either);
    }
  }
}
