package anyware.sandbox.spec;

/**
 * Thrown when a constraint or a computation reads a value that is unknown in a preview. The engine
 * catches it: a constraint is then skipped, a computed property stays unknown. Authors of types
 * never handle it.
 */
public final class UnknownValueException extends RuntimeException {
  /**
   * Names what was read.
   *
   * @param what the property, for a debugger's eyes only
   */
  public UnknownValueException(String what) {
    super(what, null, false, false);
  }
}
