package anyware.natives;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.policy.Firewall;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A network that somebody else made, ready to be judged.
 *
 * @param firewall what its rules do
 * @param roleSubnets where each role's machines can be, as far as anybody said
 * @param warnings what could not be judged and what was assumed instead, a sentence each
 */
public record NativeNetwork(
    Firewall firewall, Map<Role, List<Cidr>> roleSubnets, List<String> warnings) {

  /** Copies the subnets and the warnings. */
  public NativeNetwork {
    Map<Role, List<Cidr>> copy = new EnumMap<>(Role.class);
    roleSubnets.forEach((role, ranges) -> copy.put(role, List.copyOf(ranges)));
    roleSubnets = Collections.unmodifiableMap(copy);
    warnings = List.copyOf(warnings);
  }
}
