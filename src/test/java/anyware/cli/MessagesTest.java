package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page on troubleshooting quotes what is really said: who says it stands at the head of each
 * table. The program is brought to say it, by the cases of {@code messages.table}; the launchers'
 * messages stand in their text. What Pulumi and the clouds say is their own.
 */
class MessagesTest {
  private static final Path PAGE = Path.of("docs/troubleshooting.md");
  private static final Path CASES = Path.of("src/test/resources/cli/messages.table");
  private static final String OF_THE_PROGRAM = "the program says";
  private static final String OF_THE_LAUNCHERS = "the launchers say";
  private static final String OF_OTHERS = "Pulumi or a cloud says";

  private static final Pattern TABLE =
      Pattern.compile("(?m)^\\| (?<speaker>[^|]* says?) \\|.*\\n\\|[-|]+\\n(?<rows>(?:\\|.*\\n)+)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?<said>[^|]*) \\|.*$");
  private static final Pattern QUOTE = Pattern.compile("`([^`]+)`");

  /** What stands for something else in a quoted message. */
  private static final Pattern PLACE =
      Pattern.compile(
          "\\.\\.\\.|\\b(?<number>[NM])\\b|\\b(?:CLOUD|SITE|NAME|FOLDER|PATH|VERSION)\\b");

  private static final Pattern GENERATED = Pattern.compile("<(?<many>\\d+) of (?<item>[^>]+)>");

  private static final List<String> VALID =
      List.of(
          "anyware-network:peers: {clients: [198.51.100.0/24], administrators: [203.0.113.0/28],"
              + " domainControllers: [10.9.0.10], dns: [10.9.0.10]}",
          "anyware-network:sites:"
              + " {hq: {cloud: aws, region: us-east-1, network: {cidr: 10.20.0.0/16}}}");

  @TempDir private Path folder;

  /**
   * How the program is brought to say something.
   *
   * @param messages as the page quotes them
   * @param command the command, by default {@code check}
   * @param settings lines of the stack file
   */
  record Case(List<String> messages, List<String> command, List<String> settings) {
    static Case of(String block) {
      List<String> messages = new ArrayList<>();
      List<String> settings = new ArrayList<>();
      List<String> command = new ArrayList<>(List.of("check"));
      for (String line : block.split("\n", -1)) {
        if (!line.startsWith(" ")) {
          messages.add(line.strip());
        } else if (line.strip().startsWith("$ ")) {
          command.clear();
          command.addAll(List.of(line.strip().substring(2).split(" ", -1)));
        } else {
          settings.add(line.strip());
        }
      }
      return new Case(messages, command, settings);
    }

    @Override
    public String toString() {
      return String.join("; ", messages);
    }
  }

  static List<Case> cases() throws IOException {
    return Stream.of(Files.readString(CASES).strip().split("\n\n", -1))
        .filter(block -> !block.startsWith("#"))
        .map(Case::of)
        .toList();
  }

  /** The cells of the first column of all tables, by who says what they quote. */
  private static Map<String, List<String>> said() throws IOException {
    return TABLE
        .matcher(Files.readString(PAGE))
        .results()
        .collect(
            Collectors.groupingBy(
                table -> table.group(1),
                LinkedHashMap::new,
                Collectors.flatMapping(
                    table -> ROW.matcher(table.group(2)).results().map(row -> row.group(1)),
                    Collectors.toList())));
  }

  private static List<String> quoted(String speaker) throws IOException {
    return said().getOrDefault(speaker, List.of()).stream()
        .flatMap(cell -> QUOTE.matcher(cell).results().map(quote -> quote.group(1)))
        .distinct()
        .toList();
  }

  /** A quoted message with something for each of its places. */
  private static Pattern pattern(String quoted, String number, String other) {
    StringBuilder pattern = new StringBuilder();
    Matcher place = PLACE.matcher(quoted);
    int from = 0;
    while (place.find()) {
      pattern.append(Pattern.quote(quoted.substring(from, place.start())));
      pattern.append(place.group("number") == null ? other : number);
      from = place.end();
    }
    pattern.append(Pattern.quote(quoted.substring(from)));
    return Pattern.compile("(?<!\\w)" + pattern + "(?!\\w)");
  }

