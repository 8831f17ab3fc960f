package anyware.gcp;

import anyware.net.AddressSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The machines that a rule applies to: those with one of the tags or one of the service accounts,
 * and without either every machine of the network
 * (https://cloud.google.com/firewall/docs/firewalls#rule_assignment).
 *
 * @param tags network tags
 * @param serviceAccounts e-mail addresses of service accounts; the platform takes no rule with both
 * @param addresses the machines' own addresses that the rule is limited to; empty for all of them
 */
public record Target(
    SortedSet<String> tags, SortedSet<String> serviceAccounts, AddressSet addresses) {

  /** Copies the sets. */
  public Target {
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    serviceAccounts = Collections.unmodifiableSortedSet(new TreeSet<>(serviceAccounts));
  }

  /** The machines with these tags or accounts, at these addresses. */
  static Target of(
      Collection<String> tags, Collection<String> serviceAccounts, AddressSet addresses) {
    return new Target(new TreeSet<>(tags), new TreeSet<>(serviceAccounts), addresses);
  }

  /** The machines with one tag. */
  static Target tagged(String tag) {
    return of(List.of(tag), List.of(), AddressSet.EMPTY);
  }

  /** Whether neither tags nor service accounts tell machines apart. */
  boolean isWholeNetwork() {
    return tags.isEmpty() && serviceAccounts.isEmpty();
  }
}
