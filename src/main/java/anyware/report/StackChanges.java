package anyware.report;

import anyware.audit.Change;
import java.util.List;
import java.util.function.Predicate;

/**
 * What changes on the way to what a report is about.
 *
 * @param from the state before, for a person
 * @param to the state after
 * @param moves what happens to sites as a whole, a sentence each
 * @param changes what opens and what closes
 * @param notCompared what is beside the sites, in words
 */
public record StackChanges(
    String from, String to, List<String> moves, List<Change> changes, List<String> notCompared) {
  /** Copies the lists. */
  public StackChanges {
    moves = List.copyOf(moves);
    changes = List.copyOf(changes);
    notCompared = List.copyOf(notCompared);
  }

  /** What opens to the internet, the worst that can open. */
  List<String> exposes() {
    return lines(change -> change.opens() && change.flowGroup().isInternetExposure());
  }

  /** What else opens. */
  List<String> opens() {
    return lines(change -> change.opens() && !change.flowGroup().isInternetExposure());
  }

  /** What closes. */
  List<String> closes() {
    return lines(change -> !change.opens());
  }

  /** Between two roles both firewalls say the same. */
  private List<String> lines(Predicate<Change> which) {
    return changes.stream().filter(which).map(Change::toString).distinct().toList();
  }
}
