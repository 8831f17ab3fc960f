package anyware.gcp;

import anyware.catalogue.Role;
import anyware.gcp.Mutants.Mutant;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The argument that a changed rule changes nothing: for every role the rule is the same as before,
 * or it had and has no say beside the other rules. It looks at rules only, never at packets.
 */
final class Inertness {
  private final Plan plan;
  private final List<Rule> others;

  private Inertness(Plan plan, List<Rule> others) {
    this.plan = plan;
    this.others = others;
  }

  static boolean changesNothing(Plan original, Mutant mutant) {
    if (mutant.before().isEmpty()) {
      return false;
    }
    List<Rule> others = new ArrayList<>(original.rules());
    others.remove(mutant.before().get());
    Inertness argument = new Inertness(original, others);
    return original.tags().keySet().stream()
        .allMatch(role -> argument.staysFor(role, mutant.before(), mutant.after()));
  }

  private boolean staysFor(Role role, Optional<Rule> before, Optional<Rule> after) {
    Optional<Rule> old = before.filter(rule -> concerns(rule, role));
    Optional<Rule> changed = after.filter(rule -> concerns(rule, role));
    if (old.isPresent() && changed.isPresent() && movesFreely(old.get(), changed.get(), role)) {
      return true;
    }
    Set<Rule> was = relevant(parts(old, changed), role);
    Set<Rule> is = relevant(parts(changed, old), role);
    List<Rule> context = new ArrayList<>(others);
    was.stream().filter(is::contains).forEach(context::add);
    Inertness argument = new Inertness(plan, context);
    return Stream.of(was, is)
        .flatMap(Set::stream)
        .filter(part -> !was.contains(part) || !is.contains(part))
        .allMatch(part -> argument.isInert(part, role));
  }

  /** Whether only the priority changed, and nothing of the other kind lies in between. */
  private boolean movesFreely(Rule old, Rule changed, Role role) {
    int first = Math.min(old.priority(), changed.priority());
    int last = Math.max(old.priority(), changed.priority());
    Action opposite = old.action() == Action.ALLOW ? Action.DENY : Action.ALLOW;
    return (old.direction() == Direction.OUTBOUND || amongOthers())
        && moved(old, changed.priority()).equals(changed)
        && others(role, old.direction(), opposite)
            .filter(other -> first <= other.priority() && other.priority() <= last)
            .noneMatch(other -> overlap(other.remote(), old.remote()));
  }

  private static Rule moved(Rule rule, int priority) {
    return new Rule(
        rule.name(),
        rule.direction(),
        rule.action(),
        priority,
        rule.target(),
        rule.remote(),
        rule.traffic(),
        rule.description());
  }

  private boolean overlap(RuleEnd one, RuleEnd other) {
    return homes(one).anyMatch(a -> homes(other).anyMatch(a::overlaps));
  }

  /** All the addresses that are meant, be it by tags. */
  private Stream<Cidr> homes(RuleEnd end) {
    return Stream.concat(
        end.addresses().prefixes().stream(),
        end.tags().stream().flatMap(tag -> homes(tag).stream()));
  }

  /** The addresses at which machines with a tag can be. */
  private List<Cidr> homes(String tag) {
    return plan.tags().entrySet().stream()
        .filter(entry -> entry.getValue().equals(tag))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(role -> plan.subnets().of(role))
        .orElse(plan.networkRanges());
  }

  /**
   * Of allowances among rules of others only what a denial of ours would close: all else may be
   * open anyway.
   */
  private Set<Rule> relevant(Set<Rule> parts, Role role) {
    Set<Rule> relevant = new HashSet<>();
    for (Rule part : parts) {
      if (!amongOthers()
          || part.direction() == Direction.OUTBOUND
          || part.action() == Action.DENY) {
        relevant.add(part);
        continue;
      }
      others(role, Direction.INBOUND, Action.DENY)
          .flatMap(denial -> denial.traffic().stream())
          .forEach(
              closed -> {
                if (closed.equals(Traffic.ANY)) {
                  relevant.add(part);
                } else if (covers(part.traffic().get(0), closed)) {
                  relevant.add(carrying(part, closed));
                }
              });
    }
    return relevant;
  }

  private static Rule carrying(Rule rule, Traffic traffic) {
    return new Rule(
        rule.name(),
        rule.direction(),
        rule.action(),
        rule.priority(),
        rule.target(),
        rule.remote(),
        List.of(traffic),
        rule.description());
  }

  /**
   * The rule as rules of one kind of traffic and one prefix or tag each, for everybody. Prefixes
   * are cut where those of the other rule begin and end.
   */
  private static Set<Rule> parts(Optional<Rule> rule, Optional<Rule> other) {
    Set<Cidr> cuts = new HashSet<>();
    other.ifPresent(cutting -> cuts.addAll(joined(cutting.remote())));
    Set<Rule> parts = new HashSet<>();
    for (Rule whole : rule.stream().toList()) {
      List<RuleEnd> remotes = new ArrayList<>();
      whole.remote().tags().forEach(tag -> remotes.add(RuleEnd.tagged(tag)));
      for (Cidr cidr : joined(whole.remote())) {
        cut(cidr, cuts).forEach(piece -> remotes.add(RuleEnd.at(AddressSet.of(List.of(piece)))));
      }
      Target everybody = Target.of(List.of(), List.of(), AddressSet.EMPTY);
      for (RuleEnd remote : remotes) {
        for (Traffic traffic : whole.traffic()) {
          parts.add(
              new Rule(
                  whole.name(),
                  whole.direction(),
                  whole.action(),
                  whole.priority(),
                  everybody,
                  remote,
                  List.of(traffic),
                  whole.description()));
        }
      }
    }
    return parts;
  }

