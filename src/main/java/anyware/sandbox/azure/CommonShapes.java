package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.mapOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Shapes that occur in several types. */
final class CommonShapes {
  /** An edge zone: https://learn.microsoft.com/azure/edge-zones/ */
  static final Shape EXTENDED_LOCATION =
      object(optional("name", text()), optional("type", choice("EdgeZone")));

  /**
   * Tags: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources (50;
   * names to 512 characters whose case does not matter, values to 256). Reserved beginnings:
   * https://learn.microsoft.com/rest/api/resources/tags/create-or-update
   */
  static final Shape TAGS =
      mapOf(
              text()
                  .where(
                      "The tag value '{value}' of {property} exceeds the maximum length of 256"
                          + " characters",
                      value -> String.valueOf(value).length() <= 256)
                  .refusedAtUp())
          .where("A resource can have at most 50 tags", tags -> Values.size(tags) <= 50)
          .where(
              ApiErrors.of(
                  "InvalidTagNameCharacters",
                  "The tag names have reserved characters '<,>,%,&,\\,?,/' or control characters."),
              tags -> names(tags).allMatch(name -> name.matches("[^<>%&\\\\?/\\p{Cntrl}]+")))
          .where(
              "Tag names cannot have the prefixes 'microsoft', 'azure', 'windows', which are"
                  + " reserved for Azure use",
              tags ->
                  names(tags).noneMatch(name -> name.matches("(?i)(microsoft|azure|windows).*")))
          .where(
              "A tag name exceeds the maximum length of 512 characters",
              tags -> names(tags).allMatch(name -> name.length() <= 512))
          .where(
              "Tag names are case-insensitive: two of {property} are the same",
              tags ->
                  names(tags).map(name -> name.toLowerCase(Locale.ROOT)).distinct().count()
                      == Values.size(tags))
          .refusedAtUp();

  private CommonShapes() {}

  /**
   * A text of an enumeration. The provider does not look; the API refuses, and takes any case, as
   * the enumerations of Microsoft's own client do:
   * https://pypi.org/project/azure-mgmt-network/24.0.0
   *
   * @param allowed the values
   */
  static Shape choice(String... allowed) {
    List<String> values = List.of(allowed);
    return text()
        .where(
            ApiErrors.NOT_ALLOWED,
            value -> value instanceof String one && values.stream().anyMatch(one::equalsIgnoreCase))
        .refusedAtUp();
  }

  /**
   * Tells whether a property has a value of its enumeration, in any case.
   *
   * @param holder what has the property
   * @param property the property
   * @param value the value
   */
  static boolean isChosen(Props holder, String property, String value) {
    return holder.text(property).filter(value::equalsIgnoreCase).isPresent();
  }

  /**
   * A whole number within bounds that the API sets.
   *
   * @param least smallest
   * @param most largest
   * @param message the refusal, with {@code {value}}
   */
  static Shape between(long least, long most, String message) {
    return whole()
        .where(message, value -> value instanceof Double d && d >= least && d <= most)
        .refusedAtUp();
  }

  /**
   * An object whose {@code id} names another object.
   *
   * @param target what it names
   */
  static Shape link(Reference target) {
    return embedded(target);
  }

  /**
   * An object that the provider's schema repeats whole inside another, where the API takes no more
   * than its {@code id}. Its other properties are known, and not looked at.
   *
   * @param target what the id names
   * @param others the other properties
   */
  static Shape embedded(Reference target, String... others) {
    Shape id =
        text()
            .where(ApiErrors.NO_FULL_ID, value -> String.valueOf(value).startsWith("/"))
            .refusedAtUp()
            .naming(target);
    Property[] rest =
        Arrays.stream(others).map(name -> optional(name, anything())).toArray(Property[]::new);
    return object(optional("id", id))
        .plus(rest)
        .where(ApiErrors.NO_ID, value -> Values.asMap(value).containsKey("id"))
        .refusedAtUp();
  }

  private static Stream<String> names(Object tags) {
    return Values.asMap(tags).keySet().stream();
  }
}
