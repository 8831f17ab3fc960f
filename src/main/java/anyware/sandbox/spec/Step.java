package anyware.sandbox.spec;

/** The step at which a cloud refuses. */
public enum Step {
  /** The provider's own validation: {@code pulumi preview} already fails. */
  CHECK,
  /** The cloud's API on create and update: the preview passes, {@code pulumi up} fails. */
  UP,
  /** The cloud's API on delete. */
  DELETE
}