  private static List<Cidr> cut(Cidr cidr, Set<Cidr> cuts) {
    if (cuts.stream().noneMatch(inner -> cidr.contains(inner) && !cidr.equals(inner))) {
      return List.of(cidr);
    }
    return Stream.of(cidr.part(1, 0), cidr.part(1, 1))
        .flatMap(half -> cut(half, cuts).stream())
        .toList();
  }

  /** An allowance for an account may be for anybody, as nobody's account is known. */
  private boolean concerns(Rule rule, Role role) {
    Target target = rule.target();
    return target.isWholeNetwork()
        || target.tags().contains(plan.tags().get(role))
        || (!target.serviceAccounts().isEmpty() && rule.action() == Action.ALLOW);
  }

  /** In a network that is there, what no rule of ours closes may be open. */
  private boolean amongOthers() {
    return plan.network().fold(created -> false, existing -> true);
  }

  private boolean isInert(Rule rule, Role role) {
    if (rule.direction() == Direction.OUTBOUND && rule.remote().addresses().isEmpty()) {
      return true; // A tag is nobody's destination.
    }
    if (rule.action() == Action.DENY) {
      return isCovered(rule, role, Action.DENY)
          || (rule.direction() == Direction.INBOUND
              && !amongOthers()
              && isBehindAllAllowances(rule, role));
    }
    boolean nothingToOpen =
        rule.direction() == Direction.INBOUND
            ? rule.priority() == 65535
                || (amongOthers()
                    && others(role, Direction.INBOUND, Action.DENY).findAny().isEmpty())
            : others(role, Direction.OUTBOUND, Action.DENY).findAny().isEmpty();
    return nothingToOpen
        || isCovered(rule, role, Action.ALLOW)
        || isCovered(rule, role, Action.DENY);
  }

  /** What it denies nobody allows later, and the platform denies it anyway. */
  private boolean isBehindAllAllowances(Rule rule, Role role) {
    return others(role, Direction.INBOUND, Action.ALLOW)
        .allMatch(other -> other.priority() < rule.priority());
  }

  /** Another rule decides all of it, and not later. */
  private boolean isCovered(Rule rule, Role role, Action by) {
    return others(role, rule.direction(), by)
        .anyMatch(other -> other.priority() <= rule.priority() && covers(other, rule));
  }

  private Stream<Rule> others(Role role, Direction direction, Action action) {
    return others.stream()
        .filter(other -> other.direction() == direction && other.action() == action)
        .filter(other -> concerns(other, role));
  }

  private boolean covers(Rule wide, Rule narrow) {
    return narrow.traffic().stream()
            .allMatch(part -> wide.traffic().stream().anyMatch(whole -> covers(whole, part)))
        && narrow.remote().tags().stream().allMatch(tag -> coversTag(wide.remote(), tag))
        && narrow.remote().addresses().prefixes().stream()
            .allMatch(part -> coversRange(wide.remote().addresses(), part));
  }

  private static boolean covers(Traffic whole, Traffic part) {
    return whole.protocol().isEmpty()
        || (whole.protocol().equals(part.protocol())
            && whole.ports().first() <= part.ports().first()
            && whole.ports().last() >= part.ports().last());
  }

  /** The tag itself, or all the addresses at which its machines can be. */
  private boolean coversTag(RuleEnd wide, String tag) {
    return wide.tags().contains(tag)
        || homes(tag).stream().allMatch(home -> coversRange(wide.addresses(), home));
  }

  private static boolean coversRange(AddressSet addresses, Cidr part) {
    return addresses.prefixes().stream().anyMatch(whole -> whole.contains(part));
  }

  /** The addresses with halves joined, so that equal sets have equal prefixes. */
  private static Set<Cidr> joined(RuleEnd remote) {
    Set<Cidr> prefixes = new TreeSet<>(remote.addresses().prefixes());
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Cidr cidr : List.copyOf(prefixes)) {
        IpAddress next = cidr.last().next();
        Optional<Cidr> sibling =
            prefixes.stream()
                .filter(other -> other.first().equals(next) && other.prefix() == cidr.prefix())
                .findFirst();
        Optional<Cidr> parent = sibling.flatMap(other -> parent(cidr, other));
        if (parent.isPresent()) {
          prefixes.removeAll(Stream.concat(Stream.of(cidr), sibling.stream()).toList());
          prefixes.add(parent.get());
          changed = true;
        }
      }
    }
    return prefixes;
  }

  private static Optional<Cidr> parent(Cidr lower, Cidr upper) {
    if (lower.prefix() == 0) {
      return Optional.empty();
    }
    try {
      Cidr parent = new Cidr(lower.first(), lower.prefix() - 1);
      return Optional.of(parent).filter(whole -> whole.contains(upper));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // The lower one is an upper half: the two are no siblings.
    }
  }
}
