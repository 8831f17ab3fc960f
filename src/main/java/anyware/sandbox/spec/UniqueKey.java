package anyware.sandbox.spec;

import java.util.List;
import java.util.function.Function;

/**
 * A key that no two objects of a type in one scope (region, project) may share. Refused at {@link
 * Step#UP}.
 *
 * @param message the vendor's wording, which may name inputs in braces
 * @param key the key of an object's inputs; an empty list leaves the object out
 */
public record UniqueKey(String message, Function<Props, List<?>> key) {}
