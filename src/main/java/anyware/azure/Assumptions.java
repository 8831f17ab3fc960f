package anyware.azure;

import anyware.catalogue.Role;
import java.util.ArrayList;
import java.util.List;
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
          "load balancing rules are not among the rules: the balancer is taken to be open to anyone",
          "VirtualNetwork also means connected and peered networks: a rule that allows it is taken"
              + " to allow every private address");

  /** The assumptions about one rule, a sentence each. */
  Stream<String> of(Rule rule) {
    List<String> assumptions = new ArrayList<>();
    for (RuleEnd part : parts(rule.other())) {
      if (part instanceof RuleEnd.ServiceTag tag && !ServiceTags.isKnown(tag.name())) {
        assumptions.add("the addresses of the service tag " + tag.name() + " are not known");
      }
      if (part instanceof RuleEnd.UnknownGroup foreign) {
        assumptions.add("no role is known to be in " + foreign.id());
      }
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

  private static List<RuleEnd> parts(RuleEnd side) {
    return side instanceof RuleEnd.Several several ? several.parts() : List.of(side);
  }

  /** Whether it would mean other machines if it did the opposite. */
  private boolean isPartial(Rule rule) {
    return !context
        .families(role, rule.own(), true)
        .equals(context.families(role, rule.own(), false));
  }
}
