package anyware.net;

/**
 * A text that is not the value it should be: says what is allowed and, where known, the likely fix.
 */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String allowed;
  private final String fix;

  /**
   * @param allowed what would have been accepted
   * @param fix what to write instead; empty when nothing better than {@code allowed} is known
   */
  public MalformedException(String allowed, String fix) {
    super(fix.isEmpty() ? allowed : allowed + "; " + fix);
    this.allowed = allowed;
    this.fix = fix;
  }

  /** What would have been accepted. */
  public String allowed() {
    return allowed;
  }

  /** What to write instead, or an empty text. */
  public String fix() {
    return fix;
  }
}
