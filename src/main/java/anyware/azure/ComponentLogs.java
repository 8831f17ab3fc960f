package anyware.azure;

import com.pulumi.azurenative.insights.DiagnosticSetting;
import com.pulumi.azurenative.insights.DiagnosticSettingArgs;
import com.pulumi.azurenative.insights.inputs.LogSettingsArgs;
import com.pulumi.azurenative.network.FlowLog;
import com.pulumi.azurenative.network.FlowLogArgs;
import com.pulumi.azurenative.network.inputs.FlowLogFormatParametersArgs;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * Registers what is logged of a site.
 *
 * @param scope where it is
 */
record ComponentLogs(ComponentScope scope) {
  /**
   * Azure makes a Network Watcher in each region that has a network
   * (https://learn.microsoft.com/azure/network-watcher/network-watcher-create).
   */
  static final String WATCHERS = "NetworkWatcherRG";

  /** The newer of two formats: it tells bytes and packets too. */
  static final int FORMAT = 2;

  /** The logs of an application gateway: requests. */
  static final String ACCESS_LOG = "ApplicationGatewayAccessLog";

  /** The same: what the firewall for requests decided. */
  static final String FIREWALL_LOG = "ApplicationGatewayFirewallLog";

  /** The Network Watcher of a region. */
  static String watcher(String region) {
    return "NetworkWatcher_" + region;
  }

  /** Registers the flow log of a role's network security group, where flows are logged. */
  void ofGroup(RoleGroups ofRole, Output<String> group) {
    scope
        .plan()
        .logging()
        .flows()
        .ifPresent(
            account ->
                new FlowLog(
                    ofRole.name(),
                    FlowLogArgs.builder()
                        .resourceGroupName(WATCHERS)
                        .networkWatcherName(watcher(scope.region()))
                        .location(scope.region())
                        .targetResourceId(group)
                        .storageId(account)
                        .enabled(true)
                        .format(
                            FlowLogFormatParametersArgs.builder()
                                .type("JSON")
                                .version(FORMAT)
                                .build())
                        .tags(scope.tags())
                        .build(),
                    scope.ofNetwork()));
  }

  /** Registers the log of an application gateway's requests, where those are logged. */
  void ofGateway(ApplicationGateway gateway, Output<String> id) {
    scope
        .plan()
        .logging()
        .balancer()
        .ifPresent(
            account ->
                new DiagnosticSetting(
                    gateway.name(),
                    DiagnosticSettingArgs.builder()
                        .resourceUri(id)
                        .storageAccountId(account)
                        .logs(
                            categories(gateway).stream()
                                .map(
                                    category ->
                                        LogSettingsArgs.builder()
                                            .category(category)
                                            .enabled(true)
                                            .build())
                                .toList())
                        .build(),
                    scope.ofGateway(gateway)));
  }

  /** What a gateway has to tell. */
  static List<String> categories(ApplicationGateway gateway) {
    List<String> categories = new ArrayList<>(List.of(ACCESS_LOG));
    gateway.firewallPolicy().ifPresent(policy -> categories.add(FIREWALL_LOG));
    return categories;
  }
}
