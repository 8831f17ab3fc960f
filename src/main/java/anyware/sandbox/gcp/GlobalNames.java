package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Unknown;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How global objects of Compute Engine name each other: by link, path or bare name
 * (https://cloud.google.com/apis/design/resource_names).
 */
final class GlobalNames {
  private static final String HOST = "https://www.googleapis.com/compute/v1/";

  private GlobalNames() {}

  /**
   * A text that names a global object.
   *
   * @param kinds the types of what may be named
   */
  static Shape of(String... kinds) {
    return text()
        .naming(Reference.to(ApiErrors.notFound("{value}"), kinds))
        .suppressing(Spellings.LINK_OR_NAME);
  }

  /**
   * Completes bare names, as the provider does.
   *
   * @param collections the API's word for what each property names, such as {@code urlMaps}
   */
  static Function<RequestContext, Props> completed(Map<String, String> collections) {
    return request -> {
      Props inputs = request.inputs();
      for (Map.Entry<String, String> entry : collections.entrySet()) {
        Object value = inputs.values().get(entry.getKey());
        if (value != null && !(inputs.values().get("project") instanceof Unknown)) {
          inputs =
              inputs.with(
                  entry.getKey(),
                  value instanceof List<?> list
                      ? list.stream().map(one -> completed(request, entry.getValue(), one)).toList()
                      : completed(request, entry.getValue(), value));
        }
      }
      return inputs;
    };
  }

  private static Object completed(RequestContext request, String collection, Object value) {
    return value instanceof String name && !name.contains("/") && !name.isEmpty()
        ? "projects/"
            + ResourceNames.project(request).orElse("")
            + "/global/"
            + collection
            + "/"
            + name
        : value;
  }

  /**
   * Shows a list of references as the API does, as links.
   *
   * @param property the references
   */
  static Computation links(String property) {
    return (request, enclosing) ->
        enclosing.texts(property).stream()
            .map(name -> HOST + ResourcePaths.canonical(name, request.settings()))
            .toList();
  }
}
