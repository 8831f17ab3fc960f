package anyware.sandbox.spec;

import java.util.function.Function;

/**
 * What a cloud changes by one request at a time: a request that comes while another one changes the
 * same is refused.
 *
 * @param what names it from an object's inputs, as references name objects; empty when there is
 *     nothing to lock
 * @param message the vendor's wording, with inputs in braces
 * @param shared whether the request uses what it locks without changing it: several can at a time
 */
public record Exclusion(Function<Props, String> what, String message, boolean shared) {}
