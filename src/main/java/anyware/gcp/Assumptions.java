package anyware.gcp;

import anyware.catalogue.Role;
import anyware.natives.Described;
import anyware.net.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can't be known of a network that somebody else made, and what is assumed instead. */
final class Assumptions {
  private static final String POLICIES =
      "firewall policies of the organisation, its folders and the network are not among the"
          + " rules; they go first and may open or close more";

  private static final List<String> ALWAYS =
      List.of(
          "forwarding rules are not among the rules: the balancer is taken to be open to anyone");

  private final ResolutionContext context;
  private final Map<Role, Machine> machines;

  private Assumptions(ResolutionContext context) {
    this.context = context;
    this.machines = context.machines();
  }

  /**
   * The assumptions, a sentence each.
   *
   * @param rules the rules of each network
   * @param policies the policies around them; absent where they were not printed
   * @param context who stands in the networks
   */
  static List<String> of(
      Map<String, List<Rule>> rules,
      Optional<EffectivePolicies> policies,
      ResolutionContext context) {
    Assumptions assumptions = new Assumptions(context);
    List<String> warnings = new ArrayList<>();
    if (policies.isEmpty()) {
      warnings.add(POLICIES);
    } else if (policies.get().isOrderUnknown(!rules.isEmpty())) {
      warnings.add(EffectivePolicies.ORDER);
    }
    warnings.addAll(ALWAYS);
    Stream.of(Role.CONNECTOR, Role.WORKSTATION)
        .flatMap(role -> assumptions.ofRole(role).stream())
        .forEach(warnings::add);
    List<Rule> met = new ArrayList<>(policies.map(EffectivePolicies::all).orElse(List.of()));
    met.addAll(
        assumptions.machines.values().stream()
            .map(Machine::network)
            .distinct()
            .flatMap(network -> rules.getOrDefault(network, List.of()).stream())
            .toList());
    met.stream().flatMap(assumptions::ofRule).forEach(warnings::add);
    context.described().closedWorld(assumptions.carried(met)).ifPresent(warnings::add);
    return warnings;
  }

  /** The tags and accounts that rules name as sources and roles carry, and who carries them. */
  private Map<String, String> carried(List<Rule> met) {
    Map<String, String> carried = new LinkedHashMap<>();
    met.stream()
        .filter(rule -> rule.direction() == Direction.INBOUND)
        .map(Rule::remote)
        .flatMap(end -> Stream.concat(end.tags().stream(), end.serviceAccounts().stream()))
        .distinct()
        .forEach(
            name -> {
              String roles =
                  machines.entrySet().stream()
                      .filter(
                          entry ->
                              entry.getValue().meantBy(Set.of(name), Set.of(name))
                                  == Applicability.YES)
                      .map(entry -> entry.getKey().slug())
                      .sorted()
                      .collect(Collectors.joining(", "));
              if (!roles.isEmpty()) {
                carried.put(name, roles);
              }
            });
    return carried;
  }

  private Optional<String> ofRole(Role role) {
    Machine machine = machines.get(role);
    if (machine == null) {
      return Optional.of(
          role.slug() + ": not among the roles, so all of its ports count as closed");
    }
    return machine.addresses().isEmpty()
        ? Optional.of(
            role.slug()
                + ": its subnets are not among the roles; outbound rules know addresses only, so"
                + " what they do towards it is not judged")
        : Optional.empty();
  }

  private Stream<String> ofRule(Rule rule) {
    String assumed =
        switch (rule.action()) {
          case ALLOW -> "; it is taken to allow, from private addresses where machines are unknown";
          case DENY -> "; it is taken not to deny";
          case GO_ON -> "; it is taken not to leave anything to other rules";
        };
    Stream<String> targets =
        machines.entrySet().stream()
            .filter(entry -> isUncertain(entry.getValue(), rule.target()))
            .map(entry -> entry.getKey().slug())
            .map(role -> "whether it is for the " + role + " is not known" + assumed);
    Stream<String> sources =
        rule.direction() == Direction.INBOUND
            ? context.unknown(rule.remote()).stream().map(stranger -> source(stranger, assumed))
            : Stream.empty();
    return Stream.concat(targets, sources).map(assumption -> rule.name() + ": " + assumption);
  }

  private static String source(String stranger, String assumed) {
    String name = stranger.substring(stranger.lastIndexOf(' ') + 1);
    return "no role is known to have its source %s%s; %s"
        .formatted(stranger, assumed, Described.hint(name));
  }

  private static boolean isUncertain(Machine machine, Target target) {
    List<Machine> places = machine.places(List.of(target));
    return (places.isEmpty() ? List.of(machine) : places)
        .stream().anyMatch(there -> there.meantBy(target) == Applicability.PERHAPS);
  }
}
