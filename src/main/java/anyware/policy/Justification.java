package anyware.policy;

import anyware.catalogue.Option;
import anyware.catalogue.Party;
import anyware.catalogue.RowId;
import anyware.net.Direction;
import java.util.Comparator;
import java.util.Optional;

/**
 * Why a flow is there. A flow has several justifications where peers with the same addresses share
 * it, each with its own ends.
 *
 * @param row the catalogue's row; absent of what load balancing needs beside it
 * @param from who opens the connections that it is about
 * @param to who accepts them
 * @param option the setting that switched the row's leg on
 * @param reason what the connection is for
 */
public record Justification(
    Optional<RowId> row, Party from, Party to, Option option, String reason) {
  /** Load balancing first, then the catalogue's order. */
  public static final Comparator<Justification> BY_ROW =
      Comparator.comparing(
          (Justification justification) -> justification.row().orElse(null),
          Comparator.nullsFirst(Comparator.naturalOrder()));

  /** The party opposite to the machine whose firewall looks in this direction. */
  public Party other(Direction direction) {
    return direction == Direction.INBOUND ? from : to;
  }
}
