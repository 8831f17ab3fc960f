package anyware.sandbox.spec;

import java.util.List;
import java.util.function.Function;

/**
 * Names under which others can refer to an object or to a part of it.
 *
 * @param kind the kind that references give: the type's token, or a kind of part
 * @param names the names that an object has
 */
public record Alias(String kind, Function<StoredResource, List<String>> names) {}
