package anyware.sandbox.spec;

import java.util.function.Function;

/**
 * What a cloud changes by one request at a time: a request that comes while another one changes the
 * same is refused.
 *
 * @param what names it from an object's inputs, as references name objects
 * @param message the vendor's wording, with inputs in braces
 */
public record Exclusion(Function<Props, String> what, String message) {}
