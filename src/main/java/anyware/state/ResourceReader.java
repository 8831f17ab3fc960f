package anyware.state;

import anyware.json.JsonPart;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the resources of one file of the engine. What is wrong is noted as a problem of its part.
 */
final class ResourceReader {
  private final Map<String, StateResource> resources = new LinkedHashMap<>();
  private final Map<String, JsonPart> parts = new HashMap<>();

  /** Adds a resource that no other may be called like. */
  void addOnce(JsonPart state) {
    state
        .text("urn")
        .filter(resources::containsKey)
        .ifPresent(urn -> state.member("urn").ifPresent(part -> part.problem("each URN once")));
    add(state, Kept.NOTHING);
  }

  /** Adds a resource, or a later state of one. */
  void add(JsonPart state, Kept kept) {
    read(state, kept)
        .ifPresent(
            resource -> {
              resources.put(resource.urn(), resource);
              parts.put(resource.urn(), state);
            });
  }

  /** A resource by itself; absent where it has no name or no type. */
  static Optional<StateResource> read(JsonPart state) {
    return read(state, Kept.NOTHING);
  }

  private static Optional<StateResource> read(JsonPart state, Kept kept) {
    Optional<String> urn = urn(state);
    Optional<String> type = state.required("type");
    StateResource resource =
        new StateResource(
            urn.orElse(""),
            type.orElse(""),
            filled(state, "parent"),
            filled(state, "id").or(() -> kept.identity().flatMap(old -> filled(old, "id"))),
            structure(state, "inputs").orElseGet(JsonObject::new),
            structure(state, "outputs")
                .or(() -> kept.answer().flatMap(old -> structure(old, "outputs")))
                .orElseGet(JsonObject::new),
            dependencies(state));
    if (!resource.isEngines()) {
      Encrypted.refuse(state);
    }
    return urn.isPresent() && type.isPresent() ? Optional.of(resource) : Optional.empty();
  }

  private static Optional<String> urn(JsonPart state) {
    Optional<String> text = state.required("urn");
    Predicate<String> isUrn = urn -> urn.contains(StateResource.NAME_MARK);
    if (text.isPresent() && text.filter(isUrn).isEmpty()) {
      state.member("urn").ifPresent(part -> part.problem("a URN, with :: before the name"));
    }
    return text.filter(isUrn);
  }

  private static Optional<String> filled(JsonPart state, String key) {
    return state.text(key).filter(text -> !text.isEmpty());
  }

  private static Optional<JsonObject> structure(JsonPart state, String key) {
    return state.member(key).flatMap(JsonPart::structure).map(ShownSecrets::in);
  }

  private static Map<String, List<String>> dependencies(JsonPart state) {
    Map<String, List<String>> dependencies = new LinkedHashMap<>();
    state
        .member("propertyDependencies")
        .ifPresent(all -> all.keys().forEach(key -> dependencies.put(key, all.texts(key, "URNs"))));
    return dependencies;
  }

  /** All resources in the file's order; notes where a resource is its own ancestor. */
  List<StateResource> resources() {
    Set<String> rooted = new HashSet<>();
    resources.keySet().forEach(urn -> climb(urn, rooted));
    return new ArrayList<>(resources.values());
  }

  /**
   * Follows the parents up to the top.
   *
   * @param rooted URNs whose ancestors are known to end, or have been complained about
   */
  private void climb(String from, Set<String> rooted) {
    Set<String> way = new HashSet<>();
    Optional<StateResource> next = Optional.ofNullable(resources.get(from));
    while (next.isPresent() && !rooted.contains(next.get().urn())) {
      if (!way.add(next.get().urn())) {
        noteCircle(next.get().urn());
        break;
      }
      next = next.flatMap(StateResource::parent).map(resources::get);
    }
    rooted.addAll(way);
  }

  private void noteCircle(String urn) {
    Optional.ofNullable(parts.get(urn))
        .flatMap(part -> part.member("parent"))
        .ifPresent(parent -> parent.problem("a resource that is not below this one"));
  }
}
