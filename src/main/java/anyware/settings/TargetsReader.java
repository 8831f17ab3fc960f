package anyware.settings;

import anyware.cloud.Cloud;
import anyware.cloud.TextForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code targets} of a site. */
final class TargetsReader {
  private TargetsReader() {}

  /**
   * The targets, all of one kind.
   *
   * @param cloud the site's cloud; absent where it could not be read
   */
  static Optional<List<String>> read(Node node, Optional<Cloud> cloud) {
    List<TextForm> kinds = cloud.map(known -> known.forms().balancer().targets()).orElse(List.of());
    String allowed = kinds.stream().map(TextForm::rule).collect(Collectors.joining(", or "));
    Optional<List<String>> targets = TextLists.read(node, item -> target(item, kinds, allowed));
    if (node.isRecorded()) {
      node.expects(SettingForms.ofOneKind(kinds));
    }
    boolean isMixed =
        targets.isPresent()
            && !kinds.isEmpty()
            && kinds.stream().noneMatch(kind -> targets.get().stream().allMatch(kind::takes));
    return isMixed
        ? node.report("several kinds of targets", "targets of one kind", "split the site")
        : targets;
  }

  private static Optional<String> target(Node item, List<TextForm> kinds, String allowed) {
    if (item.isRecorded()) {
      item.expects(
          SettingForms.anyOf(kinds.stream().map(kind -> SettingForms.text(kind.form())).toList()));
    }
    Optional<String> text =
        item.text()
            .filter(
                target -> kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.takes(target)));
    return text.isPresent() ? text : item.refuse(allowed, "");
  }
}
