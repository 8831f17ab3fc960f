package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The table of failures in {@code docs/reliability.md}: what was seen, a row each. */
final class FaultTable {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("anyware.project", "."), "docs", "reliability.md");
  private static final String BEGIN = "<!-- written by FaultsIT -->\n";
  private static final String END = "<!-- end -->\n";

  private final List<String> rows = new ArrayList<>();
  private final List<String> deviations = new ArrayList<>();

  /**
   * Adds what was seen.
   *
   * @param what what went wrong
   * @param types the types of the resources that were under way
   * @param run how the run ended
   * @param then how the plain one after it ended
   * @param differences in what its result differs from that of a clean run
   */
  void add(String what, Collection<String> types, String run, int then, List<String> differences) {
    String end = then == 0 ? "ends without an error" : "**ends with an error**";
    String result =
        differences.isEmpty()
            ? "in the state of a clean run, nothing left over"
            : "**not as after a clean run: %d differences**".formatted(differences.size());
    rows.add(
        "| %s | %s | %s | %s, %s |\n"
            .formatted(what, String.join(", ", new TreeSet<>(types)), run, end, result));
    differences.forEach(difference -> deviations.add(what + ": " + difference));
  }

  /** Everything ended as a clean run does. */
  void holdsNoDeviation() {
    assertThat(deviations).isEmpty();
    assertThat(rows).noneMatch(row -> row.contains("**"));
  }

  /** What was seen is what the document says; {@code -Dgolden.update=true} writes it there. */
  void isInTheDocument() throws IOException {
    String table =
        "| what goes wrong | with these under way | the run | the same command once more |\n"
            + "|---|---|---|---|\n"
            + String.join("", rows);
    String document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    int end = document.indexOf(END);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DOCUMENT, document.substring(0, begin) + table + document.substring(end));
      return;
    }
    assertThat(table).as("%s", deviations).isEqualTo(document.substring(begin, end));
  }
}
