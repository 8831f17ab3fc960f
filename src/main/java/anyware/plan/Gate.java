package anyware.plan;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.Protocol;
import anyware.net.Traffic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A port that flows pass at a role's firewall, whoever is at the other end. Where a cloud has
 * resources of its own for rules, a gate gives them their identity: what two versions of a site
 * both let through a gate is then in one resource, which changes in one call, and never on its way
 * from one to another. A gate of a direction that is open is another than the same of one that is
 * limited: all of the one is made before anything of the other goes.
 *
 * @param role whose firewall
 * @param direction which way, seen from the role
 * @param open whether everything else passes in this direction as well
 * @param protocol the transport protocol
 * @param port the port at the accepting end, 1 to 65535
 */
public record Gate(Role role, Direction direction, boolean open, Protocol protocol, int port) {
  private static final int LAST_PORT = 65535;
  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

  /** Such as {@code connector-inbound-tcp-443}. */
  public String identity() {
    return way() + port;
  }

  private String way() {
    String limits = open ? "-open-" : "-";
    return role.slug() + "-" + direction.slug() + limits + protocol.slug() + "-";
  }

  /** The same gate where nothing else passes: itself, unless its direction is open. */
  public Gate limited() {
    return new Gate(role, direction, false, protocol, port);
  }

  /** What passes. */
  public Traffic traffic() {
    return Traffic.of(protocol, port);
  }

  /** The gate of this identity, if there can be one. */
  public static Optional<Gate> parse(String identity) {
    String digits = identity.substring(identity.lastIndexOf('-') + 1);
    return Optional.of(digits)
        .filter(text -> PORT.matcher(text).matches())
        .map(Integer::parseInt)
        .filter(port -> port <= LAST_PORT)
        .stream()
        .flatMap(Gate::at)
        .filter(gate -> gate.identity().equals(identity))
        .findFirst();
  }

  private static Stream<Gate> at(int port) {
    return Arrays.stream(Role.values())
        .flatMap(role -> Arrays.stream(Direction.values()).flatMap(way -> at(role, way, port)));
  }

  private static Stream<Gate> at(Role role, Direction direction, int port) {
    return List.of(true, false).stream()
        .flatMap(
            open ->
                Arrays.stream(Protocol.values())
                    .map(protocol -> new Gate(role, direction, open, protocol, port)));
  }
}
