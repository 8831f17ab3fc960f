package anyware.sandbox.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules that occur again and again. Each applies at {@link Step#CHECK}; {@link Rule#at} moves
 * it. Messages may name inputs in braces.
 */
public final class Rules {
  private Rules() {}

  /**
   * Exactly one of some properties must be set.
   *
   * @param message the vendor's wording
   * @param names the properties
   * @return the rule
   */
  public static Rule exactlyOneOf(String message, String... names) {
    return counted(message, names, 1, 1);
  }

  /**
   * At most one of some properties may be set.
   *
   * @param message the vendor's wording
   * @param names the properties
   * @return the rule
   */
  public static Rule atMostOneOf(String message, String... names) {
    return counted(message, names, 0, 1);
  }

  /**
   * At least one of some properties must be set.
   *
   * @param message the vendor's wording
   * @param names the properties
   * @return the rule
   */
  public static Rule atLeastOneOf(String message, String... names) {
    return counted(message, names, 1, Integer.MAX_VALUE);
  }

  /**
   * Refuses inputs that meet a condition.
   *
   * @param property the property to blame, may be empty
   * @param message the vendor's wording
   * @param wrong the condition
   * @return the rule
   */
  public static Rule refuse(String property, String message, Predicate<Props> wrong) {
    return refuseIn(property, message, situation -> wrong.test(situation.inputs()));
  }

  /**
   * Refuses a request that meets a condition which also looks at the settings or the cloud.
   *
   * @param property the property to blame, may be empty
   * @param message the vendor's wording
   * @param wrong the condition
   * @return the rule
   */
  public static Rule refuseIn(String property, String message, Predicate<Situation> wrong) {
    return new Rule(
        Step.CHECK,
        situation ->
            wrong.test(situation)
                ? List.of(new Refusal(property, situation.inputs().fill(message)))
                : List.of());
  }

  /**
   * Applies a condition to each object of a list; the message may name the object's properties.
   *
   * @param list the list's path
   * @param property the property of the object to blame, may be empty
   * @param message the vendor's wording
   * @param wrong the condition
   * @return the rule
   */
  public static Rule refuseEach(
      String list, String property, String message, Predicate<Props> wrong) {
    return new Rule(
        Step.CHECK,
        situation -> {
          List<Refusal> found = new ArrayList<>();
          List<Props> items = situation.inputs().objects(list);
          for (int i = 0; i < items.size(); i++) {
            if (test(wrong, items.get(i))) {
              String at = list + "[" + i + "]" + (property.isEmpty() ? "" : "." + property);
              found.add(new Refusal(at, items.get(i).fill(message)));
            }
          }
          return found;
        });
  }

  /**
   * Refuses two objects of one list with the same key.
   *
   * @param list the list's path
   * @param message the vendor's wording, which may name the second object's properties
   * @param key the key; null-free
   * @return the rule
   */
  public static Rule uniqueIn(String list, String message, Function<Props, Object> key) {
    return new Rule(
        Step.CHECK,
        situation -> {
          List<Refusal> found = new ArrayList<>();
          Set<Object> seen = new HashSet<>();
          List<Props> items = situation.inputs().objects(list);
          for (int i = 0; i < items.size(); i++) {
            if (!seen.add(key.apply(items.get(i)))) {
              found.add(new Refusal(list + "[" + i + "]", items.get(i).fill(message)));
            }
          }
          return found;
        });
  }

  private static boolean test(Predicate<Props> wrong, Props item) {
    try {
      return wrong.test(item);
    } catch (UnknownYet unknown) {
      return false;
    }
  }

  private static Rule counted(String message, String[] names, int least, int most) {
    List<String> list = List.copyOf(Arrays.asList(names));
    return new Rule(
        Step.CHECK,
        situation -> {
          long set = list.stream().filter(situation.inputs()::has).count();
          return set >= least && set <= most
              ? List.of()
              : Stream.of(new Refusal(list.get(0), situation.inputs().fill(message))).toList();
        });
  }
}
