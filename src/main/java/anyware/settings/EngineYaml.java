package anyware.settings;

import anyware.net.MalformedException;
import anyware.problem.Printable;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Parses YAML into the values that the engine would hand over as JSON. Unlike YAML 1.1 the engine
 * takes yes, no, on, off, dates and 12:30 for texts.
 */
final class EngineYaml {
  private static final int DEEPEST = 50;
  private static final int MOST_ALIASES = 20;
  private static final int LONGEST_REASON = 120;

  private EngineYaml() {}

  /**
   * The value that the text is; a null when it is empty.
   *
   * @throws MalformedException when it is no YAML of plain values, has a duplicate key, or is
   *     nested too deep; its words repeat no value
   */
  static JsonElement parse(String text) throws MalformedException {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(unused),
            unused,
            options,
            new EngineResolver());
    try {
      Object document = yaml.load(text);
      return document == null ? JsonNull.INSTANCE : json(document, 0);
    } catch (MarkedYAMLException e) {
      String line = e.getProblemMark() == null ? "" : "line " + (e.getProblemMark().getLine() + 1);
      throw new MalformedException(
          "YAML", line + ": " + Printable.text(e.getProblem(), LONGEST_REASON));
    } catch (YAMLException | NumberFormatException e) {
      throw new MalformedException("YAML of plain values", "");
    }
  }

  private static JsonElement json(@Nullable Object value, int depth) throws MalformedException {
    if (depth > DEEPEST) {
      throw new MalformedException("nesting " + DEEPEST + " deep at most", "");
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject structure = new JsonObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = String.valueOf(entry.getKey());
        if (structure.has(key)) {
          throw new MalformedException("each key once", "remove one " + Printable.text(key));
        }
        structure.add(key, json(entry.getValue(), depth + 1));
      }
      return structure;
    }
    if (value instanceof List<?> items) {
      JsonArray list = new JsonArray();
      for (Object item : items) {
        list.add(json(item, depth + 1));
      }
      return list;
    }
    return scalar(value);
  }

  private static JsonElement scalar(@Nullable Object value) throws MalformedException {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof String text) {
      return new JsonPrimitive(text);
    }
    if (value instanceof Boolean bool) {
      return new JsonPrimitive(bool);
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(new BigDecimal(number.toString()));
    }
    throw new MalformedException("YAML of plain values", "remove the tag that begins with !");
  }

  /** Tells plain scalars apart as the engine does. */
  private static final class EngineResolver extends Resolver {
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INTEGER =
        Pattern.compile("[-+]?(0|0[0-7]+|[1-9][0-9_]*|0x[0-9a-fA-F]+|0b[01]+)");
    private static final Pattern FRACTION =
        Pattern.compile("[-+]?([0-9]+\\.[0-9]*|\\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?");
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, BOOLEAN, "tTfF");
      addImplicitResolver(Tag.INT, INTEGER, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, FRACTION, "-+0123456789.");
      addImplicitResolver(Tag.MERGE, MERGE, "<");
      addImplicitResolver(Tag.NULL, NOTHING, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }
}
