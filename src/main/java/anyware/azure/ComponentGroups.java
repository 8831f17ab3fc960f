package anyware.azure;

import anyware.catalogue.Role;
import com.pulumi.azurenative.network.ApplicationSecurityGroup;
import com.pulumi.azurenative.network.ApplicationSecurityGroupArgs;
import com.pulumi.azurenative.network.NetworkSecurityGroup;
import com.pulumi.azurenative.network.NetworkSecurityGroupArgs;
import com.pulumi.core.Output;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The security groups of a site, as they are once they are registered.
 *
 * @param network the ids of the roles' network security groups
 * @param application the ids of the roles' application security groups
 */
record ComponentGroups(Map<Role, Output<String>> network, Map<Role, Output<String>> application) {

  /** Registers both kinds; first all that rules name, since those of one role name others'. */
  static ComponentGroups register(ComponentScope scope) {
    List<RoleGroups> roles = scope.plan().roles();
    Map<Role, Output<String>> application = new EnumMap<>(Role.class);
    roles.stream()
        .filter(RoleGroups::isJoined)
        .forEach(ofRole -> application.put(ofRole.role(), application(scope, ofRole.name())));
    ComponentRules rules = new ComponentRules(application);
    Map<Role, Output<String>> network = new EnumMap<>(Role.class);
    ComponentLogs logs = new ComponentLogs(scope);
    roles.forEach(
        ofRole -> {
          Output<String> group = network(scope, ofRole, rules);
          network.put(ofRole.role(), group);
          logs.ofGroup(ofRole, group);
        });
    return new ComponentGroups(network, application);
  }

  private static Output<String> application(ComponentScope scope, String name) {
    ApplicationSecurityGroupArgs args =
        ApplicationSecurityGroupArgs.builder()
            .resourceGroupName(scope.resourceGroup())
            .location(scope.region())
            .tags(scope.tags())
            .build();
    return new ApplicationSecurityGroup(name, args, scope.ofNetwork()).id();
  }

  private static Output<String> network(
      ComponentScope scope, RoleGroups ofRole, ComponentRules rules) {
    NetworkSecurityGroupArgs args =
        NetworkSecurityGroupArgs.builder()
            .resourceGroupName(scope.resourceGroup())
            .location(scope.region())
            .securityRules(ofRole.rules().stream().map(rules::args).toList())
            .tags(scope.tags())
            .build();
    return new NetworkSecurityGroup(ofRole.name(), args, scope.ofNetwork()).id();
  }
}
