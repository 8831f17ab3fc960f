package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Constraints;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Unknown;
import anyware.sandbox.spec.Values;
import java.util.List;

/** The properties that most Compute Engine types have. */
final class CommonFields {
  /** Names of objects and network tags: https://cloud.google.com/compute/docs/naming-resources. */
  static final String NAME = "(?:[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?)";

  /** A name, tag or label that the API checks. */
  static final Shape LATE_NAME =
      text()
          .matching(NAME, ApiErrors.invalid("Must be a match of regex '" + NAME + "'"))
          .refusedAtUp();

  /** A name that the provider checks. */
  static final Shape EARLY_NAME =
      text().matching(NAME, "\"{property}\" (\"{value}\") doesn't match regexp \"^" + NAME + "$\"");

  /** Automatic names: at most 63 characters, so logical names of at most 55. */
  static final AutoName AUTO_NAME = AutoName.dashed("name", 63);

  /** The wording when an object's name is taken. */
  static final String EXISTS =
      "googleapi: Error 409: The resource '{id}' already exists, alreadyExists";

  /** The wording when an object to change is gone. */
  static final String GONE = ApiErrors.notFound("{id}");

  /** Projects, also those of a domain: https://cloud.google.com/resource-manager/docs. */
  private static final String PROJECT =
      "(?:(?:[-a-z0-9]{1,63}\\.)*(?:[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?):)?"
          + "(?:[0-9]{1,19}|(?:[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?))";

  private CommonFields() {}

  /** The name, project and link of a type whose names the provider checks. */
  static Property[] early() {
    return identity(EARLY_NAME);
  }

  /** The name, project and link of a type whose names only the API checks. */
  static Property[] late() {
    return identity(LATE_NAME);
  }

  private static Property[] identity(Shape name) {
    return new Property[] {
      optional("name", name).replaces(), project(), computed("selfLink", ResourceNames.selfLink())
    };
  }

  /** The project of an object. */
  static Property project() {
    return optional(
            "project",
            text()
                .matching(PROJECT, ApiErrors.invalid("Must be a match of regex '" + PROJECT + "'"))
                .refusedAtUp())
        .replaces()
        .kept()
        .orComputed((request, enclosing) -> ResourceNames.project(request).orElse(null));
  }

  /**
   * The region of a regional type; its output is the bare name, which no link is like. Like the
   * project it is not asked of the provider's settings again once the object has it.
   */
  static Property region() {
    return optional("region", text().suppressing(Spellings.LINK_OR_NAME))
        .replaces()
        .kept()
        .shownAs((request, enclosing) -> ResourceNames.region(request).orElse(null));
  }

  /** The description, of at most 2,048 characters. */
  static Property description() {
    return optional(
        "description",
        text()
            .where(
                ApiErrors.tooLarge(2048, "character"),
                value -> String.valueOf(value).length() <= 2048)
            .refusedAtUp());
  }

  /** The zone of a zonal type; its output is the bare name. */
  static Property zone() {
    return optional("zone", text())
        .replaces()
        .kept()
        .shownAs((request, enclosing) -> ResourceNames.zone(request).orElse(null));
  }

  /** When an object was made, in RFC 3339. */
  static Property creationTimestamp() {
    Computation moment =
        (request, enclosing) -> {
          long digits = Long.parseLong(request.digits("created", 9));
          return "2026-01-%02dT%02d:%02d:%02d.%03d-08:00"
              .formatted(
                  1 + digits % 28,
                  digits / 28 % 24,
                  digits / 700 % 60,
                  digits / 42_000 % 60,
                  digits % 1000);
        };
    return computed("creationTimestamp", moment);
  }

  /** The project must be known in a preview. */
  static Constraint needsProject() {
    return Constraints.refuseIn(
        "project",
        "Failed to retrieve project, pid: , err: project: required field is not set",
        request -> ResourceNames.project(request).isEmpty());
  }

  /** The region must be one of Google's. */
  static Constraint needsRegion() {
    return new Constraint(
        Step.UP,
        request ->
            ResourceNames.region(request)
                .filter(region -> !Regions.exists(region))
                .map(region -> ApiErrors.invalid("region", region, "Unknown region."))
                .map(message -> List.of(new Refusal("region", message)))
                .orElse(List.of()));
  }

  /**
   * Tells whether an input says anything: set, and not empty, zero or false, which the provider
   * does not send.
   *
   * @param inputs the inputs
   * @param property the input
   * @return whether it does; true for a value that is not known yet
   */
  static boolean says(Props inputs, String property) {
    Object value = inputs.values().getOrDefault(property, "");
    return value instanceof Unknown
        || Values.size(value) > 0
        || Boolean.TRUE.equals(value)
        || (value instanceof Double number && number != 0)
        || (value instanceof String text && !text.isEmpty());
  }
}
