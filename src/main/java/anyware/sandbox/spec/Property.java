package anyware.sandbox.spec;

import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * One property of a resource, a nested object, an invoke or a provider's configuration.
 *
 * @param name the property's name in Pulumi's spelling
 * @param shape what the value may be
 * @param use whether a program must, may or cannot set it
 * @param replacing whether a change from one value to another replaces the resource; appearing and
 *     disappearing count as changes of an empty text
 * @param defaultValue what the provider puts in at check when the program leaves it out
 * @param computation how the cloud fills it in
 * @param alwaysComputed whether the computation shows through even when the program set a value
 * @param keeps whether the object keeps its value when the program leaves it out
 */
public record Property(
    String name,
    Shape shape,
    Use use,
    BiPredicate<Object, Object> replacing,
    Optional<Object> defaultValue,
    Optional<Computation> computation,
    boolean alwaysComputed,
    boolean keeps) {

  /** Who sets a property. */
  public enum Use {
    /** The program must. */
    REQUIRED,
    /** The program may. */
    OPTIONAL,
    /** The cloud does; refused as an input. */
    OUTPUT
  }

  /**
   * A property that the program must set.
   *
   * @param name its name
   * @param shape its shape
   */
  public static Property required(String name, Shape shape) {
    return new Property(
        name,
        shape,
        Use.REQUIRED,
        Property::never,
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  /**
   * A property that the program may set.
   *
   * @param name its name
   * @param shape its shape
   */
  public static Property optional(String name, Shape shape) {
    return new Property(
        name,
        shape,
        Use.OPTIONAL,
        Property::never,
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  /**
   * A property that only the cloud sets.
   *
   * @param name its name
   * @param computation its value, worked out at create and again at update
   */
  public static Property computed(String name, Computation computation) {
    return new Property(
        name,
        Shape.anything(),
        Use.OUTPUT,
        Property::never,
        Optional.empty(),
        Optional.of(computation),
        true,
        false);
  }

  /** The same property, whose change replaces the resource. */
  public Property replaces() {
    return replacesWhen((old, now) -> true);
  }

  /**
   * The same property, some changes of which replace the resource.
   *
   * @param when tells of an old and a new value whether their change does; either may be unknown
   */
  public Property replacesWhen(BiPredicate<Object, Object> when) {
    return new Property(name, shape, use, when, defaultValue, computation, alwaysComputed, keeps);
  }

  /**
   * The same property with a default that the provider puts into the inputs at check.
   *
   * @param value text, Boolean or number
   */
  public Property defaultsTo(Object value) {
    return new Property(
        name,
        shape,
        use,
        replacing,
        Optional.of(Values.of(value)),
        computation,
        alwaysComputed,
        keeps);
  }

  /**
   * The same property, filled in by the cloud when the program leaves it out.
   *
   * @param fill its value
   */
  public Property orComputed(Computation fill) {
    return new Property(name, shape, use, replacing, defaultValue, Optional.of(fill), false, keeps);
  }

  /**
   * The same property, whose output is worked out even when the program set it (a name that becomes
   * a link, say).
   *
   * @param shown its output
   */
  public Property shownAs(Computation shown) {
    return new Property(name, shape, use, replacing, defaultValue, Optional.of(shown), true, keeps);
  }

  /**
   * The same property, which the object keeps when the program leaves it out: to leave it out is no
   * change, and neither is to write what the object has already (Terraform's optional and computed
   * attributes, whose value in the state goes into the next request). In nested objects the value
   * itself is not kept.
   */
  public Property kept() {
    return new Property(
        name, shape, use, replacing, defaultValue, computation, alwaysComputed, true);
  }

  private static boolean never(Object old, Object now) {
    return false;
  }
}
