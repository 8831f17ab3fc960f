package anyware.cli;

import anyware.json.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A stack's state: from a file, else as Pulumi's own command line prints it. */
final class EngineExport {
  private static final String PROJECT = "anyware.project";

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "What `pulumi stack export` printed; by default it is run.")
  private @Nullable Path state;

  @Option(
      names = "--pulumi",
      paramLabel = "COMMAND",
      defaultValue = "pulumi",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description = "What is run; pulumi by default, bin/sandbox for the offline cloud.")
  private String pulumi = "pulumi";

  /**
   * What it is, for a person.
   *
   * @param stack the stack's name
   */
  String name(String stack) {
    return state == null ? String.join(" ", commandLine(stack)) : state.toString();
  }

  /**
   * Its text. What Pulumi has to say goes to where it says it.
   *
   * @param stack the stack's name
   */
  String text(String stack) {
    return state == null ? printed(stack) : Read.text(state);
  }

  /**
   * What is said of a state whose outputs are of another form.
   *
   * @param stack the stack's name
   */
  Refusal unreadable(String stack, UnreadableFileException e) {
    List<String> lines = new ArrayList<>();
    lines.add(name(stack) + ": not what this version gives out; run pulumi up, or give a state:");
    lines.addAll(e.lines());
    return Refusal.ofUsage(lines);
  }

  private List<String> commandLine(String stack) {
    return List.of(pulumi, "stack", "export", "--stack", stack);
  }

  private String printed(String stack) {
    try {
      Process process =
          new ProcessBuilder(commandLine(stack))
              .directory(Path.of(System.getProperty(PROJECT, ".")).toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw refusal(stack, "failed");
      }
      return text;
    } catch (IOException | UncheckedIOException e) {
      throw refusal(stack, "cannot be run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refusal(stack, "was interrupted");
    }
  }

  private Refusal refusal(String stack, String what) {
    return Refusal.ofUsage(
        "`"
            + name(stack)
            + "` "
            + what
            + ": give what it prints in a file, with --state, or name what runs Pulumi, with"
            + " --pulumi");
  }
}
