package anyware.sandbox.engine;

import anyware.sandbox.spec.Alias;
import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.StoredResource;
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
final class ResourceIndex {
  private final Cloud cloud;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Map<String, Reference.OnDelete>> referrers = new HashMap<>();

  ResourceIndex(Cloud cloud) {
    this.cloud = cloud;
  }

  /**
   * The key of an object.
   *
   * @param type its type
   * @param id its id
   * @param settings the settings of the connection that asks
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
  String key(StoredResource stored) {
    return key(stored.type(), stored.id(), stored.settings());
  }

  /**
   * Finds a name's owner.
   *
   * @param kind the kind
   * @param settings the settings of the connection that asks
   * @return the key of the object with that name
   */
  Optional<String> owner(String kind, String name, Props settings) {
    return Optional.ofNullable(owners.get(key(kind, name, settings)));
  }

  /**
   * The names that an object has.
   *
   * @param stored the object
   * @return keys of kinds and names
   */
  Set<String> names(StoredResource stored) {
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
          .forEach((key, onDelete) -> found.merge(key, onDelete, ResourceIndex::stricter));
    }
    return found;
  }

  /**
   * The messages of all unique keys that an object would share with another.
   *
   * @param stored the object
   * @return the messages, filled
   */
  List<String> duplicates(StoredResource stored) {
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
  void add(StoredResource stored) {
    String key = key(stored);
    names(stored).forEach(name -> owners.put(name, key));
    uniqueKeys(stored).forEach(unique -> owners.putIfAbsent(unique, key));
    for (InputReference named : named(stored)) {
      for (String kind : named.reference().kinds()) {
        referrers
            .computeIfAbsent(key(kind, named.name(), stored.settings()), none -> new HashMap<>())
            .merge(key, named.reference().onDelete(), ResourceIndex::stricter);
      }
    }
  }

  /**
   * Takes an object out.
   *
   * @param stored the object
   */
  void remove(StoredResource stored) {
    String key = key(stored);
    names(stored).forEach(name -> owners.remove(name, key));
    uniqueKeys(stored).forEach(unique -> owners.remove(unique, key));
    for (InputReference named : named(stored)) {
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
  List<InputReference> named(StoredResource stored) {
    return type(stored)
        .map(type -> InputReference.in(type.body(), stored.inputs().values()))
        .orElse(List.of());
  }

  private List<String> uniqueKeys(StoredResource stored) {
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

  private Optional<ResourceType> type(StoredResource stored) {
    return Optional.ofNullable(cloud.types().get(stored.type()));
  }

  /**
   * Finds a type.
   *
   * @param token the type's token
   * @throws RefusedException when the cloud has no such type
   */
  ResourceType type(String token) {
    @Nullable ResourceType type = cloud.types().get(token);
    if (type == null) {
      throw new RefusedException("unrecognized resource type: " + token);
    }
    return type;
  }

  private static Reference.OnDelete stricter(Reference.OnDelete one, Reference.OnDelete other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
