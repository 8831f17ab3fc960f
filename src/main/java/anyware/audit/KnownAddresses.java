package anyware.audit;

import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.policy.Flow;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses that a policy has a name for.
 *
 * @param name the peers that have them
 * @param addresses the addresses; not empty
 * @param administrators whether they are those of administrators alone
 */
record KnownAddresses(String name, AddressSet addresses, boolean administrators) {
  private static final Set<Peer> ADMINISTRATORS = Set.of(Peer.ADMINISTRATORS, Peer.SSH);
  private static final int MOST = 2;

  /**
   * From where Azure itself talks to machines, and nobody else does: health probes and the guest
   * agent (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16).
   */
  private static final Cidr PLATFORM = Cidr.of("168.63.129.16/32");

  /** Everybody whom a policy lets in, in the flows' order. */
  static List<KnownAddresses> inbound(Policy policy) {
    Map<AddressSet, List<Peer>> peers = new LinkedHashMap<>();
    for (Flow flow : policy.flows()) {
      flow.from()
          .fold(
              members -> List.<Peer>of(),
              outside -> {
                List<Peer> known =
                    peers.computeIfAbsent(outside.addresses(), key -> new ArrayList<>());
                flow.justifications().stream()
                    .map(why -> why.from().fold(role -> outside.peer(), peer -> peer))
                    .filter(peer -> !known.contains(peer))
                    .forEach(known::add);
                return known;
              });
    }
    return peers.entrySet().stream()
        .map(
            entry ->
                new KnownAddresses(
                    entry.getValue().stream().map(Peer::slug).collect(Collectors.joining(" + ")),
                    entry.getKey(),
                    ADMINISTRATORS.containsAll(entry.getValue())))
        .toList();
  }

  /** Where the platform's own health probes come from, with a balancer or without. */
  static AddressSet probes(Policy policy) {
    return AddressSet.of(
        Stream.concat(
                Stream.of(PLATFORM),
                policy.flows().stream()
                    .filter(flow -> flow.from().party() == Peer.HEALTH_PROBES)
                    .flatMap(
                        flow ->
                            flow
                                .from()
                                .fold(
                                    members -> List.<Cidr>of(),
                                    outside -> outside.addresses().prefixes())
                                .stream()))
            .toList());
  }

  /**
   * Whether all of them are in a set, but for a family that the set has nothing of.
   *
   * @param set the set
   * @param beside addresses that are not missed
   */
  boolean isIn(AddressSet set, AddressSet beside) {
    AddressSet own =
        AddressSet.of(
                addresses.prefixes().stream()
                    .filter(prefix -> !set.of(prefix.family()).isEmpty())
                    .toList())
            .without(beside);
    return !own.isEmpty() && own.without(set).isEmpty();
  }

  /** Those of them that are in a set, under a name that says so. */
  KnownAddresses in(AddressSet set) {
    return new KnownAddresses(
        "part of " + name, set.without(set.without(addresses)), administrators);
  }

  /** The first prefixes of a set and how many more there are. */
  static String text(AddressSet set) {
    List<Cidr> prefixes = set.prefixes();
    Stream<String> first = prefixes.stream().limit(MOST).map(Cidr::toString);
    int more = prefixes.size() - MOST;
    return Stream.concat(first, more > 0 ? Stream.of("and " + more + " more") : Stream.of())
        .collect(Collectors.joining(", "));
  }

  /** The name and how many prefixes, or the prefixes where they are few. */
  @Override
  public String toString() {
    int count = addresses.prefixes().size();
    return name + (count > MOST ? ", " + count + " prefixes" : " (" + text(addresses) + ")");
  }
}
