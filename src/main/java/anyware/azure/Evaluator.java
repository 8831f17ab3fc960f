package anyware.azure;

import anyware.catalogue.Role;
import anyware.firewall.BeyondRules;
import anyware.firewall.DividedFirewall;
import anyware.firewall.Firewall;
import anyware.firewall.Firewall.Judge;
import anyware.firewall.FirstMatchFirewall;
import anyware.firewall.FirstMatchPath;
import anyware.firewall.FirstMatchRules;
import anyware.firewall.FixedJudge;
import anyware.firewall.FrontEnd;
import anyware.firewall.Listener;
import anyware.firewall.Verdict.Outcome;
import anyware.natives.Described;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.HostAddresses;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Azure makes of network security groups
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview). Security
 * admin rules of a network manager go before them and are not known here.
 */
public final class Evaluator {
  private static final BeyondRules OWN_SERVICES =
      new BeyondRules(
          Set.of(Direction.OUTBOUND),
          ServiceTags.PLATFORM,
          "Azure's own service",
          "network security groups do not close Azure's own services");

  private static final FirstMatchRules NO_GROUP =
      new FirstMatchRules(
          "",
          List.of(),
          new FixedJudge(
              Outcome.OPEN,
              "no network security group",
              "no network security group is attached, so nothing is filtered"));

  private Evaluator() {}

  /** What a plan's rules do. */
  public static Firewall of(Plan plan) {
    Map<Role, AddressSet> machines = new EnumMap<>(Role.class);
    plan.subnets().byRole().forEach((role, subnets) -> machines.put(role, AddressSet.of(subnets)));
    AddressSet known = AddressSet.of(plan.networkRanges());
    AddressSet possible =
        plan.network()
            .fold(created -> known, existing -> ServiceTags.connected(plan.networkRanges()));
    ResolutionContext context =
        new ResolutionContext(
            possible, new ServiceTags(possible, known), machines, false, Described.NOBODY);
    Map<Role, List<MetGroup>> met = new EnumMap<>(Role.class);
    for (RoleGroups ofRole : plan.roles()) {
      List<Rule> judged =
          ofRole.role() == Role.BALANCER
              ? ofRole.rules().stream().filter(rule -> !GatewayAccess.isPlatforms(rule)).toList()
              : ofRole.rules();
      MetGroup group = new MetGroup(ofRole.name(), judged, false);
      List<MetGroup> groups = ofRole.attached() ? List.of(group) : List.of();
      met.put(
          ofRole.role(),
          ofRole.role() == Role.BALANCER
              ? Stream.concat(Stream.of(listeners(plan)), groups.stream()).toList()
              : groups);
    }
    Optional<Listener> listener =
        plan.balancer()
            .flatMap(
                balancer ->
                    balancer.fold(
                        passing -> Optional.of(listener(passing.name(), passing.traffic())),
                        gateway -> Optional.empty()));
    return of(met, context, listener, true);
  }

  /**
   * An application gateway takes connections where it has a listener and nowhere else, whatever its
   * subnet's group lets in, and opens any
   * (https://learn.microsoft.com/azure/application-gateway/how-application-gateway-works).
   */
  private static MetGroup listeners(Plan plan) {
    RuleEnd anybody = new RuleEnd.Anybody();
    List<Traffic> traffic =
        plan.balancer()
            .flatMap(
                balancer ->
                    balancer.fold(
                        passing -> Optional.<List<Traffic>>empty(),
                        gateway -> Optional.of(gateway.traffic())))
            .orElse(List.of());
    return new MetGroup(
        "listeners",
        List.of(
            new Rule(
                "listeners",
                "where the gateway listens",
                1,
                Direction.INBOUND,
                Access.ALLOW,
                traffic,
                anybody,
                anybody),
            new Rule(
                "connections",
                "which the gateway opens",
                1,
                Direction.OUTBOUND,
                Access.ALLOW,
                List.of(Traffic.ANY),
                anybody,
                anybody)),
        true);
  }

  /**
   * A network security group that a role's machines meet.
   *
   * @param name its name
   * @param rules its own rules
   * @param complete whether the default rules are among them
   */
  record MetGroup(String name, List<Rule> rules, boolean complete) {}

  /**
   * What groups do that were not made by this program. Load balancing rules are not among them: the
   * balancer is taken to pass everything on.
   *
   * @param met for each role the groups in the order in which inbound packets meet them; all of
   *     them must let a packet pass
   *     (https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works)
   * @param context what their rules refer to
   */
  static Firewall of(Map<Role, List<MetGroup>> met, ResolutionContext context) {
    return of(
        met, context, Optional.of(listener("load balancing rules", List.of(Traffic.ANY))), false);
  }

  private static Firewall of(
      Map<Role, List<MetGroup>> met,
      ResolutionContext context,
      Optional<Listener> listener,
      boolean ours) {
    Map<Role, Map<Direction, FirstMatchPath>> paths = new EnumMap<>(Role.class);
    met.forEach((role, groups) -> paths.put(role, paths(role, groups, context, ours)));
    Map<Role, Map<AddressSet, Firewall>> places = new EnumMap<>(Role.class);
    met.forEach(
        (role, groups) -> {
          List<Rule> rules = groups.stream().flatMap(group -> group.rules().stream()).toList();
          context
              .places(role, rules)
              .forEach(
                  (place, there) -> {
                    Map<Role, Map<Direction, FirstMatchPath>> seen = new EnumMap<>(paths);
                    seen.put(role, paths(role, groups, there, ours));
                    places
                        .computeIfAbsent(role, key -> new LinkedHashMap<>())
                        .put(place, firewall(seen, listener));
                  });
        });
    Firewall whole = firewall(paths, listener);
    return places.isEmpty() ? whole : new DividedFirewall(whole, places);
  }

  private static Firewall firewall(
      Map<Role, Map<Direction, FirstMatchPath>> paths, Optional<Listener> listener) {
    return new FirstMatchFirewall(paths, listener, OWN_SERVICES, HostAddresses.UNTRANSLATED);
  }

  private static Map<Direction, FirstMatchPath> paths(
      Role role, List<MetGroup> groups, ResolutionContext context, boolean ours) {
    Map<Direction, FirstMatchPath> both = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      List<FirstMatchRules> inOrder = new ArrayList<>();
      for (MetGroup group : groups) {
        // What comes in meets the subnet's group first, what goes out the interface's.
        inOrder.add(
            direction == Direction.INBOUND ? inOrder.size() : 0,
            group.complete()
                ? context.completeGroup(group.name(), group.rules(), role, direction)
                : context.group(group.name(), group.rules(), role, direction));
      }
      // The default rules are about all traffic alike.
      Judge untouched = context.group("", List.of(), role, direction).judge(IpProtocol.TCP, 0);
      both.put(
          direction,
          new FirstMatchPath(
              inOrder.isEmpty() ? List.of(NO_GROUP) : inOrder,
              ours ? Optional.of(untouched) : Optional.empty()));
    }
    return both;
  }

  /**
   * A Standard load balancer takes every client's connections to its port
   * (https://learn.microsoft.com/azure/load-balancer/load-balancer-overview).
   */
  private static Listener listener(String name, List<Traffic> traffic) {
    return new Listener("load balancer", name, FrontEnd.ofBoth(traffic));
  }
}
