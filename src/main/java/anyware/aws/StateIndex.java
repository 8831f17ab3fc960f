package anyware.aws;

import anyware.json.JsonPart;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A site's resources by type, their properties, and what their references point to.
 *
 * @param resources all of them
 * @param problems where is noted what is not as the provider writes it
 */
record StateIndex(List<StateResource> resources, List<Problem> problems) {

  List<StateResource> all(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  Optional<StateResource> first(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).findFirst();
  }

  /** A property as it is now; absent where a preview does not know it yet. */
  Optional<JsonPart> property(StateResource resource, String name) {
    return resource.current(problems).member(name).filter(part -> !isUnknown(part));
  }

  /**
   * A text; absent where it is not known yet or empty, as the provider writes what is not there.
   */
  Optional<String> text(StateResource resource, String name) {
    return property(resource, name).flatMap(JsonPart::text).filter(text -> !text.isEmpty());
  }

  Optional<Integer> number(StateResource resource, String name) {
    return property(resource, name).isPresent()
        ? resource.current(problems).number(name)
        : Optional.empty();
  }

  /** The structures of a list; none where there is no list yet. */
  List<JsonPart> items(StateResource resource, String name, String meaning) {
    return property(resource, name).map(list -> list.items(meaning)).orElse(List.of());
  }

  /**
   * The resource whose id a property holds. What a preview does not know yet is found by where the
   * value will come from.
   */
  Optional<StateResource> target(StateResource from, String property, String type) {
    return from.current(problems)
        .text(property)
        .flatMap(id -> meant(from, property, id, type).findFirst());
  }

  /** The resources whose ids a property lists. */
  List<StateResource> targets(StateResource from, String property, String type) {
    return ids(from, property).stream()
        .flatMap(id -> meant(from, property, id, type))
        .distinct()
        .toList();
  }

  /** The ids that a property lists; of a list that is not known yet the one unknown id. */
  List<String> ids(StateResource from, String property) {
    return from
        .current(problems)
        .member(property)
        .map(part -> isUnknown(part) ? List.of(part) : part.items("ids"))
        .orElse(List.of())
        .stream()
        .flatMap(part -> part.text().stream())
        .toList();
  }

  private Stream<StateResource> meant(StateResource from, String property, String id, String type) {
    boolean unknown = id.equals(StateResource.UNKNOWN);
    return all(type).stream()
        .filter(
            resource ->
                unknown
                    ? from.sourcesOf(property).contains(resource.urn())
                    : resource.id().filter(id::equals).isPresent());
  }

  private static boolean isUnknown(JsonPart part) {
    return part.value().isJsonPrimitive()
        && part.value().getAsString().equals(StateResource.UNKNOWN);
  }
}
