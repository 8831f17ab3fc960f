package anyware.catalogue;

import anyware.net.Direction;
import java.util.List;

/**
 * One row of the vendor's port table, or an addendum to it.
 *
 * @param id what the row is called; rows of several components may share it
 * @param component the machine whose firewall the row is about
 * @param direction which way the component's connections are opened
 * @param service the service with the vendor's default port
 * @param configurable whether the vendor lets the port be changed
 * @param legs the other ends; each is switched on its own
 * @param page where the vendor says so
 */
public record Row(
    RowId id,
    Role component,
    Direction direction,
    Service service,
    boolean configurable,
    List<Leg> legs,
    String page) {

  /** Copies the legs. */
  public Row {
    legs = List.copyOf(legs);
  }

  /** Who opens the connections of one of the row's legs. */
  public Party opening(Leg leg) {
    return direction == Direction.INBOUND ? leg.other() : component;
  }

  /** Who accepts the connections of one of the row's legs, on the service's port. */
  public Party accepting(Leg leg) {
    return direction == Direction.INBOUND ? component : leg.other();
  }
}
