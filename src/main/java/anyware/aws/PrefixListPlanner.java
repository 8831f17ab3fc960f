package anyware.aws;

import anyware.plan.Gate;
import anyware.plan.Passage;
import anyware.plan.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Lowers what passes a site's gates to prefix lists: one for addresses that are not everybody. */
final class PrefixListPlanner {
  private PrefixListPlanner() {}

  /** Sorted by name. */
  static List<PrefixList> of(Place place, Map<Gate, Passage> gates) {
    List<PrefixList> lists = new ArrayList<>();
    gates.forEach(
        (gate, passage) ->
            passage
                .outside()
                .forEach(
                    (family, outside) -> {
                      if (!outside.addresses().coversAll(family)) {
                        RuleEnd.Listed end = new RuleEnd.Listed(gate, family);
                        String name = PrefixList.name(place, end);
                        lists.add(PrefixList.of(name, end, outside.addresses()));
                      }
                    }));
    return lists.stream().sorted(Comparator.comparing(PrefixList::name)).toList();
  }
}
