package anyware.aws;

import anyware.net.AddressSet;
import anyware.net.Family;
import anyware.plan.Place;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lowers a site's peers to prefix lists: those of their addresses that a rule names. */
final class PrefixListPlanner {
  private PrefixListPlanner() {}

  /** Sorted by name. */
  static List<PrefixList> of(Place place, Policy policy, List<Rule> rules) {
    Map<RuleEnd, PrefixList> lists = new LinkedHashMap<>();
    for (Flow flow : policy.flows()) {
      for (End end : List.of(flow.from(), flow.to())) {
        end.fold(members -> List.<PrefixList>of(), outside -> ofPeer(place, outside))
            .forEach(list -> lists.putIfAbsent(list.end(), list));
      }
    }
    Set<RuleEnd> named = rules.stream().map(Rule::other).collect(Collectors.toSet());
    lists.keySet().retainAll(named);
    return lists.values().stream().sorted(Comparator.comparing(PrefixList::name)).toList();
  }

  private static List<PrefixList> ofPeer(Place place, End.Outside outside) {
    List<PrefixList> lists = new ArrayList<>();
    for (Family family : Family.values()) {
      AddressSet addresses = outside.addresses().of(family);
      if (!addresses.isEmpty()) {
        RuleEnd.Listed end = new RuleEnd.Listed(outside.peer(), family);
        lists.add(PrefixList.of(PrefixList.name(place, end), end, addresses));
      }
    }
    return lists;
  }
}
