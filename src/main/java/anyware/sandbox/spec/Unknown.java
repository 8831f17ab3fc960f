package anyware.sandbox.spec;

/** The value of a property that a preview cannot know yet. */
public enum Unknown {
  /** The one unknown value. */
  VALUE
}
