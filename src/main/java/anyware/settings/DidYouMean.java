package anyware.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the word that was probably meant. */
public final class DidYouMean {
  private static final int LETTERS_PER_SLIP = 3;

  private DidYouMean() {}

  /**
   * The nearest word that is one slip for every three letters away at most. A slip is a letter too
   * many, too few, changed, or swapped with its neighbour; upper and lower case are the same.
   */
  static Optional<String> of(String text, Collection<String> words) {
    return nearest(text, words, word -> isNear(text, word));
  }

  /** The nearest word that is so many slips away at most, as in {@link #of}. */
  static Optional<String> within(int slips, String text, Collection<String> words) {
    return nearest(text, words, word -> slips(text, word) <= slips);
  }

  private static Optional<String> nearest(
      String text, Collection<String> words, Predicate<String> isNearEnough) {
    return words.stream()
        .filter(isNearEnough)
        .min(
            Comparator.<String>comparingInt(word -> slips(text, word)).thenComparing(word -> word));
  }

  /** The question to ask about a text, or nothing where no word is near. */
  public static String question(String text, Collection<String> words) {
    return of(text, words).map(DidYouMean::question).orElse("");
  }

  /** The question whether this was meant. */
  static String question(String word) {
    return "did you mean " + word + "?";
  }

  private static boolean isNear(String text, String word) {
    int limit = Math.max(1, word.length() / LETTERS_PER_SLIP);
    return Math.abs(text.length() - word.length()) <= limit && slips(text, word) <= limit;
  }

  /** The optimal string alignment distance. */
  private static int slips(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distance[i][j] = i == 0 ? j : j == 0 ? i : nearest(distance, a, b, i, j);
      }
    }
    return distance[a.length()][b.length()];
  }

  private static int nearest(int[][] distance, String a, String b, int i, int j) {
    int changed = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(changed, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, distance[i - 2][j - 2] + 1) : best;
  }
}
