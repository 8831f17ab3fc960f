package anyware.settings;

import anyware.problem.Printable;
import anyware.problem.Problem;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place in the settings.
 *
 * @param path where it is, such as {@code anyware-network:peers.clients[2]}
 * @param value what stands there
 * @param rank whether it is all settings, one of them, or part of one
 * @param problems where problems are reported
 */
record Node(String path, JsonElement value, Rank rank, Problems problems) {
  private static final String ENCRYPTED_KEY = "secure";

  /** How deep a value stands. */
  enum Rank {
    /** All settings. */
    ROOT,
    /** One setting: the engine hands over scalars as plain text. */
    SETTING,
    /** A part of a setting: scalars have their own type. */
    PART
  }

  /** The value under a key of this structure. */
  Node child(String key, JsonElement child) {
    return rank == Rank.ROOT
        ? new Node(path + ":" + SettingPaths.key(key), child, Rank.SETTING, problems)
        : new Node(path + SettingPaths.step(key), child, Rank.PART, problems);
  }

  /** The place under a key of this structure, whether or not something stands there. */
  Node child(String key) {
    JsonElement child = structure().map(structure -> structure.get(key)).orElse(JsonNull.INSTANCE);
    return child(key, child);
  }

  private Node item(int index, JsonElement item) {
    return new Node(path + SettingPaths.step(index), item, Rank.PART, problems);
  }

  /** Whether no value that stands here may be shown. */
  boolean isSecret() {
    return problems.isSecret(path);
  }

  /** Whether the settings are read for their form only. */
  boolean isRecorded() {
    return problems.recorder().isPresent();
  }

  /** Says what may stand here, where the settings are read for their form. */
  void expects(JsonObject form) {
    problems.recorder().orElseThrow().value(path, form);
  }

  /** Says that a word may stand here instead, where the settings are read for their form. */
  void expectsWord(String word) {
    if (isRecorded()) {
      problems.recorder().orElseThrow().word(path, word);
    }
  }

  /** The scalar that stands here, if it is one. */
  Optional<JsonPrimitive> scalar() {
    return value instanceof JsonPrimitive scalar ? Optional.of(scalar) : Optional.empty();
  }

  /** The text that stands here, if it is one. */
  Optional<String> text() {
    return scalar().filter(JsonPrimitive::isString).map(JsonPrimitive::getAsString);
  }

  /** The structure that stands here, if it is one and readable. */
  Optional<JsonObject> structure() {
    return value instanceof JsonObject structure && !isEncrypted()
        ? Optional.of(structure)
        : Optional.empty();
  }

  /** The list's items, if a list stands here. */
  Optional<List<Node>> items() {
    if (!(value instanceof JsonArray list)) {
      return isRecorded() ? Optional.of(recordedItems()) : Optional.empty();
    }
    List<Node> items = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      items.add(item(i, list.get(i)));
    }
    return Optional.of(items);
  }

  private List<Node> recordedItems() {
    Node item = item(0, JsonNull.INSTANCE);
    problems.recorder().orElseThrow().list(path, item.path());
    return List.of(item);
  }

  /** Reads a structure key by key; keys that the body does not ask for are problems. */
  <T> Optional<T> section(String allowed, Function<Section, T> body) {
    Optional<JsonObject> structure = isRecorded() ? recordedStructure() : structure();
    if (structure.isEmpty()) {
      return refuseType(allowed, "");
    }
    return Optional.of(new Section(this, structure.get()).read(body));
  }

  private Optional<JsonObject> recordedStructure() {
    problems.recorder().orElseThrow().structure(path);
    return Optional.of(structure().orElseGet(JsonObject::new));
  }

  /**
   * Reports a value that is not allowed, and shows it; of a secret neither the value nor the fix,
   * which often repeats it.
   */
  <T> Optional<T> refuse(String allowed, String fix) {
    return isSecret() && !value.isJsonNull()
        ? report("a secret", allowed, "")
        : report(Printable.value(value), allowed, fix);
  }

  /** Reports a value of the wrong type without showing it. */
  <T> Optional<T> refuseType(String allowed, String fix) {
    return report(Printable.type(value), allowed, fix);
  }

  /** Reports a problem with words of its own for what was found; they must show no value. */
  <T> Optional<T> report(String found, String allowed, String fix) {
    if (isRecorded()) {
      problems.recorder().orElseThrow().refused(path, allowed);
    }
    problems.add(
        isEncrypted()
            ? new Problem(
                path,
                "an encrypted value",
                allowed,
                "it can't be read offline: set it with pulumi config set --plaintext")
            : new Problem(path, found, allowed, fix));
    return Optional.empty();
  }

  /** Whether an encrypted value of a stack file stands here. */
  private boolean isEncrypted() {
    return value instanceof JsonObject structure
        && structure.size() == 1
        && structure.get(ENCRYPTED_KEY) instanceof JsonPrimitive;
  }
}
