package anyware.aws;

import anyware.catalogue.Role;

/**
 * A role's security group: stateful, and closed in both directions but for its rules
 * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html). Groups only add, so
 * what the policy leaves to the platform's default, such as a workstation's way to its domain, is
 * opened by another group of the owner's on the same machine.
 *
 * @param name the logical name, from which the group's own name is made
 * @param role the role; a plan has one group a role
 * @param description the group's description, which can't be changed without replacing the group
 */
public record Group(String name, Role role, String description) {}