  private static String generated(MatchResult list) {
    return IntStream.range(0, Integer.parseInt(list.group(1)))
        .mapToObj(i -> list.group(2).replace("@", "" + i / 250).replace("#", "" + i % 250))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The valid settings with the case's own in the place of those with the same key. */
  private static String stackFile(List<String> settings) {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (String line : Stream.of(VALID, settings).flatMap(List::stream).toList()) {
      byKey.put(
          line.replaceFirst(": .*", ""),
          "  " + GENERATED.matcher(line).replaceAll(MessagesTest::generated) + "\n");
    }
    return "config:\n" + String.join("", byKey.values());
  }

  @Test
  void everyTableSaysWhoSpeaksAndEveryRowWhat() throws IOException {
    Map<String, List<String>> said = said();

    assertThat(said).containsOnlyKeys(OF_THE_PROGRAM, OF_THE_LAUNCHERS, OF_OTHERS);
    assertThat(Files.readString(PAGE).lines().filter(line -> line.contains("| it means |")))
        .allMatch(head -> said.containsKey(head.replaceFirst("^\\| (.*?) \\|.*", "$1")));
    assertThat(said.get(OF_THE_PROGRAM)).hasSizeGreaterThan(20);
    assertThat(said.get(OF_THE_LAUNCHERS)).hasSizeGreaterThan(5);
    for (String speaker : List.of(OF_THE_PROGRAM, OF_THE_LAUNCHERS)) {
      assertThat(said.get(speaker)).allMatch(cell -> QUOTE.matcher(cell).find());
    }
  }

  @Test
  void theProgramIsBroughtToSayAllThatThePageQuotesAndNothingElse() throws IOException {
    assertThat(cases().stream().flatMap(one -> one.messages().stream()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(quoted(OF_THE_PROGRAM));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theProgramSaysIt(Case told) throws IOException {
    Files.writeString(folder.resolve("Pulumi.case.yaml"), stackFile(told.settings()));
    List<String> words = new ArrayList<>(told.command());
    words.addAll(List.of("--stack=case", "--stacks=" + folder));

    Cli.Result answer = Cli.runAsGiven(0, words.toArray(String[]::new));

    for (String message : told.messages()) {
      assertThat(answer.out() + answer.err()).containsPattern(pattern(message, "\\d+", ".+"));
    }
  }

  /** The valid settings alone say none of it but the advice. */
  @Test
  void nothingIsSaidOfTheValidSettings() throws IOException {
    Files.writeString(folder.resolve("Pulumi.case.yaml"), stackFile(List.of()));

    String answer = Cli.runAsGiven(0, "check", "--stack=case", "--stacks=" + folder).out();

    assertThat(answer).startsWith("case: fine");
    assertThat(quoted(OF_THE_PROGRAM))
        .noneMatch(message -> pattern(message, "\\d+", ".+").matcher(answer).find());
  }

  /** A place in a script's message is a variable or what a command prints. */
  @Test
  void theLaunchersTextHasTheirMessages() throws IOException {
    List<String> said = new ArrayList<>();
    try (Stream<Path> scripts = Files.walk(Path.of("bin"))) {
      for (Path script : scripts.filter(Files::isRegularFile).toList()) {
        said.addAll(
            Files.readAllLines(script).stream().filter(line -> line.contains("die \"")).toList());
      }
    }
    said.add(Files.readString(Path.of("src/main/java/anyware/Program.java")));

    for (String message : quoted(OF_THE_LAUNCHERS)) {
      Pattern pattern = Pattern.compile("\"" + pattern(message, "\\$\\w+", "\\$[\\w{}/*%#]+"));
      assertThat(said).as(message).anyMatch(line -> pattern.matcher(line).find());
    }
  }
}
