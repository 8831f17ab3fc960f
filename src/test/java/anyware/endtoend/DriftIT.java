package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rule that somebody opened by hand and that Google's provider takes for unchanged (docs/
 * drift.md): neither refresh nor preview says a word, the audit does, and a replacement repairs.
 */
class DriftIT {
  private static final String STACK = "gcp-dev";
  private static final String RULE = "iowa-workstation-inbound-udp-4172-connector";

  @TempDir Path temp;

  @Test
  void whatTheProviderDoesNotSeeTheAuditDoes() throws Exception {
    Project project = Project.in(temp);
    try {
      project.sandbox("up", "--stack", STACK, "--yes").succeeds();
      project.stop();
      open(project.home().resolve("cloud/gcp.jsonl"));

      project.sandbox("refresh", "--stack", STACK, "--yes").succeeds();
      project.sandbox("up", "--stack", STACK, "--yes", "--expect-no-changes").succeeds();
      Project.Result audit = audit(project);
      assertThat(audit.exitCode()).isEqualTo(1);
      assertThat(audit.all()).contains("4172/udp", RULE);

      project.sandbox("up", "--stack", STACK, "--yes", "--replace", urn(project)).succeeds();
      assertThat(audit(project).exitCode()).isZero();
    } finally {
      project.stop();
    }
  }

  private static Project.Result audit(Project project) throws Exception {
    Path state = project.home().resolve("state.json");
    project.sandbox("stack", "export", "--stack", STACK, "--file", state.toString()).succeeds();
    return project.anyware("audit", "--stack", STACK, "--state", state.toString());
  }

  private static String urn(Project project) throws Exception {
    for (JsonElement resource :
        project
            .json("stack", "export", "--stack", STACK)
            .getAsJsonObject("deployment")
            .getAsJsonArray("resources")) {
      String urn = resource.getAsJsonObject().get("urn").getAsString();
      if (urn.endsWith("::" + RULE)) {
        return urn;
      }
    }
    throw new AssertionError("no " + RULE);
  }

  /** As somebody does in the console, behind the engine's back. */
  private static void open(Path journal) throws IOException {
    List<String> lines = Files.readAllLines(journal);
    assertThat(lines).anyMatch(line -> line.contains("::" + RULE + "\""));
    Files.writeString(
        journal,
        lines.stream().map(DriftIT::opened).map(line -> line + "\n").collect(Collectors.joining()));
  }

  private static String opened(String line) {
    if (!line.contains("::" + RULE + "\"") || !line.contains("\"put\"")) {
      return line;
    }
    JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
    for (String side : List.of("inputs", "outputs")) {
      JsonArray everywhere = new JsonArray();
      everywhere.add("0.0.0.0/0");
      entry.getAsJsonObject("put").getAsJsonObject(side).add("sourceRanges", everywhere);
    }
    return entry.toString();
  }
}
