package anyware.audit;

import anyware.catalogue.Role;
import anyware.net.AddressRange;
import java.util.List;
import java.util.Optional;

/**
 * Machines at the other end of connections.
 *
 * @param role their role; absent for machines by address alone
 * @param addresses their addresses, ascending and apart
 * @param whole whether these are all machines of the role
 * @param except roles whose machines at these addresses are not meant
 */
public record OtherEnd(
    Optional<Role> role, List<AddressRange> addresses, boolean whole, List<Role> except) {
  private static final int WIDE_PREFIX = 3;

  /** Copies the lists. */
  public OtherEnd {
    addresses = List.copyOf(addresses);
    except = List.copyOf(except);
  }

  /** Whether it is an eighth of an address family at least, be it in pieces. */
  boolean isInternet() {
    return role.isEmpty() && addresses.stream().anyMatch(range -> range.isAsWideAs(WIDE_PREFIX));
  }

  /** The role, the addresses, or both. */
  @Override
  public String toString() {
    String text = AddressRangeText.of(addresses, except);
    return role.map(r -> whole ? r.slug() : r.slug() + " " + text).orElse(text);
  }
}
