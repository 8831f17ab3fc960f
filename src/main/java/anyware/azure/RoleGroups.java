package anyware.azure;

import anyware.catalogue.Role;
import java.util.List;

/**
 * What a role gets: the network security group that filters its machines, and the application
 * security group that their network interfaces join. In a network that the plan makes the former is
 * attached to the role's subnet; in one that is there, its owner attaches it to the interfaces.
 *
 * @param role the role
 * @param name the logical name of both groups, which differ in type; a gateway's machines are the
 *     platform's and join none
 * @param rules the network security group's own rules, inbound first, then by priority
 * @param attached whether that group filters the machines; false only where somebody took it off
 *     their subnet
 */
public record RoleGroups(Role role, String name, List<Rule> rules, boolean attached) {

  /** Copies the rules. */
  public RoleGroups {
    rules = List.copyOf(rules);
  }

  /** Whether machines join an application security group. */
  boolean isJoined() {
    return role != Role.BALANCER;
  }
}
