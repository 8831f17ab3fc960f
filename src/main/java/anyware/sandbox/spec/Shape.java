package anyware.sandbox.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a value may be: its kind, its limits, and what it names.
 *
 * @param kind the kind of value
 * @param limits limits on the value as a whole
 * @param item the shape of the items, for lists, sets and maps
 * @param fields the properties, for objects
 * @param reference what the value names, for texts
 * @param alike tells of what the state shows and of a program's value whether the provider takes
 *     their difference for none
 */
public record Shape(
    Kind kind,
    List<Limit> limits,
    Optional<Shape> item,
    List<Property> fields,
    Optional<Reference> reference,
    BiPredicate<Object, Object> alike) {

  /** The kinds of values. */
  public enum Kind {
    /** A string. */
    TEXT,
    /** A whole number. */
    WHOLE,
    /** Any number. */
    DECIMAL,
    /** True or false. */
    FLAG,
    /** Items in an order that matters. */
    LIST,
    /** Items in no order: a mere reordering is no change. */
    SET,
    /** Items by free keys. */
    MAP,
    /** Named properties. */
    OBJECT,
    /** Not looked into. */
    ANYTHING
  }

  private static Shape of(Kind kind, Optional<Shape> item, List<Property> fields) {
    return new Shape(kind, List.of(), item, fields, Optional.empty(), (shown, now) -> false);
  }

  /** A string. */
  public static Shape text() {
    return of(Kind.TEXT, Optional.empty(), List.of());
  }

  /** A whole number. */
  public static Shape whole() {
    return of(Kind.WHOLE, Optional.empty(), List.of());
  }

  /** Any number. */
  public static Shape decimal() {
    return of(Kind.DECIMAL, Optional.empty(), List.of());
  }

  /** True or false. */
  public static Shape flag() {
    return of(Kind.FLAG, Optional.empty(), List.of());
  }

  /** Any value, not looked into. */
  public static Shape anything() {
    return of(Kind.ANYTHING, Optional.empty(), List.of());
  }

  /**
   * A list, whose order matters.
   *
   * @param item the shape of each item
   */
  public static Shape listOf(Shape item) {
    return of(Kind.LIST, Optional.of(item), List.of());
  }

  /**
   * A list whose order does not matter.
   *
   * @param item the shape of each item
   */
  public static Shape setOf(Shape item) {
    return of(Kind.SET, Optional.of(item), List.of());
  }

  /**
   * A map with free keys, such as tags.
   *
   * @param item the shape of each value
   */
  public static Shape mapOf(Shape item) {
    return of(Kind.MAP, Optional.of(item), List.of());
  }

  /**
   * An object with exactly these properties.
   *
   * @param fields the properties
   */
  public static Shape object(Property... fields) {
    return of(Kind.OBJECT, Optional.empty(), List.of(fields));
  }

  /**
   * Adds a limit of the author's own, refused at check.
   *
   * @param message the vendor's wording, with {@code {value}} and {@code {property}}
   * @param holds whether a value keeps the limit
   */
  public Shape where(String message, Predicate<Object> holds) {
    List<Limit> more = new ArrayList<>(limits);
    more.add(new Limit(Step.CHECK, holds, message));
    return new Shape(kind, List.copyOf(more), item, fields, reference, alike);
  }

  /**
   * Limits a text to some values.
   *
   * @param allowed the values, with their case
   */
  public Shape oneOf(String... allowed) {
    List<String> values = List.of(allowed);
    return where("expected {property} to be one of " + values + ", got {value}", values::contains);
  }

  /**
   * Limits a text to a pattern, which must match it whole.
   *
   * @param regex the pattern
   * @param message the vendor's wording, with {@code {value}} and {@code {property}}
   */
  public Shape matching(String regex, String message) {
    Pattern pattern = Pattern.compile(regex);
    return where(message, value -> value instanceof String t && pattern.matcher(t).matches());
  }

  /**
   * Limits a text's length, in characters.
   *
   * @param least fewest characters
   * @param most most characters
   */
  public Shape length(int least, int most) {
    return where(
        "expected length of {property} to be in the range ("
            + least
            + " - "
            + most
            + "), got {value}",
        value -> value instanceof String t && t.length() >= least && t.length() <= most);
  }

  /**
   * Limits a number, both ends included.
   *
   * @param least smallest
   * @param most largest
   */
  public Shape between(long least, long most) {
    return where(
        "expected {property} to be in the range (" + least + " - " + most + "), got {value}",
        value -> value instanceof Double d && d >= least && d <= most);
  }

  /**
   * Limits the number of items of a list, set or map, both ends included.
   *
   * @param least fewest items
   * @param most most items
   */
  public Shape items(int least, int most) {
    return where(
        "{property} needs " + least + " to " + most + " items",
        value -> Values.size(value) >= least && Values.size(value) <= most);
  }

  /** Moves every limit so far to the cloud's API: previews pass, {@link Step#UP} refuses. */
  public Shape refusedAtUp() {
    List<Limit> late = limits.stream().map(limit -> limit.at(Step.UP)).toList();
    return new Shape(kind, late, item, fields, reference, alike);
  }

  /**
   * Says that a text names another object.
   *
   * @param target what it names
   */
  public Shape naming(Reference target) {
    return new Shape(kind, limits, item, fields, Optional.of(target), alike);
  }

  /**
   * Says which differences the provider takes for none (Terraform's diff suppression). Asked only
   * of clouds {@link Cloud#throughTerraform() whose provider is Terraform's}.
   *
   * @param same told what the state shows and what the program says; what is not there is an empty
   *     text
   */
  public Shape suppressing(BiPredicate<Object, Object> same) {
    return new Shape(kind, limits, item, fields, reference, same);
  }

  /**
   * The same object with more properties, for types that differ in a few.
   *
   * @param more the properties to add
   */
  public Shape plus(Property... more) {
    List<Property> all = new ArrayList<>(fields);
    all.addAll(Arrays.asList(more));
    return new Shape(kind, limits, item, List.copyOf(all), reference, alike);
  }
}
