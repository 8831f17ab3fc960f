package anyware.cli;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.audit.AuditedSite;
import anyware.state.StackState;
import anyware.state.UnreadableStateException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the engine knows of a stack, in files that it printed. */
final class StateFiles {
  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "What `pulumi stack export` printed: the stack as deployed, or as last refreshed.")
  private @Nullable Path state;

  @Option(
      names = "--preview",
      paramLabel = "FILE",
      description = "What `pulumi preview --json --show-sames` printed: the stack as it would be.")
  private @Nullable Path preview;

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
   * The sites of a stack that are in the file, with what their rules do there.
   *
   * @param plan the stack
   * @param file one of the two files
   */
  List<AuditedSite> auditedSites(StackPlan plan, Path file) {
    String text = Read.text(file);
    try {
      return Clouds.auditedSites(
          plan,
          preview().filter(file::equals).isPresent()
              ? StackState.ofPreview(text)
              : StackState.ofExport(text));
    } catch (UnreadableStateException e) {
      throw Refusal.ofUsage(file + ": " + e.getMessage());
    }
  }
}
