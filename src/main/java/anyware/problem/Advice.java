package anyware.problem;

/**
 * Something in the settings that is worth knowing, and stops nothing.
 *
 * @param path where it is, such as {@code anyware-network:peers.dns}
 * @param found what is the matter
 * @param fix what can be done about it
 */
public record Advice(String path, String found, String fix) {
  /** One line for a person. */
  @Override
  public String toString() {
    return path + ": " + found + "; " + fix;
  }
}
