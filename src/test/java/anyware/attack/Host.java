package anyware.attack;

import java.util.Optional;
import java.util.Set;

/**
 * A machine, ours or anybody's.
 *
 * @param name what it is called here
 * @param groups the ids of groups, or the tags, that it carries
 * @param address where it is, when that is known
 */
record Host(String name, Set<String> groups, Optional<Span> address) {
  static Host of(String group) {
    return new Host(group, Set.of(group), Optional.empty());
  }

  static Host of(Span address) {
    return new Host(address.toString(), Set.of(), Optional.of(address));
  }
}
