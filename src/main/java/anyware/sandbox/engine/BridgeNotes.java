package anyware.sandbox.engine;

import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Values;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What Pulumi's bridge to Terraform writes into a state beside the properties: {@code __defaults}
 * with the names of what it filled in, in every structure of the inputs; in the outputs {@code
 * __meta}, {@code id}, empty values for what nobody set, and sets in the order of their hashes
 * (https://github.com/pulumi/pulumi-terraform-bridge/blob/main/pkg/tfbridge/schema.go). Nothing of
 * that comes past this class; for a cloud whose provider is no bridge there is none of it.
 *
 * @param cloud the cloud
 */
record BridgeNotes(Cloud cloud) {
  private static final String DEFAULTS = "__defaults";
  private static final String META = "__meta";

  /** Key and timeouts as Terraform's SDK encodes them, in nanoseconds. */
  private static final String TIMEOUTS =
      "{\"e2bfb730-ecaa-11e6-8f88-34363bc7c4c0\":{\"create\":1200000000000,"
          + "\"delete\":1200000000000,\"update\":1200000000000},\"schema_version\":\"1\"}";

  private static final Value NULL = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();

  /**
   * Reads what the engine sends, without the notes.
   *
   * @param struct inputs or outputs
   */
  Props read(Struct struct) {
    Props all = StructCodec.props(struct);
    return cloud.terraform() ? Props.of(plain(all.values(), false)) : all;
  }

  /**
   * Reads former inputs as the program once gave them, without what was filled in.
   *
   * @param struct inputs with their notes
   */
  Props readGiven(Struct struct) {
    return Props.of(plain(StructCodec.props(struct).values(), true));
  }

  private static Map<String, Object> plain(Map<String, Object> noted, boolean givenOnly) {
    Map<String, Object> plain = new TreeMap<>();
    List<Object> filled = Values.asList(noted.getOrDefault(DEFAULTS, List.of()));
    noted.forEach(
        (key, value) -> {
          if (!key.equals(DEFAULTS) && !key.equals(META) && !(givenOnly && filled.contains(key))) {
            plain.put(key, plainValue(value, givenOnly));
          }
        });
    return plain;
  }

  private static Object plainValue(Object value, boolean givenOnly) {
    if (value instanceof Map<?, ?>) {
      return plain(Values.asMap(value), givenOnly);
    }
    return value instanceof List<?>
        ? Values.asList(value).stream().map(item -> plainValue(item, givenOnly)).toList()
        : value;
  }

  /**
   * Writes inputs.
   *
   * @param type the resource's type
   * @param given what the program gave
   * @param inputs what became of it
   * @return the protocol's form
   */
  Struct inputs(ResourceType type, Props given, Props inputs) {
    return cloud.terraform()
        ? noted(type.body(), given.values(), inputs.values())
        : StructCodec.struct(inputs);
  }

  private static Struct noted(Shape shape, Map<String, Object> given, Map<String, Object> inputs) {
    Struct.Builder struct = Struct.newBuilder();
    List<String> filled =
        shape.kind() == Shape.Kind.OBJECT
            ? inputs.keySet().stream().filter(name -> !given.containsKey(name)).sorted().toList()
            : List.of();
    inputs.forEach(
        (name, value) ->
            struct.putFields(
                name, noted(Shapes.member(shape, name), given.getOrDefault(name, ""), value)));
    return struct.putFields(DEFAULTS, StructCodec.value(filled)).build();
  }

  private static Value noted(Shape shape, Object given, Object value) {
    if (value instanceof Map<?, ?>) {
      return Value.newBuilder()
          .setStructValue(noted(shape, Values.asMap(given), Values.asMap(value)))
          .build();
    }
    if (value instanceof List<?>) {
      List<Object> before = Values.asList(given);
      List<Object> items = Values.asList(value);
      ListValue.Builder list = ListValue.newBuilder();
      for (int i = 0; i < items.size(); i++) {
        Object was = i < before.size() ? before.get(i) : "";
        list.addValues(noted(Shapes.item(shape), was, items.get(i)));
      }
      return Value.newBuilder().setListValue(list).build();
    }
    return StructCodec.value(value);
  }

  /**
   * Writes outputs.
   *
   * @param type the resource's type
   * @param id the object's id; null before there is one
   * @param outputs what the cloud shows
   * @return the protocol's form
   */
  Struct outputs(ResourceType type, @Nullable String id, Props outputs) {
    if (!cloud.terraform()) {
      return StructCodec.struct(outputs);
    }
    boolean framework = cloud.framework().contains(type.token());
    Struct.Builder struct = shown(type.body(), outputs.values(), framework).toBuilder();
    if (!framework) {
      struct.putFields(META, StructCodec.value(TIMEOUTS));
    }
    if (id != null) {
      struct.putFields("id", StructCodec.value(id));
    }
    return struct.build();
  }

  private static Struct shown(Shape shape, Map<String, Object> values, boolean framework) {
    Struct.Builder struct = Struct.newBuilder();
    for (Property field : shape.fields()) {
      struct.putFields(field.name(), framework ? NULL : empty(field.shape().kind()));
    }
    values.forEach(
        (name, value) ->
            struct.putFields(name, shown(Shapes.member(shape, name), value, framework)));
    return struct.build();
  }

  private static Value shown(Shape shape, Object value, boolean framework) {
    if (value instanceof Map<?, ?>) {
      return Value.newBuilder()
          .setStructValue(shown(shape, Values.asMap(value), framework))
          .build();
    }
    if (value instanceof List<?>) {
      List<Object> items = Values.asList(value);
      if (shape.kind() == Shape.Kind.SET) {
        items = items.stream().sorted(Comparator.comparing(BridgeNotes::hash)).toList();
      }
      ListValue.Builder list = ListValue.newBuilder();
      items.forEach(item -> list.addValues(shown(Shapes.item(shape), item, framework)));
      return Value.newBuilder().setListValue(list).build();
    }
    return StructCodec.value(value);
  }

  private static Value empty(Shape.Kind kind) {
    return switch (kind) {
      case TEXT -> StructCodec.value("");
      case LIST, SET -> StructCodec.value(List.of());
      case MAP -> StructCodec.value(Map.of());
      case WHOLE, DECIMAL, FLAG, OBJECT, ANYTHING -> NULL;
    };
  }

  /** As Terraform's SDK sorts sets of texts: by the decimal digits of their CRC-32. */
  private static String hash(Object item) {
    CRC32 crc = new CRC32();
    crc.update(Values.show(item).getBytes(StandardCharsets.UTF_8));
    return Long.toString(crc.getValue());
  }

  /**
   * The inputs after a refresh: of those that there were, what the state shows now; what is new in
   * the state is none of the program's (extractInputsFromOutputs).
   *
   * @param type the resource's type
   * @param known the inputs before
   * @param outputs what the cloud shows
   */
  static Props refreshed(ResourceType type, Props known, Props outputs) {
    return Props.of(Values.asMap(refreshed(type.body(), known.values(), outputs.values())));
  }

  private static Object refreshed(Shape shape, Object known, Object shown) {
    if (known instanceof Map<?, ?> && shown instanceof Map<?, ?>) {
      Map<String, Object> now = new TreeMap<>();
      Values.asMap(shown)
          .forEach(
              (name, value) -> {
                @Nullable Object before = Values.asMap(known).get(name);
                if (before != null) {
                  now.put(name, refreshed(Shapes.member(shape, name), before, value));
                }
              });
      return now;
    }
    if (known instanceof List<?> && shown instanceof List<?>) {
      List<Object> before = Values.asList(known);
      List<Object> items = Values.asList(shown);
      return IntStream.range(0, items.size())
          .mapToObj(
              i ->
                  i < before.size()
                      ? refreshed(Shapes.item(shape), before.get(i), items.get(i))
                      : Shapes.inputs(Shapes.item(shape), items.get(i)))
          .toList();
    }
    return shown;
  }
}
