package anyware.sandbox.engine;

import anyware.sandbox.spec.Alias;
import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Refused;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Stored;
import anyware.sandbox.spec.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is known by which name, who refers to which name, and which unique keys are taken. */
final class Index {
  private final Cloud cloud;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Map<String, Reference.OnDelete>> referrers = new HashMap<>();

  Index(Cloud cloud) {
    this.cloud = cloud;
  }

  /**
   * The key of an object.
   *
   * @param type its type
   * @param id its id
   * @param settings where
   * @return it
   */
  String key(String type, String id, Props settings) {
    return type + "|" + cloud.scope().canonical(id, settings);
  }

  /**
   * The key of an object.
   *
   * @param stored the object
   * @return its key
   */
  String key(Stored stored) {
    return key(stored.type(), stored.id(), stored.settings());
  }

  /**
   * Finds a name's owner.
   *
   * @param kind the kind
   * @param name it
   * @param at where
   * @return a key
   */
  Optional<String> owner(String kind, String name, Props at) {
    return Optional.ofNullable(owners.get(key(kind, name, at)));
  }

  /**
   * The names that an object has.
   *
   * @param stored the object
   * @return keys of kinds and names
   */
  Set<String> names(Stored stored) {
    Set<String> names = new LinkedHashSet<>();
    for (Alias alias : type(stored).map(ResourceType::aliases).orElse(List.of())) {
      for (String name : alias.names().apply(stored)) {
        names.add(key(alias.kind(), name, stored.settings()));
      }
    }
    return names;
  }

  /**
   * Who refers to any of some names.
   *
   * @param names keys of kinds and names
   * @return the referring objects' keys, each with the strictest of its references
   */
  Map<String, Reference.OnDelete> referrers(Set<String> names) {
    Map<String, Reference.OnDelete> found = new HashMap<>();
    for (String name : names) {
      referrers
          .getOrDefault(name, Map.of())
          .forEach((key, onDelete) -> found.merge(key, onDelete, Index::stricter));
    }
    return found;
  }

  /**
   * The messages of all unique keys that an object would share with another.
   *
   * @param stored the object
   * @return the messages, filled
   */
  List<String> duplicates(Stored stored) {
    List<String> messages = new ArrayList<>();
    List<String> keys = uniqueKeys(stored);
    for (int i = 0; i < keys.size(); i++) {
      @Nullable String owner = owners.get(keys.get(i));
      if (owner != null && !owner.equals(key(stored)) && !keys.get(i).isEmpty()) {
        String message = type(stored).orElseThrow().uniques().get(i).message();
        messages.add(stored.inputs().with("id", stored.id()).fill(message));
      }
    }
    return messages;
  }

  /**
   * Takes an object in.
   *
   * @param stored the object
   */
  void add(Stored stored) {
    String key = key(stored);
    names(stored).forEach(name -> owners.put(name, key));
    uniqueKeys(stored).forEach(unique -> owners.putIfAbsent(unique, key));
    for (Named named : named(stored)) {
      for (String kind : named.reference().kinds()) {
        referrers
            .computeIfAbsent(key(kind, named.name(), stored.settings()), none -> new HashMap<>())
            .merge(key, named.reference().onDelete(), Index::stricter);
      }
    }
  }

  /**
   * Takes an object out.
   *
   * @param stored the object
   */
  void remove(Stored stored) {
    String key = key(stored);
    names(stored).forEach(name -> owners.remove(name, key));
    uniqueKeys(stored).forEach(unique -> owners.remove(unique, key));
    for (Named named : named(stored)) {
      for (String kind : named.reference().kinds()) {
        String target = key(kind, named.name(), stored.settings());
        Map<String, Reference.OnDelete> left = referrers.getOrDefault(target, new HashMap<>());
        left.remove(key);
        if (left.isEmpty()) {
          referrers.remove(target);
        }
      }
    }
  }

  /**
   * The names in an object's inputs.
   *
   * @param stored the object
   * @return the names
   */
  List<Named> named(Stored stored) {
    return type(stored)
        .map(type -> Named.in(type.body(), stored.inputs().values()))
        .orElse(List.of());
  }

  private List<String> uniqueKeys(Stored stored) {
    List<String> keys = new ArrayList<>();
    type(stored)
        .ifPresent(
            type -> {
              for (int i = 0; i < type.uniques().size(); i++) {
                List<?> key = type.uniques().get(i).key().apply(stored.inputs());
                String text = Values.show(Values.of(key));
                keys.add(key.isEmpty() ? "" : key(type.token() + "#" + i, text, stored.settings()));
              }
            });
    return keys;
  }

  private Optional<ResourceType> type(Stored stored) {
    return Optional.ofNullable(cloud.types().get(stored.type()));
  }

  /**
   * Finds a type.
   *
   * @param token the type's token
   * @return the type
   * @throws Refused when the cloud has no such type
   */
  ResourceType type(String token) {
    @Nullable ResourceType type = cloud.types().get(token);
    if (type == null) {
      throw new Refused("unrecognized resource type: " + token);
    }
    return type;
  }

  private static Reference.OnDelete stricter(Reference.OnDelete one, Reference.OnDelete other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
