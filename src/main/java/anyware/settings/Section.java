package anyware.settings;

import anyware.problem.Problem;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A structure being read key by key. What is never asked for is unknown, and so a problem. */
final class Section {
  private final Node node;
  private final JsonObject structure;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();
  private final Map<String, String> meantOtherwise = new HashMap<>();

  Section(Node node, JsonObject structure) {
    this.node = node;
    this.structure = structure;
  }

  /** Runs the body, then reports the keys that it did not ask for and those that it missed. */
  <T> T read(Function<Section, T> body) {
    T result = body.apply(this);
    Set<String> meant = reportUnknown();
    for (String key : missing) {
      if (!meant.contains(key) && !node.problems().concern(path(key))) {
        node.problems().add(new Problem(path(key), "nothing", "a value: it is required", ""));
      }
    }
    return result;
  }

  /** The place that is read. */
  Node node() {
    return node;
  }

  /** Whether the key is there. */
  boolean has(String key) {
    return structure.has(key);
  }

  /** The place under a key, whether or not something stands there. */
  Node child(String key) {
    return node.child(key);
  }

  /** What stands under the key, unread; nothing where it is absent. */
  @Nullable JsonElement raw(String key) {
    return structure.get(key);
  }

  /** A key that people try for another one. */
  void meant(String key, String other) {
    meantOtherwise.put(key, other);
  }

  /** The value, if the key is there and its value in order. */
  <T> Optional<T> optional(String key, ValueReader<T> kind) {
    known.add(key);
    if (node.isRecorded()) {
      record(key, kind);
    }
    JsonElement value = structure.get(key);
    return value == null ? Optional.empty() : kind.read(node.child(key, value));
  }

  /** What is not there is asked for all the same. */
  private void record(String key, ValueReader<?> kind) {
    node.problems().recorder().orElseThrow().key(node.path(), key, path(key));
    if (!has(key)) {
      kind.read(node.child(key, JsonNull.INSTANCE));
    }
  }

  /** The value, or the default if the key is absent. */
  <T> T or(String key, ValueReader<T> kind, T fallback) {
    if (fallback instanceof Boolean flag) {
      byDefault(key, () -> new JsonPrimitive(flag));
    } else if (fallback instanceof Number number) {
      byDefault(key, () -> new JsonPrimitive(number));
    }
    return optional(key, kind).orElse(fallback);
  }

  /** The value, or the default, as it is written, if the key is absent. */
  <T> T or(String key, ValueReader<T> kind, T fallback, String written) {
    byDefault(key, () -> new JsonPrimitive(written));
    return optional(key, kind).orElse(fallback);
  }

  /** Says what holds where the key is absent, where the settings are read for their form. */
  void byDefault(String key, Supplier<JsonElement> written) {
    node.problems().recorder().ifPresent(notes -> notes.byDefault(path(key), written.get()));
  }

  /** The value; the key must be there. */
  <T> Optional<T> required(String key, ValueReader<T> kind) {
    if (node.isRecorded()) {
      node.problems().recorder().orElseThrow().required(node.path(), key);
    }
    if (!has(key)) {
      missing.add(key);
    }
    return optional(key, kind);
  }

  private String path(String key) {
    return node.child(key, structure).path();
  }

  private Set<String> reportUnknown() {
    Set<String> absent = new LinkedHashSet<>(known);
    absent.removeAll(structure.keySet());
    Set<String> meant = new HashSet<>();
    for (String key : structure.keySet()) {
      if (!known.contains(key)) {
        Optional<String> near =
            Optional.ofNullable(meantOtherwise.get(key)).or(() -> DidYouMean.of(key, absent));
        near.ifPresent(meant::add);
        node.problems()
            .add(
                new Problem(
                    path(key),
                    "an unknown key",
                    String.join(", ", known),
                    near.map(DidYouMean::question).orElse("")));
      }
    }
    return meant;
  }
}
