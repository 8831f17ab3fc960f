package anyware.sandbox.spec;

/**
 * How a provider names a resource whose program gives no name: logical name, separator, random
 * hexadecimal digits.
 *
 * @param property the property that takes the name
 * @param separator what stands between
 * @param digits how many random digits
 * @param longest the most characters in all; a longer name is refused at check
 */
public record AutoName(String property, String separator, int digits, int longest) {
  /**
   * The names of the AWS and Google Cloud providers.
   *
   * @param property the property that takes the name
   * @param longest the most characters
   */
  public static AutoName dashed(String property, int longest) {
    return new AutoName(property, "-", 7, longest);
  }

  /**
   * The names of the azure-native provider.
   *
   * @param property the property that takes the name, such as {@code networkSecurityGroupName}
   */
  public static AutoName azure(String property) {
    return new AutoName(property, "", 8, Integer.MAX_VALUE);
  }

  /**
   * Tells whether a name was made here for a logical name.
   *
   * @param logicalName the resource's logical name
   * @param name a name
   */
  public boolean made(String logicalName, String name) {
    String prefix = logicalName + separator;
    return name.length() == prefix.length() + digits
        && name.startsWith(prefix)
        && name.substring(prefix.length()).chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
