package anyware.cli;

/** Starts the offline command. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(Anyware.run(Terminal.ofSystem(), args));
  }
}
