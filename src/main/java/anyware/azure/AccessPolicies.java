package anyware.azure;

import anyware.platform.AccessPolicy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Operations as a custom role
 * (https://learn.microsoft.com/azure/role-based-access-control/custom-roles).
 */
final class AccessPolicies {
  /** Who runs the command puts the subscription's id here. */
  private static final String SUBSCRIPTION = "/subscriptions/SUBSCRIPTION_ID";

  private AccessPolicies() {}

  /**
   * One role, for every resource group that is there, or for the subscription where one is made.
   *
   * @param stack the stack
   * @param actions by resource group; an empty text stands for the subscription
   */
  static List<AccessPolicy> of(
      String stack, SortedMap<String, ? extends Collection<String>> actions) {
    TreeSet<String> all = new TreeSet<>();
    actions.values().forEach(all::addAll);
    List<String> scopes =
        actions.containsKey("")
            ? List.of(SUBSCRIPTION)
            : actions.keySet().stream()
                .map(group -> SUBSCRIPTION + "/resourceGroups/" + group)
                .toList();
    Map<String, Object> role = new LinkedHashMap<>();
    role.put("Name", "Anyware network " + stack);
    role.put("IsCustom", true);
    role.put("Description", "Deploys and keeps the network of the stack " + stack + ".");
    role.put("Actions", List.copyOf(all));
    role.put("NotActions", List.of());
    role.put("DataActions", List.of());
    role.put("NotDataActions", List.of());
    role.put("AssignableScopes", scopes);
    return List.of(
        new AccessPolicy(
            String.join(", ", scopes), "az role definition create --role-definition FILE", role));
  }
}
