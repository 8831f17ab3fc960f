package anyware.gcp;

import anyware.catalogue.Role;
import anyware.net.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can't be known of a network that somebody else made, and what is assumed instead. */
final class Assumptions {
  private static final List<String> ALWAYS =
      List.of(
          "firewall policies of the organisation, its folders and the network are not among the"
              + " rules; they go first and may open or close more",
          "forwarding rules are not among the rules: the balancer is taken to be open to anyone");

  private final Map<Role, Machine> machines;

  private Assumptions(Map<Role, Machine> machines) {
    this.machines = machines;
  }

  /**
   * The assumptions, a sentence each.
   *
   * @param rules the rules of each network
   * @param machines who stands in the networks
   */
  static List<String> of(Map<String, List<Rule>> rules, Map<Role, Machine> machines) {
    Assumptions assumptions = new Assumptions(machines);
    List<String> warnings = new ArrayList<>(ALWAYS);
    Stream.of(Role.CONNECTOR, Role.WORKSTATION)
        .flatMap(role -> assumptions.ofRole(role).stream())
        .forEach(warnings::add);
    machines.values().stream()
        .map(Machine::network)
        .distinct()
        .flatMap(network -> rules.getOrDefault(network, List.of()).stream())
        .flatMap(assumptions::ofRule)
        .forEach(warnings::add);
    return warnings;
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
    Stream<String> targets =
        machines.entrySet().stream()
            .filter(entry -> entry.getValue().meantBy(rule.target()) == Applicability.PERHAPS)
            .map(entry -> "whether it is for the " + entry.getKey().slug() + " is not known");
    Stream<String> sources =
        rule.direction() == Direction.INBOUND
            ? Stream.concat(
                unknown("tag", rule.remote().tags(), tag -> has(Set.of(tag), Set.of())),
                unknown(
                    "service account",
                    rule.remote().serviceAccounts(),
                    account -> has(Set.of(), Set.of(account))))
            : Stream.empty();
    String assumed =
        switch (rule.action()) {
          case ALLOW -> "; it is taken to allow, from private addresses where machines are unknown";
          case DENY -> "; it is taken not to deny";
        };
    return Stream.concat(targets, sources)
        .map(assumption -> rule.name() + ": " + assumption + assumed);
  }

  private static Stream<String> unknown(
      String kind, Collection<String> names, Predicate<String> known) {
    return names.stream()
        .filter(name -> !known.test(name))
        .map(name -> "no role is known to have its source " + kind + " " + name);
  }

  private boolean has(Set<String> tags, Set<String> accounts) {
    return machines.values().stream()
        .anyMatch(machine -> machine.meantBy(tags, accounts) == Applicability.YES);
  }
}
