package anyware.sandbox.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The constraints that occur again and again. Each applies at {@link Step#CHECK}; {@link
 * Constraint#at} moves it. Messages may name inputs in braces.
 */
public final class Constraints {
  private Constraints() {}

  /**
   * Exactly one of some properties must be set.
   *
   * @param message the vendor's wording
   * @param names the properties
   */
  public static Constraint exactlyOneOf(String message, String... names) {
    return counted(message, names, 1, 1);
  }

  /**
   * At most one of some properties may be set.
   *
   * @param message the vendor's wording
   * @param names the properties
   */
  public static Constraint atMostOneOf(String message, String... names) {
    return counted(message, names, 0, 1);
  }

  /**
   * At least one of some properties must be set.
   *
   * @param message the vendor's wording
   * @param names the properties
   */
  public static Constraint atLeastOneOf(String message, String... names) {
    return counted(message, names, 1, Integer.MAX_VALUE);
  }

  /**
   * Refuses inputs that meet a condition.
   *
   * @param property the property to blame, may be empty
   * @param message the vendor's wording
   * @param wrong the condition
   */
  public static Constraint refuse(String property, String message, Predicate<Props> wrong) {
    return refuseIn(property, message, context -> wrong.test(context.inputs()));
  }

  /**
   * Refuses a request that meets a condition which also looks at the settings or the cloud.
   *
   * @param property the property to blame, may be empty
   * @param message the vendor's wording
   * @param wrong the condition
   */
  public static Constraint refuseIn(
      String property, String message, Predicate<RequestContext> wrong) {
    return new Constraint(
        Step.CHECK,
        context ->
            wrong.test(context)
                ? List.of(new Refusal(property, context.inputs().fill(message)))
                : List.of());
  }

  /**
   * Refuses a request for a reason that says more than the inputs alone.
   *
   * @param property the property to blame, may be empty
   * @param reason the reason to refuse, in the vendor's wording; empty when there is none
   * @return the constraint
   */
  public static Constraint refuseFor(
      String property, Function<RequestContext, Optional<String>> reason) {
    return new Constraint(
        Step.CHECK,
        context ->
            reason.apply(context).stream().map(message -> new Refusal(property, message)).toList());
  }

  /**
   * Applies a condition to each object of a list; the message may name the object's properties.
   *
   * @param list the list's path
   * @param property the property of the object to blame, may be empty
   * @param message the vendor's wording
   * @param wrong the condition
   */
  public static Constraint refuseEach(
      String list, String property, String message, Predicate<Props> wrong) {
    return new Constraint(
        Step.CHECK,
        context -> {
          List<Refusal> found = new ArrayList<>();
          List<Props> items = context.inputs().objects(list);
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
   */
  public static Constraint uniqueIn(String list, String message, Function<Props, Object> key) {
    return new Constraint(
        Step.CHECK,
        context -> {
          List<Refusal> found = new ArrayList<>();
          Set<Object> seen = new HashSet<>();
          List<Props> items = context.inputs().objects(list);
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
    } catch (UnknownValueException unknown) {
      return false;
    }
  }

  private static Constraint counted(String message, String[] names, int least, int most) {
    List<String> list = List.copyOf(Arrays.asList(names));
    return new Constraint(
        Step.CHECK,
        context -> {
          long set = list.stream().filter(context.inputs()::has).count();
          return set >= least && set <= most
              ? List.of()
              : Stream.of(new Refusal(list.get(0), context.inputs().fill(message))).toList();
        });
  }
}
