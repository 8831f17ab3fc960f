package anyware.audit;

import anyware.catalogue.Role;
import anyware.net.AddressRange;
import anyware.net.AddressSet;
import anyware.net.Family;
import anyware.net.PublicSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Machines at the other end of connections.
 *
 * @param role their role; absent for machines by address alone
 * @param addresses their addresses, ascending and apart
 * @param whole whether these are all machines of the role
 * @param except roles whose machines at these addresses are not meant
 * @param assumed machines that nobody described, in words; absent where the addresses tell
 */
public record OtherEnd(
    Optional<Role> role,
    List<AddressRange> addresses,
    boolean whole,
    List<Role> except,
    Optional<String> assumed) {
  private static final double WIDE = 0.125;

  /** Copies the lists. */
  public OtherEnd {
    addresses = List.copyOf(addresses);
    except = List.copyOf(except);
  }

  /** A role's machines at these addresses. */
  static OtherEnd members(Role role, List<AddressRange> addresses, boolean whole) {
    return new OtherEnd(Optional.of(role), addresses, whole, List.of(), Optional.empty());
  }

  /** Machines by address alone. */
  static OtherEnd at(List<AddressRange> addresses, List<Role> except) {
    return new OtherEnd(Optional.empty(), addresses, false, except, Optional.empty());
  }

  /** Machines of which nobody knows where they are. */
  static OtherEnd assumed(String who) {
    return new OtherEnd(Optional.empty(), List.of(), false, List.of(), Optional.of(who));
  }

  /** Whether it is an eighth of a family's public addresses at least, be it in pieces. */
  boolean isInternet() {
    AddressSet all =
        AddressSet.of(addresses.stream().flatMap(range -> range.prefixes().stream()).toList());
    return role.isEmpty()
        && Arrays.stream(Family.values())
            .anyMatch(family -> PublicSpace.share(all, family) >= WIDE);
  }

  /** The role, the addresses, or both; or whom nobody described. */
  @Override
  public String toString() {
    return assumed.orElseGet(this::known);
  }

  private String known() {
    String text = AddressRangeText.of(addresses, except);
    return role.map(r -> whole ? r.slug() : r.slug() + " " + text).orElse(text);
  }
}
