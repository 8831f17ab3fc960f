package anyware.azure;

import anyware.catalogue.Role;
import anyware.natives.Described;
import anyware.net.AddressSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can't be known of the rules of a network that somebody else made, and what is assumed
 * instead.
 *
 * @param group the network security group's name
 * @param role whose machines it filters
 * @param context what its rules refer to
 */
record Assumptions(String group, Role role, ResolutionContext context) {
  /** What is not among the rules, whatever they are. */
  static final List<String> ALWAYS =
      List.of(
          "security admin rules of a network manager are not among the rules; they go first and may"
              + " open or close more",
          "load balancing rules are not among the rules: the balancer is taken to be open to"
              + " anyone",
          "VirtualNetwork also means connected and peered networks: a rule that allows it is taken"
              + " to allow every private address");

  /** The assumptions about one rule, a sentence each. */
  Stream<String> of(Rule rule) {
    String assumed =
        rule.access() == Access.ALLOW
            ? "; it is taken to allow as many as it may"
            : "; it is taken to deny nobody there";
    List<String> assumptions = new ArrayList<>();
    for (RuleEnd part : rule.other().parts()) {
      part.fold(new Unknowns(context.described()))
          .map(it -> it.assumption() + assumed + "; " + Described.hint(it.name()))
          .ifPresent(assumptions::add);
    }
    if (rule.traffic().isEmpty()) {
      assumptions.add("it is about some source ports only" + assumed);
    } else if (isPartial(rule)) {
      assumptions.add(
          "it may be for some of the machines of the " + role.slug() + " only" + assumed);
    }
    return assumptions.stream().map(assumption -> group + ", " + rule.name() + ": " + assumption);
  }

  /**
   * Something that nobody knows.
   *
   * @param assumption what it is
   * @param name the name that the file with the roles can describe
   */
  private record Unknown(String assumption, String name) {}

  /** What nobody knows about whom an end means. */
  private record Unknowns(Described described) implements RuleEnd.Cases<Optional<Unknown>> {
    @Override
    public Optional<Unknown> anybody() {
      return Optional.empty();
    }

    @Override
    public Optional<Unknown> group(Role role) {
      return Optional.empty();
    }

    @Override
    public Optional<Unknown> unknownGroup(String id) {
      return described.of(id).isPresent()
          ? Optional.empty()
          : Optional.of(new Unknown("no role is known to be in " + id, id));
    }

    @Override
    public Optional<Unknown> serviceTag(String name) {
      return ServiceTags.isKnown(name) || described.of(name).isPresent()
          ? Optional.empty()
          : Optional.of(
              new Unknown("the addresses of the service tag " + name + " are not known", name));
    }

    @Override
    public Optional<Unknown> addresses(AddressSet addresses) {
      return Optional.empty();
    }

    @Override
    public Optional<Unknown> several(List<RuleEnd> parts) {
      throw new IllegalStateException("asked of each part: " + parts);
    }
  }

  /** Whether it would mean other machines if it did the opposite. */
  private boolean isPartial(Rule rule) {
    Collection<ResolutionContext> places = context.places(role, List.of(rule)).values();
    return (places.isEmpty() ? List.of(context) : places)
        .stream()
            .anyMatch(
                there ->
                    !there
                        .families(role, rule.own(), true)
                        .equals(there.families(role, rule.own(), false)));
  }
}
