package anyware.catalogue;

/**
 * What a row is called: {@code 1} to {@code 10} in the vendor's table, {@code A1} onwards among the
 * addenda, which other pages of the vendor's add to it. The table comes first.
 *
 * @param addendum whether it is an addendum
 * @param number counted from 1, the table's rows and the addenda apart
 */
public record RowId(boolean addendum, int number) implements Comparable<RowId> {
  /**
   * @throws IllegalArgumentException when the number is not positive
   */
  public RowId {
    if (number < 1) {
      throw new IllegalArgumentException("row " + number);
    }
  }

  /** A row of the vendor's table. */
  public static RowId ofTable(int number) {
    return new RowId(false, number);
  }

  /** An addendum. */
  public static RowId ofAddendum(int number) {
    return new RowId(true, number);
  }

  /** With the kind of row in words: {@code row 3} or {@code addendum A1}. */
  public String inWords() {
    return (addendum ? "addendum " : "row ") + this;
  }

  @Override
  public int compareTo(RowId other) {
    return addendum == other.addendum
        ? Integer.compare(number, other.number)
        : Boolean.compare(addendum, other.addendum);
  }

  @Override
  public String toString() {
    return (addendum ? "A" : "") + number;
  }
}
