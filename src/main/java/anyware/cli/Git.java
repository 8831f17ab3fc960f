package anyware.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What git knows of a file with settings, where there is git. */
final class Git {
  private static final List<String> COMMAND =
      List.of("git", "--no-optional-locks", "-c", "core.fsmonitor=false");

  private Git() {}

  /** The commit that is checked out, and whether the file is as it was there. */
  static Optional<String> commit(Path file) {
    String name = name(file);
    return said(file, "rev-parse", "--short=12", "HEAD")
        .map(
            commit ->
                said(file, "status", "--porcelain", "--ignored", "--", name)
                    .filter(String::isEmpty)
                    .map(clean -> commit)
                    .orElse(commit + ", settings changed since"));
  }

  /**
   * The file as it was at a commit, branch or tag.
   *
   * @param file the file
   * @param ref such as {@code main} or {@code HEAD~1}
   */
  static Optional<String> text(Path file, String ref) {
    return ref.startsWith("-") ? Optional.empty() : raw(file, "show", ref + ":./" + name(file));
  }

  private static String name(Path file) {
    return String.valueOf(file.toAbsolutePath().getFileName());
  }

  private static Optional<String> said(Path file, String... arguments) {
    return raw(file, arguments).map(String::strip);
  }

  private static Optional<String> raw(Path file, String... arguments) {
    List<String> command = new ArrayList<>(COMMAND);
    command.addAll(Arrays.asList(arguments));
    try {
      Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
