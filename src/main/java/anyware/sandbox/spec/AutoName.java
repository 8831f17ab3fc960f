package anyware.sandbox.spec;

/**
 * How a provider names a resource whose program gives no name: logical name, separator, random
 * hexadecimal digits.
 *
 * @param property the property that takes the name
 * @param separator what stands between
 * @param digits how many random digits
 * @param longest the most characters in all; a longer name is refused at check
 * @param formerDecides whether a replaced object goes first because of its former name, not because
 *     of the new one
 */
public record AutoName(
    String property, String separator, int digits, int longest, boolean formerDecides) {
  /**
   * The names of the AWS and Google Cloud providers, whose bridge looks at the new name
   * (https://github.com/pulumi/pulumi-terraform-bridge/pull/532).
   *
   * @param property the property that takes the name
   * @param longest the most characters
   */
  public static AutoName dashed(String property, int longest) {
    return new AutoName(property, "-", 7, longest, false);
  }

  /**
   * The names of the azure-native provider. It marks an object to which it gave a random name, and
   * deletes a replaced one first unless it finds that mark on the former inputs (Diff in
   * https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg/provider/provider.go). A
   * replacement that is not the provider's answer, such as the engine's own for a changed
   * replacementTrigger, never asks it, and the option deleteBeforeReplace overrules it.
   *
   * @param property the property that takes the name, such as {@code networkSecurityGroupName}
   */
  public static AutoName azure(String property) {
    return new AutoName(property, "", 8, Integer.MAX_VALUE, true);
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
