package anyware.state;

/** A text that is not what an engine prints. */
public final class UnreadableStateException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param command the command whose output was expected
   */
  public UnreadableStateException(String command) {
    super("not the output of " + command);
  }

  /**
   * @param command the command whose output was expected
   * @param problem what is wrong and where
   */
  public UnreadableStateException(String command, String problem) {
    super("not the output of " + command + ": " + problem);
  }
}
