package anyware.state;

import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.problem.Problem;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All resources of a stack.
 *
 * @param resources in the engine's order
 */
public record StackState(List<StateResource> resources) {
  private static final String COMPONENT = "anyware:network:";
  private static final String STACK = "pulumi:pulumi:Stack";
  private static final String SAME = "same";
  private static final String UPDATE = "update";

  /** Copies the resources. */
  public StackState {
    resources = List.copyOf(resources);
  }

  /**
   * Reads what {@code pulumi stack export} prints: the stack as it was last deployed or refreshed.
   *
   * @throws UnreadableFileException when the text is something else; says every problem
   */
  public static StackState ofExport(String json) throws UnreadableFileException {
    List<Problem> problems = new ArrayList<>();
    JsonPart file = JsonPart.parse("state", json, problems);
    UnreadableFileException.throwIfAny(problems);
    ResourceReader reader = new ResourceReader();
    file
        .requiredStructure("deployment")
        .map(deployment -> deployment.items("resources", "resources"))
        .orElse(List.of())
        .stream()
        // What an update marked for deletion still exists but is no longer the stack's.
        .filter(resource -> !resource.flag("delete").orElse(false))
        .forEach(reader::addOnce);
    return state(reader, problems);
  }

  /**
   * Reads what {@code pulumi preview --json --show-sames} prints: the stack as it would be after
   * the update. Without the second flag the engine leaves out what stays as it is.
   *
   * @throws UnreadableFileException when the text is something else, or resources are left out;
   *     says every problem
   */
  public static StackState ofPreview(String json) throws UnreadableFileException {
    List<Problem> problems = new ArrayList<>();
    JsonPart file = JsonPart.parse("preview", json, problems);
    UnreadableFileException.throwIfAny(problems);
    ResourceReader reader = new ResourceReader();
    int same = 0;
    for (JsonPart step : file.requiredItems("steps", "steps")) {
      String operation = step.text("op").orElse("");
      same += operation.equals(SAME) ? 1 : 0;
      step.member("newState").ifPresent(state -> reader.add(state, kept(step, operation)));
    }
    requireUnchanged(file, same);
    return state(reader, problems);
  }

  private static StackState state(ResourceReader reader, List<Problem> problems)
      throws UnreadableFileException {
    List<StateResource> resources = reader.resources();
    UnreadableFileException.throwIfAny(problems);
    return new StackState(resources);
  }

  /**
   * What stays of the old state, which a preview leaves out of the new one: the identity of what is
   * not replaced, and all that the cloud answered about what is not touched.
   */
  private static Kept kept(JsonPart step, String operation) {
    Optional<JsonPart> old = step.member("oldState");
    boolean isSame = operation.equals(SAME);
    return new Kept(
        old.filter(state -> isSame || operation.equals(UPDATE)), old.filter(state -> isSame));
  }

  private static void requireUnchanged(JsonPart preview, int shown) {
    preview
        .member("changeSummary")
        .filter(summary -> summary.number(SAME).orElse(0) > shown)
        .flatMap(summary -> summary.member(SAME))
        .ifPresent(
            all ->
                all.problem(
                    "the number of steps of that kind, " + shown,
                    "print it with pulumi preview --json --show-sames"));
  }

  /**
   * The stack's outputs, empty before they were first recorded.
   *
   * @param problems where is noted what is not as the program writes it
   */
  public JsonPart outputs(List<Problem> problems) {
    JsonObject outputs =
        resources.stream()
            .filter(r -> r.type().equals(STACK))
            .map(StateResource::outputs)
            .findFirst()
            .orElseGet(JsonObject::new);
    return new JsonPart("outputs", outputs, problems);
  }

  /** The project of the stack, which is in each URN; absent in a state without resources. */
  public Optional<String> project() {
    return resources.stream()
        .map(resource -> resource.urn().split(StateResource.NAME_MARK, 3))
        .filter(parts -> parts.length > 1)
        .map(parts -> parts[1])
        .findFirst();
  }

  /**
   * The resources below the component of a site, itself left out.
   *
   * @param site the site's name
   */
  public List<StateResource> ofSite(String site) {
    Optional<String> component =
        resources.stream()
            .filter(r -> r.type().startsWith(COMPONENT) && r.name().equals(site))
            .map(StateResource::urn)
            .findFirst();
    Map<String, String> parents = new HashMap<>();
    resources.forEach(r -> r.parent().ifPresent(parent -> parents.put(r.urn(), parent)));
    return resources.stream()
        .filter(r -> component.isPresent() && isBelow(r.urn(), component.get(), parents))
        .toList();
  }

  private static boolean isBelow(String urn, String component, Map<String, String> parents) {
    Set<String> met = new HashSet<>();
    String parent = parents.get(urn);
    // Whoever meets a parent again goes round in a circle.
    while (parent != null && met.add(parent)) {
      if (parent.equals(component)) {
        return true;
      }
      parent = parents.get(parent);
    }
    return false;
  }
}
