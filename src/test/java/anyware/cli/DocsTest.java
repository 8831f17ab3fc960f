package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.settings.Reading;
import anyware.settings.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say can be followed: links, commands and listings of settings. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\((?<target>[^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (?<title>.*)$");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(?: {4}|)(?:\\$ )?bin/anyware (?<arguments>[^|>&\\n#]*)");
  private static final Pattern LISTING = Pattern.compile("(?ms)^```yaml\\n(?<text>.*?)^```$");
  private static final String STACK = "config:\n";
  private static final Path CONTAINERFILE = Path.of("docs/Containerfile");

  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Path folder : List.of(Path.of("."), Path.of("bench"), Path.of("docs"))) {
      try (Stream<Path> files = Files.walk(folder, folder.endsWith("docs") ? 3 : 1)) {
        files
            .filter(file -> file.toString().endsWith(".md"))
            .map(Path::normalize)
            .forEach(documents::add);
      }
    }
    return documents;
  }

  private static Stream<MatchResult> found(Pattern pattern, Path document) throws IOException {
    return pattern.matcher(Files.readString(document)).results();
  }

  private static List<String> groups(Pattern pattern, Path document) throws IOException {
    return found(pattern, document).map(match -> match.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(Path document) throws IOException {
    for (String target : groups(LINK, document)) {
      if (!target.matches("(https?|mailto):.*")) {
        String file = target.replaceFirst("#.*", "");
        Path there = file.isEmpty() ? document : document.resolveSibling(file).normalize();
        assertThat(there).as("%s links to %s", document, target).exists();
        if ((target.contains("#") && file.endsWith(".md")) || file.isEmpty()) {
          assertThat(anchors(there))
              .as("%s links to %s", document, target)
              .contains(target.replaceFirst("[^#]*#", ""));
        }
      }
    }
  }

  /** As code hosts make them of headings. */
  private static List<String> anchors(Path document) throws IOException {
    return groups(HEADING, document).stream()
        .map(title -> title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", ""))
        .map(title -> title.replace(' ', '-'))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void commandsAreKnownWithTheirOptions(Path document) throws IOException {
    for (String arguments : groups(COMMAND, document)) {
      List<String> words = new ArrayList<>(List.of(arguments.strip().split("\\s+", -1)));
      words.remove("\\");
      words.add("--help");

      Cli.Result help = Cli.run(words.toArray(String[]::new));

      assertThat(help.exitCode()).as("%s: %s\n%s", document, arguments, help.err()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void listingsOfStacksAreInOrder(Path document) throws IOException {
    for (String text : groups(LISTING, document)) {
      if (text.startsWith(STACK)) {
        Reading reading = StackFile.read(Clouds.ALL, document.toString(), text);
        String problems =
            reading.fold(
                settings -> "",
                found -> found.stream().map(Object::toString).collect(Collectors.joining("\n")));
        assertThat(problems).as(document.toString()).isEmpty();
      }
    }
  }

  /** A question of the page on troubleshooting that nobody understands would answer nothing. */
  @Test
  void questionsAboutComplaintsAreAnsweredForTheDemo() throws IOException {
    List<String> questions =
        groups(COMMAND, Path.of("docs/troubleshooting.md")).stream()
            .filter(arguments -> arguments.startsWith("explain "))
            .toList();

    assertThat(questions).hasSizeGreaterThan(8);
    for (String arguments : questions) {
      List<String> words = new ArrayList<>(List.of(arguments.strip().split("\\s+", -1)));
      words.add("--stacks=stacks");

      Cli.Result answer = Cli.runAsGiven(0, words.toArray(String[]::new));

      assertThat(answer.exitCode()).as("%s\n%s%s", arguments, answer.out(), answer.err()).isZero();
    }
  }

  @Test
  void theContainerHasThePulumiThatIsPinned() throws IOException {
    assertThat(groups(Pattern.compile("(?m)^ARG PULUMI=(.*)$"), CONTAINERFILE))
        .isEqualTo(
            groups(
                Pattern.compile("(?m)^\\s*github.com/pulumi/pulumi/pkg/v3 v(\\S+)"),
                Path.of("tools/go.mod")));
  }

  @Test
  void theContainerHasTheArchiveOfThisVersion() throws IOException {
    assertThat(groups(Pattern.compile("(?m)^ARG ANYWARE=(.*)$"), CONTAINERFILE))
        .isEqualTo(
            groups(Pattern.compile("(?m)^ {2}<version>(.*)</version>$"), Path.of("pom.xml")));
  }

  @Test
  void thePageShowsTheContainerfileAsItIs() throws IOException {
    assertThat(
            groups(
                Pattern.compile("(?ms)^```dockerfile\\n(.*?)^```$"), Path.of("docs/container.md")))
        .containsExactly(Files.readString(CONTAINERFILE));
  }

  @Test
  void thereIsSomethingToLookAt() throws IOException {
    assertThat(documents()).contains(Path.of("README.md"), Path.of("docs/reliability.md"));
    assertThat(groups(COMMAND, Path.of("README.md"))).hasSizeGreaterThan(5);
    assertThat(groups(LINK, Path.of("README.md"))).hasSizeGreaterThan(5);
  }
}
