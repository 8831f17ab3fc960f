package anyware.gcp;

import anyware.catalogue.Role;
import java.util.List;

/**
 * The way out of machines without public addresses: Cloud NAT with addresses that it allocates by
 * itself (https://cloud.google.com/nat/docs/overview).
 *
 * @param name the logical name of the gateway and of its Cloud Router
 * @param roles whose subnets it serves, in the roles' order
 * @param portsPerMachine how many connections to one destination a machine may have at a time: a
 *     power of two (https://cloud.google.com/nat/docs/ports-and-addresses)
 */
public record CloudNat(String name, List<Role> roles, int portsPerMachine) {
  /** Copies the roles. */
  public CloudNat {
    roles = List.copyOf(roles);
  }
}
