package anyware.azure;

import anyware.azure.Evaluator.MetGroup;
import anyware.azure.NativeRoles.Carried;
import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.natives.HostBits;
import anyware.natives.NativeNetwork;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.plan.RoleSubnets;
import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the network security groups of a network that somebody else made. Where a rule means
 * machines or addresses that nobody knows, an allowance counts and a denial does not, and a warning
 * says so: what is open must not be missed.
 */
public final class NativeReader {
  private final List<NativeGroup> groups;
  private final NativeRoles roles;
  private final ResolutionContext context;
  private final Map<String, List<Rule>> rules = new HashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>(Assumptions.ALWAYS);

  private NativeReader(List<NativeGroup> groups, NativeRoles roles) {
    this.groups = groups;
    this.roles = roles;
    Map<Role, AddressSet> machines = new EnumMap<>(Role.class);
    List<Cidr> certain = new ArrayList<>();
    roles
        .carried()
        .forEach(
            (role, carried) -> {
              machines.put(role, AddressSet.of(carried.subnets()));
              certain.addAll(carried.subnets());
            });
    this.context =
        new ResolutionContext(
            ServiceTags.connected(certain),
            new ServiceTags(ServiceTags.connected(certain), AddressSet.of(certain)),
            machines,
            true,
            roles.described());
  }

  /**
   * The network.
   *
   * @param groupsJson what {@code az network nsg list}, {@code az network nsg show} or {@code az
   *     network nic list-effective-nsg} prints, or the API's own list or group
   * @param rolesJson what each role's machines carry: {@code {"connector": {"subnetGroup": "nsg-a",
   *     "interfaceGroup": "nsg-b", "applicationGroups": ["asg-1"], "subnets": ["10.1.0.0/24"]},
   *     ...}} with the keys connector, workstation and license-server. Every part may be left out;
   *     groups are named by id, or by name where that is unique
   * @throws UnreadableFileException when either is something else, or groups are missing; says
   *     every problem
   */
  public static NativeNetwork read(String groupsJson, String rolesJson)
      throws UnreadableFileException {
    List<Problem> problems = new ArrayList<>();
    List<NativeGroup> groups =
        NativeGroup.read(JsonPart.parse("network security groups", groupsJson, problems));
    NativeRoles roles = NativeRoles.read(JsonPart.parse("roles", rolesJson, problems));
    UnreadableFileException.throwIfAny(problems);
    NativeNetwork network = new NativeReader(groups, roles).network();
    UnreadableFileException.throwIfAny(problems);
    return network;
  }

  private NativeNetwork network() {
    Map<Role, List<MetGroup>> met = new EnumMap<>(Role.class);
    Map<Role, List<Cidr>> roleSubnets = new EnumMap<>(Role.class);
    roles
        .carried()
        .forEach(
            (role, carried) -> {
              met.put(role, met(role, carried));
              if (!carried.subnets().isEmpty()) {
                roleSubnets.put(role, carried.subnets());
              }
            });
    roles.described().closedWorld(roles.named()).ifPresent(warnings::add);
    return new NativeNetwork(
        Evaluator.of(met, context),
        met.keySet(),
        new RoleSubnets(roleSubnets),
        List.copyOf(warnings));
  }

  private List<MetGroup> met(Role role, Carried carried) {
    List<NativeGroup> groupsMet = new ArrayList<>();
    carried.subnetGroup().flatMap(this::find).ifPresent(groupsMet::add);
    carried.interfaceGroup().flatMap(this::find).ifPresent(groupsMet::add);
    if (groupsMet.isEmpty()) {
      warnings.add(role.slug() + ": without a network security group everything passes, both ways");
    }
    List<MetGroup> met = new ArrayList<>();
    for (NativeGroup group : groupsMet) {
      List<Rule> read = rules(group);
      Assumptions assumptions = new Assumptions(group.name(), role, context);
      read.stream().flatMap(assumptions::of).forEach(warnings::add);
      met.add(new MetGroup(group.name(), read, group.complete()));
    }
    return met;
  }

  /** Once for all roles, so that a problem is noted once. */
  private List<Rule> rules(NativeGroup group) {
    RuleReader reader = new RuleReader(roles);
    return rules.computeIfAbsent(
        group.id(),
        id ->
            group.rules().stream()
                .map(rule -> reader.read(HostBits.cleared(rule, warnings)))
                .toList());
  }

  /** The only group that is called so. */
  private Optional<NativeGroup> find(JsonPart reference) {
    Optional<String> text = reference.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<NativeGroup> found = groups.stream().filter(group -> group.isCalled(text.get())).toList();
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    reference.problem(
        "a printed network security group",
        found.isEmpty() ? "print that group too" : "several have this name: write the id");
    return Optional.empty();
  }
}
