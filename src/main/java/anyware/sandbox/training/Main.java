package anyware.sandbox.training;

import java.io.IOException;
import java.util.List;

/**
 * Rehearses the program: {@code anyware.sandbox.training.Main COMMAND [ARGUMENT...]} runs the
 * command as Pulumi would, against a stand-in of the engine on loopback. The stack has a site in
 * each cloud and every option on, so that the command meets all of the code that a stack can need.
 */
public final class Main {
  private Main() {}

  /**
   * Runs the command and ends with its exit code; 124 when it took too long, 2 without a command.
   *
   * @param command the command with its arguments
   * @throws IOException when the command cannot be started, or no port can be had
   * @throws InterruptedException when the wait is cut short
   */
  public static void main(String[] command) throws IOException, InterruptedException {
    if (command.length == 0) {
      System.err.println("usage: anyware.sandbox.training.Main COMMAND [ARGUMENT...]");
      System.exit(2);
    }
    System.exit(Rehearsal.run(List.of(command)));
  }
}
