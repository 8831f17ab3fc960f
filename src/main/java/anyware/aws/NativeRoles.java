package anyware.aws;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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
 * @param addresses what prefix lists and groups of nobody's stand for, by their ids
 */
record NativeRoles(
    Map<Role, Set<String>> groups,
    Map<Role, List<Cidr>> subnets,
    Map<String, AddressSet> addresses) {

  private static final String ADDRESSES = "addresses";
  private static final String GROUPS = "groups";
  private static final String SUBNETS = "subnets";
  private static final String SHAPE = "connector, workstation, license-server, balancer, addresses";

  static NativeRoles read(JsonPart file) {
    NativeRoles roles =
        new NativeRoles(
            new EnumMap<>(Role.class), new EnumMap<>(Role.class), new LinkedHashMap<>());
    if (file.value().isJsonNull()) {
      return roles;
    }
    for (String key : file.keys()) {
      JsonPart part = file.member(key).orElse(file);
      Optional<Role> role = role(key);
      if (role.isPresent()) {
        roles.addRole(role.get(), part);
      } else if (key.equals(ADDRESSES)) {
        roles.addAddresses(part);
      } else {
        part.problem("one of the keys " + SHAPE);
      }
    }
    if (roles.groups.isEmpty()) {
      file.problem("at least one of the keys " + SHAPE);
    }
    return roles;
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
    Set<String> ids = new LinkedHashSet<>();
    part.items(GROUPS, "group ids").forEach(item -> item.text().ifPresent(ids::add));
    if (ids.isEmpty() && role != Role.BALANCER) {
      part.problem("groups: the ids of one security group or more", "every machine has one");
    }
    groups.put(role, ids);
    if (part.member(SUBNETS).isPresent()) {
      subnets.put(role, cidrs(part.items(SUBNETS, "prefixes")));
    }
  }

  private void addAddresses(JsonPart part) {
    for (String id : part.keys()) {
      addresses.put(id, AddressSet.of(cidrs(part.items(id, "prefixes"))));
    }
  }

  private static List<Cidr> cidrs(List<JsonPart> items) {
    List<Cidr> cidrs = new ArrayList<>();
    items.forEach(item -> item.cidr().ifPresent(cidrs::add));
    return cidrs;
  }

  /** The roles whose machines carry the group. */
  Set<Role> carriers(String group) {
    return groups.entrySet().stream()
        .filter(entry -> entry.getValue().contains(group))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }
}
