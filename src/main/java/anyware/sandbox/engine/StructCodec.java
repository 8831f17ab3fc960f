package anyware.sandbox.engine;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Unknown;
import anyware.sandbox.spec.Values;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plain values in the form of the provider protocol. */
final class StructCodec {
  /** The engine's spelling of an unknown value. */
  static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  /** The key that marks a wrapped value. */
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

  private StructCodec() {}

  /**
   * Reads properties; secrets lose their wrapping.
   *
   * @param struct the protocol's form
   */
  static Props props(Struct struct) {
    Map<String, Object> map = new TreeMap<>();
    struct
        .getFieldsMap()
        .forEach((key, value) -> plain(value).ifPresent(found -> map.put(key, found)));
    return Props.of(map);
  }

  /**
   * Writes properties.
   *
   * @param props the properties
   * @return the protocol's form
   */
  static Struct struct(Props props) {
    Struct.Builder struct = Struct.newBuilder();
    props.values().forEach((key, value) -> struct.putFields(key, value(value)));
    return struct.build();
  }

  private static Optional<Object> plain(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE ->
          Optional.of(
              value.getStringValue().equals(UNKNOWN) ? Unknown.VALUE : value.getStringValue());
      case NUMBER_VALUE -> Optional.of(value.getNumberValue());
      case BOOL_VALUE -> Optional.of(value.getBoolValue());
      case LIST_VALUE -> {
        List<Object> items = new ArrayList<>();
        value.getListValue().getValuesList().forEach(item -> plain(item).ifPresent(items::add));
        yield Optional.of(items);
      }
      case STRUCT_VALUE -> {
        Struct struct = value.getStructValue();
        Value inner = struct.getFieldsMap().get("value");
        yield struct.containsFields(SIGNATURE)
            ? (inner == null ? Optional.of(Unknown.VALUE) : plain(inner))
            : Optional.of(props(struct).values());
      }
      case NULL_VALUE, KIND_NOT_SET -> Optional.empty();
    };
  }

  /**
   * Writes a value.
   *
   * @param plain the value
   * @return the protocol's form
   */
  static Value value(Object plain) {
    if (plain instanceof Map<?, ?>) {
      return Value.newBuilder().setStructValue(struct(new Props(Values.asMap(plain)))).build();
    }
    if (plain instanceof List<?>) {
      ListValue.Builder items = ListValue.newBuilder();
      Values.asList(plain).forEach(item -> items.addValues(value(item)));
      return Value.newBuilder().setListValue(items).build();
    }
    if (plain instanceof Boolean flag) {
      return Value.newBuilder().setBoolValue(flag).build();
    }
    if (plain instanceof Double number) {
      return Value.newBuilder().setNumberValue(number).build();
    }
    return Value.newBuilder().setStringValue(plain instanceof String text ? text : UNKNOWN).build();
  }
}
