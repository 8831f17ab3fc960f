package anyware.azure;

import static anyware.azure.StateIndex.APPLICATION_GATEWAY;
import static anyware.azure.StateIndex.DIAGNOSTICS;
import static anyware.azure.StateIndex.FLOW_LOG;
import static anyware.azure.StateIndex.GROUP;

import anyware.problem.Problem;
import anyware.state.Constants;
import anyware.state.StateResource;
import java.util.List;
import java.util.Optional;

/**
 * Reads back what is logged of a site.
 *
 * @param index the site's resources
 * @param problems where is noted what is not as the provider writes it
 */
record StateLogs(StateIndex index, List<Problem> problems) {
  /**
   * Where else than to an account a log can go
   * (https://learn.microsoft.com/azure/azure-monitor/essentials/diagnostic-settings#destinations).
   */
  private static final List<String> DESTINATIONS =
      List.of(
          "workspaceId",
          "eventHubAuthorizationRuleId",
          "eventHubName",
          "serviceBusRuleId",
          "marketplacePartnerId");

  Logging logging() {
    return new Logging(account(FLOW_LOG, "storageId"), account(DIAGNOSTICS, "storageAccountId"));
  }

  private Optional<String> account(String type, String key) {
    return index.of(type).findFirst().flatMap(log -> log.current(problems).text(key));
  }

  /** Notes where logs are not as {@link ComponentLogs} makes them. */
  static void check(
      Constants site, String region, Logging logging, Optional<SiteBalancer> balancer) {
    Constants.OfType groups = site.of(GROUP);
    site.of(FLOW_LOG)
        .count(logging.flows().isPresent() ? groups.size() : 0)
        .is("storageId", logging.flows().orElse(""))
        .is("enabled", true)
        .is("location", region)
        .isByDefault("format.type", "JSON")
        .is("format.version", ComponentLogs.FORMAT)
        .isByDefault("retentionPolicy.enabled", false)
        .isEmpty("flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.enabled");
    site.of(FLOW_LOG)
        .asAsked()
        .is("resourceGroupName", ComponentLogs.WATCHERS)
        .is("networkWatcherName", ComponentLogs.watcher(region));
    for (String group : groups.all(StateResource::name)) {
      site.of(FLOW_LOG)
          .where(log -> log.name().equals(group))
          .names("targetResourceId", GROUP, other -> other.name().equals(group), 1);
    }
    List<String> categories =
        balancer
            .flatMap(it -> it.fold(four -> Optional.<ApplicationGateway>empty(), Optional::of))
            .map(ComponentLogs::categories)
            .orElse(List.of());
    site.of(DIAGNOSTICS)
        .count(logging.balancer().isPresent() && !categories.isEmpty() ? 1 : 0)
        .are("logs[].category", categories)
        .are("logs[].enabled", categories.stream().map(category -> "true").toList())
        .isByDefault("logs[].retentionPolicy.enabled", false)
        .isEmpty("logs[].categoryGroup")
        .isEmpty("metrics");
    for (String elsewhere : DESTINATIONS) {
      site.of(DIAGNOSTICS).isEmpty(elsewhere);
    }
    site.of(DIAGNOSTICS).asAsked().names("resourceUri", APPLICATION_GATEWAY);
  }
}
