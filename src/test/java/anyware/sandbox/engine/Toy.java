package anyware.sandbox.engine;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.decimal;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.mapOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Constraints;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ProviderFunction;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;

/** A small cloud in which every feature of the language occurs. */
final class Toy {
  static final String BOX = "toy:index:Box";
  static final String LABEL = "toy:index:Label";
  static final String DOOR = "toy:door";

  private static final Shape DOOR_ITEM =
      object(
          required("name", text()),
          optional("width", whole().between(1, 9)).defaultsTo(2),
          computed("id", (at, around) -> at.id() + "/" + around.text("name").orElseThrow()));

  private Toy() {}

  static Cloud cloud() {
    return Cloud.of(
        "toy",
        List.of(
            required("region", text()).replaces(),
            optional("limits", object(optional("most", decimal())))),
        (name, at) -> at.text("region", "") + " " + name,
        List.of(box(), label()),
        List.of(
            new ProviderFunction(
                "toy:index:echo",
                "https://example.com/echo",
                object(required("word", text())),
                object(required("word", text())),
                at -> Props.of(java.util.Map.of("word", at.inputs().text("word", ""))))));
  }

  private static ResourceType box() {
    return ResourceType.named(BOX, "https://example.com/box")
        .has(
            optional("boxName", text()).replaces(),
            optional("colour", text().oneOf("red", "blue")),
            optional("doors", listOf(DOOR_ITEM)),
            optional("opensWith", text().naming(Reference.to("no door {value}", DOOR))),
            optional("seals", setOf(text())),
            optional("marks", mapOf(text())),
            optional("size", whole()).orComputed((at, around) -> 7),
            optional("shade", text()).shownAs((at, around) -> "dark " + around.text("shade", "")),
            computed("address", (at, around) -> at.publicAddress("front")))
        .idIs(at -> "box-" + at.hex("id", 8))
        .autoNamed(AutoName.dashed("boxName", 20))
        .part(
            DOOR,
            stored ->
                stored.outputs().objects("doors").stream().map(d -> d.text("id", "")).toList())
        .unique("box {boxName} exists", "boxName")
        .constraint(
            Constraints.uniqueIn("doors", "door {name} twice", door -> door.text("name", "")),
            Constraints.refuse(
                    "colour",
                    "blue boxes are sold out",
                    box -> box.text("colour").filter("blue"::equals).isPresent())
                .at(Step.UP),
            Constraints.refuse("marks", "locked", box -> box.has("marks.locked")).at(Step.DELETE))
        .inUse("box {id} is used by {users}")
        .gone("no box {id}")
        .build();
  }

  private static ResourceType label() {
    Reference target = Reference.to("no box {value}", BOX);
    return ResourceType.named(LABEL, "https://example.com/label")
        .has(
            optional("on", text().naming(target)).replaces(),
            optional("inside", text().naming(target.cascading())),
            optional("near", text().naming(target.loose())),
            optional("door", text().naming(Reference.to("no door {value}", DOOR))),
            optional("shelf", text())
                .kept()
                .shownAs(
                    (at, around) ->
                        around
                            .text("shelf")
                            .or(() -> at.old().flatMap(old -> old.outputs().text("shelf")))
                            .orElse("top")))
        .idIs(at -> at.logicalName())
        .constraint(
            Constraints.refuse(
                    "shelf",
                    "no shelf {shelf}",
                    label -> label.text("shelf").filter("none"::equals).isPresent())
                .at(Step.UP))
        .soughtAs((id, state) -> state.text("shelf", "").equals("none") ? "nothing" : id)
        .keepsRefusedUpdates()
        .exists("label {id} exists")
        .deleteBeforeReplace()
        .build();
  }
}
