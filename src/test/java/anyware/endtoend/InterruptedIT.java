package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DenyAll is lost when an update is interrupted. */
class InterruptedIT {
  private static final long MINUTES = 30;

  @TempDir Path temp;

  @Test
  void anInterruptedUpdateCanBeRunAgain() throws Exception {
    Project project = Project.in(temp);
    try {
      project.sandbox("preview", "--stack", "gcp-dev").succeeds();
      interrupt(
          project.command("up", "--stack", "gcp-dev", "--yes").redirectErrorStream(true).start());

      project.sandbox("up", "--stack", "gcp-dev", "--yes").succeeds();
      project.sandbox("refresh", "--stack", "gcp-dev", "--yes", "--expect-no-changes").succeeds();
      project.sandbox("preview", "--stack", "gcp-dev", "--expect-no-changes").succeeds();
      project.sandbox("destroy", "--stack", "gcp-dev", "--yes").succeeds();
      assertThat(project.cloudObjects()).isZero();
    } finally {
      project.stop();
    }
  }

  /** As Ctrl-C does it, once the first resources are there. */
  private static void interrupt(Process up) throws Exception {
    boolean interrupted = false;
    try (BufferedReader output = up.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (!interrupted && line.contains(" created")) {
          new ProcessBuilder("kill", "-INT", String.valueOf(up.pid())).start().waitFor();
          interrupted = true;
        }
      }
    }
    assertThat(up.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(interrupted).isTrue();
  }
}
