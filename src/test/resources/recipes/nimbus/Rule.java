package anyware.nimbus;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Traffic;
import java.util.Optional;

/** Lets traffic pass between a role's machines and either another role's or some addresses. */
public record Rule(
    String name,
    String reason,
    Role role,
    Direction direction,
    Traffic traffic,
    Optional<Role> members,
    AddressSet addresses) {
  String other() {
    return members.map(Role::slug).orElseGet(addresses::toString);
  }
}
