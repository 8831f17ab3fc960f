package anyware.cli;

import anyware.DeployedStack;
import anyware.StackPlan;
import anyware.json.UnreadableFileException;
import anyware.state.StackState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the engine knows of a stack, in files that it printed. */
final class StateFiles implements Arguments {
  private static final String EXPORT = "pulumi stack export";
  private static final String PREVIEW = "pulumi preview --json --show-sames";

  private final Given<Path> state =
      Given.path(
          "--state",
          "FILE",
          "What `" + EXPORT + "` printed: the stack as deployed, or as last refreshed.");
  private final Given<Path> preview =
      Given.path("--preview", "FILE", "What `" + PREVIEW + "` printed: the stack as it would be.");
  private final Given<Boolean> force =
      Given.flag("--force", "Take a file that belongs to another stack.");

  @Override
  public List<Given<?>> all() {
    return List.of(state, preview, force);
  }

  /** The file of the deployed state, when there is one. */
  Optional<Path> state() {
    return state.given();
  }

  /** The file of the previewed state, when there is one. */
  Optional<Path> preview() {
    return preview.given();
  }

  /** Whether there is any. */
  boolean given() {
    return state.isGiven() || preview.isGiven();
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
        .filter(other -> !force.isGiven() && !other.equals(stack))
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
