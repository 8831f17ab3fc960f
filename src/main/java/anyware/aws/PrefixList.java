package anyware.aws;

import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.plan.Gate;
import anyware.plan.Place;
import java.util.List;

/**
 * The addresses of one family that pass a gate, whoever has them, as a customer-managed prefix
 * list: the gate's rule names it, and when the addresses change it is changed in place, in one
 * call, and no rule is touched
 * (https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html).
 *
 * @param name the logical name: the site, the gate and the family, never an address
 * @param gate where they pass
 * @param family the addresses' family, which a list can't mix
 * @param maxEntries how many entries AWS keeps room for, 1 to 1000, in the quota of the group that
 *     has the rule which names the list. A planned list has room for its entries and no more:
 *     head-room would be paid for in the quota, while growing in place costs one more call
 * @param entries the prefixes, sorted, without overlap where they are planned
 */
public record PrefixList(
    String name, Gate gate, Family family, int maxEntries, List<Cidr> entries) {

  /** Longer than any; a list's own name, with what the engine adds, has at most 255. */
  private static final int NAME = 100;

  /** Copies the entries. */
  public PrefixList {
    entries = List.copyOf(entries);
  }

  /** A list with room for exactly these addresses. */
  static PrefixList of(String name, RuleEnd.Listed end, AddressSet addresses) {
    List<Cidr> entries = addresses.prefixes();
    return new PrefixList(name, end.gate(), end.family(), entries.size(), entries);
  }

  /** The logical name of the list that an end stands for. */
  static String name(Place place, RuleEnd.Listed end) {
    return place.name(end.label(), NAME);
  }

  /** How rules name it. */
  public RuleEnd.Listed end() {
    return new RuleEnd.Listed(gate, family);
  }

  /** Whether the rule lets a group pass the same gate, where the list may give up its machines. */
  boolean comesAfter(Rule rule) {
    return !rule.other().members().isEmpty()
        && rule.role() == gate.role()
        && rule.direction() == gate.direction()
        && rule.traffic().equals(gate.traffic());
  }

  /** All that the entries cover. */
  public AddressSet addresses() {
    return AddressSet.of(entries);
  }
}
