package anyware.sandbox.engine;

import anyware.sandbox.spec.Refusal;
import java.util.List;
import java.util.TreeSet;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.PropertyDiff;

/** Answers in the form of the provider protocol. */
final class ProtocolMessages {
  private ProtocolMessages() {}

  /**
   * Writes the failures of a check.
   *
   * @param refusals the reasons
   * @return the failures, as the protocol has them
   */
  static List<CheckFailure> failures(List<Refusal> refusals) {
    return refusals.stream()
        .map(
            refusal ->
                CheckFailure.newBuilder()
                    .setProperty(refusal.property())
                    .setReason(refusal.message())
                    .build())
        .toList();
  }

  /**
   * Writes a diff.
   *
   * @param difference what a diff found
   * @param ofInputs whether it compared inputs with inputs, else a state with inputs
   * @return the answer to the engine
   */
  static DiffResponse diff(ResourceDiff difference, boolean ofInputs) {
    DiffResponse.Builder answer =
        DiffResponse.newBuilder()
            .setHasDetailedDiff(true)
            .setDeleteBeforeReplace(difference.deleteFirst())
            .setChanges(
                difference.changes().isEmpty()
                    ? DiffResponse.DiffChanges.DIFF_NONE
                    : DiffResponse.DiffChanges.DIFF_SOME);
    TreeSet<String> changed = new TreeSet<>();
    TreeSet<String> replacing = new TreeSet<>();
    for (PropertyChange change : difference.changes()) {
      changed.add(change.property());
      if (change.replaces()) {
        replacing.add(change.property());
      }
      answer.putDetailedDiff(
          change.path(),
          PropertyDiff.newBuilder().setKind(kind(change)).setInputDiff(ofInputs).build());
    }
    return answer.addAllDiffs(changed).addAllReplaces(replacing).build();
  }

  private static PropertyDiff.Kind kind(PropertyChange change) {
    return switch (change.kind()) {
      case ADD -> change.replaces() ? PropertyDiff.Kind.ADD_REPLACE : PropertyDiff.Kind.ADD;
      case DELETE ->
          change.replaces() ? PropertyDiff.Kind.DELETE_REPLACE : PropertyDiff.Kind.DELETE;
      case UPDATE ->
          change.replaces() ? PropertyDiff.Kind.UPDATE_REPLACE : PropertyDiff.Kind.UPDATE;
    };
  }
}
