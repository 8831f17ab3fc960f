package anyware.gcp;

import anyware.gcp.Rule.Action;
import anyware.json.JsonPart;
import anyware.natives.HostBits;
import anyware.net.AddressSet;
import anyware.net.Direction;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The firewall policies that a machine meets, as {@code gcloud compute instances network-interfaces
 * get-effective-firewalls --format=json} prints them beside the network's own rules
 * (https://cloud.google.com/compute/docs/reference/rest/v1/instances/getEffectiveFirewalls).
 *
 * @param before those that are asked before the network's own rules, in their order: the
 *     organisation's and the folders'
 * @param after those that are asked behind them: the network's, global before regional, as long as
 *     nobody changed the order
 *     (https://cloud.google.com/firewall/docs/firewall-policies-overview#rule-evaluation)
 */
record EffectivePolicies(List<List<Rule>> before, List<List<Rule>> after) {
  static final EffectivePolicies NONE = new EffectivePolicies(List.of(), List.of());

  /** What only the order of a network's policy and its rules can decide. */
  static final String ORDER =
      "whether the network's firewall policies go before its own rules is not printed; they are"
          + " taken to go behind them, as by default (networkFirewallPolicyEnforcementOrder)";

  private static final String POLICIES = "firewallPolicys";
  private static final String RULES = "firewalls";
  private static final String NETWORKS = "targetResources";
  private static final Set<String> KNOWN_MATCHES =
      Set.of("srcIpRanges", "destIpRanges", "srcSecureTags", "layer4Configs");

  /** The whole printout, which may stand in a list alone; absent where it is something else. */
  static Optional<JsonPart> printed(JsonPart file) {
    JsonPart one =
        file.value().isJsonArray() && file.value().getAsJsonArray().size() == 1
            ? file.items("printouts").get(0)
            : file;
    return Optional.of(one)
        .filter(
            part ->
                part.value() instanceof JsonObject object
                    && (object.has(POLICIES) || object.has(RULES)));
  }

  /** The network's own rules in the printout. */
  static List<JsonPart> rules(JsonPart printed) {
    return printed.items(RULES, "firewall rules");
  }

  /**
   * The policies; what is wrong is noted as a problem.
   *
   * @param printed the printout
   * @param notes takes what is read in another way than it is written
   */
  static EffectivePolicies read(JsonPart printed, Collection<String> notes) {
    List<List<Rule>> before = new ArrayList<>();
    List<List<Rule>> global = new ArrayList<>();
    List<List<Rule>> regional = new ArrayList<>();
    for (JsonPart policy : printed.items(POLICIES, "firewall policies")) {
      List<Rule> rules = policy(HostBits.cleared(policy, notes), notes);
      switch (policy.required("type").orElse("")) {
        case "HIERARCHY" -> before.add(rules);
        case "NETWORK" -> global.add(rules);
        case "NETWORK_REGIONAL" -> regional.add(rules);
        default ->
            policy
                .member("type")
                .ifPresent(
                    type ->
                        type.problem(
                            "HIERARCHY, NETWORK or NETWORK_REGIONAL",
                            "no other kind of policy can be judged"));
      }
    }
    global.addAll(regional);
    return new EffectivePolicies(before, global);
  }

  /** The names of all secure tags that any rule speaks of. */
  static Set<String> secureTags(JsonPart printed) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonPart policy : printed.items(POLICIES, "firewall policies")) {
      for (JsonPart rule : policy.items("rules", "rules")) {
        names.addAll(tags(rule, "targetSecureTags"));
        rule.member("match").ifPresent(match -> names.addAll(tags(match, "srcSecureTags")));
      }
    }
    return names;
  }

  /** Whether a network's policy stands beside rules of its own. */
  boolean isOrderUnknown(boolean hasRules) {
    return hasRules && !after.isEmpty();
  }

  /** All rules of all policies. */
  List<Rule> all() {
    List<Rule> all = new ArrayList<>();
    before.forEach(all::addAll);
    after.forEach(all::addAll);
    return all;
  }

  private static List<Rule> policy(JsonPart policy, Collection<String> notes) {
    String name =
        policy
            .text("shortName")
            .or(() -> policy.text("displayName"))
            .or(() -> policy.text("name"))
            .orElse("policy");
    List<Rule> rules = new ArrayList<>();
    for (JsonPart rule : policy.items("rules", "rules")) {
      if (!rule.flag("disabled").orElse(false)) {
        rule(name, rule, notes).ifPresent(rules::add);
      }
    }
    return rules;
  }

  private static Optional<Rule> rule(String policy, JsonPart part, Collection<String> notes) {
    int priority = part.number("priority").orElse(Integer.MAX_VALUE);
    String name = policy + " " + part.text("ruleName").orElse(String.valueOf(priority));
    boolean inbound = !part.required("direction").orElse("").equals("EGRESS");
    Optional<Action> action = action(part);
    Optional<JsonPart> matches = part.requiredStructure("match");
    JsonPart match = matches.orElse(part);
    List<String> unknown =
        new ArrayList<>(
            matches.map(JsonPart::keys).orElse(Set.of()).stream()
                .filter(key -> !KNOWN_MATCHES.contains(key))
                .filter(key -> match.member(key).isPresent() && !isEmpty(match, key))
                .toList());
    // For other networks than this one perhaps: to allow is then the worst, to do anything else
    // not.
    if (action.filter(Action.ALLOW::equals).isEmpty()
        && part.member(NETWORKS).isPresent()
        && !isEmpty(part, NETWORKS)) {
      unknown.add(NETWORKS);
    }
    if (!unknown.isEmpty()) {
      if (action.filter(Action.DENY::equals).isEmpty()) {
        match.problem(
            "only " + String.join(", ", KNOWN_MATCHES.stream().sorted().toList()),
            "whom " + String.join(", ", unknown) + " means can't be judged");
      }
      notes.add(
          name
              + ": whom "
              + String.join(", ", unknown)
              + " means is not known; it is taken not to deny");
      return Optional.empty();
    }
    AddressSet from = AddressSet.of(match.cidrs("srcIpRanges"));
    AddressSet to = AddressSet.of(match.cidrs("destIpRanges"));
    AddressSet other = inbound ? from : to;
    List<String> tags = tags(match, "srcSecureTags");
    List<String> targets = new ArrayList<>(tags(part, "targetSecureTags"));
    return action.map(
        does ->
            new Rule(
                name,
                inbound ? Direction.INBOUND : Direction.OUTBOUND,
                does,
                priority,
                Target.of(
                    targets, part.texts("targetServiceAccounts", "texts"), inbound ? to : from),
                other.isEmpty() && tags.isEmpty()
                    ? RuleEnd.at(AddressSet.of("0.0.0.0/0", "::/0"))
                    : RuleEnd.of(other, tags, List.of()),
                RuleReader.POLICY.traffic(match.items("layer4Configs", "protocols")),
                part.text("description").orElse("")));
  }

  private static boolean isEmpty(JsonPart match, String key) {
    return match
        .member(key)
        .filter(part -> part.value().isJsonArray() && part.value().getAsJsonArray().isEmpty())
        .isPresent();
  }

  private static Optional<Action> action(JsonPart part) {
    String text = part.required("action").orElse("");
    return switch (text) {
      case "allow", "apply_security_profile_group" -> Optional.of(Action.ALLOW);
      case "deny" -> Optional.of(Action.DENY);
      case "goto_next" -> Optional.of(Action.GO_ON);
      default ->
          part.member("action").flatMap(action -> action.problem("allow, deny or goto_next"));
    };
  }

  private static List<String> tags(JsonPart part, String key) {
    return part.items(key, "secure tags").stream()
        .flatMap(tag -> tag.required("name").stream())
        .toList();
  }
}
