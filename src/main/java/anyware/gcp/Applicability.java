package anyware.gcp;

import anyware.gcp.Rule.Action;

/** Whether a rule means a machine, as far as one can know. */
enum Applicability {
  /** It does not. */
  NO,
  /** It depends on what is not known, or is so for some machines of the role only. */
  PERHAPS,
  /** It does. */
  YES;

  /** Both conditions together. */
  static Applicability both(Applicability one, Applicability other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * Whether to count with the rule. In doubt on the careful side: an allowance is taken to open, a
   * denial not to close.
   */
  boolean counts(Action action) {
    return this == YES || (this == PERHAPS && action == Action.ALLOW);
  }
}
