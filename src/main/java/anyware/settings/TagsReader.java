package anyware.settings;

import anyware.cloud.Cloud;
import anyware.cloud.TagForm;
import anyware.problem.Printable;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code tags}. */
final class TagsReader {
  private static final String ALLOWED = "a structure of texts";

  private TagsReader() {}

  /**
   * The tags.
   *
   * @param clouds the clouds that must take them
   */
  static Optional<SortedMap<String, String>> read(Node node, List<Cloud> clouds) {
    if (node.isRecorded()) {
      node.expects(SettingForms.tags());
    }
    Optional<JsonObject> structure = node.structure();
    if (structure.isEmpty()) {
      return node.refuseType(ALLOWED, "");
    }
    SortedMap<String, String> tags = new TreeMap<>();
    Map<String, String> spellings = new HashMap<>();
    for (Map.Entry<String, JsonElement> entry : structure.get().entrySet()) {
      Node tag = node.child(entry.getKey(), entry.getValue());
      value(tag, entry.getKey(), clouds).ifPresent(value -> tags.put(entry.getKey(), value));
      Optional.ofNullable(
              spellings.putIfAbsent(entry.getKey().toLowerCase(Locale.ROOT), entry.getKey()))
          .ifPresent(
              earlier ->
                  tag.report(
                      "a key that differs only in case from " + Printable.text(earlier),
                      "each key once, whatever its case",
                      "remove one"));
    }
    for (Cloud cloud : clouds) {
      tooMany(cloud, structure.get().size())
          .ifPresent(
              room ->
                  node.report(structure.get().size() + " tags", room + " on " + cloud.slug(), ""));
    }
    return Optional.of(tags);
  }

  private static Optional<String> value(Node tag, String key, List<Cloud> clouds) {
    if (key.isEmpty()) {
      return tag.report("an empty key", "a key", "");
    }
    if (OwnTags.ALL.contains(key.toLowerCase(Locale.ROOT))) {
      return tag.report("a key of the program's own", "any other key", "remove it");
    }
    Optional<String> text = tag.text();
    if (text.isEmpty()) {
      return tag.refuse("a text", tag.scalar().isPresent() ? "put it in quotes" : "");
    }
    clouds.forEach(cloud -> check(cloud.forms().tags(), key, text.get(), tag));
    return text;
  }

  private static void check(TagForm form, String key, String value, Node tag) {
    if (!form.key().takes(key)) {
      tag.report("this key", form.key().rule(), "");
    }
    if (!form.value().takes(value)) {
      tag.refuse(form.value().rule(), "");
    }
  }

  /** The program's own tags need room too. */
  private static Optional<String> tooMany(Cloud cloud, int tags) {
    int room = cloud.forms().tags().most() - OwnTags.ALL.size();
    return tags > room ? Optional.of(room + " tags at most") : Optional.empty();
  }
}
