package anyware.report;

import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.MalformedException;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names sets of addresses once, so that tables need not repeat them. */
final class AddressBook {
  private static final int FEW = 2;

  private final Map<AddressSet, Entry> entries = new LinkedHashMap<>();

  /**
   * A set with a name.
   *
   * @param id the entry's identity in the page
   * @param name whose addresses they are
   * @param addresses the addresses, more than a few
   */
  record Entry(String id, String name, AddressSet addresses) {
    private String link() {
      return "<a href=\"#%s\">%s</a>".formatted(Html.text(id), Html.text(name));
    }
  }

  /** The sets that policies name. */
  AddressBook(List<Policy> policies) {
    Map<AddressSet, Set<String>> names = new LinkedHashMap<>();
    Map<AddressSet, Set<String>> sites = new LinkedHashMap<>();
    for (Policy policy : policies) {
      for (Flow flow : policy.flows()) {
        addresses(flow.from()).ifPresent(set -> put(names, set, FlowEdges.from(flow)));
        addresses(flow.from()).ifPresent(set -> put(sites, set, policy.site()));
        addresses(flow.to()).ifPresent(set -> put(names, set, FlowEdges.to(flow)));
        addresses(flow.to()).ifPresent(set -> put(sites, set, policy.site()));
      }
    }
    Map<String, Long> shared =
        names.values().stream()
            .collect(Collectors.groupingBy(AddressBook::joined, Collectors.counting()));
    names.forEach(
        (set, who) -> {
          String name = joined(who);
          boolean alone = shared.getOrDefault(name, 0L) == 1;
          add(
              set,
              alone ? name : name + " at " + String.join(", ", sites.getOrDefault(set, Set.of())));
        });
  }

  private static void put(Map<AddressSet, Set<String>> to, AddressSet set, String value) {
    to.computeIfAbsent(set, key -> new LinkedHashSet<>()).add(value);
  }

  private static String joined(Set<String> names) {
    return names.stream()
        .flatMap(name -> List.of(name.split(" \\+ ", -1)).stream())
        .distinct()
        .collect(Collectors.joining(" + "));
  }

  private static Optional<AddressSet> addresses(End end) {
    return end.fold(
            members -> Optional.<AddressSet>empty(), outside -> Optional.of(outside.addresses()))
        .filter(set -> set.prefixes().size() > FEW);
  }

  private Entry add(AddressSet set, String name) {
    String id = "addresses-" + name.replaceAll("[^a-z0-9]+", "-");
    Set<String> taken = entries.values().stream().map(Entry::id).collect(Collectors.toSet());
    String free = id;
    for (int number = 2; taken.contains(free); number++) {
      free = id + "-" + number;
    }
    Entry entry = new Entry(free, name, set);
    Entry known = entries.putIfAbsent(set, entry);
    return known == null ? entry : known;
  }

  /** All sets, those included that were met in tables. */
  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** A list of prefixes: as it is where it is short or something else, or by names. */
  Cell cell(String text) {
    List<Cidr> prefixes = new ArrayList<>();
    try {
      for (String part : text.split(", ", -1)) {
        prefixes.add(Cidr.parse(part));
      }
    } catch (MalformedException e) {
      return Cell.of(text);
    }
    return prefixes.size() <= FEW ? Cell.of(text) : named(AddressSet.of(prefixes));
  }

  private Cell named(AddressSet set) {
    AddressSet left = set;
    List<Entry> parts = new ArrayList<>();
    List<Entry> known =
        entries.values().stream()
            .sorted(
                Comparator.comparingInt((Entry entry) -> entry.addresses().prefixes().size())
                    .reversed())
            .toList();
    for (Entry entry : known) {
      AddressSet own = ofFamilies(entry.addresses(), set);
      if (!own.isEmpty() && own.without(set).isEmpty() && !own.without(left).equals(own)) {
        parts.add(entry);
        left = left.without(own);
      }
    }
    if (!left.isEmpty()) {
      parts.add(add(left, "further addresses"));
    }
    return new Cell(
        parts.stream().map(Entry::link).collect(Collectors.joining(" + "))
            + ", "
            + set.prefixes().size()
            + " prefixes",
        " data-sets=\""
            + parts.stream().map(Entry::id).map(Html::text).collect(Collectors.joining(" "))
            + "\"");
  }

  /** The part in the families that the other set has. */
  private static AddressSet ofFamilies(AddressSet set, AddressSet other) {
    return AddressSet.of(
        set.prefixes().stream().filter(one -> !other.of(one.family()).isEmpty()).toList());
  }

  /** Every set with all of its prefixes. */
  String html() {
    if (entries.isEmpty()) {
      return "<p>No list of addresses is long: all stand where they are used.</p>\n";
    }
    return entries.values().stream()
        .map(
            entry ->
                """
                <section class="addresses" id="%s" tabindex="-1">
                <h3>%s <span>%d prefixes</span></h3>
                <p>%s</p>
                </section>
                """
                    .formatted(
                        Html.text(entry.id()),
                        Html.text(entry.name()),
                        entry.addresses().prefixes().size(),
                        entry.addresses().prefixes().stream()
                            .map(prefix -> "<code>" + Html.text(prefix.toString()) + "</code>")
                            .collect(Collectors.joining(" "))))
        .collect(Collectors.joining());
  }
}
