package anyware.aws;

import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.plan.Place;
import java.util.List;

/**
 * A peer's addresses of one family, as a customer-managed prefix list: rules name it, and when the
 * addresses change it is changed in place and no rule is touched
 * (https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html).
 *
 * @param name the logical name: the site, the peer and the family, never an address
 * @param peer whose addresses they are; the first in {@link Peer}'s order where several share them
 * @param family the addresses' family, which a list can't mix
 * @param maxEntries how many entries AWS keeps room for, 1 to 1000, in the quota of every group
 *     that has a rule which names the list, once for each such rule. A planned list has room for
 *     its entries and no more: head-room would be paid for in every one of these rules, while
 *     growing in place costs one more call
 * @param entries the prefixes, sorted, without overlap where they are planned
 */
public record PrefixList(
    String name, Peer peer, Family family, int maxEntries, List<Cidr> entries) {

  /** Longer than any; a list's own name, with what the engine adds, has at most 255. */
  private static final int NAME = 100;

  /** Copies the entries. */
  public PrefixList {
    entries = List.copyOf(entries);
  }

  /** A list with room for exactly these addresses. */
  static PrefixList of(String name, RuleEnd.Listed end, AddressSet addresses) {
    List<Cidr> entries = addresses.prefixes();
    return new PrefixList(name, end.peer(), end.family(), entries.size(), entries);
  }

  /** The logical name of the list that an end stands for. */
  static String name(Place place, RuleEnd.Listed end) {
    return place.name(end.slug(), NAME);
  }

  /** How rules name it. */
  public RuleEnd.Listed end() {
    return new RuleEnd.Listed(peer, family);
  }

  /** All that the entries cover. */
  public AddressSet addresses() {
    return AddressSet.of(entries);
  }
}
