package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each malformed case of the table gives exactly its problems. */
class MalformedSettingsTest {
  private static final Path TABLE = Path.of("src/test/resources/settings/malformed.table");
  private static final String AND = " ;; ";

  static Stream<String> cases() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesExactlyItsProblems(String line) {
    String[] halves = line.split(" => ", 2);
    Config config = Config.valid();
    applyAll(config, halves[0]);
    List<Problem> problems = config.problems();
    List<String> paths = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (String expected : halves[1].split(AND, -1)) {
      String[] pathAndPart = expected.split(" \\| ", 2);
      paths.add("anyware-network:" + pathAndPart[0].strip().substring(1));
      parts.add(pathAndPart[1].strip());
    }
    assertThat(problems).extracting(Problem::path).containsExactlyElementsOf(paths);
    for (int i = 0; i < parts.size(); i++) {
      assertThat(problems.get(i).toString()).contains(parts.get(i));
    }
  }

  /** Applies the changes of a case. */
  static void applyAll(Config config, String changes) {
    for (String change : changes.split(AND, -1)) {
      apply(config, change.strip());
    }
  }

  private static void apply(Config config, String change) {
    if (change.startsWith("- ")) {
      config.remove(change.substring(2));
    } else {
      String[] placeAndValue = change.split(" = ", 2);
      config.set(placeAndValue[0], placeAndValue[1]);
    }
  }

  @Test
  void theTableIsLongAndItsBaseIsValid() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    assertThat(Config.valid().problems()).isEmpty();
    assertThat(Config.minimal().problems()).isEmpty();
  }
}
