package anyware.policy;

import anyware.catalogue.Role;
import anyware.catalogue.RowId;
import anyware.catalogue.Service;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Connections that may be opened from one end to the other.
 *
 * @param from who opens them
 * @param to who accepts them
 * @param service what is spoken, on which port of {@code to}
 * @param protocol the transport protocol
 * @param justifications why, in the table's order; not empty
 */
public record Flow(
    End from, End to, Service service, Protocol protocol, List<Justification> justifications) {

  /** Copies the justifications. */
  public Flow {
    justifications = List.copyOf(justifications);
  }

  /**
   * The flow's identity within its site, such as {@code clients-to-connector-pcoip-udp}: from its
   * parts, so it stays when other flows come and go.
   */
  public String id() {
    return from.slug() + "-to-" + to.slug() + "-" + service.name() + "-" + protocol.slug();
  }

  /** The port at the accepting end, 1 to 65535. */
  public int port() {
    return service.port();
  }

  /** The catalogue's rows behind the flow, ascending, each once. */
  public List<RowId> rows() {
    return justifications.stream()
        .map(Justification::row)
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }

  /** The justifications' reasons, each once, in their order. */
  public List<String> reasons() {
    return justifications.stream().map(Justification::reason).distinct().toList();
  }

  /** Whether the role's firewall decides on this flow in this direction. */
  public boolean at(Role role, Direction direction) {
    End own = direction == Direction.INBOUND ? to : from;
    return own.party() == role;
  }

  /** Whether the flow is about this traffic. */
  public boolean carries(IpProtocol ipProtocol, int port) {
    return port == port() && IpProtocol.of(protocol).equals(ipProtocol);
  }

  /** The end opposite to the machine whose firewall looks in this direction. */
  public End other(Direction direction) {
    return direction == Direction.INBOUND ? from : to;
  }

  /** A sentence: service, port and protocol, ends and rows. */
  @Override
  public String toString() {
    List<RowId> rows = rows();
    String source =
        switch (rows.size()) {
          case 0 -> "load balancing";
          case 1 -> rows.get(0).inWords();
          default -> "rows " + rows.stream().map(RowId::toString).collect(Collectors.joining(", "));
        };
    return "%s %d/%s from %s to %s (%s)"
        .formatted(service.name(), port(), protocol.slug(), from.slug(), to.slug(), source);
  }
}
