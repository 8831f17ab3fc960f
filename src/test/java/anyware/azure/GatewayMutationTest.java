package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.json.UnreadableFileException;
import anyware.plan.SitePlan;
import anyware.platform.PlannedSite;
import anyware.settings.StackFile;
import anyware.state.StateResource;
import anyware.testing.PropertyMutants;
import anyware.testing.PropertyMutants.Mutant;
import anyware.testing.RegisteredStates;
import anyware.testing.StackMatrix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody changes of a deployed gateway, of its subnet and group, of records or of logs,
 * the plan that is read back tells, but what is listed here, no more and no less.
 */
class GatewayMutationTest {
  private static final List<String> STACKS =
      List.of(
          "azure-created-layer7-internal-legacy",
          "azure-created-layer7-public-everything",
          "azure-existing-layer7-internal-everything",
          "azure-created-public-names",
          "azure-created-internal-names");

  private static final Set<String> TYPES =
      Set.of("ApplicationGateway", "RecordSet", "PrivateRecordSet", "FlowLog", "DiagnosticSetting");

  /** What the program never sets and somebody may. */
  private static final Map<String, String> FOREIGN =
      Map.of(
          "ApplicationGateway",
          """
          {"sku": {"name": "WAF_v2", "tier": "WAF_v2", "capacity": 3}, "enableFips": true,
           "forceFirewallPolicyAssociation": true, "authenticationCertificates": [{"name": "a"}],
           "backendSettingsCollection": [{"name": "b"}], "urlPathMaps": [{"name": "u"}],
           "customErrorConfigurations": [{"statusCode": "HttpStatus502"}],
           "globalConfiguration": {"enableRequestBuffering": false},
           "listeners": [{"name": "l"}], "loadDistributionPolicies": [{"name": "l"}],
           "privateLinkConfigurations": [{"name": "p"}], "rewriteRuleSets": [{"name": "r"}],
           "routingRules": [{"name": "r"}], "sslProfiles": [{"name": "s"}],
           "trustedClientCertificates": [{"name": "t"}],
           "webApplicationFirewallConfiguration": {"enabled": true, "firewallMode": "Detection"}}
          """,
          "RecordSet",
          "{\"targetResource\": {\"id\": \"t\"}, \"aaaaRecords\": [{\"ipv6Address\": \"::1\"}]}",
          "FlowLog",
          """
          {"flowAnalyticsConfiguration":
            {"networkWatcherFlowAnalyticsConfiguration": {"enabled": true}}}
          """,
          "DiagnosticSetting",
          "{\"workspaceId\": \"w\", \"metrics\": [{\"enabled\": true}]}");

  /**
   * Names that mean nothing to Azure, defaults and empty lists that are as planned, the order of
   * two rules for two listeners, and the address of an internal load balancer, which these states
   * do not know.
   */
  private static final List<String> HARMLESS =
      List.of(
          "ApplicationGateway.applicationGatewayName",
          "ApplicationGateway.autoscaleConfiguration.minCapacity",
          "ApplicationGateway.redirectConfigurations",
          "ApplicationGateway.requestRoutingRules[].priority",
          "ApplicationGateway.trustedRootCertificates",
          "FlowLog.format.type",
          "PrivateRecordSet.aRecords",
          "PrivateRecordSet.aRecords[]",
          "PrivateRecordSet.aRecords[].ipv4Address");

  @Test
  void everyChangeIsTold() throws Exception {
    Set<String> unnoticed = new TreeSet<>();
    for (String stack : STACKS) {
      String yaml = Optional.ofNullable(StackMatrix.STACKS.get(stack)).orElseThrow();
      StackPlan plan =
          StackPlan.of(
              "matrix",
              StackFile.read(Clouds.ALL, stack, yaml)
                  .fold(
                      valid -> valid,
                      problems -> {
                        throw new AssertionError(problems.toString());
                      }));
      for (PlannedSite<?> site : plan.sites()) {
        check(site, unnoticed);
      }
    }
    assertThat(String.join("\n", unnoticed)).isEqualTo(String.join("\n", HARMLESS));
  }

  private static <P extends SitePlan> void check(PlannedSite<P> site, Set<String> unnoticed)
      throws Exception {
    List<StateResource> resources = RegisteredStates.of(site);
    assertThat(site.cloud().readState(site.plan(), resources)).isEqualTo(site.plan());
    for (Mutant mutant : PropertyMutants.of(resources, FOREIGN)) {
      String type = mutant.place().replaceFirst("\\..*", "");
      if (TYPES.contains(type) && isPlanned(site, mutant.resources())) {
        unnoticed.add(mutant.place());
      }
    }
  }

  private static <P extends SitePlan> boolean isPlanned(
      PlannedSite<P> site, List<StateResource> resources) {
    try {
      return site.cloud().readState(site.plan(), resources).equals(site.plan());
    } catch (UnreadableFileException refused) {
      return false;
    }
  }
}
