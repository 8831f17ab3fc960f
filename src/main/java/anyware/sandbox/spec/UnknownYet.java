package anyware.sandbox.spec;

/**
 * Thrown when a rule or a computation reads a value that is unknown in a preview. The engine
 * catches it: a rule is then skipped, a computed property stays unknown. Authors of types never
 * handle it.
 */
public final class UnknownYet extends RuntimeException {
  /**
   * Names what was read.
   *
   * @param what the property, for a debugger's eyes only
   */
  public UnknownYet(String what) {
    super(what, null, false, false);
  }
}
