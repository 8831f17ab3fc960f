package anyware.attach;

/**
 * What only the user knows, as a variable of the shell.
 *
 * @param name the variable's name
 * @param meaning what it holds, in letters, digits, blanks, commas, hyphens and points
 */
public record Variable(String name, String meaning) {
  /** Its value as one word. */
  String reference() {
    return "\"$" + name + "\"";
  }

  /**
   * A line that ends a script when the variable is not set or empty
   * (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html, section 2.6.2).
   */
  public String check() {
    return ": \"${" + name + ":?" + meaning + "}\"";
  }
}
