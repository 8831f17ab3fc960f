package anyware.attack;

/**
 * One change of a state.
 *
 * @param what the kind of change, for a person
 * @param place the type and the property, with {@code []} for every element of a list
 * @param effect what has to be said of it
 */
record Change(String what, String place, Effect effect) {
  /** What has to be said of a change. */
  enum Effect {
    /** It is told unless its place is one of those that cannot matter. */
    TOLD,
    /** It is told when something else passes. */
    BY_REACH,
    /** It is never told: the state means the same. */
    NOTHING
  }

  @Override
  public String toString() {
    return what + " " + place;
  }
}
