package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    String unknown = parent.isEmpty() ? "zzzzzzzz" : parent + ".zzzzzzzz";
    String place = unknown.replace("<name>", "virginia").replace("[]", "[0]");
    Problem problem = Config.valid().set(place, "{}").problems().get(0);
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
        "quotas",
        "sites.<name>",
        "sites.<name>.network",
        "sites.<name>.balancer",
        "expect",
        "expect.open[]"
      })
  void namesTheKeysThatTheReaderKnows(String parent) throws IOException {
    assertThat(documented(parent)).isEqualTo(known(parent));
  }

  @Test
  void hasOneRowForEachSetting() throws IOException {
    assertThat(table())
        .filteredOn(line -> ROW.matcher(line).matches())
        .hasSize(35)
        .doesNotHaveDuplicates();
  }
}
