package anyware.firewall;

import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of many rules is the first to mean a machine. Made in one pass over the edges of all
 * prefixes, in their order, so that it grows with the edges (and a bit a rule at each), and asking
 * is a binary search.
 */
final class FirstMatchIndex {
  private static final int NONE = Integer.MAX_VALUE;

  private final List<ResolvedRule> rules;
  private final List<IpAddress> starts = new ArrayList<>();
  private final List<Integer> anybody = new ArrayList<>();
  private final List<Integer> outsiders = new ArrayList<>();
  private final Map<Family, Map<Role, Integer>> members = new EnumMap<>(Family.class);

  /**
   * Where a rule begins or ends to mean addresses.
   *
   * @param at the first address for which it is so
   * @param rule its number
   * @param anybody whether it means whoever is there, or only machines without a role
   * @param step 1 where it begins, -1 behind its end
   */
  private record Edge(IpAddress at, int rule, boolean anybody, int step) {}

  /**
   * @param rules in the order in which they are asked
   */
  FirstMatchIndex(List<ResolvedRule> rules) {
    this.rules = rules;
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      ResolvedEnd end = rules.get(i).other();
      add(edges, i, end, end.possible(), true);
      add(edges, i, end, end.outsiders(), false);
      if (!end.guess().withRoles()) {
        add(edges, i, end, end.guess().addresses(), false);
      }
      for (Family family : end.families()) {
        for (Role role : end.roles()) {
          members.computeIfAbsent(family, key -> new EnumMap<>(Role.class)).putIfAbsent(role, i);
        }
      }
    }
    edges.sort(Comparator.comparing(Edge::at));
    sweep(edges);
  }

  private static void add(
      List<Edge> edges, int rule, ResolvedEnd end, AddressSet addresses, boolean anybody) {
    for (Cidr prefix : addresses.prefixes()) {
      if (end.families().contains(prefix.family())) {
        edges.add(new Edge(prefix.first(), rule, anybody, 1));
        if (!prefix.last().equals(prefix.family().all().last())) {
          edges.add(new Edge(prefix.last().next(), rule, anybody, -1));
        }
      }
    }
  }

  private void sweep(List<Edge> edges) {
    Active everybody = new Active(rules.size());
    Active strangers = new Active(rules.size());
    Family family = Family.IPV4;
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      if (edge.at().family() != family) {
        // What reaches to the end of a family has no edge there.
        family = edge.at().family();
        everybody = new Active(rules.size());
        strangers = new Active(rules.size());
      }
      (edge.anybody() ? everybody : strangers).change(edge);
      if (i + 1 == edges.size() || !edges.get(i + 1).at().equals(edge.at())) {
        starts.add(edge.at());
        anybody.add(everybody.first());
        outsiders.add(strangers.first());
      }
    }
  }

  /** The rules that mean an address. */
  private static final class Active {
    private final int[] counts;
    private final BitSet rules = new BitSet();

    Active(int size) {
      this.counts = new int[size];
    }

    void change(Edge edge) {
      counts[edge.rule()] += edge.step();
      rules.set(edge.rule(), counts[edge.rule()] > 0);
    }

    int first() {
      int first = rules.nextSetBit(0);
      return first < 0 ? NONE : first;
    }
  }

  /** The first rule that means the machine; null when none does. */
  @Nullable ResolvedRule first(Host host) {
    Family family = host.address().family();
    int place = place(host.address());
    boolean known = place >= 0 && starts.get(place).family() == family;
    int first = known ? anybody.get(place) : NONE;
    int other =
        host.role()
            .map(role -> members.getOrDefault(family, Map.of()).getOrDefault(role, NONE))
            .orElse(known ? outsiders.get(place) : NONE);
    int found = Math.min(first, other);
    return found == NONE ? null : rules.get(found);
  }

  /** The last start that is not behind the address; -1 where all are. */
  private int place(IpAddress address) {
    int low = 0;
    int high = starts.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (starts.get(middle).compareTo(address) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }
}
