package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import java.util.List;

/**
 * What a role gets: a subnet, the network security group that filters it, and the application
 * security group that its machines' network interfaces join.
 *
 * @param role the role
 * @param name the logical name of all three resources, which differ in type
 * @param subnet the subnet's addresses
 * @param rules the network security group's own rules, inbound first, then by priority
 * @param attached whether that group filters the subnet; false only where somebody took it off
 */
public record RoleGroups(Role role, String name, Cidr subnet, List<Rule> rules, boolean attached) {

  /** Copies the rules. */
  public RoleGroups {
    rules = List.copyOf(rules);
  }
}
