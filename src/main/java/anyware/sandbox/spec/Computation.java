package anyware.sandbox.spec;

import org.jspecify.annotations.Nullable;

/** How a cloud works out a property that it fills in itself. Must be a pure function. */
@FunctionalInterface
public interface Computation {
  /**
   * Computes the value.
   *
   * @param context the request
   * @param around the object that holds the property: the inputs, or a nested object of them
   * @return text, a {@code Number}, a {@code Boolean}, a list or a map of these; null leaves it out
   */
  @Nullable Object value(RequestContext context, Props around);
}
