package anyware.plan;

import anyware.catalogue.Party;
import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.plan.Passage.Outside;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Justification;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Joins the flows that get rules by the gate that they pass. */
public final class GatePlanner {
  private GatePlanner() {}

  /**
   * Every gate of a site that gets rules, and who passes it.
   *
   * @param policy what may pass at the site
   * @param roles whose firewalls
   */
  public static Map<Gate, Passage> of(Policy policy, Collection<Role> roles) {
    Map<Gate, List<Flow>> flows = new LinkedHashMap<>();
    for (Role role : roles) {
      for (Direction direction : Direction.values()) {
        boolean open = policy.isOpen(role, direction);
        for (Flow flow : policy.ruleFlows(role, direction)) {
          Gate gate = new Gate(role, direction, open, flow.protocol(), flow.port());
          flows.computeIfAbsent(gate, key -> new ArrayList<>()).add(flow);
        }
      }
    }
    Map<Gate, Passage> gates = new LinkedHashMap<>();
    flows.forEach((gate, through) -> gates.put(gate, passage(gate.direction(), through)));
    return gates;
  }

  private static Passage passage(Direction direction, List<Flow> flows) {
    SortedMap<Role, List<Flow>> members = new TreeMap<>();
    for (Flow flow : flows) {
      Stream<Role> role =
          flow.other(direction).fold(of -> Stream.of(of.role()), of -> Stream.empty());
      role.forEach(of -> members.computeIfAbsent(of, key -> new ArrayList<>()).add(flow));
    }
    SortedMap<Role, List<Justification>> reasons = new TreeMap<>();
    members.forEach((role, of) -> reasons.put(role, reasons(direction, of)));
    SortedMap<Family, Outside> outside = new TreeMap<>();
    for (Family family : Family.values()) {
      List<Flow> of =
          flows.stream()
              .filter(flow -> !addresses(flow.other(direction), family).isEmpty())
              .toList();
      if (!of.isEmpty()) {
        List<Cidr> addresses =
            of.stream()
                .flatMap(flow -> addresses(flow.other(direction), family).prefixes().stream())
                .toList();
        outside.put(family, new Outside(AddressSet.of(addresses), reasons(direction, of)));
      }
    }
    return new Passage(reasons, outside);
  }

  private static AddressSet addresses(End end, Family family) {
    return end.fold(of -> AddressSet.EMPTY, of -> of.addresses().of(family));
  }

  /** In an order that does not depend on which peers happen to have the same addresses. */
  private static List<Justification> reasons(Direction direction, List<Flow> flows) {
    return flows.stream()
        .flatMap(flow -> flow.justifications().stream())
        .sorted(Justification.BY_ROW.thenComparing(why -> why.other(direction), Party.ORDER))
        .toList();
  }
}
