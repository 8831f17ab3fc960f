package anyware.gcp;


import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Firewall.Judge;
import anyware.firewall.FirstMatchFirewall;
import anyware.firewall.FirstMatchPath;
import anyware.firewall.FirstMatchRules;
import anyware.firewall.Listener;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Traffic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Google Cloud makes of firewall rules (https://cloud.google.com/firewall/docs/firewalls).
 * Only a network's own rules are known here: firewall policies of an organisation, a folder or the
 * network go before them and may open or close more.
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
                        plan.network(),
                        Set.of(tag),
                        Optional.empty(),
                        AddressSet.of(plan.subnets().of(role)))));
    AddressSet inside = AddressSet.of(plan.networkRanges());
    return firewall(
        Map.of(plan.network(), plan.rules()),
        new ResolutionContext(machines, inside),
        plan.balancer().map(b -> listener(b.name(), b.traffic())),
        true);
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
    return firewall(rules, context, listener, false);
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
      boolean ours) {
    Map<Role, Map<Direction, FirstMatchPath>> paths = new EnumMap<>(Role.class);
    context
        .machines()
        .forEach(
            (role, machine) -> {
              Map<Direction, FirstMatchPath> both = new EnumMap<>(Direction.class);
              List<Rule> ofNetwork = rules.getOrDefault(machine.network(), List.of());
              for (Direction direction : Direction.values()) {
                FirstMatchRules resolved = context.rules(ofNetwork, role, direction);
                Optional<Judge> untouched =
                    ours ? Optional.of(PlatformDefaults.impliedRule(direction)) : Optional.empty();
                both.put(direction, new FirstMatchPath(List.of(resolved), untouched));
              }
              paths.put(role, both);
            });
    return new FirstMatchFirewall(paths, listener, PlatformDefaults.METADATA_SERVER);
  }
}
