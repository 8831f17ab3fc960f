package anyware.aws;

import anyware.catalogue.Role;
import anyware.state.StateResource;
import java.util.Arrays;
import java.util.Optional;

/**
 * A deployed group of a role.
 *
 * @param role whose group it is
 * @param resource the group
 */
record StateGroup(Role role, StateResource resource) {

  /** By the logical name, which begins with the role: a name is cut at its end only. */
  static Optional<StateGroup> of(StateResource resource) {
    return Arrays.stream(Role.values())
        .filter(role -> resource.name().startsWith(role.slug() + "-"))
        .findFirst()
        .map(role -> new StateGroup(role, resource));
  }

  /** The cloud's id, or the logical name of a group that is yet to be created. */
  String id() {
    return resource.id().orElse(resource.name());
  }

  /** How rules name it. */
  RuleEnd.Members members() {
    return new RuleEnd.Members(role);
  }
}
