package anyware.net;

/** The two address families. */
public enum Family {
  /** 32-bit addresses. */
  IPV4(32),
  /** 128-bit addresses. */
  IPV6(128);

  private final int bits;

  Family(int bits) {
    this.bits = bits;
  }

  /** Length of an address in bits: 32 or 128. */
  public int bits() {
    return bits;
  }
}
