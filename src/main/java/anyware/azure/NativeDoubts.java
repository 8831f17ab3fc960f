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
 * @param surroundings what its rules refer to
 */
record NativeDoubts(String group, Role role, Surroundings surroundings) {
  /** What is not among the rules, whatever they are. */
  static final List<String> ALWAYS =
      List.of(
          "security admin rules of a network manager are not among the rules; they go first and may"
              + " open or close more",
          "load balancing rules are not among the rules: the balancer is taken to be open to anyone",
          "VirtualNetwork also means connected and peered networks: a rule that allows it is taken"
              + " to allow every private address");

  /** The doubts about one rule, a sentence each. */
  Stream<String> of(Rule rule) {
    List<String> doubts = new ArrayList<>();
    for (Side part : parts(rule.other())) {
      if (part instanceof Side.ServiceTag tag && !ServiceTags.isKnown(tag.name())) {
        doubts.add("the addresses of the service tag " + tag.name() + " are not known");
      }
      if (part instanceof Side.ForeignGroup foreign) {
        doubts.add("no role is known to be in " + foreign.id());
      }
    }
    if (rule.traffic().isEmpty()) {
      doubts.add("it is about some source ports only");
    } else if (isPartial(rule)) {
      doubts.add("it may be for some of the machines of the " + role.slug() + " only");
    }
    String assumed =
        rule.access() == Access.ALLOW
            ? "; it is taken to allow as many as it may"
            : "; it is taken to deny nobody there";
    return doubts.stream().map(doubt -> group + ", " + rule.name() + ": " + doubt + assumed);
  }

  private static List<Side> parts(Side side) {
    return side instanceof Side.Several several ? several.parts() : List.of(side);
  }

  /** Whether it would mean other machines if it did the opposite. */
  private boolean isPartial(Rule rule) {
    return !surroundings
        .families(role, rule.own(), true)
        .equals(surroundings.families(role, rule.own(), false));
  }
}
