package anyware.cli;

import anyware.DeployedStack;
import anyware.StackPlan;
import anyware.json.UnreadableFileException;
import anyware.state.StackState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the engine knows of a stack, in files that it printed. */
final class StateFiles {
  private static final String EXPORT = "pulumi stack export";
  private static final String PREVIEW = "pulumi preview --json --show-sames";

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "What `" + EXPORT + "` printed: the stack as deployed, or as last refreshed.")
  private @Nullable Path state;

  @Option(
      names = "--preview",
      paramLabel = "FILE",
      description = "What `" + PREVIEW + "` printed: the stack as it would be.")
  private @Nullable Path preview;

  @Option(names = "--force", description = "Take a file that belongs to another stack.")
  private boolean force;

  /** The file of the deployed state, when there is one. */
  Optional<Path> state() {
    return Optional.ofNullable(state);
  }

  /** The file of the previewed state, when there is one. */
  Optional<Path> preview() {
    return Optional.ofNullable(preview);
  }

  /** Whether there is any. */
  boolean given() {
    return state().isPresent() || preview().isPresent();
  }

  /**
   * A stack as one of the files has it.
   *
   * @param plan the stack
   * @param file one of the two files
   */
  DeployedStack deployed(StackPlan plan, Path file) {
    String text = Read.text(file);
    boolean isPreview = preview().filter(file::equals).isPresent();
    try {
      StackState read = isPreview ? StackState.ofPreview(text) : StackState.ofExport(text);
      refuseOther(read, plan.stack(), file);
      return plan.deployed(read);
    } catch (UnreadableFileException e) {
      List<String> lines = new ArrayList<>();
      lines.add(file + ": not the output of " + (isPreview ? PREVIEW : EXPORT) + ":");
      lines.addAll(e.lines());
      throw Refusal.ofUsage(lines);
    }
  }

  private void refuseOther(StackState read, String stack, Path file) {
    read.stack()
        .filter(other -> !force && !other.equals(stack))
        .ifPresent(
            other -> {
              throw Refusal.ofUsage(
                  file
                      + " belongs to the stack "
                      + other
                      + ", not to "
                      + stack
                      + ": name that stack, or compare them with --force");
            });
  }
}
