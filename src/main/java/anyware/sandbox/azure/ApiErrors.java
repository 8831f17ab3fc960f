package anyware.sandbox.azure;

import anyware.sandbox.spec.Reference;

/** Errors in the form in which the provider hands on those of Azure Resource Manager. */
final class ApiErrors {
  /** A value that the API cannot take for its enumeration. */
  static final String NOT_ALLOWED =
      details("InvalidJson", "Error converting value \\\"{value}\\\". Path '{property}'.");

  /** An object that should name another but has no id. */
  static final String NO_ID =
      details(
          "MissingJsonReferenceId",
          "Value for reference id is missing. Path properties.{property}.");

  /** An id that is not fully qualified. */
  static final String NO_FULL_ID =
      of(
          "LinkedInvalidPropertyId",
          "Property id '{value}' at path 'properties.{property}' is invalid. Expect fully qualified"
              + " resource Id that start with '/subscriptions/{subscriptionId}' or"
              + " '/providers/{resourceProviderNamespace}/'.");

  private static final String LOST =
      " was not found. Please make sure that the referenced resource exists, and that both resources"
          + " are in the same region.";

  private ApiErrors() {}

  /**
   * One error.
   *
   * @param code Azure's code
   * @param message its message, with placeholders
   * @return the error
   */
  static String of(String code, String message) {
    return "Code=\"" + code + "\" Message=\"" + message + "\"";
  }

  /**
   * A reference to an object that does not exist, or not in the region.
   *
   * @param target the object's id or placeholder
   * @param owner the referring object's id or placeholder
   * @return the error
   */
  static String notFound(String target, String owner) {
    return of(
        "InvalidResourceReference",
        "Resource " + target + " referenced by resource " + owner + LOST);
  }

  /**
   * A reference from one type to others.
   *
   * @param owner what to call the referring object: its type and a placeholder for its name
   * @param kinds what may be named
   * @return the reference, which blocks the delete of what it names
   */
  static Reference reference(String owner, String... kinds) {
    return Reference.to(notFound("{value}", owner), kinds);
  }

  private static String details(String code, String message) {
    return of("InvalidRequestFormat", "Cannot parse the request.")
        + " Details=[{\"code\":\""
        + code
        + "\",\"message\":\""
        + message
        + "\"}]";
  }
}
