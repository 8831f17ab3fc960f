package anyware.aws;

import anyware.aws.NativeGroup.NativeRule;
import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeFile;
import anyware.natives.NativeNetwork;
import anyware.net.AddressSet;
import anyware.plan.RoleSubnets;
import anyware.problem.Printable;
import anyware.problem.Problem;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the security groups of a network that somebody else made. Where a rule names machines whose
 * addresses nobody knows, the widest is assumed and a warning says so: what is open must not be
 * missed.
 */
public final class NativeReader {
  private final NativeRoles roles;
  private final Map<String, NativeGroup> groups;
  private final Set<String> warnings = new LinkedHashSet<>();

  private NativeReader(NativeRoles roles, Map<String, NativeGroup> groups) {
    this.roles = roles;
    this.groups = groups;
  }

  /**
   * The network.
   *
   * @param groupsJson what {@code aws ec2 describe-security-groups} prints, all pages joined as the
   *     command does, or only the list in it
   * @param rolesJson which groups each role's machines carry, and where they are: {@code
   *     {"connector": {"groups": ["sg-1", "sg-2"], "subnets": ["10.1.0.0/24"]}, ...}} with the keys
   *     connector, workstation, license-server and balancer, each optional; a balancer with an
   *     empty list has none. Under the key {@code addresses} stands what prefix lists and further
   *     groups mean, such as {@code {"pl-1": ["203.0.113.0/28"]}}
   * @param lists prefix lists as {@code aws ec2 get-managed-prefix-list-entries} prints them: one a
   *     file, called by the list's id, or several below their ids
   * @throws UnreadableFileException when one is something else, or groups are missing; says every
   *     problem
   */
  public static NativeNetwork read(String groupsJson, String rolesJson, List<NativeFile> lists)
      throws UnreadableFileException {
    List<Problem> problems = new ArrayList<>();
    JsonPart groupsFile = JsonPart.parse("security groups", groupsJson, problems);
    JsonPart rolesFile = JsonPart.parse("roles", rolesJson, problems);
    Map<String, NativeGroup> groups = groups(groupsFile);
    NativeRoles roles = NativeRoles.read(rolesFile);
    roles.addPrinted(NativePrefixLists.read(lists, problems), rolesFile);
    if (problems.isEmpty()) {
      noteMissing(roles, groups, rolesFile);
    }
    UnreadableFileException.throwIfAny(problems);
    return new NativeReader(roles, groups).network();
  }

  private static Map<String, NativeGroup> groups(JsonPart file) {
    Optional<JsonPart> list =
        file.value().isJsonObject() ? file.member("SecurityGroups") : Optional.of(file);
    Map<String, NativeGroup> groups = new LinkedHashMap<>();
    if (list.isEmpty()) {
      file.problem("the output of aws ec2 describe-security-groups", "print it as JSON");
    }
    for (JsonPart item : list.map(all -> all.items("security groups")).orElse(List.of())) {
      NativeGroup group = NativeGroup.read(item);
      if (groups.put(group.id(), group) != null && !group.id().isEmpty()) {
        item.member("GroupId").ifPresent(id -> id.problem("each group once"));
      }
    }
    return groups;
  }

  private static void noteMissing(
      NativeRoles roles, Map<String, NativeGroup> groups, JsonPart rolesFile) {
    roles
        .groups()
        .forEach(
            (role, ids) ->
                ids.stream()
                    .filter(id -> !groups.containsKey(id))
                    .forEach(id -> noteMissing(rolesFile, role, id, groups)));
  }

  private static void noteMissing(
      JsonPart rolesFile, Role role, String id, Map<String, NativeGroup> groups) {
    String meant =
        groups.values().stream()
            .filter(group -> group.name().equals(id))
            .findFirst()
            .map(group -> "did you mean " + Printable.text(group.id()) + ", whose name this is?")
            .orElse("print that group too");
    rolesFile
        .problems()
        .add(
            new Problem(
                "roles: " + role.slug() + ".groups",
                Printable.value(new JsonPrimitive(id)),
                "ids of printed groups",
                meant));
  }

  private NativeNetwork network() {
    Map<Role, List<Permission>> permissions = new EnumMap<>(Role.class);
    roles.groups().forEach((role, ids) -> permissions.put(role, permissions(role, ids)));
    return new NativeNetwork(
        Evaluator.of(permissions),
        roles.groups().keySet(),
        new RoleSubnets(roles.subnets()),
        List.copyOf(warnings));
  }

  private List<Permission> permissions(Role role, Set<String> ids) {
    if (ids.isEmpty()) {
      return unfiltered(role);
    }
    List<Permission> permissions = new ArrayList<>();
    for (String id : ids) {
      NativeGroup group = Optional.ofNullable(groups.get(id)).orElseThrow();
      warnings.addAll(group.warnings());
      group.rules().forEach(rule -> permissions.add(permission(group, rule)));
    }
    return permissions;
  }

  private List<Permission> unfiltered(Role role) {
    warnings.add(
        role.slug() + ": without a security group it is taken to let everything pass, both ways");
    return Assumptions.unfiltered("no security group");
  }

  private Permission permission(NativeGroup group, NativeRule rule) {
    String name =
        UnmanagedRule.name(
            "%s (%s)".formatted(group.id(), group.name()),
            rule.direction(),
            rule.traffic(),
            rule.other());
    Set<Role> members = rule.other().members();
    AddressSet addresses = rule.other().addresses(List.of());
    Optional<String> foreign = rule.other().foreignId();
    if (foreign.isPresent()) {
      String id = foreign.get();
      members = roles.carriers(id);
      addresses = Optional.ofNullable(roles.addresses().get(id)).orElse(AddressSet.EMPTY);
      if (members.isEmpty() && !roles.addresses().containsKey(id)) {
        addresses = Assumptions.of(id);
        warnings.add(Assumptions.warning(name, id));
      }
    }
    return new Permission(
        name, rule.description(), rule.direction(), rule.traffic(), members, addresses);
  }
}
