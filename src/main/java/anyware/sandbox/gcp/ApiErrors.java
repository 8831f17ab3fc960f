package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseIn;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import java.util.function.Predicate;

/**
 * How the Compute Engine API words its refusals. Reasons:
 * https://cloud.google.com/compute/docs/reference/rest/v1 and
 * https://cloud.google.com/resource-manager/docs/core_errors.
 */
final class ApiErrors {
  private ApiErrors() {}

  /**
   * A value that the API does not take.
   *
   * @param field the field in the API's spelling, such as {@code resource.IPAddress}
   * @param value the value, or a placeholder for it
   * @param reason the API's reason, with its full stop
   * @return the message
   */
  static String invalid(String field, String value, String reason) {
    return "googleapi: Error 400: Invalid value for field '"
        + field
        + "': '"
        + value
        + "'. "
        + reason
        + ", invalid";
  }

  /**
   * The same for a limit on a single value, whose path and value the engine fills in.
   *
   * @param reason the API's reason
   * @return the message
   */
  static String invalid(String reason) {
    return invalid("resource.{property}", "{value}", reason);
  }

  /**
   * A text or a list that is too long.
   *
   * @param most the most items
   * @param items what is counted: {@code element} or {@code character}
   * @return the message, for a limit on a single value
   */
  static String tooLarge(int most, String items) {
    return "googleapi: Error 413: Value for field 'resource.{property}' is too large: maximum size "
        + most
        + " "
        + items
        + "(s)., fieldSizeTooLarge";
  }

  /**
   * A name of nothing.
   *
   * @param value the name, or a placeholder for it
   * @return the message
   */
  static String notFound(String value) {
    return "googleapi: Error 404: The resource '" + value + "' was not found, notFound";
  }

  /**
   * An object that others use, when it is to be deleted.
   *
   * @param kind the API's word for the type, such as {@code health_check}
   * @param users those who use it, or a placeholder
   * @return the message, in which the engine fills in {@code {id}}
   */
  static String inUse(String kind, String users) {
    return "googleapi: Error 400: The "
        + kind
        + " resource '{id}' is already being used by '"
        + users
        + "', resourceInUseByAnotherResource";
  }

  /**
   * A rule of the API on one input.
   *
   * @param property the input
   * @param reason the API's reason, which may name inputs in braces
   * @param wrong when it refuses
   * @return the rule, applied when an object is made or changed
   */
  static Constraint api(String property, String reason, Predicate<Props> wrong) {
    return refuse(property, invalid(field(property), "{" + property + "}", reason), wrong)
        .at(Step.UP);
  }

  /**
   * A rule of the API on one input, which also looks at the cloud.
   *
   * @param property the input
   * @param reason the API's reason, which may name inputs in braces
   * @param wrong when it refuses
   * @return the rule, applied when an object is made or changed
   */
  static Constraint apiIn(String property, String reason, Predicate<RequestContext> wrong) {
    return refuseIn(property, invalid(field(property), "{" + property + "}", reason), wrong)
        .at(Step.UP);
  }

  private static String field(String property) {
    return "resource." + (property.equals("ipAddress") ? "IPAddress" : property);
  }
}
