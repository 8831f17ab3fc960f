package anyware.gcp;

import anyware.firewall.Firewall.Judge;
import anyware.firewall.NearMiss;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules on a role's traffic of one kind, in the order in which they are asked. */
final class RuleJudge implements Judge {
  private static final String METADATA_SERVER = "metadata server";

  private final Direction direction;
  private final IpProtocol protocol;
  private final int port;
  private final List<ResolvedRule> filters;
  private final List<ResolvedRule> matching;

  /**
   * @param filters every rule on the role in this direction, in order
   * @param direction which way, seen from the role
   * @param protocol the IP protocol
   * @param port the destination port
   */
  RuleJudge(List<ResolvedRule> filters, Direction direction, IpProtocol protocol, int port) {
    this.direction = direction;
    this.protocol = protocol;
    this.port = port;
    this.filters = filters;
    this.matching = new ArrayList<>();
    for (ResolvedRule filter : filters) {
      if (filter.carries(protocol, port)) {
        matching.add(filter);
      }
    }
  }

  @Override
  public Collection<Cidr> prefixes() {
    List<Cidr> prefixes = new ArrayList<>(PlatformDefaults.METADATA_SERVER.prefixes());
    for (ResolvedRule filter : matching) {
      prefixes.addAll(filter.prefixes());
    }
    return prefixes;
  }

  @Override
  public Outcome outcome(Host other) {
    if (PlatformDefaults.METADATA_SERVER.contains(other.address())) {
      return Outcome.OPEN;
    }
    ResolvedRule first = first(other);
    return first == null
        ? PlatformDefaults.outcome(direction)
        : first.allows() ? Outcome.OPEN : Outcome.CLOSED;
  }

  private @Nullable ResolvedRule first(Host other) {
    for (ResolvedRule filter : matching) {
      if (filter.includes(other)) {
        return filter;
      }
    }
    return null;
  }

  @Override
  public String rule(Host other) {
    if (PlatformDefaults.METADATA_SERVER.contains(other.address())) {
      return METADATA_SERVER;
    }
    ResolvedRule first = first(other);
    return first == null ? PlatformDefaults.rule(direction) : first.rule().name();
  }

  @Override
  public Verdict verdict(Host other) {
    if (PlatformDefaults.METADATA_SERVER.contains(other.address())) {
      return new Verdict(
          Outcome.OPEN, METADATA_SERVER, List.of("no rule can close the metadata server"));
    }
    ResolvedRule first = first(other);
    List<String> trace = new ArrayList<>();
    if (first == null) {
      trace.add("no rule matches it");
    } else {
      String verb = first.allows() ? "allows" : "denies";
      trace.add("priority %d %s it: %s".formatted(first.rule().priority(), verb, first));
    }
    Outcome outcome = outcome(other);
    if (outcome == Outcome.CLOSED) {
      NearMiss.nearest(misses(other, Optional.ofNullable(first)))
          .ifPresent(miss -> trace.add(miss.toString()));
    }
    return new Verdict(outcome, rule(other), trace);
  }

  private List<NearMiss> misses(Host other, Optional<ResolvedRule> deciding) {
    return filters.stream()
        .filter(ResolvedRule::allows)
        .map(filter -> new NearMiss(filter.toString(), differences(filter, other, deciding)))
        .toList();
  }

  private List<String> differences(
      ResolvedRule filter, Host other, Optional<ResolvedRule> deciding) {
    List<String> differences = new ArrayList<>();
    if (!filter.carries(protocol, port)) {
      differences.add("it is for " + Traffic.text(filter.rule().traffic()));
    }
    if (!filter.includes(other)) {
      differences.add(other + " is not among " + ends(filter.rule().remote()));
    }
    deciding
        .filter(denial -> ResolvedRule.ORDER.compare(denial, filter) < 0)
        .ifPresent(denial -> differences.add(denial.rule().name() + " comes first"));
    return differences;
  }

  private static String ends(RuleEnd remote) {
    return Stream.of(
            remote.addresses().prefixes().stream().map(Cidr::toString),
            remote.tags().stream().map(tag -> "tag " + tag),
            remote.serviceAccounts().stream().map(account -> "account " + account))
        .flatMap(parts -> parts)
        .collect(Collectors.joining(", "));
  }
}
