package anyware.aws;

import anyware.state.StateResource;
import java.util.List;
import java.util.Optional;

/**
 * A site's resources by type, and what their references point to.
 *
 * @param resources all of them
 */
record StateIndex(List<StateResource> resources) {

  List<StateResource> all(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  Optional<StateResource> first(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).findFirst();
  }

  /**
   * The resource whose id a property holds. What a preview does not know yet is found by where the
   * value will come from.
   */
  Optional<StateResource> target(StateResource from, String property, String type) {
    Optional<String> id = StateValues.text(from, property);
    boolean unknown = id.filter(StateResource.UNKNOWN::equals).isPresent();
    return all(type).stream()
        .filter(
            resource ->
                unknown
                    ? from.sourcesOf(property).contains(resource.urn())
                    : id.isPresent() && resource.id().equals(id))
        .findFirst();
  }
}
