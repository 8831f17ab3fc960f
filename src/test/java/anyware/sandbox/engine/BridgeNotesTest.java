package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ResourceType;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a bridged provider writes into states, and that none of it comes back as a property. */
final class BridgeNotesTest {
  private static final BridgeNotes NOTES = new BridgeNotes(Toy.cloud().throughTerraform());
  private static final ResourceType BOX = Objects.requireNonNull(Toy.cloud().types().get(Toy.BOX));

  private static final Props GIVEN =
      Props.of(
          Map.of(
              "doors", List.of(Map.of("name", "in"), Map.of("name", "out", "width", 3)),
              "marks", Map.of("a", "1")));
  private static final Props CHECKED =
      Props.of(
          Map.of(
              "boxName", "b-1",
              "doors", List.of(Map.of("name", "in", "width", 2), Map.of("name", "out", "width", 3)),
              "marks", Map.of("a", "1")));

  private static Value at(Struct struct, String... path) {
    Value value = Value.newBuilder().setStructValue(struct).build();
    for (String name : path) {
      value =
          name.matches("[0-9]+")
              ? value.getListValue().getValues(Integer.parseInt(name))
              : value.getStructValue().getFieldsOrThrow(name);
    }
    return value;
  }

  private static List<String> texts(Value list) {
    return list.getListValue().getValuesList().stream().map(Value::getStringValue).toList();
  }

  @Test
  void everyStructureOfTheInputsSaysWhatWasFilledIn() {
    Struct inputs = NOTES.inputs(BOX, GIVEN, CHECKED);

    assertThat(texts(at(inputs, "__defaults"))).containsExactly("boxName");
    assertThat(texts(at(inputs, "doors", "0", "__defaults"))).containsExactly("width");
    assertThat(texts(at(inputs, "doors", "1", "__defaults"))).isEmpty();
    assertThat(texts(at(inputs, "marks", "__defaults"))).isEmpty();
    assertThat(NOTES.read(inputs)).isEqualTo(CHECKED);
    assertThat(NOTES.readGiven(inputs)).isEqualTo(GIVEN);
  }

  @Test
  void outputsHaveIdMetaAndWhatNobodySet() {
    Struct outputs = NOTES.outputs(BOX, "box-1", CHECKED);

    assertThat(at(outputs, "id").getStringValue()).isEqualTo("box-1");
    assertThat(at(outputs, "__meta").getStringValue()).contains("\"schema_version\"");
    assertThat(at(outputs, "colour").getStringValue()).isEmpty();
    assertThat(at(outputs, "colour").hasStringValue()).isTrue();
    assertThat(at(outputs, "seals").hasListValue()).isTrue();
    assertThat(at(outputs, "size").hasNullValue()).isTrue();
    assertThat(NOTES.read(outputs).values()).doesNotContainKeys("__meta", "size");
  }

  @Test
  void theFrameworksTypesHaveNullWhereTheSdksHaveNothing() {
    Struct outputs =
        new BridgeNotes(Toy.cloud().throughTerraform(Toy.BOX)).outputs(BOX, "box-1", CHECKED);

    assertThat(at(outputs, "colour").hasNullValue()).isTrue();
    assertThat(at(outputs, "seals").hasNullValue()).isTrue();
    assertThat(outputs.getFieldsMap()).doesNotContainKey("__meta");
  }

  @Test
  void setsAreSortedByTheirHashes() {
    Struct outputs = NOTES.outputs(BOX, "box-1", Props.of(Map.of("seals", List.of("a", "b", "c"))));

    // CRC-32: a is 3904355907, b 1908338681, c 112844655; as texts 1.., 11.., 3..
    assertThat(texts(at(outputs, "seals"))).containsExactly("c", "b", "a");
  }

  @Test
  void aRefreshTellsOfTheInputsThatThereWere() {
    Props shown =
        Props.of(
            Map.of(
                "boxName",
                "b-1",
                "colour",
                "red",
                "doors",
                List.of(
                    Map.of("id", "x/in", "name", "in", "width", 9),
                    Map.of("id", "x/out", "name", "out", "width", 3),
                    Map.of("id", "x/new", "name", "new", "width", 1)),
                "marks",
                Map.of("a", "2", "b", "by hand")));

    assertThat(BridgeNotes.refreshed(BOX, CHECKED, shown))
        .isEqualTo(
            Props.of(
                Map.of(
                    "boxName", "b-1",
                    "doors",
                        List.of(
                            Map.of("name", "in", "width", 9),
                            Map.of("name", "out", "width", 3),
                            Map.of("name", "new", "width", 1)),
                    "marks", Map.of("a", "2"))));
  }

  @Test
  void otherProvidersWriteWhatThereIs() {
    Cloud cloud = Toy.cloud();
    BridgeNotes none = new BridgeNotes(cloud);

    assertThat(none.inputs(BOX, GIVEN, CHECKED)).isEqualTo(StructCodec.struct(CHECKED));
    assertThat(none.outputs(BOX, "box-1", CHECKED)).isEqualTo(StructCodec.struct(CHECKED));
  }
}
