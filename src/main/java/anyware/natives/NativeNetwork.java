package anyware.natives;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.plan.RoleSubnets;
import java.util.List;
import java.util.Set;

/**
 * A network that somebody else made, ready to be judged.
 *
 * @param firewall what its rules do
 * @param roles the roles of which anybody said which machines have them; the firewall knows no
 *     other
 * @param roleSubnets where each role's machines can be, as far as anybody said
 * @param warnings what could not be judged and what was assumed instead, a sentence each
 */
public record NativeNetwork(
    Firewall firewall, Set<Role> roles, RoleSubnets roleSubnets, List<String> warnings) {

  /** Copies the roles and the warnings. */
  public NativeNetwork {
    firewall = new PrintedFirewall(firewall, roleSubnets);
    roles = Set.copyOf(roles);
    warnings = List.copyOf(warnings);
  }
}
