package anyware.sandbox.spec;

/**
 * One reason why a request is refused.
 *
 * @param property path of the property that is wrong, such as {@code ingress[0].fromPort}; empty
 *     when no single property is
 * @param message the vendor's wording
 */
public record Refusal(String property, String message) {}
