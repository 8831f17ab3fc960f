package anyware.cloud;

import anyware.catalogue.Role;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * How a cloud spells what is there already.
 *
 * @param network the form of a network's id
 * @param subnet the form of a subnet's id
 * @param own what no other cloud's ids look like: who finds it in another cloud's setting knows
 *     what was meant
 * @param isPart whether a subnet, the second, can be a part of a network, the first; by their ids
 *     alone
 * @param needed the roles whose machines must be told by their addresses, when the site has them
 */
public record ExistingForm(
    TextForm network,
    TextForm subnet,
    Pattern own,
    BiPredicate<String, String> isPart,
    Set<Role> needed) {
  /** Copies the roles. */
  public ExistingForm {
    needed = Set.copyOf(needed);
  }
}
