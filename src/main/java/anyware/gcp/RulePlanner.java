package anyware.gcp;

import anyware.catalogue.Role;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.plan.Descriptions;
import anyware.plan.Gate;
import anyware.plan.GatePlanner;
import anyware.plan.Passage;
import anyware.plan.Place;
import anyware.policy.Justification;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The firewall rules of a site: an allowance for each gate and what the platform can name at its
 * other end in one rule, the addresses of a family or a role's tag, and denials of everything else.
 * Whose addresses they are makes no difference: what one peer gives up and another gets stays in
 * the same rule.
 */
final class RulePlanner {
  /** The platform's own default. All allowances share it: their order never matters. */
  static final int ALLOW_PRIORITY = 1000;

  /** A limit of our own: the platform documents none, nor an alphabet. */
  private static final int DESCRIPTION_LIMIT = 2048;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Place place;
  private final Policy policy;
  private final SortedMap<Role, String> tags;
  private final Network network;

  RulePlanner(Place place, Policy policy, SortedMap<Role, String> tags, Network network) {
    this.place = place;
    this.policy = policy;
    this.tags = tags;
    this.network = network;
  }

  /** All rules, sorted by name. */
  List<Rule> rules() {
    Stream<Rule> denials = new DenialPlanner(place, policy, tags, network).rules();
    return Stream.concat(allowances(), denials).sorted(Comparator.comparing(Rule::name)).toList();
  }

  private Stream<Rule> allowances() {
    return GatePlanner.of(policy, tags.keySet()).entrySet().stream()
        .flatMap(
            entry ->
                entry.getKey().direction() == Direction.INBOUND
                    ? inbound(entry.getKey(), entry.getValue())
                    : outbound(entry.getKey(), entry.getValue()));
  }

  /**
   * A rule for each role at the other end, which the platform knows by its tag; a balancer by the
   * addresses of its health probes.
   */
  private Stream<Rule> inbound(Gate gate, Passage passage) {
    Stream<Rule> ofMembers =
        passage.members().entrySet().stream()
            .filter(role -> role.getKey() != Role.BALANCER)
            .map(
                role ->
                    allowance(
                        gate,
                        role.getKey().slug(),
                        RuleEnd.tagged(tag(role.getKey())),
                        role.getValue()));
    Stream<Rule> ofOutside =
        passage.outside().entrySet().stream()
            .map(
                family ->
                    allowance(
                        gate,
                        SiteNames.version(family.getKey()),
                        RuleEnd.at(family.getValue().addresses()),
                        reasons(family.getKey(), family.getValue(), passage)));
    return Stream.concat(ofMembers, ofOutside);
  }

  /** Probes and the balancer's own connections come from the same addresses, all of them IPv4. */
  private static List<Justification> reasons(
      Family family, Passage.Outside outside, Passage passage) {
    List<Justification> reasons = new ArrayList<>(outside.reasons());
    if (family == Family.IPV4) {
      reasons.addAll(Optional.ofNullable(passage.members().get(Role.BALANCER)).orElse(List.of()));
    }
    reasons.sort(Justification.BY_ROW);
    return reasons;
  }

  /** The platform knows who a connection goes to by addresses alone. */
  private Stream<Rule> outbound(Gate gate, Passage passage) {
    return Stream.of(Family.values()).flatMap(family -> outbound(gate, passage, family).stream());
  }

  private Optional<Rule> outbound(Gate gate, Passage passage, Family family) {
    List<Cidr> addresses = new ArrayList<>();
    List<Justification> reasons = new ArrayList<>();
    passage
        .members()
        .forEach(
            (role, why) -> {
              AddressSet ranges = AddressSet.of(network.subnets().of(role)).of(family);
              if (!ranges.isEmpty()) {
                addresses.addAll(ranges.prefixes());
                reasons.addAll(why);
              }
            });
    Optional.ofNullable(passage.outside().get(family))
        .ifPresent(
            outside -> {
              addresses.addAll(outside.addresses().prefixes());
              reasons.addAll(outside.reasons());
            });
    reasons.sort(Justification.BY_ROW);
    return addresses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            allowance(
                gate, SiteNames.version(family), RuleEnd.at(AddressSet.of(addresses)), reasons));
  }

  private Rule allowance(Gate gate, String other, RuleEnd remote, List<Justification> reasons) {
    return new Rule(
        place.name(gate.identity() + "-" + other, SiteNames.LIMIT),
        gate.direction(),
        Action.ALLOW,
        ALLOW_PRIORITY,
        Target.tagged(tag(gate.role())),
        remote,
        List.of(gate.traffic()),
        Descriptions.of(reasons, CONTROL, DESCRIPTION_LIMIT));
  }

  private String tag(Role role) {
    return Optional.ofNullable(tags.get(role)).orElseThrow();
  }
}
