package anyware.testing;

import anyware.state.StateResource;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Resources of a state after what a refresh found out: answers change, requests stay. */
public final class Refreshed {
  private Refreshed() {}

  /**
   * The resources with other outputs of some.
   *
   * @param resources as they were; stay as they are
   * @param which those that somebody changed
   * @param change what was changed of their outputs
   */
  public static List<StateResource> of(
      List<StateResource> resources, Predicate<StateResource> which, Consumer<JsonObject> change) {
    return resources.stream()
        .map(resource -> which.test(resource) ? changed(resource, change) : resource)
        .toList();
  }

  private static StateResource changed(StateResource resource, Consumer<JsonObject> change) {
    JsonObject outputs = resource.outputs().deepCopy();
    change.accept(outputs);
    return new StateResource(
        resource.urn(),
        resource.type(),
        resource.parent(),
        resource.id(),
        resource.inputs(),
        outputs,
        resource.dependencies());
  }
}
