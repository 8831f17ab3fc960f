package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on settings says what the reader asks for, and its examples can be read. */
class SettingsReferenceTest {
  private static final Path PAGE = Path.of("docs/settings.md");
  private static final Path EXAMPLES = Path.of("src/test/resources/settings/examples.yaml");

  private static final String BASE =
      """
      anyware-network:peers:
        clients: [198.51.100.0/24]
        domainControllers: [10.9.0.10]
        dns: [10.9.0.10]
      """;
  private static final String SITES =
      """
      anyware-network:sites:
        virginia:
          cloud: aws
          region: us-east-1
          network: {cidr: 10.20.0.0/16}
      """;

  private static Map<String, String> examples() throws IOException {
    Map<String, String> examples = new LinkedHashMap<>();
    Matcher example =
        Pattern.compile("(?ms)^# == (?<title>[^\\n]*)\\n(?<text>.*?)(?=^# == |\\z)")
            .matcher(Files.readString(EXAMPLES));
    while (example.find()) {
      examples.put(example.group("title"), example.group("text"));
    }
    return examples;
  }

  static Set<String> titles() throws IOException {
    return examples().keySet();
  }

  /** The whole file that an example is a part of. */
  private static String file(String example) {
    String peers = example.contains("anyware-network:peers:") ? "" : BASE;
    String sites = example.contains("anyware-network:sites:") ? "" : SITES;
    return "config:\n" + (peers + sites + example).indent(2);
  }

  @ParameterizedTest
  @MethodSource("titles")
  void anExampleIsInOrder(String title) throws IOException {
    String example = Optional.ofNullable(examples().get(title)).orElseThrow();
    String problems =
        StackFile.read(Clouds.ALL, title, file(example))
            .fold(settings -> problems(settings), found -> found.toString());

    assertThat(problems).isEmpty();
  }

  /** What their clouds would refuse. */
  private static String problems(Settings settings) {
    List<Problem> problems = StackPlan.of("example", settings).problems();
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  /** An example that lacked the setting that it stands below would show nothing. */
  @ParameterizedTest
  @MethodSource("titles")
  void anExampleHasItsSetting(String title) throws IOException {
    String key = title.startsWith("On ") ? "balancer" : title.replaceFirst(".*\\.", "");

    assertThat(examples().get(title)).containsPattern("\\b" + key + ":");
  }

  @Test
  void everySectionHasAnExample() throws IOException {
    String page = Files.readString(PAGE);
    List<String> sections =
        Pattern.compile("(?ms)^#{2,4} (?<title>[^\\n]*)\\n(?<text>.*?)(?=^#+ |\\z)")
            .matcher(page)
            .results()
            .filter(section -> section.group(2).contains("| setting |"))
            .filter(section -> !section.group(2).contains("```yaml\nanyware-network:"))
            .map(section -> section.group(1))
            .toList();

    assertThat(sections).isEmpty();
    assertThat(page.split("```yaml", -1)).hasSize(titles().size() + 1);
  }

  @Test
  void isPublished() throws IOException {
    String page = SettingsReference.of(Clouds.ALL, examples());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
