package anyware.azure;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.natives.Described;
import anyware.net.Cidr;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is who in a network that somebody else made.
 *
 * @param carried what each role's machines carry; a role that nobody spoke of is left out
 * @param described what groups and service tags of nobody's stand for, and who else joined a role's
 *     group
 * @param named the application security groups that rules name and roles carry, and who does; by
 *     name
 */
record NativeRoles(Map<Role, Carried> carried, Described described, Map<String, String> named)
    implements RuleReader.Groups {
  private static final String ROLES = "connector, workstation, license-server";
  private static final String SUBNET_GROUP = "subnetGroup";
  private static final String INTERFACE_GROUP = "interfaceGroup";
  private static final String APPLICATION_GROUPS = "applicationGroups";
  private static final String SUBNETS = "subnets";
  private static final Set<String> KEYS =
      Set.of(SUBNET_GROUP, INTERFACE_GROUP, APPLICATION_GROUPS, SUBNETS);

  /**
   * What a role's machines carry.
   *
   * @param subnetGroup the network security group of their subnet
   * @param interfaceGroup the one of their network interfaces
   * @param applicationGroups their application security groups, by id or name
   * @param subnets where they are, as far as anybody said
   */
  record Carried(
      Optional<JsonPart> subnetGroup,
      Optional<JsonPart> interfaceGroup,
      List<String> applicationGroups,
      List<Cidr> subnets) {}

  static NativeRoles read(JsonPart file) {
    NativeRoles roles =
        new NativeRoles(new EnumMap<>(Role.class), new Described(), new TreeMap<>());
    for (String key : file.keys()) {
      file.member(key).ifPresent(part -> roles.add(key, part));
    }
    if (roles.carried.isEmpty() && !file.isMissing()) {
      file.problem("at least one of the keys " + ROLES);
    }
    roles.described.requireCarried(file, name -> !roles.carriers(name).isEmpty());
    return roles;
  }

  private void add(String key, JsonPart part) {
    if (described.take(key, part)) {
      return;
    }
    role(key)
        .ifPresentOrElse(
            role -> add(role, part),
            () ->
                part.problem(
                    "one of the keys " + ROLES + ", " + Described.KEYS,
                    key.equals(Role.BALANCER.slug())
                        ? "leave it out: a load balancer has no network security group"
                        : ""));
  }

  private static Optional<Role> role(String key) {
    return Stream.of(Role.CONNECTOR, Role.WORKSTATION, Role.LICENSE_SERVER)
        .filter(role -> role.slug().equals(key) || role.key().equals(key))
        .findFirst();
  }

  private void add(Role role, JsonPart part) {
    for (String key : part.keys()) {
      if (!KEYS.contains(key)) {
        part.member(key)
            .ifPresent(
                other ->
                    other.problem(
                        "one of the keys subnetGroup, interfaceGroup, applicationGroups,"
                            + " subnets"));
      }
    }
    carried.put(
        role,
        new Carried(
            part.member(SUBNET_GROUP),
            part.member(INTERFACE_GROUP),
            part.texts(APPLICATION_GROUPS, "application security groups"),
            part.cidrs(SUBNETS)));
  }

  /**
   * Every role that carries the group, and others whom the file speaks of; a group of nobody's when
   * none does.
   */
  @Override
  public RuleEnd members(String id, String rule, boolean own) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    List<Role> carriers = carriers(id);
    if (carriers.isEmpty()) {
      return new RuleEnd.UnknownGroup(name);
    }
    List<RuleEnd> members = new ArrayList<>();
    carriers.forEach(role -> members.add(new RuleEnd.Group(role)));
    if (!own) {
      named.put(name, carriers.stream().map(Role::slug).collect(Collectors.joining(", ")));
      if (described.of(name).isPresent()) {
        members.add(new RuleEnd.UnknownGroup(name));
      }
    }
    return members.size() == 1 ? members.get(0) : new RuleEnd.Several(members);
  }

  private List<Role> carriers(String id) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    return carried.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().applicationGroups().stream()
                    .anyMatch(group -> group.equalsIgnoreCase(id) || group.equalsIgnoreCase(name)))
        .map(Map.Entry::getKey)
        .toList();
  }
}
