package anyware.cloud;

/**
 * A record in a DNS zone that is there.
 *
 * @param zone the zone, as its cloud spells it; may be of another project or resource group
 * @param name the full name, without a dot at its end
 */
public record DnsName(String zone, String name) {
  /** What stands for a connector's number in the name of a record that each connector has. */
  public static final String NUMBER = "{number}";

  /** The name of one connector's record; of names without a number the name itself. */
  public String ofConnector(int number) {
    return name.replace(NUMBER, String.valueOf(number));
  }
}
