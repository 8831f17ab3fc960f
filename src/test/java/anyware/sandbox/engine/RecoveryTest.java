package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.sandbox.spec.StoredResource;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed command line had under way is completed in the stack's state. */
final class RecoveryTest {
  private static final Map<String, String> HERE = Map.of("region", "here");

  @TempDir Path home;
  private Path cloud;

  @BeforeEach
  void makeFolder() throws IOException {
    cloud = Files.createDirectories(home.resolve("cloud"));
  }

  /** The journal of a rig, where the sandbox would have it. */
  private void keepJournal() throws IOException {
    Files.move(cloud.resolve("journal.jsonl"), cloud.resolve("toy.jsonl"));
  }

  private Path state(String resources, String operations) throws IOException {
    return Files.writeString(
        home.resolve("s.json"),
        """
        {"version": 3, "checkpoint": {"stack": "s", "latest": {"secrets_providers": {"type": "x"},
         "resources": [%s], "pending_operations": [%s]}}}
        """
            .formatted(resources, operations));
  }

  private static String operation(String kind, String urn) {
    return """
    {"type": "%s", "resource": {"urn": "%s", "custom": true, "type": "toy:index:Box", "parent": "p"}}
    """
        .formatted(kind, urn);
  }

  private List<String> recover(Path state) throws IOException {
    return Recovery.of(home, List.of("toy"), state);
  }

  private static JsonObject latest(Path state) throws IOException {
    return JsonParser.parseString(Files.readString(state))
        .getAsJsonObject()
        .getAsJsonObject("checkpoint")
        .getAsJsonObject("latest");
  }

  private static List<String> ids(JsonArray resources) {
    List<String> ids = new ArrayList<>();
    for (JsonElement resource : resources) {
      ids.add(resource.getAsJsonObject().get("id").getAsString());
    }
    return ids;
  }

  @Test
  void whatWasMadeIsFoundAgainWithAllThatTheStateKnowsOfIt() throws IOException {
    StoredResource box;
    try (Rig rig = Rig.of(Toy.cloud(), HERE, cloud)) {
      box = rig.createUnanswered(Toy.BOX, "b", Map.of("size", 3));
    }
    keepJournal();
    Path state = state("", operation("creating", box.urn()));

    assertThat(recover(state))
        .containsExactly("was made, found again: b, toy:index:Box, " + box.id());

    JsonObject found = latest(state).getAsJsonArray("resources").get(0).getAsJsonObject();
    assertThat(found.get("id").getAsString()).isEqualTo(box.id());
    assertThat(found.get("parent").getAsString()).isEqualTo("p");
    assertThat(found.getAsJsonObject("outputs").get("size").getAsInt()).isEqualTo(3);
    assertThat(latest(state).has("pending_operations")).isFalse();
    assertThat(latest(state).has("secrets_providers")).isTrue();
  }

  @Test
  void whatWasNotMadeIsForgottenAndOtherOperationsStay() throws IOException {
    Path state =
        state(
            "", operation("creating", "urn:pulumi:s::p::t::n") + "," + operation("deleting", "d"));

    assertThat(recover(state)).containsExactly("was not made: n, t");

    assertThat(latest(state).getAsJsonArray("resources")).isEmpty();
    assertThat(latest(state).getAsJsonArray("pending_operations")).hasSize(1);
  }

  @Test
  void whatReplacesAnotherComesBeforeItAndTheOtherIsToGo() throws IOException {
    StoredResource old;
    StoredResource replacement;
    try (Rig rig = Rig.of(Toy.cloud(), HERE, cloud)) {
      old = rig.create(Toy.BOX, "b", Map.of("boxName", "one"));
      replacement = rig.createUnanswered(Toy.BOX, "b", Map.of("boxName", "two"));
    }
    keepJournal();
    String recorded = "{\"urn\": \"%s\", \"id\": \"%s\"}".formatted(old.urn(), old.id());
    Path state =
        state("{\"urn\": \"u\", \"id\": \"first\"}," + recorded, operation("creating", old.urn()));

    recover(state);

    JsonArray resources = latest(state).getAsJsonArray("resources");
    assertThat(ids(resources)).containsExactly("first", replacement.id(), old.id());
    assertThat(resources.get(1).getAsJsonObject().has("delete")).isFalse();
    assertThat(resources.get(2).getAsJsonObject().get("delete").getAsBoolean()).isTrue();
  }

  @Test
  void aDamagedStateIsNamedAndLeftAlone() throws IOException {
    Path state = Files.writeString(home.resolve("s.json"), "{\"version\": 3, \"check");
    assertThatThrownBy(() -> recover(state))
        .isInstanceOf(IOException.class)
        .hasMessage(state + " is damaged");
    assertThat(Files.readString(state)).endsWith("check");
  }

  @Test
  void aCompressedStateStaysCompressed() throws IOException {
    StoredResource box;
    try (Rig rig = Rig.of(Toy.cloud(), HERE, cloud)) {
      box = rig.createUnanswered(Toy.BOX, "b", Map.of("size", 3));
    }
    keepJournal();
    Path plain = state("", operation("creating", box.urn()));
    Path compressed = home.resolve("s.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(plain, out);
    }

    assertThat(recover(compressed)).hasSize(1);

    try (InputStream in = new GZIPInputStream(Files.newInputStream(compressed))) {
      Files.write(plain, in.readAllBytes());
    }
    assertThat(ids(latest(plain).getAsJsonArray("resources"))).containsExactly(box.id());
  }
}
