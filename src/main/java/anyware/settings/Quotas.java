package anyware.settings;

/**
 * Cloud quotas that an account can have raised.
 *
 * @param awsRulesPerGroup rules per security group and direction, IPv4 and IPv6 counted apart: 1 to
 *     1000, 60 unless raised
 *     (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html)
 */
public record Quotas(int awsRulesPerGroup) {
  /** What every new account has. */
  public static final Quotas DEFAULT = new Quotas(60);
}
