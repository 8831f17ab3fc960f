package anyware.sandbox.engine;

import anyware.sandbox.spec.Alias;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Refused;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Stored;
import anyware.sandbox.spec.UnknownYet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
      throw new Refused(reasons);
    }
  }

  /**
   * What a type's rules find.
   *
   * @param type it
   * @param step now
   * @param situation it
   * @return reasons
   */
  static List<Refusal> byRules(ResourceType type, Step step, Situation situation) {
    List<Refusal> found = new ArrayList<>();
    for (Rule rule : type.rules()) {
      if (rule.step() == step) {
        found.addAll(byRule(rule, situation));
      }
    }
    return found;
  }

  /** A rule that cannot tell yet comes back when all values are known. */
  private static List<Refusal> byRule(Rule rule, Situation situation) {
    try {
      return rule.check().refusals(situation);
    } catch (UnknownYet unknown) {
      return List.of();
    }
  }

  /** What the API finds before it looks at the object as a whole: limits and dead references. */
  static List<Refusal> byInputs(ResourceType type, Request request) {
    Map<String, Object> inputs = request.inputs().values();
    List<Refusal> found = new ArrayList<>(Inspector.inspect(type.body(), inputs, Step.UP));
    for (Named named : Named.in(type.body(), inputs)) {
      boolean known =
          named.reference().kinds().stream()
              .anyMatch(kind -> request.find(kind, named.name()).isPresent());
      if (!known && !mayBeOwn(type, named)) {
        found.add(missing(named, request));
      }
    }
    return found;
  }

  /** What the API finds of the finished object: names of its own parts, and duplicates. */
  static List<Refusal> byWhole(ResourceType type, Store store, Request request, Stored whole) {
    List<Refusal> found = new ArrayList<>();
    Set<String> own = store.index().names(whole);
    for (Named named : Named.in(type.body(), whole.inputs().values())) {
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
  static List<Refusal> byLostParts(ResourceType type, Store store, Stored old, Stored whole) {
    Set<String> lost = new HashSet<>(store.index().names(old));
    lost.removeAll(store.index().names(whole));
    Map<String, Reference.OnDelete> users = store.index().referrers(lost);
    users.remove(store.index().key(old));
    users.values().removeIf(use -> use == Reference.OnDelete.ALLOWED);
    return users.isEmpty() ? List.of() : List.of(inUse(type, old, users.keySet()));
  }

  /**
   * Works out which objects go away with one.
   *
   * @param type the object's type
   * @param store the cloud
   * @param stored the object
   * @return the objects to remove, the one itself last
   * @throws Refused when an object depends on it
   */
  static List<Stored> removed(ResourceType type, Store store, Stored stored) {
    Map<String, Stored> going = new LinkedHashMap<>();
    List<Stored> open = new ArrayList<>(List.of(stored));
    Set<String> blocking = new HashSet<>();
    while (!open.isEmpty()) {
      Stored next = open.remove(open.size() - 1);
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
      throw new Refused(List.of(inUse(type, stored, blocking)));
    }
    List<Stored> order = new ArrayList<>(going.values());
    Collections.reverse(order);
    return order;
  }

  private static boolean mayBeOwn(ResourceType type, Named named) {
    return type.aliases().stream()
        .map(Alias::kind)
        .filter(kind -> !kind.equals(type.token()))
        .anyMatch(named.reference().kinds()::contains);
  }

  private static Refusal inUse(ResourceType type, Stored stored, Set<String> users) {
    String names =
        String.join(
            ", ", users.stream().map(key -> key.substring(key.indexOf('|') + 1)).sorted().toList());
    Props filling = stored.inputs().with("id", stored.id()).with("users", names);
    return new Refusal("", filling.fill(type.inUse()));
  }

  private static Refusal missing(Named named, Request request) {
    Props filling = request.inputs().with("value", named.name());
    return new Refusal(named.path(), filling.fill(named.reference().missing()));
  }
}
