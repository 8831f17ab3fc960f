package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.cli.Cli.Result;
import anyware.settings.SettingLines;
import anyware.testing.Golden;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** What an audit prints for code hosts and build servers keeps their forms and says all. */
class AuditFormatsTest {
  private static final Path SCHEMAS = Path.of("src/test/resources/schemas");
  private static final String STATE = "--state=" + Cli.STATES + "aws-export.json";
  private static final String CHANGED = "audit --force --stack=aws-changed " + STATE + " --format=";

  private static List<String> sarifErrors(String log) throws IOException {
    URI place = URI.create("urn:sarif");
    Validator validator =
        new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();
    validator.registerSchema(place, Files.readString(SCHEMAS.resolve("sarif-schema-2.1.0.json")));
    return validator.validate(place, log).getErrors().stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getError())
        .toList();
  }

  private static void assertIsJunit(String xml) throws SAXException, IOException {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(SCHEMAS.resolve("junit-10.xsd").toFile());
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  private static JsonArray results(Result result) {
    return result.json().getAsJsonArray("runs").get(0).getAsJsonObject().getAsJsonArray("results");
  }

  private static String rule(JsonElement result) {
    return result.getAsJsonObject().get("ruleId").getAsString();
  }

  private static JsonObject place(JsonElement result) {
    return result
        .getAsJsonObject()
        .getAsJsonArray("locations")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("physicalLocation");
  }

  private static int line(JsonElement result) {
    return place(result).getAsJsonObject("region").get("startLine").getAsInt();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audit --stack=three",
        "audit --stack=broken",
        "audit --force --stack=aws-changed --state=src/test/resources/state/aws-export.json",
        "audit --force --stack=three --state=src/test/resources/state/aws-export.json"
      })
  void bothFormsAreAsPublishedWhateverIsFound(String line) throws IOException, SAXException {
    String[] audit = line.split(" ", -1);
    Result sarif = Cli.run(with(audit, "--format=sarif"));
    Result junit = Cli.run(with(audit, "--format=junit"));

    assertThat(sarifErrors(sarif.out())).as(sarif.out()).isEmpty();
    assertIsJunit(junit.out());
    assertThat(sarif.err() + junit.err()).isEmpty();
    assertThat(sarif.exitCode()).isEqualTo(junit.exitCode());
    assertThat(sarif.exitCode() == 0).isEqualTo(results(sarif).isEmpty());
    assertThat(junit.exitCode() == 0).isEqualTo(!junit.out().contains("<failure"));
  }

  private static String[] with(String[] line, String option) {
    List<String> all = new ArrayList<>(List.of(line));
    all.add(option);
    return all.toArray(String[]::new);
  }

  @Test
  void thePublishedFormsRefuseWhatIsNotTheirs() throws IOException {
    assertThat(sarifErrors("{\"version\": \"2.1.0\", \"runs\": [{\"results\": []}]}")).isNotEmpty();
    assertThatThrownBy(() -> assertIsJunit("<testsuites><testsuite name='x'/></testsuites>"))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void everyFindingOfTheTextIsInBoth() {
    JsonObject json = Cli.run((CHANGED + "json").split(" ", -1)).json();
    int found =
        json.getAsJsonArray("findings").size()
            + json.getAsJsonArray("unmetExpectations").size()
            + json.getAsJsonArray("notDeployed").size()
            + json.getAsJsonArray("differences").size()
            + json.getAsJsonArray("remnants").size();
    Result sarif = Cli.run((CHANGED + "sarif").split(" ", -1));
    Result junit = Cli.run((CHANGED + "junit").split(" ", -1));

    assertThat(results(sarif))
        .hasSize(found)
        .extracting(AuditFormatsTest::rule)
        .contains("too-wide", "too-narrow", "difference");
    Golden.assertTextMatches("cli/audit-sarif", sarif.out());
    Golden.assertTextMatches("cli/audit-junit", junit.out());
  }

  @Test
  void aFindingStandsAtTheLineOfItsSetting(@TempDir Path folder) throws IOException {
    String expected =
        """
          anyware-network:expect:
            closed:
              - {from: 198.51.100.7, to: connector, port: 4172/udp}
        """;
    String settings = Files.readString(Cli.STACKS.resolve("Pulumi.aws-changed.yaml"));
    Path file = folder.resolve("Pulumi.one.yaml");
    Files.writeString(file, settings + expected);
    List<String> lines = Files.readAllLines(file);
    Result result =
        Cli.runAsGiven(
            0, "audit", "--force", "--stack=one", STATE, "--format=sarif", "--stacks=" + folder);

    assertThat(results(result))
        .anySatisfy(
            found -> {
              assertThat(rule(found)).isEqualTo("unmet-expectation");
              assertThat(line(found)).isEqualTo(lines.size());
            })
        .anySatisfy(
            found -> {
              assertThat(rule(found)).isEqualTo("too-wide");
              assertThat(lines.get(line(found) - 1).strip()).isEqualTo("virginia:");
            });
    assertThat(place(results(result).get(0)).getAsJsonObject("artifactLocation").get("uri"))
        .hasToString('"' + file.toUri().toString() + '"');
  }

  @Test
  void settingsThatCanNotBeReadAreFindingsAtTheirLines() throws IOException {
    List<String> lines = Files.readAllLines(Cli.STACKS.resolve("Pulumi.broken.yaml"));
    Result result = Cli.run("audit", "--stack=broken", "--format=sarif");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(results(result))
        .hasSizeGreaterThan(1)
        .allSatisfy(found -> assertThat(rule(found)).isEqualTo("settings"))
        .first()
        .satisfies(
            found -> assertThat(lines.get(line(found) - 1).strip()).isEqualTo("clients: []"));
    assertThat(place(results(result).get(0)).toString())
        .contains("\"src/test/resources/cli/stacks/Pulumi.broken.yaml\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "check --stack=broken", "check --stack=three --strict"})
  void whatChecksFindIsAsPublishedToo(String line) throws IOException {
    Result text = Cli.run(line.split(" ", -1));
    Result sarif = Cli.run(with(line.split(" ", -1), "--format=sarif"));
    JsonArray found = results(sarif);

    assertThat(sarifErrors(sarif.out())).as(sarif.out()).isEmpty();
    assertThat(sarif.exitCode()).isEqualTo(text.exitCode());
    int told = 0;
    for (JsonElement stack :
        Cli.run(with(line.split(" ", -1), "--json")).json().getAsJsonArray("stacks")) {
      for (String kind : List.of("problems", "findings", "unmetExpectations", "advice")) {
        told += stack.getAsJsonObject().getAsJsonArray(kind).size();
      }
    }
    assertThat(found).hasSize(told);
    assertThat(found)
        .extracting(result -> result.getAsJsonObject().get("partialFingerprints").toString())
        .doesNotHaveDuplicates();
  }

  @Test
  void whatACheckFindsStandsAtTheLinesOfItsStack() {
    Result sarif = Cli.run("check", "--stack=broken", "--format=sarif");

    assertThat(results(sarif))
        .hasSizeGreaterThan(1)
        .allSatisfy(found -> assertThat(line(found)).isPositive())
        .allSatisfy(found -> assertThat(place(found).toString()).contains("Pulumi.broken.yaml"));
    Golden.assertTextMatches("cli/check-sarif", sarif.out());
  }

  @Test
  void everyExpectationIsATest() {
    assertThat(Cli.run("audit", "--stack=three", "--format=junit").out())
        .contains(
            "name=\"4172/udp from 198.51.100.7 to connector is open\"",
            "name=\"60443/tcp from connector to workstation at iowa is open\"",
            "name=\"60443/tcp from 0.0.0.0/0 to workstation is closed\"");
  }

  @Test
  void fingerprintsAreApartAndStay() {
    JsonArray results = results(Cli.run((CHANGED + "sarif").split(" ", -1)));

    assertThat(results)
        .extracting(found -> found.getAsJsonObject().get("partialFingerprints").toString())
        .doesNotHaveDuplicates();
    assertThat(results(Cli.run((CHANGED + "sarif").split(" ", -1)))).isEqualTo(results);
  }

  @Test
  void anAddressOfAFileIsOneWhateverItsName() {
    Path root = Path.of("/a b");

    assertThat(new SettingPlaces(Path.of("/a b/c d#.yaml"), SettingLines.NONE, root).uri())
        .isEqualTo("c%20d%23.yaml");
    assertThat(new SettingPlaces(Path.of("/x/e.yaml"), SettingLines.NONE, root).uri())
        .isEqualTo("file:///x/e.yaml");
  }
}
