package anyware.sandbox.azure;

import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import java.util.Locale;
import java.util.function.Function;

/**
 * How Azure names things. Rules of names:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
final class ResourceIds {
  /** The subscription of a connection that names none. */
  static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

  private ResourceIds() {}

  /**
   * Spells a name in one way: ids in lower case, names without a subscription below that of the
   * connection.
   *
   * @param name an id, a part of one, or any other text
   * @param settings the connection's settings
   * @return the spelling
   */
  static String canonical(String name, Props settings) {
    String whole =
        name.startsWith("/") ? name : "/subscriptions/" + subscription(settings) + "/" + name;
    return whole.toLowerCase(Locale.ROOT);
  }

  /**
   * The id of a resource group, without its subscription.
   *
   * @param group the group's name
   * @return the part of the id
   */
  static String group(String group) {
    return "resourceGroups/" + group;
  }

  /**
   * The id of a network resource, without its subscription.
   *
   * @param inputs the inputs, with {@code resourceGroupName}
   * @param path the type and the name, such as {@code virtualNetworks/main}
   * @return the part of the id
   */
  static String resource(Props inputs, String path) {
    return group(inputs.text("resourceGroupName", "")) + "/providers/Microsoft.Network/" + path;
  }

  /**
   * Makes ids of network resources.
   *
   * @param path the type and the name, from the inputs
   * @return how the id is made
   */
  static Function<RequestContext, String> id(Function<Props, String> path) {
    return request -> whole(request, resource(request.inputs(), path.apply(request.inputs())));
  }

  /**
   * Puts the subscription before a part of an id.
   *
   * @param request the request
   * @param part the part
   * @return the id
   */
  static String whole(RequestContext request, String part) {
    return "/subscriptions/" + subscription(request.settings()) + "/" + part;
  }

  /**
   * The id of a named part of the object.
   *
   * @param list the list that holds the part, such as {@code securityRules}
   * @return how the id is made
   */
  static Computation part(String list) {
    return (request, enclosing) -> request.id() + "/" + list + "/" + enclosing.text("name", "");
  }

  /**
   * The name of a resource or part: word characters, dots and hyphens; a word character first, and
   * one last. Refused at up.
   *
   * @param least fewest characters
   * @param most most characters
   */
  static Shape name(int least, int most) {
    return text()
        .where(
            ApiErrors.of(
                "InvalidResourceName",
                "Resource name {value} is invalid. The name can be up to "
                    + most
                    + " characters long. It must begin with a word character, and it must end with"
                    + " a word character or with '_'. The name may contain word characters or '.',"
                    + " '-', '_'."),
            value ->
                value instanceof String name
                    && name.length() >= least
                    && name.length() <= most
                    && name.matches("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?"))
        .refusedAtUp();
  }

  /**
   * Names a sub-resource as its logical name, without random digits.
   *
   * @param property the property that takes the name
   */
  static AutoName copied(String property) {
    return new AutoName(property, "", 0, Integer.MAX_VALUE, true);
  }

  private static String subscription(Props settings) {
    return settings.text("subscriptionId", SUBSCRIPTION);
  }
}
