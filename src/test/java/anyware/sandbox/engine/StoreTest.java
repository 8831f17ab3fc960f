package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.sandbox.spec.StoredResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cloud's objects survive the process, whenever it dies. */
final class StoreTest {
  private static final Map<String, String> HERE =
      Map.of("region", "here", "limits", "{\"most\":1}");

  @TempDir Path folder;

  private Path journal() {
    return folder.resolve("journal.jsonl");
  }

  @Test
  void objectsReferencesAndKeysAreFoundAgain() throws IOException {
    StoredResource box;
    StoredResource label;
    // Never closed: the next one finds what a killed process leaves behind.
    Rig killed = Rig.of(Toy.cloud(), HERE, folder);
    box = killed.create(Toy.BOX, "b", Map.of("boxName", "one", "size", 3));
    label = killed.create(Toy.LABEL, "l", Map.of("on", box.id()));
    killed.delete(killed.create(Toy.LABEL, "gone", Map.of()));
    try (Rig next = Rig.of(Toy.cloud(), HERE, folder)) {
      assertThat(next.read(box)).hasValue(box);
      assertThat(next.deleteRefusals(box)).hasSize(1);
      assertThat(next.upRefusals(Toy.BOX, "c", Map.of("boxName", "one"))).hasSize(1);
      assertThat(next.create(Toy.BOX, "d", Map.of()).addresses()).isNotEqualTo(box.addresses());
      next.delete(label);
      assertThat(next.deleteRefusals(box)).isEmpty();
    }
  }

  @Test
  void lastLineCutShortIsForgotten() throws IOException {
    StoredResource box;
    try (Rig rig = Rig.of(Toy.cloud(), HERE, folder)) {
      box = rig.create(Toy.BOX, "b", Map.of());
      rig.createUnanswered(Toy.BOX, "c", Map.of());
    }
    String text = Files.readString(journal());
    Files.writeString(journal(), text.substring(0, text.length() - 9));
    assertThat(Inventory.objects(journal())).hasSize(1);
    try (Rig rig = Rig.of(Toy.cloud(), HERE, folder)) {
      assertThat(rig.read(box)).hasValue(box);
      rig.create(Toy.BOX, "c", Map.of());
    }
    assertThat(Inventory.objects(journal())).hasSize(2);
  }

  @Test
  void damageElsewhereIsNamed() throws IOException {
    Files.writeString(journal(), "{\"made\":{\"urn\":\"u\",\"times\":1}}\n{oops\n");
    Files.writeString(journal(), "{}\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Inventory.objects(journal()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is damaged at line 2");
  }

  @Test
  void journalGrowsByOneLineAChangeAndOneAnAnswerAndShrinksAtStart() throws IOException {
    try (Rig rig = Rig.of(Toy.cloud(), HERE, folder)) {
      StoredResource box = rig.create(Toy.BOX, "b", Map.of());
      for (int i = 0; i < 50; i++) {
        box = rig.update(box, Map.of("size", i));
      }
    }
    assertThat(lines()).hasSize(52);
    Rig.of(Toy.cloud(), HERE, folder).close();
    assertThat(lines()).hasSize(1);
  }

  @Test
  void onlyWhereAnObjectLivesIsWrittenDown() throws IOException {
    Map<String, String> secrets =
        Map.of("region", "here", "accessKey", "hush", "limits", "{\"most\":77}");
    try (Rig rig = Rig.of(Toy.cloud(), secrets, folder)) {
      rig.create(Toy.BOX, "b", Map.of());
    }
    assertThat(Files.readString(journal()))
        .contains("\"settings\":{\"region\":\"here\"}")
        .doesNotContain("hush", "77");
  }

  @Test
  void anObjectOfWhichNobodyKnowsMakesRoomForTheNextOfItsName() throws IOException {
    StoredResource lost;
    StoredResource known;
    try (Rig killed = Rig.of(Toy.cloud(), HERE, folder)) {
      lost = killed.createUnanswered(Toy.BOX, "b", Map.of("boxName", "one"));
      known = killed.create(Toy.BOX, "c", Map.of());
    }
    try (Rig next = Rig.of(Toy.cloud(), HERE, folder)) {
      StoredResource again = next.create(Toy.BOX, "b", Map.of("boxName", "one"));
      assertThat(next.read(lost)).isEmpty();
      assertThat(next.read(again)).isPresent();
      next.create(Toy.BOX, "c", Map.of("boxName", "other"));
      assertThat(next.read(known)).as("of which somebody knows").isPresent();
    }
  }

  @Test
  void whoIsAskedForByIdIsKnown() throws IOException {
    StoredResource box;
    try (Rig rig = Rig.of(Toy.cloud(), HERE, folder)) {
      box = rig.createUnanswered(Toy.BOX, "b", Map.of());
      rig.read(box);
    }
    try (Rig next = Rig.of(Toy.cloud(), HERE, folder)) {
      next.create(Toy.BOX, "b", Map.of("boxName", "other"));
      assertThat(next.read(box)).isPresent();
    }
  }

  @Test
  void stacksWithObjectsAreListedBesideTheJournal() throws IOException {
    Path list = folder.resolve("journal.stacks");
    try (Rig rig = Rig.of(Toy.cloud(), HERE, folder)) {
      assertThat(Files.readString(list)).isEmpty();
      StoredResource box = rig.create(Toy.BOX, "b", Map.of());
      StoredResource other = rig.update(box, Map.of("size", 2));
      assertThat(Files.readString(list)).isEqualTo("project test\n");
      rig.delete(other);
      assertThat(Files.readString(list)).isEmpty();
    }
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(journal());
  }
}
