package anyware.gcp;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import java.util.Optional;

/**
 * A regional subnet (https://cloud.google.com/vpc/docs/subnets). It filters nothing: a rule finds
 * its machines by their tag. But an outbound rule can name a role only by this range.
 *
 * @param name the logical name
 * @param role whose machines belong here
 * @param range its IPv4 addresses, /29 or shorter
 * @param ipv6 who reaches its IPv6 addresses, which Google chooses; absent where it has none
 */
public record Subnet(String name, Role role, Cidr range, Optional<Ipv6Access> ipv6) {}
