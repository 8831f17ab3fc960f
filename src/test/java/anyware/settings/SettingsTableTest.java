package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Peer;
import anyware.catalogue.PeerSetting;
import anyware.net.AddressSet;
import anyware.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of settings that people read name the very keys that the reader knows. */
class SettingsTableTest {
  private static final Path PAGE = Path.of("docs/settings.md");
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^#{2,3} `(?<title>[^`]*)`\\n(?<text>.*?)(?=^#{2,3} |\\z)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(?<setting>[^`]+)` \\|.*$");

  /** The rows of each section by its heading; a balancer's are those of every cloud and layer. */
  private static Map<String, List<String>> sections() throws IOException {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    Matcher section = SECTION.matcher(Files.readString(PAGE));
    while (section.find()) {
      sections.put(
          section.group("title"),
          ROW.matcher(section.group("text")).results().map(MatchResult::group).toList());
    }
    return sections;
  }

  private static Stream<String> keys(String section) throws IOException {
    List<String> rows = sections().getOrDefault(section, List.of());
    return rows.stream().flatMap(row -> ROW.matcher(row).results()).map(row -> row.group(1));
  }

  /** The page's keys right below a setting; an empty text stands for the top. */
  private static Set<String> documented(String parent) throws IOException {
    Stream<String> keys =
        switch (parent) {
          case "" -> sections().keySet().stream();
          case "sites.<name>" -> keys("sites");
          case "expect.open[]" ->
              keys("expect").filter(key -> key.contains("[].")).map(key -> key.substring(7));
          default -> keys(parent);
        };
    return keys.map(key -> key.replaceFirst("[.\\[].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The keys that the reader says are allowed when it meets one that it does not know. */
  private static Set<String> known(String parent) {
    String place = parent.replace("<name>", "virginia").replace("[]", "[0]");
    Config config =
        parent.isEmpty()
            ? Config.valid().set("zzzzzzzz", "{}")
            : Config.valid().set(place, "{\"zzzzzzzz\": {}}");
    Problem problem =
        config.problems().stream()
            .filter(found -> found.path().endsWith("zzzzzzzz"))
            .findFirst()
            .orElseThrow();
    assertThat(problem.found()).isEqualTo("an unknown key");
    return new TreeSet<>(Set.of(problem.allowed().split(", ", -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "peers",
        "radius",
        "licenseServer",
        "outbound",
        "quotas",
        "logs",
        "outputs",
        "sites.<name>",
        "sites.<name>.network",
        "sites.<name>.network.existing",
        "sites.<name>.balancer",
        "expect",
        "expect.open[]"
      })
  void namesTheKeysThatTheReaderKnows(String parent) throws IOException {
    assertThat(documented(parent)).isEqualTo(known(parent));
  }

  @ParameterizedTest
  @EnumSource(Peer.class)
  void saysOfAPeerWhatTheCatalogueSays(Peer peer) throws IOException {
    String[] givenBy = peer.givenBy().split("\\.", 2);
    assertThat(peer == Peer.HEALTH_PROBES || documented("").contains(givenBy[0])).isTrue();
    if (givenBy.length > 1) {
      assertThat(documented(givenBy[0])).contains(givenBy[1]);
    }
    for (PeerSetting setting : peer.setting().stream().toList()) {
      List<String> row =
          sections().getOrDefault("peers", List.of()).stream()
              .filter(line -> line.startsWith("| `" + setting.key() + "` |"))
              .flatMap(line -> Pattern.compile("\\|").splitAsStream(line))
              .map(String::strip)
              .toList();
      String none = setting.required() ? "required" : "none";
      String fallback = setting.fallback().map(AddressSet::toString).orElse("");

      assertThat(row.get(2)).startsWith("list of addresses");
      assertThat(row.get(2).endsWith("one at least")).isEqualTo(!setting.mayBeEmpty());
      assertThat(row.get(3).replace("`", "")).isEqualTo(fallback.isEmpty() ? none : fallback);
      assertThat(row.get(4).contains("allowOpenAdministration")).isEqualTo(!setting.mayBeAnyone());
      assertThat(row.get(4)).startsWith(peer.title());
    }
  }
}
