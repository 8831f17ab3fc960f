package anyware.net;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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

  /** Families in their order, as a set that nobody changes. */
  public static Set<Family> copyOf(Set<Family> families) {
    Set<Family> copy = EnumSet.noneOf(Family.class);
    copy.addAll(families);
    return Collections.unmodifiableSet(copy);
  }

  /** The name in identities: {@code ipv4} or {@code ipv6}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as it is written: {@code IPv4} or {@code IPv6}. */
  public String label() {
    return this == IPV4 ? "IPv4" : "IPv6";
  }

  /** The type of the DNS records that tell its addresses: {@code A} or {@code AAAA}. */
  public String recordType() {
    return this == IPV4 ? "A" : "AAAA";
  }

  /** Every address of the family: 0.0.0.0/0 or ::/0. */
  public Cidr all() {
    return new Cidr(new IpAddress(this, 0, 0), 0);
  }

  /** Length of an address in bits: 32 or 128. */
  public int bits() {
    return bits;
  }
}
