package anyware.cli;

import anyware.StackPlan;
import anyware.audit.AuditedSite;
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
    boolean isPreview = preview().filter(file::equals).isPresent();
    try {
      return plan.deployed(isPreview ? StackState.ofPreview(text) : StackState.ofExport(text));
    } catch (UnreadableFileException e) {
      List<String> lines = new ArrayList<>();
      lines.add(file + ": not the output of " + (isPreview ? PREVIEW : EXPORT) + ":");
      lines.addAll(e.lines());
      throw Refusal.ofUsage(lines);
    }
  }
}
