package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import java.util.ArrayList;
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
    List<String> assumptions = new ArrayList<>();
    for (RuleEnd part : rule.other().parts()) {
      part.fold(new Unknowns()).ifPresent(assumptions::add);
    }
    if (rule.traffic().isEmpty()) {
      assumptions.add("it is about some source ports only");
    } else if (isPartial(rule)) {
      assumptions.add("it may be for some of the machines of the " + role.slug() + " only");
    }
    String assumed =
        rule.access() == Access.ALLOW
            ? "; it is taken to allow as many as it may"
            : "; it is taken to deny nobody there";
    return assumptions.stream()
        .map(assumption -> group + ", " + rule.name() + ": " + assumption + assumed);
  }

  /** What nobody knows about whom an end means. */
  private record Unknowns() implements RuleEnd.Cases<Optional<String>> {
    @Override
    public Optional<String> anybody() {
      return Optional.empty();
    }

    @Override
    public Optional<String> group(Role role) {
      return Optional.empty();
    }

    @Override
    public Optional<String> unknownGroup(String id) {
      return Optional.of("no role is known to be in " + id);
    }

    @Override
    public Optional<String> serviceTag(String name) {
      return ServiceTags.isKnown(name)
          ? Optional.empty()
          : Optional.of("the addresses of the service tag " + name + " are not known");
    }

    @Override
    public Optional<String> addresses(AddressSet addresses) {
      return Optional.empty();
    }

    @Override
    public Optional<String> several(List<RuleEnd> parts) {
      throw new IllegalStateException("asked of each part: " + parts);
    }
  }

  /** Whether it would mean other machines if it did the opposite. */
  private boolean isPartial(Rule rule) {
    return !context
        .families(role, rule.own(), true)
        .equals(context.families(role, rule.own(), false));
  }
}
