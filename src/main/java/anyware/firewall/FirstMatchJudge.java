package anyware.firewall;

import anyware.firewall.Firewall.Judge;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Cidr;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks rules one after the other about packets of one protocol and port; the first that matches
 * decides.
 *
 * @param rules every rule
 * @param protocol the IP protocol
 * @param port the destination port; 0 where the protocol has none
 * @param matching those of the rules that are about the traffic, in order, up to one that means
 *     everybody
 * @param behind who decides where none of them does
 * @param index finds the first of many that means a machine; absent for few, which are looked
 *     through
 */
record FirstMatchJudge(
    FirstMatchRules rules,
    IpProtocol protocol,
    int port,
    List<ResolvedRule> matching,
    Judge behind,
    Optional<FirstMatchIndex> index)
    implements Judge {
  private static final int FEW = 16;

  static FirstMatchJudge of(
      FirstMatchRules rules,
      IpProtocol protocol,
      int port,
      List<ResolvedRule> matching,
      Judge behind) {
    Optional<FirstMatchIndex> index =
        matching.size() > FEW ? Optional.of(new FirstMatchIndex(matching)) : Optional.empty();
    return new FirstMatchJudge(rules, protocol, port, matching, behind, index);
  }

  @Override
  public Collection<Cidr> prefixes() {
    List<Cidr> prefixes = new ArrayList<>();
    for (ResolvedRule rule : matching) {
      prefixes.addAll(rule.other().prefixes());
    }
    prefixes.addAll(behind.prefixes());
    return prefixes;
  }

  private @Nullable ResolvedRule first(Host other) {
    ResolvedRule first = index.isPresent() ? index.get().first(other) : firstOf(matching, other);
    return first == null || first.goesOn() ? null : first;
  }

  private static @Nullable ResolvedRule firstOf(List<ResolvedRule> rules, Host other) {
    for (ResolvedRule rule : rules) {
      if (rule.other().includes(other)) {
        return rule;
      }
    }
    return null;
  }

  @Override
  public Outcome outcome(Host other) {
    ResolvedRule first = first(other);
    return first == null ? behind.outcome(other) : first.outcome();
  }

  @Override
  public String rule(Host other) {
    ResolvedRule first = first(other);
    return first == null ? behind.rule(other) : first.name();
  }

  /** A machine that a rule does not mean after all meets the rules behind it. */
  @Override
  public Optional<String> assumed(Host other) {
    ResolvedRule first = first(other);
    if (first == null) {
      return behind.assumed(other);
    }
    if (!first.allows() || first.other().isKnown(other)) {
      return Optional.empty();
    }
    boolean openAnyway =
        matching.stream()
            .filter(rule -> rule.other().isKnown(other))
            .findFirst()
            .filter(rule -> !rule.goesOn())
            .map(ResolvedRule::outcome)
            .orElseGet(() -> behind.outcome(other))
            .equals(Outcome.OPEN);
    return openAnyway ? Optional.empty() : Optional.of(first.other().guess().who());
  }

  @Override
  public Verdict verdict(Host other) {
    ResolvedRule first = first(other);
    if (first == null && rules.behind().isPresent()) {
      return behind.verdict(other);
    }
    Outcome outcome = outcome(other);
    List<String> trace = new ArrayList<>();
    String group = rules.group().isEmpty() ? "" : rules.group() + ": ";
    trace.add(group + (first == null ? rules.otherwise().reason() : decision(first)));
    if (outcome == Outcome.CLOSED) {
      NearMiss.nearest(misses(other, first)).ifPresent(miss -> trace.add(miss.toString()));
    }
    return new Verdict(outcome, rule(other), trace);
  }

  private static String decision(ResolvedRule first) {
    String verb = first.allows() ? "allows" : "denies";
    return "priority %d %s it: %s".formatted(first.priority(), verb, first);
  }

  private List<NearMiss> misses(Host other, @Nullable ResolvedRule deciding) {
    return rules.rules().stream()
        .filter(rule -> rule.allows() && !rule.builtIn())
        .map(rule -> new NearMiss(rule.toString(), differences(rule, other, deciding)))
        .toList();
  }

  private List<String> differences(ResolvedRule rule, Host other, @Nullable ResolvedRule deciding) {
    List<String> differences = new ArrayList<>();
    if (!rule.carries(protocol, port)) {
      differences.add("it is for " + Traffic.text(rule.traffic()));
    }
    if (!rule.other().includes(other)) {
      differences.add(other + " is not among " + rule.other().text());
    }
    if (deciding != null && ResolvedRule.ORDER.compare(deciding, rule) < 0) {
      differences.add(deciding.name() + " comes first");
    }
    return differences;
  }
}
