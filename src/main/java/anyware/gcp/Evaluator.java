package anyware.gcp;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Firewall.Judge;
import anyware.firewall.FirstMatchFirewall;
import anyware.firewall.FirstMatchPath;
import anyware.firewall.FirstMatchRules;
import anyware.firewall.FixedJudge;
import anyware.firewall.Listener;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Traffic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What Google Cloud makes of firewall rules (https://cloud.google.com/firewall/docs/firewalls).
 * Only a network's own rules are known here: firewall policies of an organisation, a folder or the
 * network go before them and may open or close more, and so do rules of others with a lower
 * priority number in a network that the site shares with them.
 */
public final class Evaluator {
  private Evaluator() {}

  /** What a plan's rules do. */
  public static Firewall of(Plan plan) {
    Map<Role, Machine> machines = new EnumMap<>(Role.class);
    plan.tags()
        .forEach(
            (role, tag) ->
                machines.put(
                    role,
                    new Machine(
                        plan.network().identity(),
                        Set.of(tag),
                        Optional.empty(),
                        AddressSet.of(plan.subnets().of(role)))));
    return firewall(
        Map.of(plan.network().identity(), plan.rules()),
        new ResolutionContext(machines, inside(plan.network())),
        plan.balancer().map(b -> listener(b.name(), b.traffic())),
        behind(plan.network()),
        true);
  }

  /** Where machines without a role may stand in the network. */
  private static AddressSet inside(Network network) {
    return network.fold(
        created -> AddressSet.of(created.ranges()),
        existing ->
            AddressSet.of(
                Stream.of(PlatformDefaults.PRIVATE.prefixes(), existing.ranges())
                    .flatMap(List::stream)
                    .toList()));
  }

  /** What decides where no rule of a plan does. */
  private static Function<Direction, FixedJudge> behind(Network network) {
    return network.fold(
        created -> PlatformDefaults::impliedRule, existing -> PlatformDefaults::othersRules);
  }

  /**
   * What rules do that were not made by this program.
   *
   * @param rules the rules of each network
   * @param context who stands in the networks
   * @param listener where a balancer listens
   */
  static Firewall of(
      Map<String, List<Rule>> rules, ResolutionContext context, Optional<Listener> listener) {
    return firewall(rules, context, listener, PlatformDefaults::impliedRule, false);
  }

  /**
   * A passthrough balancer takes every client's connections to its port
   * (https://cloud.google.com/load-balancing/docs/network/networklb-backend-service).
   */
  static Listener listener(String name, List<Traffic> traffic) {
    return new Listener("passthrough balancer", name, traffic);
  }

  private static Firewall firewall(
      Map<String, List<Rule>> rules,
      ResolutionContext context,
      Optional<Listener> listener,
      Function<Direction, FixedJudge> behind,
      boolean ours) {
    Map<Role, Map<Direction, FirstMatchPath>> paths = new EnumMap<>(Role.class);
    context
        .machines()
        .forEach(
            (role, machine) -> {
              Map<Direction, FirstMatchPath> both = new EnumMap<>(Direction.class);
              List<Rule> ofNetwork = rules.getOrDefault(machine.network(), List.of());
              for (Direction direction : Direction.values()) {
                FixedJudge last = behind.apply(direction);
                FirstMatchRules resolved = context.rules(ofNetwork, role, direction, last);
                Optional<Judge> untouched = ours ? Optional.of(last) : Optional.empty();
                both.put(direction, new FirstMatchPath(List.of(resolved), untouched));
              }
              paths.put(role, both);
            });
    return new FirstMatchFirewall(paths, listener, PlatformDefaults.METADATA_SERVER);
  }
}
