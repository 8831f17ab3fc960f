package anyware.natives;

import anyware.firewall.Firewall;
import anyware.plan.RoleSubnets;
import java.util.List;

/**
 * A network that somebody else made, ready to be judged.
 *
 * @param firewall what its rules do
 * @param roleSubnets where each role's machines can be, as far as anybody said
 * @param warnings what could not be judged and what was assumed instead, a sentence each
 */
public record NativeNetwork(Firewall firewall, RoleSubnets roleSubnets, List<String> warnings) {

  /** Copies the warnings. */
  public NativeNetwork {
    warnings = List.copyOf(warnings);
  }
}
