package anyware.state;

import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.problem.Problem;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
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
 * @param unfinished what earlier updates left behind or may have left behind
 */
public record StackState(List<StateResource> resources, List<Remnant> unfinished) {
  private static final String STACK = "pulumi:pulumi:Stack";
  private static final Set<Integer> VERSIONS = Set.of(3, 4);
  private static final String SAME = "same";
  private static final String UPDATE = "update";
  private static final Set<String> DELETIONS = Set.of("delete", "delete-replaced");

  /** Copies the lists. */
  public StackState {
    resources = List.copyOf(resources);
    unfinished = List.copyOf(unfinished);
  }

  /** A state that no update left unfinished. */
  public StackState(List<StateResource> resources) {
    this(resources, List.of());
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
    refuseOtherVersions(file);
    ResourceReader reader = new ResourceReader();
    List<Remnant> remnants = new ArrayList<>();
    Optional<JsonPart> deployment = file.requiredStructure("deployment");
    for (JsonPart resource : items(deployment, "resources", "resources")) {
      if (resource.flag("delete").orElse(false)) {
        remnant(resource, Remnant.Kind.TO_BE_DELETED).ifPresent(remnants::add);
      } else if (resource.flag("pendingReplacement").orElse(false)) {
        remnant(resource, Remnant.Kind.TO_BE_MADE_AGAIN).ifPresent(remnants::add);
      } else {
        reader.addOnce(resource);
      }
    }
    for (JsonPart operation : items(deployment, "pending_operations", "operations")) {
      operation
          .requiredStructure("resource")
          .flatMap(resource -> remnant(resource, Remnant.Kind.IN_FLIGHT))
          .ifPresent(remnants::add);
    }
    return state(reader, remnants, problems);
  }

  /** https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go */
  private static void refuseOtherVersions(JsonPart file) {
    if (file.number("version").filter(version -> !VERSIONS.contains(version)).isPresent()) {
      file.member("version")
          .ifPresent(version -> version.problem("3 or 4", "print it with Pulumi of today"));
    }
  }

  private static Optional<Remnant> remnant(JsonPart resource, Remnant.Kind kind) {
    return ResourceReader.read(resource).map(read -> Remnant.of(read, kind));
  }

  private static List<JsonPart> items(Optional<JsonPart> whole, String key, String meaning) {
    return whole.map(part -> part.items(key, meaning)).orElse(List.of());
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
    List<Remnant> remnants = new ArrayList<>();
    int same = 0;
    for (JsonPart step : file.requiredItems("steps", "steps")) {
      String operation = step.text("op").orElse("");
      same += operation.equals(SAME) ? 1 : 0;
      step.member("newState").ifPresent(state -> reader.add(state, kept(step, operation)));
      if (DELETIONS.contains(operation)) {
        step.member("oldState")
            .filter(old -> old.flag("retainOnDelete").orElse(false))
            .flatMap(old -> remnant(old, Remnant.Kind.TO_BE_FORGOTTEN))
            .ifPresent(remnants::add);
      }
    }
    requireUnchanged(file, same);
    return state(reader, remnants, problems);
  }

  private static StackState state(
      ResourceReader reader, List<Remnant> unfinished, List<Problem> problems)
      throws UnreadableFileException {
    List<StateResource> resources = reader.resources();
    UnreadableFileException.throwIfAny(problems);
    return new StackState(resources, unfinished);
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

  /** The stack's name, which is in each URN; absent in a state without resources. */
  public Optional<String> stack() {
    return inUrns(0).map(text -> text.substring(text.lastIndexOf(':') + 1));
  }

  /** The project of the stack, which is in each URN; absent in a state without resources. */
  public Optional<String> project() {
    return inUrns(1);
  }

  private Optional<String> inUrns(int part) {
    return resources.stream()
        .map(resource -> resource.urn().split(StateResource.NAME_MARK, 3))
        .filter(parts -> parts.length > 1)
        .map(parts -> parts[part])
        .findFirst();
  }

  /** The resources below the component of a site, itself left out. */
  public List<StateResource> ofSite(SiteKey site) {
    return below(resources.stream().filter(site::means).map(StateResource::urn).limit(1).toList());
  }

  /**
   * Whatever else the state knows of: what updates left unfinished, what is left of other sites,
   * and what is below no site.
   *
   * @param sites those that the settings have
   */
  public List<Remnant> beside(Collection<SiteKey> sites) {
    Set<StateResource> known = new HashSet<>();
    sites.forEach(site -> known.addAll(ofSite(site)));
    Set<StateResource> ofSites =
        Set.copyOf(
            below(resources.stream().filter(SiteKey::isSite).map(StateResource::urn).toList()));
    List<Remnant> remnants = new ArrayList<>(unfinished);
    resources.stream()
        .filter(resource -> !resource.isEngines() && !SiteKey.isSite(resource))
        .filter(resource -> !known.contains(resource))
        .map(
            resource ->
                Remnant.of(
                    resource,
                    ofSites.contains(resource)
                        ? Remnant.Kind.SITE_WITHOUT_SETTINGS
                        : Remnant.Kind.FOREIGN))
        .forEach(remnants::add);
    return remnants;
  }

  private List<StateResource> below(Collection<String> ancestors) {
    Map<String, String> parents = new HashMap<>();
    resources.forEach(r -> r.parent().ifPresent(parent -> parents.put(r.urn(), parent)));
    return resources.stream().filter(r -> isBelow(r.urn(), ancestors, parents)).toList();
  }

  private static boolean isBelow(
      String urn, Collection<String> ancestors, Map<String, String> parents) {
    Set<String> met = new HashSet<>();
    String parent = parents.get(urn);
    // Whoever meets a parent again goes round in a circle.
    while (parent != null && met.add(parent)) {
      if (ancestors.contains(parent)) {
        return true;
      }
      parent = parents.get(parent);
    }
    return false;
  }
}
