package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.cli.Cli.Result;
import anyware.testing.Golden;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryCommandTest {
  private static final Path SITES = Path.of("src/test/resources/attach/sites.json");

  @TempDir Path temp;

  /** What the engine prints of a stack whose sites gave this out. */
  private String export(JsonElement sites) throws IOException {
    String resource =
        "{\"urn\":"
            + " \"urn:pulumi:three::anyware-network::pulumi:pulumi:Stack::anyware-network-three\","
            + " \"type\": \"pulumi:pulumi:Stack\", \"outputs\": {\"sites\": "
            + sites
            + "}}";
    Path file = temp.resolve("state.json");
    Files.writeString(file, "{\"deployment\": {\"resources\": [" + resource + "]}}");
    return "--state=" + file;
  }

  private static JsonObject sites() throws IOException {
    return JsonParser.parseString(Files.readString(SITES)).getAsJsonObject();
  }

  @Test
  void threeSitesAreEightLines() throws Exception {
    Result result = Cli.run("summary", "--stack=three", export(sites()));

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines()).hasSize(8);
    Golden.assertTextMatches("cli/summary", result.out());
  }

  @Test
  void whatIsNotDeployedIsNotTold() throws Exception {
    JsonObject sites = sites();
    sites.remove("dublin");

    Result result = Cli.run("summary", "--stack=three", export(sites));

    assertThat(result.out()).startsWith("three is up: 2 sites").doesNotContain("dublin,");
  }

  @Test
  void asJsonItHasTheExposureOfEachRole() throws Exception {
    JsonObject answer = Cli.run("summary", "--stack=three", "--json", export(sites())).json();

    assertThat(answer.getAsJsonArray("sites")).hasSize(3);
    assertThat(answer.getAsJsonArray("exposures")).isNotEmpty();
  }

  @Test
  void outputsOfAnotherFormAreRefused() throws Exception {
    Result result =
        Cli.run("summary", "--stack=three", export(JsonParser.parseString("{\"iowa\": 1}")));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("not what this version gives out");
  }
}
