package anyware.gcp;

import anyware.platform.AccessPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Permissions as custom roles, one a project
 * (https://cloud.google.com/iam/docs/creating-custom-roles; the command takes JSON as YAML).
 */
final class AccessPolicies {
  private AccessPolicies() {}

  /**
   * A role for each project.
   *
   * @param stack the stack
   * @param actions by project
   */
  static List<AccessPolicy> of(
      String stack, SortedMap<String, ? extends Collection<String>> actions) {
    List<AccessPolicy> roles = new ArrayList<>();
    actions.forEach(
        (project, permissions) -> {
          Map<String, Object> role = new LinkedHashMap<>();
          role.put("title", "Anyware network " + stack);
          role.put("description", "Deploys and keeps the network of the stack " + stack + ".");
          role.put("stage", "GA");
          role.put("includedPermissions", permissions.stream().sorted().toList());
          roles.add(
              new AccessPolicy(
                  project,
                  "gcloud iam roles create anywareNetwork --project " + project + " --file FILE",
                  role));
        });
    return roles;
  }
}
