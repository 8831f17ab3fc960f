package anyware.gcp;

import anyware.net.AddressSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The end of a rule that is not its target: the source of an inbound rule, the destination of an
 * outbound one. Whoever is in one of the three parts is meant
 * (https://cloud.google.com/firewall/docs/firewalls#sources_or_destinations).
 *
 * @param addresses addresses of one family; the platform takes no rule that mixes both
 * @param tags network tags: machines of the same network, known by their internal addresses in it.
 *     Only an inbound rule can have them: an outbound rule's destination is always addresses.
 * @param serviceAccounts e-mail addresses of the service accounts of such machines, likewise
 */
public record RuleEnd(
    AddressSet addresses, SortedSet<String> tags, SortedSet<String> serviceAccounts) {

  /** Copies the sets. */
  public RuleEnd {
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    serviceAccounts = Collections.unmodifiableSortedSet(new TreeSet<>(serviceAccounts));
  }

  /** Whoever is at one of the addresses, or has one of the tags or accounts. */
  static RuleEnd of(
      AddressSet addresses, Collection<String> tags, Collection<String> serviceAccounts) {
    return new RuleEnd(addresses, new TreeSet<>(tags), new TreeSet<>(serviceAccounts));
  }

  /** Addresses alone. */
  static RuleEnd at(AddressSet addresses) {
    return of(addresses, List.of(), List.of());
  }

  /** The machines with one tag. */
  static RuleEnd tagged(String tag) {
    return of(AddressSet.EMPTY, List.of(tag), List.of());
  }
}
