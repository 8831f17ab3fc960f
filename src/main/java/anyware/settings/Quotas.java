package anyware.settings;

/**
 * Cloud quotas that an account can have raised.
 *
 * @param awsRulesPerGroup rules per security group and direction, IPv4 and IPv6 counted apart: 1 to
 *     1000, 60 unless raised
 *     (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html)
 * @param awsAddresses Elastic IPs per region, 5 unless raised
 *     (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html)
 */
public record Quotas(int awsRulesPerGroup, int awsAddresses) {
  /** What every new account has. */
  public static final Quotas DEFAULT = new Quotas(60, 5);
}
