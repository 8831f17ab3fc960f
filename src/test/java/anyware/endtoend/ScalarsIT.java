package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of scalars by which stack files are read offline holds the engine's own answers. */
class ScalarsIT {
  private static final Path TABLE =
      Path.of(System.getProperty("anyware.project", "."))
          .resolve("src/test/resources/settings/scalars.table");

  /** The scalar, its value in a structure, and its text as a setting of its own. */
  private static List<List<String>> taken() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split("\t", -1)))
        .filter(cells -> !cells.get(1).equals("?"))
        .toList();
  }

  @Test
  void theEngineStillAnswersSo(@TempDir Path temp) throws Exception {
    Project project = Project.in(temp);
    project.sandbox("stack", "init", "scalars").succeeds();
    StringBuilder yaml = new StringBuilder(Files.readString(project.stackFile("scalars")));
    yaml.append("config:\n");
    Map<String, List<String>> expected = new TreeMap<>();
    for (List<String> cells : taken()) {
      String key = "other:s" + expected.size();
      String scalar = JsonParser.parseString(cells.get(0)).getAsString();
      yaml.append("  %s: %s\n".formatted(key, scalar.replace("\n", "\n  ")));
      yaml.append("  %si:\n    v: %s\n".formatted(key, scalar.replace("\n", "\n    ")));
      expected.put(key, cells);
    }
    Files.writeString(project.stackFile("scalars"), yaml);

    JsonObject answers = project.json("config", "--json", "--stack", "scalars");

    assertThat(expected).hasSizeGreaterThanOrEqualTo(150);
    expected.forEach(
        (key, cells) -> {
          JsonElement text = answers.getAsJsonObject(key).get("value");
          JsonElement structure = answers.getAsJsonObject(key + "i").get("value");
          assertThat(text).as(cells.get(0)).isEqualTo(JsonParser.parseString(cells.get(2)));
          assertThat(structure.getAsString())
              .as(cells.get(0))
              .isEqualTo("{\"v\":" + cells.get(1) + "}");
        });
  }
}
