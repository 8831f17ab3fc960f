package anyware.sandbox.engine;

import anyware.sandbox.spec.Alias;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import anyware.sandbox.spec.UnknownValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The reasons for which a cloud refuses, step by step. */
final class Refusals {
  private Refusals() {}

  /**
   * Ends a request that has reasons against it.
   *
   * @param reasons the reasons, may be none
   */
  static void raise(List<Refusal> reasons) {
    if (!reasons.isEmpty()) {
      throw new RefusedException(reasons);
    }
  }

  /**
   * What a type's constraints find.
   *
   * @return reasons
   */
  static List<Refusal> byConstraints(ResourceType type, Step step, RequestContext context) {
    List<Refusal> found = new ArrayList<>();
    for (Constraint constraint : type.constraints()) {
      if (constraint.step() == step) {
        found.addAll(byConstraint(constraint, context));
      }
    }
    return found;
  }

  /** A constraint that cannot tell yet comes back when all values are known. */
  private static List<Refusal> byConstraint(Constraint constraint, RequestContext context) {
    try {
      return constraint.check().refusals(context);
    } catch (UnknownValueException unknown) {
      return List.of();
    }
  }

  /**
   * What the API finds before it looks at the object as a whole: limits and dead references. A
   * value outside its limits is not looked up.
   */
  static List<Refusal> byInputs(ResourceType type, Request request) {
    Map<String, Object> inputs = request.inputs().values();
    List<Refusal> found = new ArrayList<>(ShapeValidator.inspect(type.body(), inputs, Step.UP));
    Set<String> malformed = found.stream().map(Refusal::property).collect(Collectors.toSet());
    for (InputReference named : InputReference.in(type.body(), inputs)) {
      boolean known =
          named.reference().kinds().stream()
              .anyMatch(kind -> request.find(kind, named.name()).isPresent());
      if (!known && !mayBeOwn(type, named) && !malformed.contains(named.path())) {
        found.add(missing(named, request));
      }
    }
    return found;
  }

  /** What the API finds of the finished object: names of its own parts, and duplicates. */
  static List<Refusal> byWhole(
      ResourceType type, Store store, Request request, StoredResource whole) {
    List<Refusal> found = new ArrayList<>();
    Set<String> own = store.index().names(whole);
    for (InputReference named : InputReference.in(type.body(), whole.inputs().values())) {
      boolean known =
          named.reference().kinds().stream()
              .anyMatch(
                  kind ->
                      request.find(kind, named.name()).isPresent()
                          || own.contains(store.index().key(kind, named.name(), whole.settings())));
      if (!known) {
        found.add(missing(named, request));
      }
    }
    store.index().duplicates(whole).forEach(message -> found.add(new Refusal("", message)));
    return found;
  }

  /** What stands against the loss of parts in an update. */
  static List<Refusal> byLostParts(
      ResourceType type, Store store, StoredResource old, StoredResource whole) {
    Set<String> lost = new HashSet<>(store.index().names(old));
    lost.removeAll(store.index().names(whole));
    Map<String, Reference.OnDelete> users = store.index().referrers(lost);
    users.remove(store.index().key(old));
    users.values().removeIf(use -> use == Reference.OnDelete.ALLOWED);
    return users.isEmpty() ? List.of() : List.of(inUse(type, store, old, users.keySet()));
  }

  /**
   * Works out which objects go away with one.
   *
   * @param type the object's type
   * @param store the cloud
   * @param stored the object
   * @return the objects to remove, the one itself last
   * @throws RefusedException when an object depends on it
   */
  static List<StoredResource> removed(ResourceType type, Store store, StoredResource stored) {
    Map<String, StoredResource> going = new LinkedHashMap<>();
    List<StoredResource> open = new ArrayList<>(List.of(stored));
    Set<String> blocking = new HashSet<>();
    while (!open.isEmpty()) {
      StoredResource next = open.remove(open.size() - 1);
      if (going.put(store.index().key(next), next) != null) {
        continue;
      }
      store
          .index()
          .referrers(store.index().names(next))
          .forEach(
              (key, onDelete) -> {
                switch (onDelete) {
                  case REFUSED -> blocking.add(key);
                  case CASCADES -> store.get(key).ifPresent(open::add);
                  case ALLOWED -> {}
                }
              });
    }
    blocking.removeAll(going.keySet());
    if (!blocking.isEmpty()) {
      throw new RefusedException(List.of(inUse(type, store, stored, blocking)));
    }
    List<StoredResource> order = new ArrayList<>(going.values());
    Collections.reverse(order);
    return order;
  }

  private static boolean mayBeOwn(ResourceType type, InputReference named) {
    return type.aliases().stream()
        .map(Alias::kind)
        .filter(kind -> !kind.equals(type.token()))
        .anyMatch(named.reference().kinds()::contains);
  }

  private static Refusal inUse(
      ResourceType type, Store store, StoredResource stored, Set<String> users) {
    String names =
        users.stream()
            .flatMap(key -> store.get(key).stream())
            .map(StoredResource::id)
            .sorted()
            .collect(Collectors.joining(", "));
    Props filling =
        stored.inputs().with("id", stored.id()).with("users", names).with("uses", users.size());
    return new Refusal("", filling.fill(type.inUse()));
  }

  private static Refusal missing(InputReference named, Request request) {
    Props filling = request.inputs().with("value", named.name());
    return new Refusal(named.path(), filling.fill(named.reference().missing()));
  }
}
