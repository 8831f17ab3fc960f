package anyware.cli;

/** What the command ends with. */
enum ExitCode {
  /** All is fine: no problem, no finding, no change, open. */
  FINE(0),
  /** Something was found: a problem, a finding, a change, closed. */
  FOUND(1),
  /** The command line is wrong, or a file cannot be read. */
  USAGE(2);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number that the shell sees. */
  int number() {
    return number;
  }

  /** Fine, or found. */
  static int of(boolean fine) {
    return (fine ? FINE : FOUND).number();
  }
}
