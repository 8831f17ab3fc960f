package anyware.azure;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.net.Cidr;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is who in a network that somebody else made.
 *
 * @param carried what each role's machines carry; a role that nobody spoke of is left out
 */
record NativeRoles(Map<Role, Carried> carried) implements RuleReader.Groups {
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
    NativeRoles roles = new NativeRoles(new EnumMap<>(Role.class));
    for (String key : file.keys()) {
      file.member(key).ifPresent(part -> roles.add(key, part));
    }
    if (roles.carried.isEmpty() && !file.isMissing()) {
      file.problem("at least one of the keys " + ROLES);
    }
    return roles;
  }

  private void add(String key, JsonPart part) {
    role(key)
        .ifPresentOrElse(
            role -> add(role, part),
            () ->
                part.problem(
                    "one of the keys " + ROLES,
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

  /** Every role that carries the group; a foreign group when none does. */
  @Override
  public RuleEnd members(String id, String rule, boolean own) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    List<RuleEnd> roles = new ArrayList<>();
    carried.forEach(
        (role, machines) -> {
          if (machines.applicationGroups().stream()
              .anyMatch(group -> group.equalsIgnoreCase(id) || group.equalsIgnoreCase(name))) {
            roles.add(new RuleEnd.Group(role));
          }
        });
    return switch (roles.size()) {
      case 0 -> new RuleEnd.UnknownGroup(name);
      case 1 -> roles.get(0);
      default -> new RuleEnd.Several(roles);
    };
  }
}
