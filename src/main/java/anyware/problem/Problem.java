package anyware.problem;

/**
 * Something in the settings or in a file that keeps the program from going on.
 *
 * @param path where it is, such as {@code anyware-network:sites.virginia.balancer.layer}
 * @param found what stands there, never a secret's value
 * @param allowed what may stand there
 * @param fix what to do about it; may be empty when {@code allowed} says it all
 */
public record Problem(String path, String found, String allowed, String fix) {

  /** The same without what was found, where that may show a secret. */
  public Problem keptBack() {
    return new Problem(path, "what is kept back, since settings are secret", allowed, fix);
  }

  /** One line for a person: path, what was found, what is allowed and the fix. */
  @Override
  public String toString() {
    String line = path + ": found " + found + "; allowed: " + allowed;
    return fix.isEmpty() ? line : line + "; " + fix;
  }
}
