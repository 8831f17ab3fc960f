package anyware.cli;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.problem.Problem;
import anyware.settings.ConfigPrintout;
import anyware.settings.Reading;
import anyware.settings.SettingLines;
import anyware.settings.Settings;
import anyware.settings.SettingsReader;
import anyware.settings.StackFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The folder with the stacks' settings. */
final class StackFiles implements Arguments {
  private static final String BEFORE_NAME = "Pulumi.";
  private static final String FOLDER = "anyware.stacks";
  private static final String PROJECT = "anyware.project";
  private static final String AFTER_NAME = ".yaml";

  private final Given<Path> folder =
      Given.path(
          "--stacks",
          "DIR",
          "Where the stacks' settings are; by default the project's folder stacks.");
  private final Given<Path> config =
      Given.path(
          "--config",
          "FILE",
          "What `pulumi config --show-secrets --json` printed of the stack, in place of its file:"
              + " what environments bring is in it.");

  /** The option that names a stack, of a command about one. */
  static Given<String> stack() {
    return stack("The stack; the selected one, or the only one, by default.");
  }

  /**
   * The same where a command takes it otherwise.
   *
   * @param description what the help says of it
   */
  static Given<String> stack(String description) {
    return Given.text("--stack", "NAME", description);
  }

  @Override
  public List<Given<?>> all() {
    return List.of(folder, config);
  }

  private Path folder() {
    return folder.given().orElse(Path.of(System.getProperty(FOLDER, "stacks")));
  }

  /** The stacks that have settings, sorted. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder(), BEFORE_NAME + "*" + AFTER_NAME)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (name.length() > BEFORE_NAME.length() + AFTER_NAME.length()) {
          names.add(name.substring(BEFORE_NAME.length(), name.length() - AFTER_NAME.length()));
        }
      }
    } catch (IOException e) {
      throw Refusal.ofUsage("there is no folder " + folder() + ": name it with --stacks");
    }
    Collections.sort(names);
    return names;
  }

  /** The file with a stack's settings. */
  Path file(String stack) {
    return folder().resolve(BEFORE_NAME + stack + AFTER_NAME);
  }

  /**
   * A stack's name as it was given, or else the one that is selected, or else the only one.
   *
   * @param given the name, alone or with organization and project before it, or the name or path of
   *     the file with its settings; or an empty text
   */
  String name(String given) {
    List<String> names = names();
    String name = given.isEmpty() ? selected() : own(given);
    if (name.isEmpty()) {
      if (names.size() == 1) {
        return names.get(0);
      }
      throw Refusal.ofUsage(
          "name a stack: " + list(names) + "; or select one with pulumi stack select");
    }
    if (!config.isGiven() && !names.contains(name)) {
      throw Refusal.ofUsage("there is no " + file(name) + "; there are: " + list(names));
    }
    return name;
  }

  private String own(String given) {
    String last = given.substring(given.lastIndexOf('/') + 1);
    if (last.startsWith(BEFORE_NAME) && last.endsWith(AFTER_NAME)) {
      int end = last.length() - AFTER_NAME.length();
      String name = last.substring(Math.min(BEFORE_NAME.length(), end), end);
      if (Files.exists(Path.of(given)) && !isSame(Path.of(given), file(name))) {
        throw Refusal.ofUsage(given + " is not in " + folder() + ": name its folder with --stacks");
      }
      return name;
    }
    List<String> parts = List.of(given.split("/", -1));
    if (parts.contains("") || parts.contains(".") || parts.contains("..")) {
      return given;
    }
    if (parts.size() > 2 && !parts.get(parts.size() - 2).equals(SettingsReader.NAMESPACE)) {
      throw Refusal.ofUsage(
          given + " is a stack of another project: this one is " + SettingsReader.NAMESPACE);
    }
    return last;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  private static String selected() {
    return Optional.ofNullable(System.getProperty(PROJECT))
        .flatMap(project -> SelectedStack.name(Path.of(project), System.getenv()))
        .orElse("");
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  /** What came of reading a stack's settings. */
  Reading read(String stack) {
    return config
        .given()
        .map(file -> ConfigPrintout.read(Clouds.ALL, file.toString(), Read.text(file)))
        .orElseGet(() -> StackFile.read(Clouds.ALL, file(stack)));
  }

  /** Tells problems of a stack's settings with their lines in its file. */
  ProblemLines problemLines(String stack) {
    return new ProblemLines(() -> lines(stack));
  }

  /** On which lines of its file a stack's settings stand. */
  SettingLines lines(String stack) {
    return config.isGiven() ? SettingLines.NONE : StackFile.lines(file(stack));
  }

  /**
   * The settings of a stack.
   *
   * @param stack its name
   */
  Settings settings(String stack) {
    return read(stack)
        .fold(
            settings -> settings,
            problems -> {
              throw refusal(stack, problems);
            });
  }

  /**
   * The plan of a stack.
   *
   * @param given its name, or an empty text for the selected one or the only one
   */
  StackPlan plan(String given) {
    String stack = name(given);
    return StackPlan.of(stack, settings(stack));
  }

  /** The file that a stack's settings are read from. */
  Path source(String stack) {
    return config.given().orElse(file(stack));
  }

  /** What a command says that needs settings and can't have them. */
  Refusal refusal(String stack, List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    lines.add(source(stack) + " has problems:");
    ProblemLines told = problemLines(stack);
    problems.stream().map(told::text).forEach(lines::add);
    return Refusal.ofProblems(lines, told.objects(problems));
  }
}
