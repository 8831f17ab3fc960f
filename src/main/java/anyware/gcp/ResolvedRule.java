package anyware.gcp;

import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * A rule as the machines of one role meet it, its other end resolved.
 *
 * @param rule the rule
 * @param roles the roles that its other end names by tag or service account
 * @param outsiders where machines without a role may stand that it names so; mostly empty
 */
record ResolvedRule(Rule rule, EnumSet<Role> roles, AddressSet outsiders) {

  /**
   * The order in which rules are asked: by priority number, and a denial before an allowance of the
   * same one (https://cloud.google.com/firewall/docs/firewalls#priority_order_for_firewall_rules).
   */
  static final Comparator<ResolvedRule> ORDER =
      Comparator.comparingInt((ResolvedRule filter) -> filter.rule.priority())
          .thenComparing(filter -> filter.rule.action(), Comparator.reverseOrder())
          .thenComparing(filter -> filter.rule.name());

  boolean allows() {
    return rule.action() == Action.ALLOW;
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

  /** Whether the machine is at the rule's other end. */
  boolean includes(Host host) {
    if (rule.remote().addresses().contains(host.address())) {
      return true;
    }
    return host.role().isPresent()
        ? roles.contains(host.role().get())
        : outsiders.contains(host.address());
  }

  /** The prefixes at whose edges it may change who is included. */
  Collection<Cidr> prefixes() {
    List<Cidr> prefixes = new ArrayList<>(rule.remote().addresses().prefixes());
    prefixes.addAll(outsiders.prefixes());
    return prefixes;
  }

  /** Name and reason. */
  @Override
  public String toString() {
    return rule.description().isEmpty() ? rule.name() : rule.name() + ": " + rule.description();
  }
}
