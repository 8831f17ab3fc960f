package anyware.attack;

import anyware.attack.Filter.Member;
import anyware.attack.Filter.Packet;
import anyware.attack.Filter.Ports;
import anyware.attack.Filter.Within;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What passes in a state.
 *
 * @param facts what balancers and networks are told, a line each
 * @param hosts our machines by name
 * @param filters the rules that each machine's connections meet, sorted
 */
record Reach(
    Set<String> facts, TreeMap<String, Host> hosts, TreeMap<String, List<Filter>> filters) {
  private static final List<String> PROTOCOLS = List.of("6", "17", "1", "47");
  private static final List<Integer> SOURCE_PORTS = List.of(1023, 50_000);
  private static final int LAST_PORT = 65_535;

  static Reach empty() {
    return new Reach(new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
  }

  void add(Host host, List<Filter> rules) {
    String name = host.name();
    while (hosts.containsKey(name)) {
      name += "'";
    }
    hosts.put(name, host);
    filters.put(name, rules.stream().sorted(Filter.ORDER).toList());
  }

  /** Whether some packet passes here and not there, or the other way round. */
  boolean differsFrom(Reach other) {
    if (equals(other)) {
      return false;
    }
    if (!facts.equals(other.facts) || !hosts.equals(other.hosts)) {
      return true;
    }
    return filters.entrySet().stream()
        .anyMatch(
            entry -> {
              List<Filter> there = Objects.requireNonNull(other.filters.get(entry.getKey()));
              return !entry.getValue().equals(there)
                  && differ(
                      Objects.requireNonNull(hosts.get(entry.getKey())), entry.getValue(), there);
            });
  }

  /** One packet of every class that the rules of either side tell apart. */
  private boolean differ(Host self, List<Filter> here, List<Filter> there) {
    List<Filter> all = Stream.concat(here.stream(), there.stream()).distinct().toList();
    List<Host> others = others(all);
    Set<Integer> ports = new TreeSet<>(List.of(0, 1, LAST_PORT));
    all.forEach(rule -> rule.ports().forEach(one -> ports.addAll(around(one))));
    for (boolean inbound : List.of(true, false)) {
      for (Host other : others) {
        for (String protocol : PROTOCOLS) {
          for (int port : ports) {
            for (int sourcePort : SOURCE_PORTS) {
              Packet packet = new Packet(self, inbound, other, protocol, port, sourcePort);
              if (passes(here, packet) != passes(there, packet)) {
                return true;
              }
            }
          }
        }
      }
    }
    return false;
  }

  private static List<Integer> around(Ports ports) {
    return Stream.of(ports.first() - 1, ports.first(), ports.last(), ports.last() + 1)
        .filter(port -> port >= 0 && port <= LAST_PORT)
        .toList();
  }

  private List<Host> others(List<Filter> rules) {
    Set<Host> others = new LinkedHashSet<>(hosts.values());
    for (Filter rule : rules) {
      Stream.concat(rule.own().stream(), rule.others().stream())
          .forEach(
              end -> {
                if (end instanceof Member member) {
                  others.add(Host.of(member.group()));
                } else if (end instanceof Within within) {
                  others.add(Host.of(within.span().one(0)));
                  others.add(Host.of(within.span().one(-1)));
                  others.add(Host.of(within.span().next()));
                }
              });
    }
    for (String anybody : List.of("8.8.8.8", "168.63.129.16", "2001:4860:4860::8888")) {
      Span.of(anybody).map(Host::of).ifPresent(others::add);
    }
    return new ArrayList<>(others);
  }

  private static boolean passes(List<Filter> rules, Packet packet) {
    for (Filter rule : rules) {
      if (rule.matches(packet)) {
        return rule.allow();
      }
    }
    return false;
  }
}
