package anyware.gcp;

import anyware.catalogue.Role;
import anyware.net.Cidr;

/**
 * A regional IPv4 subnet (https://cloud.google.com/vpc/docs/subnets). It filters nothing: a rule
 * finds its machines by their tag. But an outbound rule can name a role only by this range.
 *
 * @param name the logical name
 * @param role whose machines belong here
 * @param range its addresses, /29 or shorter
 */
public record Subnet(String name, Role role, Cidr range) {}
