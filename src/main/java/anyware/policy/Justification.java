package anyware.policy;

import anyware.catalogue.Option;
import anyware.catalogue.Party;

/**
 * Why a flow is there. A flow has several justifications where peers with the same addresses share
 * it.
 *
 * @param row the table's row, or {@link #NO_ROW} for what load balancing needs beside the table
 * @param other the party that the row names at its other end
 * @param option the setting that switched the row's leg on
 * @param reason what the connection is for
 */
public record Justification(int row, Party other, Option option, String reason) {
  /** Stands for no row of the table. */
  public static final int NO_ROW = 0;
}
