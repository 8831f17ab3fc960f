package anyware.settings;

import anyware.net.MalformedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** On which line of its file each setting stands, counted from 1. */
public final class SettingLines {
  /** Of settings that are in no file. */
  public static final SettingLines NONE = new SettingLines();

  private final Map<String, Integer> lines = new HashMap<>();

  private SettingLines() {}

  /** The lines of a stack file; none of what is no YAML. */
  static SettingLines of(String yaml) {
    SettingLines lines = new SettingLines();
    try {
      EngineYaml.document(yaml).ifPresent(lines::addConfig);
    } catch (MalformedException e) {
      return NONE;
    }
    return lines;
  }

  /**
   * The line of a setting, or of what it would be a part of where it is missing.
   *
   * @param path as problems and advice name it
   */
  public Optional<Integer> line(String path) {
    String place = path;
    while (!place.isEmpty() && !lines.containsKey(place)) {
      place = SettingPaths.around(place);
    }
    return Optional.ofNullable(lines.get(place));
  }

  private void addConfig(Node document) {
    for (NodeTuple part : members(document)) {
      if (isKey(part, StackFile.CONFIG)) {
        members(part.getValueNode())
            .forEach(setting -> key(setting).ifPresent(key -> add(key, setting)));
      }
    }
  }

  private void add(String path, NodeTuple member) {
    // A key stands where a person looks for the setting, wherever an alias takes its value from.
    lines.put(path, line(member.getKeyNode()));
    addParts(path, member.getValueNode());
  }

  private void addParts(String path, Node value) {
    members(value)
        .forEach(part -> key(part).ifPresent(key -> add(path + SettingPaths.step(key), part)));
    if (value instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        Node item = list.getValue().get(i);
        lines.put(path + SettingPaths.step(i), line(item));
        addParts(path + SettingPaths.step(i), item);
      }
    }
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static List<NodeTuple> members(Node node) {
    return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
  }

  private static boolean isKey(NodeTuple member, String key) {
    return key(member).equals(Optional.of(key));
  }

  private static Optional<String> key(NodeTuple member) {
    return member.getKeyNode() instanceof ScalarNode key
        ? Optional.of(key.getValue())
        : Optional.empty();
  }
}
