package anyware.cli;

import java.util.Locale;

/** Starts the offline command. */
public final class Main {
  /**
   * Which of its own readers of values picocli does without: those that it finds by reflection, for
   * each command anew. {@link Given} brings what is needed.
   */
  private static final String NOT_READ_BY_REFLECTION = "picocli.converters.excludes";

  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    // What is written is for machines too: digits are 0 to 9 whatever the user's language.
    Locale.setDefault(Locale.ROOT);
    System.setProperty(NOT_READ_BY_REFLECTION, ".+");
    System.exit(Anyware.run(Terminal.ofSystem(), args));
  }
}
