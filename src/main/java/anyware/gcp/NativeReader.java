package anyware.gcp;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.FrontEnd;
import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.natives.Described;
import anyware.natives.HostBits;
import anyware.natives.NativeNetwork;
import anyware.natives.Printout;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Traffic;
import anyware.plan.RoleSubnets;
import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the firewall rules of a network that somebody else made. Where a rule means machines that
 * nobody knows, an allowance counts and a denial does not, and a warning says so: what is open must
 * not be missed.
 */
public final class NativeReader {
  private static final Printout PRINTOUT =
      new Printout(
          "firewall rules",
          "items",
          "nextPageToken",
          "name",
          "gcloud compute firewall-rules list --format=json");

  private static final String COMMANDS =
      "gcloud compute firewall-rules list --format=json, or with firewall policies gcloud compute"
          + " instances network-interfaces get-effective-firewalls --format=json";

  /** What may limit a rule, and what tells of it without limiting it. */
  private static final Set<String> KNOWN =
      Set.of(
          "allowed",
          "creationTimestamp",
          "denied",
          "description",
          "destinationRanges",
          "direction",
          "disabled",
          "enableLogging",
          "id",
          "kind",
          "logConfig",
          "name",
          "network",
          "params",
          "priority",
          "selfLink",
          "selfLinkWithId",
          "sourceRanges",
          "sourceServiceAccounts",
          "sourceTags",
          "targetServiceAccounts",
          "targetTags");

  private NativeReader() {}

  /** Who carries a secure tag can't be seen anywhere but in the file with the roles. */
  private static void requireSecureTags(JsonPart printed, JsonPart rolesFile) {
    Set<String> named = EffectivePolicies.secureTags(printed);
    if (named.isEmpty()) {
      return;
    }
    for (Role role : Role.values()) {
      rolesFile
          .member(role.slug())
          .or(() -> rolesFile.member(role.key()))
          .filter(part -> part.member(NativeRoles.SECURE_TAGS).isEmpty())
          .ifPresent(
              part ->
                  part.problem(
                      "secureTags: which of " + String.join(", ", named) + " its machines carry",
                      "an empty list for none"));
    }
  }

  private static void noteUnknown(JsonPart rule, List<String> notes) {
    rule.keys().stream()
        .filter(key -> !KNOWN.contains(key) && rule.member(key).isPresent())
        .forEach(
            key ->
                notes.add(
                    "%s: what %s means is not known here; the rule is read without it"
                        .formatted(rule.text("name").orElse(""), key)));
  }

  /**
   * The network.
   *
   * @param rulesJson what {@code gcloud compute firewall-rules list --format=json} or {@code gcloud
   *     compute instances network-interfaces get-effective-firewalls --format=json} prints, or the
   *     API's list with {@code items}, or one rule
   * @param rolesJson which machines have which role: {@code {"connector": {"network": "main",
   *     "tags": ["pcoip"], "serviceAccount": "c@p.iam.gserviceaccount.com", "subnets":
   *     ["10.1.0.0/24"]}, ...}} with the keys connector, workstation and license-server. Every part
   *     may be left out: the network where all rules are of one, the tags where there are none, the
   *     service account and the subnets where they are not known
   * @throws UnreadableFileException when either is something else; says every problem
   */
  public static NativeNetwork read(String rulesJson, String rolesJson)
      throws UnreadableFileException {
    List<Problem> problems = new ArrayList<>();
    JsonPart rulesFile = JsonPart.parse("firewall rules", rulesJson, problems);
    Optional<JsonPart> effective = EffectivePolicies.printed(rulesFile);
    List<JsonPart> listed =
        effective.map(EffectivePolicies::rules).orElseGet(() -> PRINTOUT.things(rulesFile));
    Map<String, JsonPart> printed = Printout.once(listed, NativeReader::key);
    JsonPart rolesFile = JsonPart.parse("roles", rolesJson, problems);
    Described described = new Described();
    // Which networks there are is known only when all rules say theirs.
    Map<Role, Machine> machines =
        problems.isEmpty()
            ? NativeRoles.read(rolesFile, NetworkNames.of(networks(printed.values())), described)
            : Map.of();
    List<String> notes = new ArrayList<>();
    Map<String, List<Rule>> rules = rules(printed.values(), machines, notes);
    Optional<EffectivePolicies> policies =
        effective.map(whole -> EffectivePolicies.read(whole, notes));
    effective.ifPresent(whole -> requireSecureTags(whole, rolesFile));
    UnreadableFileException.throwIfAny(problems);
    ResolutionContext context = context(machines, described);
    notes.addAll(Assumptions.of(rules, policies, context));
    return network(rules, policies.orElse(EffectivePolicies.NONE), context, notes);
  }

