package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.StoredResource;
import anyware.sandbox.spec.Unknown;
import io.grpc.protobuf.StatusProto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Provider.ErrorResourceInitFailed;

/** What the specification language promises, asked of a small cloud. */
final class ProviderTest {
  private static final Map<String, String> HERE = Map.of("region", "here");

  @TempDir Path folder;
  private Rig rig;

  @BeforeEach
  void open() {
    rig = Rig.of(Toy.cloud(), HERE, folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private StoredResource box(String name, Map<String, ?> inputs) {
    return rig.create(Toy.BOX, name, inputs);
  }

  private static Map<String, Object> doors(String... names) {
    return Map.of("doors", List.of(names).stream().map(name -> Map.of("name", name)).toList());
  }

  @Test
  void automaticNameIsKeptOnUpdateAndReplacedWhenFixed() {
    StoredResource box = box("b", Map.of());
    assertThat(box.inputs().text("boxName").orElseThrow()).matches("b-[0-9a-f]{7}");
    assertThat(rig.diff(box, Map.of())).isEmpty();
    assertThat(rig.difference(box, Map.of("boxName", "fixed")).deleteFirst()).isTrue();
    StoredResource fixed = box("c", Map.of("boxName", "fixed"));
    assertThat(rig.difference(fixed, Map.of()).changes()).isNotEmpty();
    assertThat(rig.difference(fixed, Map.of()).deleteFirst()).isFalse();
  }

  @Test
  void automaticNameThatIsTooLongFailsAtCheck() {
    assertThat(rig.checkRefusals(Toy.BOX, "a-name-much-too-long", Map.of()))
        .containsExactly(
            "boxName: name 'a-name-much-too-long-' plus 7 random chars is longer than maximum"
                + " length 20");
  }

  @Test
  void defaultsEnterInputsAndComputedValuesOutputs() {
    StoredResource box = box("b", Map.of("doors", List.of(Map.of("name", "in")), "shade", "green"));
    assertThat(box.inputs().objects("doors").get(0).whole("width")).hasValue(2L);
    assertThat(box.inputs().has("size")).isFalse();
    assertThat(box.outputs().whole("size")).hasValue(7L);
    assertThat(box.outputs().text("shade")).hasValue("dark green");
    assertThat(box.outputs().objects("doors").get(0).text("id")).hasValue(box.id() + "/in");
  }

  @Test
  void previewsShowWhatCanBeKnown() {
    assertThat(rig.preview(Toy.BOX, "b", doors("in")).values().toString())
        .contains("address=" + Unknown.VALUE, "size=" + Unknown.VALUE, "id=" + Unknown.VALUE);
    StoredResource box = box("b", Map.of());
    assertThat(rig.preview(box, Map.of("colour", Unknown.VALUE)).values())
        .containsEntry("address", box.outputs().text("address").orElseThrow())
        .containsEntry("colour", Unknown.VALUE);
  }

  @Test
  void refusalsInListsNameTheItem() {
    assertThat(
            rig.checkRefusals(
                Toy.BOX,
                "b",
                Map.of("doors", List.of(Map.of("name", "in"), Map.of("name", "in", "width", 10)))))
        .containsExactly(
            "doors[1].width: expected doors[1].width to be in the range (1 - 9), got 10",
            "doors[1]: door in twice");
  }

  @Test
  void unknownTypesAreRefused() {
    assertThatThrownBy(() -> rig.checkRefusals("toy:index:Bag", "b", Map.of()))
        .isInstanceOf(RefusedException.class)
        .hasMessage("unrecognized resource type: toy:index:Bag");
  }

  @Test
  void diffTellsPathsKindsAndReplacement() {
    StoredResource box =
        box(
            "b",
            Map.of(
                "doors",
                List.of(Map.of("name", "in")),
                "seals",
                List.of("x", "y"),
                "marks",
                Map.of("a.b", "1", "c", "1")));
    assertThat(
            rig.diff(
                box,
                Map.of(
                    "boxName", "n",
                    "colour", "red",
                    "doors", List.of(Map.of("name", "out"), Map.of("name", "in")),
                    "seals", List.of("y", "x"),
                    "marks", Map.of("a.b", "2"))))
        .containsExactlyInAnyOrder(
            "UPDATE boxName (replace)",
            "ADD colour",
            "UPDATE doors[0].name",
            "ADD doors[1]",
            "UPDATE marks[\"a.b\"]",
            "DELETE marks.c");
  }

  @Test
  void typesThatDeleteFirstSaySoOnReplacement() {
    StoredResource box = box("b", Map.of());
    StoredResource label = rig.create(Toy.LABEL, "l", Map.of("on", box.id()));
    assertThat(rig.difference(label, Map.of()).deleteFirst()).isTrue();
    assertThat(rig.difference(label, Map.of("on", box.id(), "near", box.id())).deleteFirst())
        .isFalse();
  }

  @Test
  void upRulesAndTakenIdsAreRefusedAtUp() {
    assertThat(rig.upRefusals(Toy.BOX, "b", Map.of("colour", "blue")))
        .containsExactly("colour: blue boxes are sold out");
    rig.create(Toy.LABEL, "l", Map.of());
    assertThat(rig.upRefusals(Toy.LABEL, "l", Map.of())).containsExactly("label l exists");
    box("b", Map.of("boxName", "one"));
    assertThat(rig.upRefusals(Toy.BOX, "c", Map.of("boxName", "one")))
        .containsExactly("box one exists");
    rig.with(Map.of("region", "there")).create(Toy.BOX, "c", Map.of("boxName", "one"));
  }

  @Test
  void updateKeepsItsOwnUniqueKeyAndAddress() {
    StoredResource box = box("b", Map.of("boxName", "one"));
    StoredResource changed = rig.update(box, Map.of("boxName", "one", "colour", "red"));
    assertThat(changed.outputs().text("address")).isEqualTo(box.outputs().text("address"));
    assertThat(rig.read(box)).hasValue(changed);
  }

  @Test
  void referencesBlockCascadeOrDangle() {
    StoredResource box = box("b", Map.of());
    StoredResource on = rig.create(Toy.LABEL, "on", Map.of("on", box.id()));
    StoredResource inside = rig.create(Toy.LABEL, "inside", Map.of("inside", box.id()));
    StoredResource near = rig.create(Toy.LABEL, "near", Map.of("near", box.id()));
    assertThat(rig.deleteRefusals(box)).containsExactly("box " + box.id() + " is used by on");
    assertThat(rig.read(inside)).as("a refused delete leaves everything").isPresent();
    rig.delete(on);
    rig.delete(box);
    assertThat(rig.read(inside)).isEmpty();
    assertThat(rig.read(near)).isPresent();
    assertThat(rig.upRefusals(Toy.LABEL, "late", Map.of("on", box.id())))
        .containsExactly("on: no box " + box.id());
  }

  @Test
  void partsCanBeNamedByOthersAndByTheirOwner() {
    StoredResource box = box("b", doors("in", "out"));
    StoredResource label = rig.create(Toy.LABEL, "l", Map.of("door", box.id() + "/in"));
    rig.update(box, Map.of("doors", List.of(Map.of("name", "in")), "opensWith", box.id() + "/in"));
    assertThat(rig.updateRefusals(box, doors("out")))
        .containsExactly("box " + box.id() + " is used by l");
    assertThat(rig.updateRefusals(box, Map.of("opensWith", box.id() + "/back")))
        .containsExactly("opensWith: no door " + box.id() + "/back");
    rig.delete(label);
    assertThat(rig.updateRefusals(box, doors("out"))).isEmpty();
    assertThat(rig.deleteRefusals(box)).isEmpty();
  }

  @Test
  void deleteRulesApplyAndDeleteOfNothingPasses() {
    StoredResource box = box("b", Map.of("marks", Map.of("locked", "1")));
    assertThat(rig.deleteRefusals(box)).containsExactly("marks: locked");
    rig.update(box, Map.of());
    rig.delete(box);
    rig.delete(box);
    assertThat(rig.updateRefusals(box, Map.of())).containsExactly("no box " + box.id());
  }

  @Test
  void addressesAreNeverSharedAndComeBack() {
    List<StoredResource> boxes = new ArrayList<>();
    for (int i = 0; i < 762; i++) {
      boxes.add(box("b" + i, Map.of()));
    }
    assertThat(boxes.stream().map(b -> b.outputs().text("address").orElseThrow()).distinct())
        .hasSize(762)
        .allMatch(a -> a.matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.[0-9]+"));
    assertThat(rig.upRefusals(Toy.BOX, "more", Map.of()))
        .singleElement()
        .asString()
        .contains("all 762 public addresses are taken");
    rig.delete(boxes.get(5));
    assertThat(box("more", Map.of()).outputs().text("address"))
        .isEqualTo(boxes.get(5).outputs().text("address"));
  }

  @Test
  void anObjectMadeAnewHasAnotherId() {
    StoredResource first = box("b", Map.of());
    rig.delete(first);
    rig.close();
    rig = Rig.of(Toy.cloud(), HERE, folder);
    assertThat(box("b", Map.of()).id()).isNotEqualTo(first.id());
  }

  @Test
  void refusedCreateGivesItsAddressBack() {
    StoredResource only = box("b", Map.of("boxName", "one"));
    for (int i = 0; i < 800; i++) {
      assertThat(rig.upRefusals(Toy.BOX, "c" + i, Map.of("boxName", "one"))).hasSize(1);
    }
    assertThat(only.addresses()).hasSize(1);
    box("d", Map.of());
  }

  @Test
  void invokesCheckTheirArguments() {
    assertThat(rig.invoke("toy:index:echo", Map.of("word", "x")).text("word")).hasValue("x");
    assertThatThrownBy(() -> rig.invoke("toy:index:echo", Map.of()))
        .hasMessageContaining("word: missing required property 'word'");
    assertThatThrownBy(() -> rig.invoke("toy:index:shout", Map.of()))
        .hasMessage("unrecognized function: toy:index:shout");
  }

  @Test
  void faultsComeBeforeAndAfterTheCommit() {
    rig.close();
    List<String> seen = new ArrayList<>();
    Faults faults =
        new Faults() {
          @Override
          public void before(Call call) {
            seen.add("before " + call.verb());
          }

          @Override
          public void afterCommit(Call call) {
            throw new RefusedException("lost");
          }
        };
    rig = Rig.of(Toy.cloud(), HERE, folder, faults);
    assertThat(rig.upRefusals(Toy.LABEL, "l", Map.of())).containsExactly("lost");
    rig.close();
    rig = Rig.of(Toy.cloud(), HERE, folder);
    assertThat(rig.find(Toy.LABEL, "l").id()).as("made, and known from here on").isEqualTo("l");
    assertThat(rig.upRefusals(Toy.LABEL, "l", Map.of())).containsExactly("label l exists");
    assertThat(seen).containsExactly("before CREATE");
  }

  @Test
  void keptValuesNeedNotBeSaid() {
    StoredResource label = rig.create(Toy.LABEL, "l", Map.of());
    assertThat(rig.diff(label, Map.of("shelf", "top"))).as("what it has").isEmpty();
    assertThat(rig.diff(label, Map.of("shelf", "low"))).containsExactly("UPDATE shelf");
    StoredResource low = rig.update(label, Map.of("shelf", "low"));
    assertThat(rig.diff(low, Map.of())).as("left out").isEmpty();
    assertThat(rig.update(low, Map.of()).outputs().text("shelf")).hasValue("low");
  }

  @Test
  void refusedValuesThatAProviderKeepsLeadItAstray() {
    StoredResource label = rig.create(Toy.LABEL, "l", Map.of());
    StoredResource astray = rig.afterRefusedUpdate(label, Map.of("shelf", "none"));
    assertThat(astray.outputs().text("shelf")).hasValue("none");
    assertThat(rig.read(astray)).as("sought elsewhere").isEmpty();
    assertThat(rig.deleteRefusals(astray)).as("taken for gone").isEmpty();
    assertThat(rig.read(label)).as("and still there").hasValue(label);
  }

  @Test
  void theEngineIsToldOfRefusedValuesThatAProviderKeeps() throws Exception {
    RefusedUpdateException refused =
        new RefusedUpdateException(
            List.of(new Refusal("shelf", "no shelf none")),
            "l",
            Props.of(Map.of("shelf", "none")),
            Props.of(Map.of("shelf", "none", "on", "b")));
    var status = StatusProto.fromThrowable(refused.status());
    assertThat(status).isNotNull();
    assertThat(status.getMessage()).isEqualTo("no shelf none");
    ErrorResourceInitFailed report = status.getDetails(0).unpack(ErrorResourceInitFailed.class);
    assertThat(report.getId()).isEqualTo("l");
    assertThat(report.getReasonsList()).containsExactly("no shelf none");
    assertThat(StructCodec.props(report.getInputs()).values()).containsOnlyKeys("shelf");
    assertThat(StructCodec.props(report.getProperties()).values()).containsOnlyKeys("on", "shelf");
  }
}
