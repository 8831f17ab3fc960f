package anyware.cli;

import anyware.json.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stack's state: from a file, else as Pulumi's own command line prints it. */
final class EngineExport implements Arguments {
  private static final String PROJECT = "anyware.project";

  private final Given<Path> state =
      Given.path("--state", "FILE", "What `pulumi stack export` printed; by default it is run.");
  private final Given<String> pulumi =
      Given.text(
              "--pulumi",
              "COMMAND",
              "What is run; pulumi by default, bin/sandbox for the offline cloud.")
          .or("pulumi");

  @Override
  public List<Given<?>> all() {
    return List.of(state, pulumi);
  }

  /**
   * What it is, for a person.
   *
   * @param stack the stack's name
   */
  String name(String stack) {
    return state.given().map(Path::toString).orElse(String.join(" ", commandLine(stack)));
  }

  /**
   * Its text. What Pulumi has to say goes to where it says it.
   *
   * @param stack the stack's name
   */
  String text(String stack) {
    return state.given().map(Read::text).orElseGet(() -> printed(stack));
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
    return List.of(pulumi.value(), "stack", "export", "--stack", stack);
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
