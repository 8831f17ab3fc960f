package anyware.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.cloud.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The text of the scripts that people and the engine start. */
class ScriptsTest {
  private static final Path SCRIPTS = Path.of("bin");

  /** Which variables hold credentials is the clouds' own business, known by their names only. */
  private static final Path CREDENTIALS = SCRIPTS.resolve("lib/credentials.sh");

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<String> linesWithACloud(Path script) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(script)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (Clouds.ALL.stream().map(Cloud::slug).anyMatch(lower::contains)) {
        lines.add(script + ": " + line);
      }
    }
    return lines;
  }

  @Test
  void theReadmeNamesThePulumiThatIsNeeded() throws IOException {
    Matcher pinned =
        Pattern.compile("github.com/pulumi/pulumi/pkg/v3 v([0-9.]+)")
            .matcher(Files.readString(Path.of("tools/go.mod")));

    assertThat(pinned.find()).isTrue();
    assertThat(Files.readString(Path.of("README.md")))
        .contains(") " + pinned.group(1) + " or newer, choose");
  }

  @Test
  void noScriptNamesACloudButToDropItsCredentials() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path script : scripts()) {
      if (!script.equals(CREDENTIALS)) {
        found.addAll(linesWithACloud(script));
      }
    }

    assertThat(scripts()).hasSizeGreaterThan(10).contains(CREDENTIALS);
    assertThat(linesWithACloud(CREDENTIALS)).isNotEmpty();
    assertThat(found).isEmpty();
  }
}
