package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anyware.Clouds;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published schema says what the reader says, as far as a schema can. */
class SettingsSchemaTest {
  private static final URI PLACE = URI.create("urn:anyware:settings");
  private static final Path PUBLISHED = Path.of("docs/settings.schema.json");
  private static final Path BEYOND = Path.of("src/test/resources/settings/beyond-schema.table");
  private static final JsonObject SCHEMA = SettingsSchema.of(Clouds.ALL);
  private static final Validator VALIDATOR = validator();

  private static Validator validator() {
    Validator validator =
        new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();
    validator.registerSchema(PLACE, SCHEMA.toString());
    return validator;
  }

  private static List<String> errors(JsonElement file) {
    return VALIDATOR.validate(PLACE, file.toString()).getErrors().stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getError())
        .toList();
  }

  private static boolean isTaken(JsonElement file) {
    try {
      return errors(file).isEmpty();
    } catch (ArithmeticException e) {
      // A number of a size that the validator can't compare.
      return true;
    }
  }

  private static JsonObject file(JsonObject settings) {
    JsonObject config = new JsonObject();
    settings.asMap().forEach((key, value) -> config.add("anyware-network:" + key, value));
    JsonObject file = new JsonObject();
    file.add("config", config);
    return file;
  }

  private static JsonElement yaml(Path file) throws IOException {
    Object document =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    return new Gson().toJsonTree(document);
  }

  /** The changes of the malformed cases that only the reader knows to be wrong, and why. */
  private static Map<String, String> beyond() throws IOException {
    Map<String, String> beyond = new LinkedHashMap<>();
    Files.readAllLines(BEYOND).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" => ", 2))
        .forEach(parts -> beyond.put(parts[0].strip(), parts[1].strip()));
    return beyond;
  }

  static Stream<String> malformed() throws IOException {
    return MalformedSettingsTest.cases().map(line -> line.split(" => ", 2)[0]);
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesWhatTheReaderRefusesOrSaysWhyNot(String change) throws IOException {
    Config config = Config.valid();
    MalformedSettingsTest.applyAll(config, change);

    assertThat(isTaken(file(config.tree())))
        .as("taken by the schema, though the reader refuses it")
        .isEqualTo(beyond().containsKey(change.strip()));
  }

  @Test
  void whatIsBeyondTheSchemaIsAMalformedCaseWithAReason() throws IOException {
    assertThat(malformed().map(String::strip)).containsAll(beyond().keySet());
    assertThat(beyond().values()).allMatch(reason -> reason.length() > 10);
    assertThat(beyond().size()).as("at most a quarter").isLessThan((int) malformed().count() / 4);
  }

  static Stream<Path> stacks() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder : List.of("stacks", "src/test/resources/cli/stacks")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files
            .filter(file -> file.toString().endsWith(".yaml"))
            .filter(file -> !file.endsWith("Pulumi.broken.yaml"))
            .forEach(all::add);
      }
    }
    return all.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void takesWhatTheReaderTakes(Path file) throws IOException {
    assertThat(errors(yaml(file))).isEmpty();
  }

  @Test
  void takesValidSettings() {
    assertThat(errors(file(Config.valid().tree()))).isEmpty();
    assertThat(errors(file(Config.minimal().tree()))).isEmpty();
  }

  /** One change each to the valid settings of the class Config. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "legacyHttp = \"true\"",
        "radius = {\"secure\": \"v1:abc\"}",
        "- peers.clients ;; peers.internalClients = [\"10.0.0.0/8\"]",
        "peers.clients = [] ;; peers.internalClients = [\"10.0.0.0/8\"]",
        "sites.virginia.radius = \"none\"",
        "sites.virginia.licenseServer = \"none\"",
        "sites.virginia.licenseServer = {\"hosted\": true}",
        "sites.virginia.balancer = {\"scheme\": \"internal\", \"address\": [\"10.20.128.9\"]}",
        "sites.dublin.balancer = {\"scheme\": \"internal\", \"address\": \"10.30.0.9\"}",
        "sites.iowa.balancer = {\"scheme\": \"internal\", \"globalAccess\": true}",
        "sites.virginia.targets = [\"10.20.0.9\", \"10.20.0.10\"]",
        "sites.dublin.network = {\"existing\": {\"network\":"
            + " \"/SUBSCRIPTIONS/1/resourcegroups/RG/providers/microsoft.network/virtualNetworks/V\"}}",
        "- expect.closed",
        "peers.clients[1] = \"2001:DB8::1\""
      })
  void takesOtherSettingsThatAreInOrder(String change) {
    Config config = Config.valid();
    MalformedSettingsTest.applyAll(config, change);

    if (!change.contains("secure")) {
      assertThat(config.problems()).isEmpty();
    }
    assertThat(errors(file(config.tree()))).isEmpty();
  }

  @Test
  void peersMayBeGivenAtEverySiteInstead() {
    String peers =
        "{\"clients\": [\"0.0.0.0/0\"], \"domainControllers\": [\"10.9.0.10\"],"
            + " \"dns\": [\"10.9.0.10\"]}";
    Config config = Config.minimal().set("sites.virginia.peers", peers).remove("peers");

    assertThat(config.problems()).isEmpty();
    assertThat(errors(file(config.tree()))).isEmpty();
  }

  @Test
  void whatIsMissingMayComeFromEnvironments() {
    JsonObject file = new JsonObject();
    file.add("environment", JsonParser.parseString("[\"shared\"]"));

    assertThat(errors(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"anyware-network:peer", "anyware:peers", "peers"})
  void refusesKeysThatNobodyReads(String key) {
    JsonObject file = file(Config.valid().tree());
    file.getAsJsonObject("config").add(key, new JsonObject());

    assertThat(errors(file)).isNotEmpty();
  }

  /** Editors read patterns as ECMAScript does, which Java's are not all of. */
  @Test
  void itsPatternsAreOnesThatEditorsKnow() throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "node",
                  "-e",
                  "JSON.parse(require('fs').readFileSync(0, 'utf8'),"
                      + " (k, v) => { if (k === 'pattern') new RegExp(v, 'u'); return v; })")
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "node is not there, so it is not tried");
      return;
    }
    try (OutputStream in = process.getOutputStream()) {
      in.write(SCHEMA.toString().getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(out).isZero();
  }

  @Test
  void isPublished() throws IOException {
    String text =
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(SCHEMA);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PUBLISHED, text + "\n");
    }

    assertThat(Files.readString(PUBLISHED)).isEqualTo(text + "\n");
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void theStacksThatComeWithTheProjectNameIt(Path file) throws IOException {
    if (file.startsWith("stacks")) {
      assertThat(Files.readAllLines(file).get(0))
          .isEqualTo("# yaml-language-server: $schema=../docs/settings.schema.json");
    }
  }

  @Test
  void everySettingHasAMeaningAndEveryMeaningASetting() {
    Set<String> settings = new TreeSet<>();
    JsonObject config = SCHEMA.getAsJsonObject("properties").getAsJsonObject("config");
    gather(config, "", settings);
    gather(SCHEMA.getAsJsonObject("definitions").getAsJsonObject("site"), "sites.<name>", settings);

    assertThat(settings).hasSizeGreaterThan(80);
    assertThat(settings).filteredOn(path -> SettingMeanings.of(path).isEmpty()).isEmpty();
    // Of a structure that no cloud offers yet the schema has no parts.
    assertThat(SettingMeanings.paths())
        .allMatch(
            path ->
                settings.contains(path)
                    || settings.contains(path.substring(0, path.lastIndexOf('.'))));
  }

  private static void gather(JsonElement form, String path, Set<String> settings) {
    if (!form.isJsonObject()) {
      return;
    }
    JsonObject structure = form.getAsJsonObject();
    if (structure.has("properties")) {
      structure
          .getAsJsonObject("properties")
          .asMap()
          .forEach(
              (key, child) -> {
                String plain = key.replace("anyware-network:", "");
                String place = path.isEmpty() ? plain : path + "." + plain;
                settings.add(place);
                gather(child, place, settings);
              });
    }
    if (structure.has("items")) {
      gather(structure.get("items"), path + "[]", settings);
    }
    for (String several : List.of("anyOf", "allOf")) {
      if (structure.has(several)) {
        structure
            .getAsJsonArray(several)
            .forEach(
                one -> {
                  JsonElement then = one.getAsJsonObject().get("then");
                  gather(then == null ? one : then, path, settings);
                });
      }
    }
  }
}
