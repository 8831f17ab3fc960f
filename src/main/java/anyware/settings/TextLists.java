package anyware.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists of texts of one form, each once. */
final class TextLists {
  private static final String LIST = "a list of texts";

  private TextLists() {}

  /** The texts of the list that have the form; may be none. */
  static Optional<List<String>> read(Node node, ValueReader<String> form) {
    Optional<List<Node>> items = node.items();
    if (items.isEmpty()) {
      return node.refuseType(LIST, node.text().isPresent() ? "write it in [ ]" : "");
    }
    Set<String> texts = new LinkedHashSet<>();
    for (Node item : items.get()) {
      form.read(item)
          .filter(text -> !texts.add(text))
          .ifPresent(twice -> item.refuse("each once", "remove it"));
    }
    return Optional.of(List.copyOf(texts));
  }
}