  /** A rule's name is its own in a project; a printout may be of several. */
  private static Optional<String> key(JsonPart rule) {
    Optional<String> name = rule.required("name");
    Optional<String> network = rule.text("network");
    if (network.isEmpty()) {
      rule.problem("a firewall rule with its network", "print it with " + COMMANDS);
    }
    return name.flatMap(n -> network.map(of -> n + " of " + NetworkNames.canonical(of)));
  }

  private static List<String> networks(Collection<JsonPart> rules) {
    return rules.stream().flatMap(rule -> rule.text("network").stream()).toList();
  }

  private static Map<String, List<Rule>> rules(
      Collection<JsonPart> printed, Map<Role, Machine> machines, List<String> notes) {
    Map<String, List<Rule>> rules = new LinkedHashMap<>();
    for (JsonPart part : printed) {
      String network = part.text("network").map(NetworkNames::canonical).orElse("");
      if (machines.isEmpty() || mayConcern(machines.values(), network, part)) {
        noteUnknown(part, notes);
        rules
            .computeIfAbsent(network, any -> new ArrayList<>())
            .addAll(
                RuleReader.API.read(part.text("name").orElse(""), HostBits.cleared(part, notes)));
      }
    }
    return rules;
  }

  /**
   * Whether a rule can be for the machines of any role. What is for other machines alone is not
   * read, so that nothing odd in it can matter.
   */
  private static boolean mayConcern(Collection<Machine> machines, String network, JsonPart rule) {
    List<Problem> unreadable = new ArrayList<>();
    JsonPart probe = new JsonPart(rule.path(), rule.value(), unreadable);
    Target target =
        Target.of(
            probe.texts("targetTags", "texts"),
            probe.texts("targetServiceAccounts", "texts"),
            AddressSet.EMPTY);
    return machines.stream()
        .filter(machine -> machine.network().equals(network))
        .anyMatch(machine -> !unreadable.isEmpty() || machine.meantBy(target) != Applicability.NO);
  }

  private static ResolutionContext context(Map<Role, Machine> machines, Described described) {
    List<Cidr> inside = new ArrayList<>(PlatformDefaults.PRIVATE.prefixes());
    machines.values().forEach(machine -> inside.addAll(machine.addresses().prefixes()));
    return new ResolutionContext(machines, AddressSet.of(inside), described);
  }

  private static NativeNetwork network(
      Map<String, List<Rule>> rules,
      EffectivePolicies policies,
      ResolutionContext context,
      List<String> warnings) {
    Map<Role, List<Cidr>> roleSubnets = new EnumMap<>(Role.class);
    context
        .machines()
        .forEach(
            (role, machine) -> {
              if (!machine.addresses().isEmpty()) {
                roleSubnets.put(role, machine.addresses().prefixes());
              }
            });
    Firewall firewall =
        Evaluator.of(
            rules,
            policies,
            context,
            Optional.of(
                Evaluator.listener("forwarding rules", FrontEnd.ofBoth(List.of(Traffic.ANY)))));
    return new NativeNetwork(
        firewall, context.machines().keySet(), new RoleSubnets(roleSubnets), warnings);
  }
}
