package anyware.plan;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Family;
import anyware.policy.Justification;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who passes a gate: who is at the other end.
 *
 * @param members the roles whose machines do, and why
 * @param outside the addresses outside the roles that do, by their family; none of a family without
 */
public record Passage(
    SortedMap<Role, List<Justification>> members, SortedMap<Family, Outside> outside) {

  /** Copies the collections. */
  public Passage {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    outside = Collections.unmodifiableSortedMap(new TreeMap<>(outside));
  }

  /**
   * Addresses of one family.
   *
   * @param addresses the addresses, whoever has them; not empty
   * @param reasons why they pass, in the table's order
   */
  public record Outside(AddressSet addresses, List<Justification> reasons) {
    /** Copies the reasons. */
    public Outside {
      reasons = List.copyOf(reasons);
    }
  }
}
