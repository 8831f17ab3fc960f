package anyware.policy;

import anyware.catalogue.Option;
import anyware.catalogue.Party;
import anyware.net.Direction;

/**
 * Why a flow is there. A flow has several justifications where peers with the same addresses share
 * it, each with its own ends.
 *
 * @param row the table's row, or {@link #NO_ROW} for what load balancing needs beside the table
 * @param from who opens the connections that it is about
 * @param to who accepts them
 * @param option the setting that switched the row's leg on
 * @param reason what the connection is for
 */
public record Justification(int row, Party from, Party to, Option option, String reason) {
  /** Stands for no row of the table. */
  public static final int NO_ROW = 0;

  /** The party opposite to the machine whose firewall looks in this direction. */
  public Party other(Direction direction) {
    return direction == Direction.INBOUND ? from : to;
  }
}
