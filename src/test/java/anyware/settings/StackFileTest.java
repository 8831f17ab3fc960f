package anyware.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import anyware.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackFileTest {
  private static final String VALID =
      """
      secretsprovider: passphrase
      encryptionsalt: v1:abc
      config:
        aws:region: us-east-1
        aws:secretKey: {secure: v1:abc}
        anyware-network:legacyHttp: true
        anyware-network:peers:
          clients: &any [0.0.0.0/0]
          sumoLogic: *any
          domainControllers: [10.9.0.10]
          dns: [10.9.0.10, '2001:db8::53']
        anyware-network:sites:
          virginia:
            cloud: aws
            region: us-east-1
            connectors: 0x10
            network: {cidr: 10.20.0.0/16}
      """;

  @TempDir private Path folder;

  @Test
  void readsAFileOfTheEngine() throws IOException {
    Path file = Files.writeString(folder.resolve("Pulumi.x.yaml"), VALID);
    Settings settings = Config.settings(StackFile.read(Clouds.ALL, file));
    assertThat(settings.options().legacyHttp()).isTrue();
    assertThat(settings.options().peers().of(Peer.SUMO_LOGIC))
        .isEqualTo(AddressSet.of("0.0.0.0/0"));
    assertThat(settings.sites()).extracting(Site::connectors).containsExactly(16);
  }

  /** Texts to the engine (v3.228), other things to YAML 1.1. */
  @ParameterizedTest
  @ValueSource(strings = {"yes", "on", "n", "2024-13-01", "12:30", "1:2:3"})
  void plainTextsAreTextsAsForTheEngine(String scalar) {
    Reading reading = with("  anyware-network:tags: {key: " + scalar + "}");
    assertThat(Config.settings(reading).tags()).containsEntry("key", scalar);
  }

  /** What the engine (v3.228) takes for something else than a text. */
  @ParameterizedTest
  @CsvSource({
    "1_000, found 1000",
    "010, found 8",
    "1.50, found 1.5",
    "1e3, found 1000",
    "True, found true",
    "~, found nothing",
    "'!!int \"7\"', found 7"
  })
  void otherPlainScalarsAreWhatTheEngineMakesOfThem(String scalar, String part) {
    assertThat(onlyProblem(with("  anyware-network:tags: {key: " + scalar + "}"))).contains(part);
  }

  @Test
  void whatElseTheEngineTakesIsTaken() throws IOException {
    String office = "x-office: &office [10.9.0.10]\n" + VALID.replace("[10.9.0.10]", "*office");
    Path utf16 = folder.resolve("Pulumi.utf16.yaml");
    Files.write(utf16, ("\ufeff" + VALID).getBytes(StandardCharsets.UTF_16LE));

    assertThat(StackFile.read(Clouds.ALL, "x.yaml", office)).isInstanceOf(Reading.Valid.class);
    assertThat(StackFile.read(Clouds.ALL, "x.yaml", VALID + "---\nconfig: {a: b}\n"))
        .as("of several documents the first counts")
        .isInstanceOf(Reading.Valid.class);
    assertThat(StackFile.read(Clouds.ALL, utf16)).isInstanceOf(Reading.Valid.class);
    assertThat(Config.settings(with("  anyware-network:tags: {until: 2026-12-31}")).tags())
        .containsEntry("until", "2026-12-31 00:00:00 +0000 UTC");
  }

  @Test
  void encryptedValuesAreAProblemInOurNamespaceOnly() {
    assertThat(with("  aws:token: {secure: v1:abc}")).isInstanceOf(Reading.Valid.class);
    assertThat(onlyProblem(with("  anyware-network:dnsOverTcp: {secure: v1:abc}")))
        .startsWith("anyware-network:dnsOverTcp: found an encrypted value; allowed: true or false")
        .doesNotContain("abc");
    assertThat(onlyProblem(with("  anyware-network:radius: {secure: v1:abc}")))
        .startsWith("anyware-network:radius: found an encrypted value");
    assertThat(
            onlyProblem(with("  anyware-network:radius: {servers: [{secure: v1:abc}], port: 1}")))
        .startsWith("anyware-network:radius.servers[0]: found an encrypted value")
        .doesNotContain("abc");
  }

  @Test
  void malformedFilesAreAProblemWithTheLine() {
    assertThat(onlyProblem(with("  anyware-network:legacyHttp: false")))
        .startsWith("x.yaml: ")
        .contains("duplicate key anyware-network:legacyHttp");
    assertThat(onlyProblem(with("  anyware-network:tags: {a: 1, a: 2}"))).contains("duplicate key");
    assertThat(onlyProblem(with("  anyware-network:tags: {1: a, '1': b}")))
        .contains("duplicate key 1");
    assertThat(onlyProblem(with("\tanyware-network:tags: {}"))).contains("line 18");
    assertThat(onlyProblem(with("  anyware-network:tags: [hunter2, {]")))
        .contains("line 18")
        .doesNotContain("hunter2");
    assertThat(onlyProblem(with("  anyware-network:tags: !!java.net.URL [http://x]")))
        .startsWith("x.yaml: ");
  }

  /** What is missing may come from an environment, so whoever misses it is told. */
  @Test
  void whatOnlyTheEngineKnowsIsSaid() {
    String complete = "environment: [credentials]\n" + VALID;
    assertThat(StackFile.read(Clouds.ALL, "x.yaml", complete)).isInstanceOf(Reading.Valid.class);

    String lacking = complete.replace("  anyware-network:peers:", "  other:peers:");
    assertThat(Config.problems(StackFile.read(Clouds.ALL, "x.yaml", lacking)))
        .extracting(Problem::toString)
        .anyMatch(line -> line.startsWith("anyware-network:peers: found nothing"))
        .last()
        .asString()
        .startsWith("x.yaml: found the key environment")
        .contains("pulumi config --show-secrets --json", "--config");
  }

  @Test
  void aNamespaceThatMustBeMeantIsAProblem() {
    assertThat(onlyProblem(with("  anyware:tags: {a: b}")))
        .isEqualTo(
            "anyware:tags: found an unknown namespace; allowed: keys that begin with"
                + " anyware-network:; did you mean anyware-network:tags?");
    assertThat(with("  other:tags: {a: b}")).isInstanceOf(Reading.Valid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "anyware-network:legacyHttp, 6",
    "anyware-network:peers.sumoLogic, 9",
    "anyware-network:peers.dns[1], 11",
    "anyware-network:peers.dns[1].more, 11",
    "anyware-network:peers.administrators, 7",
    "anyware-network:sites.virginia.network.cidr, 17",
    "anyware-network:sites.dublin.region, 12",
    "anyware-network:radius,",
    "x.yaml,"
  })
  void settingsHaveTheLineOnWhichTheyStandOrWouldBePartOf(String path, Integer line) {
    assertThat(SettingLines.of(VALID).line(path)).isEqualTo(Optional.ofNullable(line));
  }

  @Test
  void whatIsNoYamlHasNoLines() {
    assertThat(SettingLines.of("config: [").line("anyware-network:peers")).isEmpty();
    assertThat(StackFile.lines(folder.resolve("missing")).line("anyware-network:peers")).isEmpty();
  }

  @Test
  void filesThatAreNoStackFilesAreAProblem() {
    for (String yaml : List.of("", "[]", "just text", "config: []", "config: 1", "confg: {}")) {
      assertThat(onlyProblem(StackFile.read(Clouds.ALL, "x.yaml", yaml)))
          .startsWith("x.yaml: found ");
    }
    assertThat(onlyProblem(with("  legacyHttp: true")))
        .contains("did you mean anyware-network:legacyHttp?");
  }

  @Test
  void anEmptyConfigurationMissesWhatIsRequired() {
    assertThat(StackFile.read(Clouds.ALL, "x.yaml", "config:\n"))
        .isEqualTo(StackFile.read(Clouds.ALL, "x.yaml", "config: {}"))
        .isInstanceOfSatisfying(
            Reading.Invalid.class, invalid -> assertThat(invalid.problems()).hasSize(2));
  }

  @Test
  void nestingAndAliasesHaveTheirLimits() {
    String deep = "[".repeat(60) + "]".repeat(60);
    assertThat(onlyProblem(with("  anyware-network:tags: " + deep))).startsWith("x.yaml: ");
    assertThat(onlyProblem(with("  anyware-network:tags: {a: &x [*x]}"))).contains("50 deep");
    StringBuilder bomb = new StringBuilder("  x:a0: &a0 [a, a]\n");
    for (int i = 1; i < 25; i++) {
      bomb.append("  x:a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(onlyProblem(with(bomb.toString()))).startsWith("x.yaml: ");
    String json = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
    assertThat(onlyProblem(with("  anyware-network:tags: '" + json + "'")))
        .startsWith("anyware-network:tags: ")
        .contains("nesting 50 deep at most");
  }

  @Test
  void filesThatCannotBeReadAreAProblem() throws IOException {
    assertThat(onlyProblem(StackFile.read(Clouds.ALL, folder.resolve("none.yaml"))))
        .contains("none.yaml");
    Path latin = Files.write(folder.resolve("latin.yaml"), "# é".getBytes(ISO_8859_1));
    assertThat(onlyProblem(StackFile.read(Clouds.ALL, latin))).contains("no readable UTF-8 text");
  }

  private static Reading with(String lines) {
    return StackFile.read(Clouds.ALL, "x.yaml", VALID + lines + "\n");
  }

  private static String onlyProblem(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Invalid.class);
    List<Problem> problems = ((Reading.Invalid) reading).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0).toString();
  }
}
