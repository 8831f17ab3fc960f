package anyware.gcp;

import anyware.catalogue.Role;
import anyware.firewall.DividedFirewall;
import anyware.firewall.Firewall;
import anyware.firewall.Firewall.Judge;
import anyware.firewall.FirstMatchFirewall;
import anyware.firewall.FirstMatchPath;
import anyware.firewall.FirstMatchRules;
import anyware.firewall.FixedJudge;
import anyware.firewall.FrontEnd;
import anyware.firewall.Listener;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.HostAddresses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
    Firewall machinesFirewall =
        firewall(
            Map.of(plan.network().identity(), plan.rules()),
            EffectivePolicies.NONE,
            new ResolutionContext(machines, inside(plan.network())),
            plan.passthrough().map(b -> listener(b.name(), b.frontEnds())),
            new Behind(behind(plan.network()), true));
    return plan.application()
        .<Firewall>map(balancer -> new EdgeFirewall(machinesFirewall, balancer))
        .orElse(machinesFirewall);
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
    return of(rules, EffectivePolicies.NONE, context, listener);
  }

  /**
   * The same with the policies around the rules.
   *
   * @param policies the policies, which are the same for all networks
   */
  static Firewall of(
      Map<String, List<Rule>> rules,
      EffectivePolicies policies,
      ResolutionContext context,
      Optional<Listener> listener) {
    Behind last = new Behind(PlatformDefaults::impliedRule, false);
    return firewall(rules, policies, context, listener, last);
  }

  /**
   * A passthrough balancer takes every client's connections to its port
   * (https://cloud.google.com/load-balancing/docs/network/networklb-backend-service), of the family
   * of each forwarding rule's address
   * (https://cloud.google.com/compute/docs/reference/rest/v1/forwardingRules, {@code IPAddress} and
   * {@code ipVersion}).
   */
  static Listener listener(String name, List<FrontEnd> frontEnds) {
    return new Listener("passthrough balancer", name, frontEnds);
  }

  private static Firewall firewall(
      Map<String, List<Rule>> rules,
      EffectivePolicies policies,
      ResolutionContext context,
      Optional<Listener> listener,
      Behind last) {
    Map<Role, Map<Direction, FirstMatchPath>> paths = new EnumMap<>(Role.class);
    Map<Role, Map<AddressSet, Firewall>> places = new EnumMap<>(Role.class);
    for (Role role : context.machines().keySet()) {
      paths.put(role, paths(rules, policies, context, role, last));
    }
    context
        .machines()
        .forEach(
            (role, machine) -> {
              for (Machine there : machine.places(targets(rules, policies, machine))) {
                Map<Role, Map<Direction, FirstMatchPath>> seen = new EnumMap<>(paths);
                seen.put(role, paths(rules, policies, context.at(role, there), role, last));
                places
                    .computeIfAbsent(role, key -> new LinkedHashMap<>())
                    .put(there.addresses(), firewall(seen, listener));
              }
            });
    Firewall whole = firewall(paths, listener);
    return places.isEmpty() ? whole : new DividedFirewall(whole, places);
  }

  /**
   * What stands behind a network's rules.
   *
   * @param judge decides where none of the rules does
   * @param stays whether that has to stay wherever the policy asks for nothing
   */
  private record Behind(Function<Direction, FixedJudge> judge, boolean stays) {}

  private static Firewall firewall(
      Map<Role, Map<Direction, FirstMatchPath>> paths, Optional<Listener> listener) {
    return new FirstMatchFirewall(
        paths, listener, PlatformDefaults.METADATA_SERVER, HostAddresses.WITH_RESERVED);
  }

  private static List<Target> targets(
      Map<String, List<Rule>> rules, EffectivePolicies policies, Machine machine) {
    return Stream.concat(
            rules.getOrDefault(machine.network(), List.of()).stream(), policies.all().stream())
        .map(Rule::target)
        .toList();
  }

  private static Map<Direction, FirstMatchPath> paths(
      Map<String, List<Rule>> rules,
      EffectivePolicies policies,
      ResolutionContext context,
      Role role,
      Behind behind) {
    Machine machine = Optional.ofNullable(context.machines().get(role)).orElseThrow();
    List<List<Rule>> stages = new ArrayList<>(policies.before());
    stages.add(
        rules.getOrDefault(machine.network(), List.of()).stream()
            .filter(ResolutionContext::takesEffect)
            .toList());
    stages.addAll(policies.after());
    Collections.reverse(stages);
    Map<Direction, FirstMatchPath> both = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      FixedJudge last = behind.judge().apply(direction);
      Optional<FirstMatchRules> chain = Optional.empty();
      for (List<Rule> stage : stages) {
        chain = Optional.of(context.rules(stage, role, direction, last, chain));
      }
      Optional<Judge> untouched = behind.stays() ? Optional.of(last) : Optional.empty();
      both.put(direction, new FirstMatchPath(chain.stream().toList(), untouched));
    }
    return both;
  }
}
