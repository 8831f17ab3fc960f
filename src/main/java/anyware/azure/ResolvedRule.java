package anyware.azure;

import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule as the machines of one role meet it.
 *
 * @param rule the rule
 * @param other who it means at the other end
 * @param families the families of the addresses at which it means the role's machines
 */
record ResolvedRule(Rule rule, ResolvedEnd other, Set<Family> families) {
  /** The order in which rules are tried; the name only settles what Azure refuses. */
  static final Comparator<ResolvedRule> ORDER =
      Comparator.comparingInt((ResolvedRule filter) -> filter.rule.priority())
          .thenComparing(filter -> filter.rule.name());

  /** The rule for a role's machines; absent when its own side does not mean them. */
  static Optional<ResolvedRule> of(Rule rule, Role role, ResolutionContext context) {
    boolean allows = rule.access() == Access.ALLOW;
    Set<Family> families = context.families(role, rule.own(), allows);
    ResolvedEnd other = context.extent(rule.other(), allows);
    return families.isEmpty()
        ? Optional.empty()
        : Optional.of(new ResolvedRule(rule, other, families));
  }

  boolean allows() {
    return rule.access() == Access.ALLOW;
  }

  /** Whether the rule is about this traffic. */
  boolean carries(IpProtocol protocol, int port) {
    for (Traffic traffic : rule.traffic()) {
      if (traffic.matches(protocol, port)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the rule means packets to or from this machine. */
  boolean includes(Host host) {
    return families.contains(host.address().family()) && other.includes(host);
  }

  /** Whether it leaves nobody to the rules behind it. */
  boolean isEverybody() {
    return families.size() == Family.values().length && other.isEverybody();
  }

  /** The prefixes at whose edges it may change who is meant. */
  Collection<Cidr> prefixes() {
    List<Cidr> prefixes = new ArrayList<>(other.addresses().prefixes());
    prefixes.addAll(other.outsiders().prefixes());
    return prefixes;
  }

  /** Name and reason. */
  @Override
  public String toString() {
    return rule.description().isEmpty() ? rule.name() : rule.name() + ": " + rule.description();
  }
}
