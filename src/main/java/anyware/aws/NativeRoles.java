package anyware.aws;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.natives.Described;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is who in a network that somebody else made.
 *
 * @param groups the ids of all groups that a role's machines carry; a role that nobody spoke of is
 *     left out
 * @param subnets where a role's machines are, as far as anybody said
 * @param described what prefix lists and groups of nobody's stand for, and who else carries a
 *     role's group
 */
record NativeRoles(
    Map<Role, Set<String>> groups, Map<Role, List<Cidr>> subnets, Described described) {

  private static final String GROUPS = "groups";
  private static final String SUBNETS = "subnets";
  private static final String SHAPE =
      "connector, workstation, license-server, balancer, " + Described.KEYS;

  static NativeRoles read(JsonPart file) {
    NativeRoles roles =
        new NativeRoles(new EnumMap<>(Role.class), new EnumMap<>(Role.class), new Described());
    for (String key : file.keys()) {
      file.member(key).ifPresent(part -> roles.add(key, part));
    }
    if (roles.groups.isEmpty() && !file.isMissing()) {
      file.problem("at least one of the keys " + SHAPE);
    }
    roles.described.requireCarried(file, id -> !roles.carriers(id).isEmpty());
    return roles;
  }

  private void add(String key, JsonPart part) {
    Optional<Role> role = role(key);
    if (role.isPresent()) {
      addRole(role.get(), part);
    } else if (!described.take(key, part)) {
      part.problem("one of the keys " + SHAPE);
    }
  }

  private static Optional<Role> role(String key) {
    return Arrays.stream(Role.values())
        .filter(role -> role.slug().equals(key) || role.key().equals(key))
        .findFirst();
  }

  private void addRole(Role role, JsonPart part) {
    for (String key : part.keys()) {
      if (!key.equals(GROUPS) && !key.equals(SUBNETS)) {
        part.member(key).ifPresent(other -> other.problem("one of the keys groups, subnets"));
      }
    }
    Set<String> ids = new LinkedHashSet<>(part.texts(GROUPS, "group ids"));
    if (ids.isEmpty() && role != Role.BALANCER) {
      part.problem("groups: the ids of one security group or more", "every machine has one");
    }
    groups.put(role, ids);
    if (part.member(SUBNETS).isPresent()) {
      subnets.put(role, part.cidrs(SUBNETS));
    }
  }

  /**
   * Adds what was printed of prefix lists.
   *
   * @param lists the printed lists
   * @param file the file with the roles, which must not speak of them as well
   */
  void addPrinted(NativePrefixLists lists, JsonPart file) {
    for (Map.Entry<String, AddressSet> list : lists.addresses().entrySet()) {
      if (described.addresses().putIfAbsent(list.getKey(), list.getValue()) != null) {
        file.member("addresses")
            .flatMap(part -> part.member(list.getKey()))
            .ifPresent(part -> part.problem("no prefix list that was printed", "leave it out"));
      }
    }
  }

  /** The roles whose machines carry the group. */
  Set<Role> carriers(String group) {
    return groups.entrySet().stream()
        .filter(entry -> entry.getValue().contains(group))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }
}
