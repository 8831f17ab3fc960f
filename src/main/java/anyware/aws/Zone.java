package anyware.aws;

import java.util.Locale;

/**
 * One of the two availability zones that a site spans, in the alphabetical order of those that the
 * account can use
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAvailabilityZones.html).
 * Which letters they have is known only when the site is created; a subnet then stays in its zone.
 */
public enum Zone {
  /** The first of the region's zones. */
  FIRST(0),
  /** The second of the region's zones. */
  SECOND(1);

  private final int number;

  Zone(int number) {
    this.number = number;
  }

  /** Its place in the order: 0 or 1. */
  public int number() {
    return number;
  }

  /** {@code first} or {@code second}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
