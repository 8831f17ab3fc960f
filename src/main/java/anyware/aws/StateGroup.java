package anyware.aws;

import anyware.catalogue.Role;
import anyware.state.StateResource;

/**
 * A deployed group of a role.
 *
 * @param role whose group it is
 * @param resource the group
 */
record StateGroup(Role role, StateResource resource) {

  /** The cloud's id, or the logical name of a group that is yet to be created. */
  String id() {
    return resource.id().orElse(resource.name());
  }
}
