package anyware.firewall;

import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A firewall that answers as another one does, but where it says something else. */
public interface WrappedFirewall extends Firewall {
  /** The other one. */
  Firewall inner();

  @Override
  default Set<IpProtocol> protocols() {
    return inner().protocols();
  }

  @Override
  default Set<Integer> portBoundaries(Role role, Direction direction, IpProtocol protocol) {
    return inner().portBoundaries(role, direction, protocol);
  }

  @Override
  default Judge judge(Role role, Direction direction, IpProtocol protocol, int port) {
    return inner().judge(role, direction, protocol, port);
  }

  @Override
  default boolean isBeyondRules(Direction direction, IpAddress other) {
    return inner().isBeyondRules(direction, other);
  }

  @Override
  default boolean isForAnybody(Role role, Direction direction, IpProtocol protocol, int port) {
    return inner().isForAnybody(role, direction, protocol, port);
  }

  @Override
  default Optional<Outcome> platformDefault(Role role, Direction direction, Host other) {
    return inner().platformDefault(role, direction, other);
  }

  @Override
  default AddressSet hosts() {
    return inner().hosts();
  }

  @Override
  default Set<Family> families(Role role) {
    return inner().families(role);
  }

  @Override
  default List<Firewall> standpoints(Role role) {
    return inner().standpoints(role);
  }
}
