package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import anyware.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of settings that people read names the very keys that the reader knows. */
class SettingsTableTest {
  private static final Path TABLE = Path.of("README.md");
  private static final Pattern ROW = Pattern.compile("\\| `(?<setting>[^`]+)` \\|.*");

  private static List<String> table() throws IOException {
    String readme = Files.readString(TABLE);
    int start = readme.indexOf("## Settings");
    return readme.substring(start, readme.indexOf("\n## ", start)).lines().toList();
  }

  /** The table's keys right below a setting; an empty text stands for the top. */
  private static Set<String> documented(String parent) throws IOException {
    String prefix = parent.isEmpty() ? "" : parent + ".";
    Set<String> keys = new TreeSet<>();
    for (String line : table()) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && row.group("setting").startsWith(prefix)) {
        keys.add(row.group("setting").substring(prefix.length()).replaceFirst("[.\\[].*", ""));
      }
    }
    return keys;
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

  @Test
  void hasOneRowForEachSetting() throws IOException {
    long peers = Stream.of(Peer.values()).filter(peer -> peer.setting().isPresent()).count();

    assertThat(table())
        .filteredOn(line -> ROW.matcher(line).matches())
        .hasSize(70 + (int) peers)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Peer.class)
  void saysOfAPeerWhatTheCatalogueSays(Peer peer) throws IOException {
    List<String> row =
        table().stream()
            .filter(line -> line.startsWith("| `" + peer.givenBy() + "` |"))
            .flatMap(line -> Pattern.compile("\\|").splitAsStream(line))
            .map(String::strip)
            .toList();
    peer.setting()
        .ifPresent(
            setting -> {
              String none = setting.required() ? "required" : "none";
              String fallback = setting.fallback().map(AddressSet::toString).orElse("");
              assertThat(row.get(2)).isEqualTo("list of addresses");
              assertThat(row.get(3)).isEqualTo(fallback.isEmpty() ? none : fallback);
              assertThat(row.get(4).contains("not empty")).isEqualTo(!setting.mayBeEmpty());
              assertThat(row.get(4).contains("allowOpenAdministration"))
                  .isEqualTo(!setting.mayBeAnyone());
              assertThat(row.get(5)).startsWith(peer.title());
            });
    assertThat(peer == Peer.HEALTH_PROBES || !row.isEmpty()).as(peer.givenBy()).isTrue();
  }
}
