package anyware.azure;

import anyware.platform.TypePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The operations that Azure's Resource Manager asks a role for, by type of resource: its own, and
 * those of what it is joined to
 * (https://learn.microsoft.com/azure/role-based-access-control/permissions/networking). A write
 * both makes and changes.
 */
final class Permissions {
  private static final String NETWORK =
      "https://learn.microsoft.com/azure/role-based-access-control/permissions/networking#microsoftnetwork";
  private static final String RESOURCES =
      "https://learn.microsoft.com/azure/role-based-access-control/permissions/management-and-governance#microsoftresources";
  private static final String MICROSOFT_NETWORK = "Microsoft.Network/";

  /** Long operations are asked how far they are. */
  private static final String OPERATIONS = MICROSOFT_NETWORK + "locations/operations/read";

  /** Before what is of another of Azure's services. */
  private static final String BESIDE = "../";

  private static final String MONITOR =
      "https://learn.microsoft.com/azure/role-based-access-control/permissions/monitor#microsoftinsights";
  private static final String DIAGNOSTICS = "Microsoft.Insights/diagnosticSettings/";
  private static final String ACCOUNT_KEYS = "Microsoft.Storage/storageAccounts/listKeys/action";

  private static final String GROUP = "Microsoft.Resources/subscriptions/resourceGroups/";

  /** Every type that plans can have. */
  static final List<TypePermissions<Plan>> OF_TYPES =
      List.of(
          TypePermissions.of("azure-native:resources:ResourceGroup", RESOURCES, Permissions::scope)
              .where(plan -> plan.resourceGroup().accept(made -> true, there -> false))
              .create(GROUP + "write")
              .read(GROUP + "read")
              .update(GROUP + "write")
              .delete(GROUP + "delete"),
          network("ApplicationSecurityGroup", "applicationSecurityGroups"),
          network(
              "NetworkSecurityGroup",
              "networkSecurityGroups",
              "applicationSecurityGroups/joinNetworkSecurityRule/action"),
          network("VirtualNetwork", "virtualNetworks").where(Permissions::makesNetwork),
          network(
                  "Subnet",
                  "virtualNetworks/subnets",
                  "networkSecurityGroups/join/action",
                  "natGateways/join/action")
              .where(Permissions::makesNetwork),
          network("NatGateway", "natGateways", "publicIPAddresses/join/action")
              .where(Permissions::hasNat),
          network("PublicIPAddress", "publicIPAddresses")
              .where(
                  plan ->
                      hasNat(plan)
                          || !plan.connectorAddresses().isEmpty()
                          || plan.balancer().flatMap(SiteBalancer::publicAddress).isPresent()),
          network(
                  "LoadBalancer",
                  "loadBalancers",
                  "publicIPAddresses/join/action",
                  "virtualNetworks/subnets/join/action",
                  // Connectors that are named by their addresses.
                  "virtualNetworks/joinLoadBalancer/action")
              .where(plan -> plan.balancer().isPresent() && !hasGateway(plan)),
          network(
                  "ApplicationGateway",
                  "applicationGateways",
                  "publicIPAddresses/join/action",
                  "virtualNetworks/subnets/join/action",
                  "ApplicationGatewayWebApplicationFirewallPolicies/join/action",
                  "../Microsoft.ManagedIdentity/userAssignedIdentities/assign/action")
              .where(Permissions::hasGateway),
          network("RecordSet", "dnsZones/A")
              .where(plan -> plan.records().stream().anyMatch(it -> !it.zone().isPrivate()))
              .in(plan -> zones(plan, false)),
          network("PrivateRecordSet", "privateDnsZones/A")
              .where(plan -> plan.records().stream().anyMatch(it -> it.zone().isPrivate()))
              .in(plan -> zones(plan, true)),
          network(
                  "FlowLog",
                  "networkWatchers/flowLogs",
                  "networkWatchers/configureFlowLog/action",
                  "../Microsoft.Storage/storageAccounts/listServiceSas/action",
                  "../Microsoft.Storage/storageAccounts/listAccountSas/action",
                  BESIDE + ACCOUNT_KEYS)
              .where(plan -> plan.logging().flows().isPresent())
              .in(plan -> Set.of(ComponentLogs.WATCHERS)),
          TypePermissions.of("azure-native:insights:DiagnosticSetting", MONITOR, Permissions::scope)
              .where(plan -> plan.logging().balancer().isPresent() && hasGateway(plan))
              .create(DIAGNOSTICS + "write", ACCOUNT_KEYS)
              .read(DIAGNOSTICS + "read")
              .update(DIAGNOSTICS + "write", ACCOUNT_KEYS)
              .delete(DIAGNOSTICS + "delete"));

  private Permissions() {}

  private static boolean hasGateway(Plan plan) {
    return plan.balancer()
        .filter(balancer -> balancer.fold(passing -> false, gateway -> true))
        .isPresent();
  }

  /** The resource groups of the zones that records are in. */
  private static Set<String> zones(Plan plan, boolean isPrivate) {
    return plan.records().stream()
        .map(DnsRecord::zone)
        .filter(zone -> zone.isPrivate() == isPrivate)
        .map(DnsZone::resourceGroup)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The resource group that is there, or the subscription in which one is made. */
  private static String scope(Plan plan) {
    return plan.resourceGroup().accept(made -> "", there -> there);
  }

  private static TypePermissions<Plan> network(String type, String operations, String... joined) {
    String[] write = new String[joined.length + 2];
    write[0] = MICROSOFT_NETWORK + operations + "/write";
    write[1] = OPERATIONS;
    for (int i = 0; i < joined.length; i++) {
      write[i + 2] =
          joined[i].startsWith(BESIDE)
              ? joined[i].substring(BESIDE.length())
              : MICROSOFT_NETWORK + joined[i];
    }
    return TypePermissions.of("azure-native:network:" + type, NETWORK, Permissions::scope)
        .create(write)
        .read(MICROSOFT_NETWORK + operations + "/read")
        .update(write)
        .delete(MICROSOFT_NETWORK + operations + "/delete");
  }

  private static boolean makesNetwork(Plan plan) {
    return plan.network().fold(made -> true, there -> false);
  }

  private static boolean hasNat(Plan plan) {
    return plan.network().fold(made -> made.nat().isPresent(), there -> false);
  }
}
