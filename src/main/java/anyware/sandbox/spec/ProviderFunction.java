package anyware.sandbox.spec;

import java.util.function.Function;

/**
 * A function that a program invokes on the provider.
 *
 * @param token Pulumi's token, such as {@code aws:index/getAvailabilityZones:getAvailabilityZones}
 * @param doc the vendor's page
 * @param arguments an object with the arguments
 * @param results an object with what the answer has
 * @param answer the result; may throw {@link RefusedException}
 */
public record ProviderFunction(
    String token,
    String doc,
    Shape arguments,
    Shape results,
    Function<RequestContext, Props> answer) {}
