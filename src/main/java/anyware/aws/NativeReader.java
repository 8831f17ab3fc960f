package anyware.aws;

import anyware.aws.NativeGroup.NativeRule;
import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeFile;
import anyware.natives.NativeNetwork;
import anyware.natives.Printout;
import anyware.net.AddressSet;
import anyware.plan.RoleSubnets;
import anyware.problem.Printable;
import anyware.problem.Problem;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the security groups of a network that somebody else made. Where a rule names machines whose
 * addresses nobody knows, the widest is assumed and a warning says so: what is open must not be
 * missed.
 */
public final class NativeReader {
  private static final Printout PRINTOUT =
      new Printout(
          "security groups",
          "SecurityGroups",
          "NextToken",
          "GroupId",
          "aws ec2 describe-security-groups");

  /**
   * Machines that are started without a group get this one
   * (https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html).
   */
  private static final String DEFAULT = "default";

  private final NativeRoles roles;
  private final Map<String, NativeGroup> groups;
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Map<String, String> named = new TreeMap<>();

  private NativeReader(NativeRoles roles, Map<String, NativeGroup> groups) {
    this.roles = roles;
    this.groups = groups;
  }

  /**
   * The network.
   *
   * @param groupsJson what {@code aws ec2 describe-security-groups} prints, or only the list in it;
   *     of a group that no role carries nothing but its id is read
   * @param rolesJson which groups each role's machines carry, and where they are: {@code
   *     {"connector": {"groups": ["sg-1", "sg-2"], "subnets": ["10.1.0.0/24"]}, ...}} with the keys
   *     connector, workstation, license-server and balancer, each optional; a balancer with an
   *     empty list has none. Under the key {@code addresses} stands what prefix lists and further
   *     groups mean, such as {@code {"pl-1": ["203.0.113.0/28"]}}, and under {@code alsoCarriedBy}
   *     where others are that carry a role's group
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
    Map<String, JsonPart> printed =
        Printout.once(PRINTOUT.things(groupsFile), group -> group.required("GroupId"));
    NativeRoles roles = NativeRoles.read(rolesFile);
    List<String> notes = new ArrayList<>();
    roles.addPrinted(NativePrefixLists.read(lists, problems, notes), rolesFile);
    Map<String, NativeGroup> groups = groups(printed, roles);
    if (problems.isEmpty()) {
      noteMissing(roles, printed, rolesFile);
      noteSeveralNetworks(roles, groups, rolesFile);
    }
    UnreadableFileException.throwIfAny(problems);
    NativeReader reader = new NativeReader(roles, groups);
    reader.warnings.addAll(notes);
    return reader.network();
  }

  /** The groups that roles carry, and those of which nobody knows, since they have no id. */
  private static Map<String, NativeGroup> groups(Map<String, JsonPart> printed, NativeRoles roles) {
    Map<String, NativeGroup> groups = new LinkedHashMap<>();
    printed.forEach(
        (id, part) -> {
          if (id.equals(part.path()) || !roles.carriers(id).isEmpty()) {
            groups.put(id, NativeGroup.read(part));
          }
        });
    return groups;
  }

  /**
   * A network interface takes groups of its own VPC only
   * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html).
   */
  private static void noteSeveralNetworks(
      NativeRoles roles, Map<String, NativeGroup> groups, JsonPart rolesFile) {
    roles
        .groups()
        .forEach(
            (role, ids) -> {
              Set<String> networks = new TreeSet<>();
              ids.stream()
                  .flatMap(id -> Optional.ofNullable(groups.get(id)).stream())
                  .flatMap(group -> group.network().stream())
                  .forEach(networks::add);
              if (networks.size() > 1) {
                rolesFile
                    .member(role.slug())
                    .or(() -> rolesFile.member(role.key()))
                    .ifPresent(
                        part ->
                            part.problem(
                                "groups of one VPC, not of " + String.join(" and ", networks),
                                "a network interface has groups of its own VPC"));
              }
            });
  }

  private static void noteMissing(
      NativeRoles roles, Map<String, JsonPart> groups, JsonPart rolesFile) {
    roles
        .groups()
        .forEach(
            (role, ids) ->
                ids.stream()
                    .filter(id -> !groups.containsKey(id))
                    .forEach(id -> noteMissing(rolesFile, role, id, groups)));
  }

  private static void noteMissing(
      JsonPart rolesFile, Role role, String id, Map<String, JsonPart> groups) {
    String meant =
        groups.entrySet().stream()
            .filter(group -> new JsonPrimitive(id).equals(name(group.getValue())))
            .findFirst()
            .map(
                group -> "did you mean " + Printable.text(group.getKey()) + ", whose name this is?")
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

  private static JsonElement name(JsonPart group) {
    return group.member("GroupName").map(JsonPart::value).orElse(JsonNull.INSTANCE);
  }

  private NativeNetwork network() {
    Map<Role, List<Permission>> permissions = new EnumMap<>(Role.class);
    roles.groups().forEach((role, ids) -> permissions.put(role, permissions(role, ids)));
    roles.described().closedWorld(named).ifPresent(warnings::add);
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
    Optional<String> foreign = rule.other().foreignId();
    Set<Role> members = foreign.map(roles::carriers).orElseGet(rule.other()::members);
    Optional<AddressSet> described = foreign.flatMap(roles.described()::of);
    boolean isGuess = foreign.isPresent() && members.isEmpty() && described.isEmpty();
    if (isGuess) {
      warnings.add(Assumptions.warning(name, foreign.get()));
    } else if (!members.isEmpty()) {
      named.put(foreign.orElse(""), carriers(foreign.orElse(""), members));
    }
    AddressSet known = members.isEmpty() ? rule.other().addresses(List.of()) : AddressSet.EMPTY;
    return new Permission(
        name,
        rule.description(),
        rule.direction(),
        rule.traffic(),
        members,
        described.orElse(known),
        isGuess ? foreign.map(Assumptions::who) : Optional.empty());
  }

  /** A group as machines without one of their own have it, and the roles that carry it. */
  private String carriers(String id, Set<Role> members) {
    String slugs = members.stream().map(Role::slug).collect(Collectors.joining(", "));
    boolean isDefault =
        Optional.ofNullable(groups.get(id))
            .filter(group -> group.name().equals(DEFAULT))
            .isPresent();
    return isDefault ? slugs + "; the default of every other machine" : slugs;
  }
}
