package anyware.aws;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

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

  /**
   * The zone's name among those of a region, which may come in any order. Absent in a region with
   * too few of them, where AWS chooses and refuses a balancer that would be in one zone twice.
   */
  public Optional<String> among(Collection<String> names) {
    return names.stream().sorted().skip(number).findFirst();
  }

  /** {@code first} or {@code second}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
