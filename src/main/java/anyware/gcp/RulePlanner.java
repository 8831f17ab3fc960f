package anyware.gcp;

import anyware.catalogue.Party;
import anyware.catalogue.Role;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.Traffic;
import anyware.plan.Descriptions;
import anyware.plan.Place;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Justification;
import anyware.policy.Policy;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The firewall rules of a site: an allowance at each end of a flow that is a role, per family, and
 * denials of everything else.
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

  /** What an allowance matches; flows that agree in it share a rule. */
  private record Match(Target target, Direction direction, RuleEnd remote, Traffic traffic) {}

  /** A rule's identity at the site and its justifications. */
  private record Cause(String identity, List<Justification> justifications) {
    Cause and(Cause other) {
      return new Cause(
          identity, Stream.of(this, other).flatMap(c -> c.justifications.stream()).toList());
    }
  }

  /** All rules, sorted by name. */
  List<Rule> rules() {
    Stream<Rule> denials = new DenialPlanner(place, policy, tags, network).rules();
    return Stream.concat(allowances(), denials).sorted(Comparator.comparing(Rule::name)).toList();
  }

  private Stream<Rule> allowances() {
    Map<Match, Cause> causes = new LinkedHashMap<>();
    for (Role role : tags.keySet()) {
      for (Direction direction : Direction.values()) {
        policy.ruleFlows(role, direction).stream()
            .sorted(byOther(direction))
            .forEach(flow -> addAllowances(causes, role, direction, flow));
      }
    }
    return causes.entrySet().stream().map(entry -> allowance(entry.getKey(), entry.getValue()));
  }

  /** Where flows share a rule, the first gives it its identity: a role's, else the first peer's. */
  private static Comparator<Flow> byOther(Direction direction) {
    return Comparator.comparing((Flow flow) -> flow.other(direction).party(), Party.ORDER)
        .thenComparing(Flow::id);
  }

  private void addAllowances(Map<Match, Cause> causes, Role role, Direction direction, Flow flow) {
    String way = flow.id() + (direction == Direction.INBOUND ? "-in" : "-out");
    Traffic traffic = Traffic.of(flow.protocol(), flow.port());
    remotes(flow.other(direction), direction)
        .forEach(
            (suffix, remote) ->
                causes.merge(
                    new Match(Target.tagged(tag(role)), direction, remote, traffic),
                    new Cause(way + suffix, flow.justifications()),
                    Cause::and));
  }

  /** The other end as the platform can name it, by what the rule's identity adds for it. */
  private Map<String, RuleEnd> remotes(End other, Direction direction) {
    return other.fold(
        members ->
            direction == Direction.INBOUND
                ? Map.of("", RuleEnd.tagged(tag(members.role())))
                : remotes(AddressSet.of(network.subnets().of(members.role()))),
        outside -> remotes(outside.addresses()));
  }

  private static Map<String, RuleEnd> remotes(AddressSet addresses) {
    Map<String, RuleEnd> remotes = new LinkedHashMap<>();
    for (Family family : Family.values()) {
      AddressSet part = addresses.of(family);
      if (!part.isEmpty()) {
        remotes.put(suffix(family), RuleEnd.at(part));
      }
    }
    return remotes;
  }

  private Rule allowance(Match match, Cause cause) {
    return new Rule(
        place.name(cause.identity(), SiteNames.LIMIT),
        match.direction(),
        Action.ALLOW,
        ALLOW_PRIORITY,
        match.target(),
        match.remote(),
        List.of(match.traffic()),
        Descriptions.of(cause.justifications(), CONTROL, DESCRIPTION_LIMIT));
  }

  private String tag(Role role) {
    return Optional.ofNullable(tags.get(role)).orElseThrow();
  }

  private static String suffix(Family family) {
    return "-" + family.name().toLowerCase(Locale.ROOT).replace("ip", "");
  }
}
