package anyware.settings;

import anyware.net.MalformedException;
import anyware.problem.Printable;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Parses YAML into the values that the engine would hand over as JSON. What a scalar is, {@link
 * EngineScalar} says; of several documents the engine reads the first.
 */
final class EngineYaml {
  private static final int DEEPEST = 50;
  private static final int MOST_ALIASES = 20;
  private static final int LONGEST_REASON = 120;
  private static final Tag PLAIN = new Tag("plain");
  private static final String MERGE = "<<";

  private EngineYaml() {}

  /**
   * The value that the text is; a null when it is empty.
   *
   * @throws MalformedException when it is no YAML, has a duplicate key, or is nested too deep; its
   *     words repeat no value
   */
  static JsonElement parse(String text) throws MalformedException {
    Optional<Node> document = document(text);
    return document.isPresent() ? json(document.get(), 0) : JsonNull.INSTANCE;
  }

  /**
   * The first document as it is written; absent where there is none.
   *
   * @throws MalformedException when it is no YAML; its words repeat no value
   */
  static Optional<Node> document(String text) throws MalformedException {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    // What Yaml does, without the parts that make objects and write, which take long to load.
    Composer composer =
        new Composer(
            new ParserImpl(new StreamReader(new StringReader(text)), options),
            new UndecidedResolver(),
            options);
    try {
      return composer.checkNode() ? Optional.of(composer.getNode()) : Optional.empty();
    } catch (MarkedYAMLException e) {
      String line = e.getProblemMark() == null ? "" : "line " + (e.getProblemMark().getLine() + 1);
      throw new MalformedException(
          "YAML", line + ": " + Printable.text(e.getProblem(), LONGEST_REASON));
    } catch (YAMLException e) {
      throw new MalformedException("YAML of plain values", "");
    }
  }

  private static JsonElement json(Node node, int depth) throws MalformedException {
    if (depth > DEEPEST) {
      throw new MalformedException("nesting " + DEEPEST + " deep at most", "");
    }
    if (node instanceof MappingNode mapping) {
      JsonObject structure = new JsonObject();
      addMembers(structure, mapping, depth);
      addMerged(structure, mapping, depth);
      return structure;
    }
    if (node instanceof SequenceNode sequence) {
      JsonArray list = new JsonArray();
      for (Node item : sequence.getValue()) {
        list.add(json(item, depth + 1));
      }
      return list;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonElement scalar(ScalarNode node) throws MalformedException {
    return node.getTag().equals(PLAIN)
        ? EngineScalar.plain(node.getValue())
        : EngineScalar.tagged(node.getTag(), node.getValue());
  }

  private static void addMembers(JsonObject structure, MappingNode mapping, int depth)
      throws MalformedException {
    for (NodeTuple member : mapping.getValue()) {
      if (!isMerge(member)) {
        String key = key(member);
        if (structure.has(key)) {
          int line = member.getKeyNode().getStartMark().getLine() + 1;
          throw new MalformedException(
              "YAML", "line " + line + ": duplicate key " + Printable.text(key));
        }
        structure.add(key, json(member.getValueNode(), depth + 1));
      }
    }
  }

  /** What other structures bring and the structure does not say itself. */
  private static void addMerged(JsonObject structure, MappingNode mapping, int depth)
      throws MalformedException {
    for (NodeTuple member : mapping.getValue()) {
      if (isMerge(member)) {
        JsonElement merged = json(member.getValueNode(), depth + 1);
        if (merged instanceof JsonArray list) {
          for (JsonElement one : list) {
            addMissing(structure, one);
          }
        } else {
          addMissing(structure, merged);
        }
      }
    }
  }

  private static void addMissing(JsonObject structure, JsonElement merged)
      throws MalformedException {
    if (!(merged instanceof JsonObject members)) {
      throw new MalformedException("structures to merge", "write the key in quotes");
    }
    members
        .entrySet()
        .forEach(
            member -> {
              if (!structure.has(member.getKey())) {
                structure.add(member.getKey(), member.getValue());
              }
            });
  }

  private static boolean isMerge(NodeTuple member) {
    return member.getKeyNode() instanceof ScalarNode key
        && key.getTag().equals(PLAIN)
        && key.getValue().equals(MERGE);
  }

  private static String key(NodeTuple member) throws MalformedException {
    if (member.getKeyNode() instanceof ScalarNode key) {
      return key.getValue();
    }
    throw new MalformedException("keys that are texts", "");
  }

  /** Leaves open what a plain scalar is. */
  private static final class UndecidedResolver extends Resolver {
    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return kind == NodeId.scalar && implicit ? PLAIN : super.resolve(kind, value, false);
    }
  }
}
