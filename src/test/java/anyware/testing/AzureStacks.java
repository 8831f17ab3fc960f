package anyware.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stack files of Azure alone, with layer 7, names and logs: a gateway in a network that is made and
 * in one that is there, public and internal, with several sets of options.
 */
final class AzureStacks {
  private static final String OF_SUBSCRIPTION =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shared/providers/";

  private static final String VNET = OF_SUBSCRIPTION + "Microsoft.Network/virtualNetworks/shared";

  private static final String CLIENTS = "    clients: [198.51.100.0/24, \"2001:db8:c::/48\"]\n";
  private static final String INSIDE = "    internalClients: [10.8.64.0/18]\n";

  private static final String CERTIFICATE =
      "certificate: {secretId: \"https://pcoip.vault.azure.net/secrets/site\", identity: "
          + OF_SUBSCRIPTION
          + "Microsoft.ManagedIdentity/userAssignedIdentities/pcoip}";

  private static final String ACCOUNT =
      OF_SUBSCRIPTION + "Microsoft.Storage/storageAccounts/anywarelogs";

  private static final String NAMES =
      "dns: {zone: " + OF_SUBSCRIPTION + "Microsoft.Network/%s/example.com, name: %s.example.com}";

  private static final String ALL_OF_IT =
      ", tlsPolicy: AppGwSslPolicy20220101S, capacity: {min: 0, max: 4}, webAcl: "
          + OF_SUBSCRIPTION
          + "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/sessions,"
          + " healthCheck: {intervalSeconds: 20, timeoutSeconds: 10, unhealthy: 2},"
          + " backend: {hostName: connector.example.com, trustedRoot:"
          + " \"https://pcoip.vault.azure.net/secrets/root\"}, "
          + NAMES.formatted("dnsZones", "pcoip");

  private static final String LEGACY =
      "  anyware-network:legacyHttp: true\n  anyware-network:radius: {servers: [10.9.0.20]}\n";

  private static final String NUMBERED =
      "      connectors: 3\n      connectorDns: {zone: "
          + OF_SUBSCRIPTION
          + "Microsoft.Network/dnsZones/example.com, name: \"pcoip-{number}.example.com\"}\n";

  private static final String EXTRAS =
      "      connectors: 2\n      logs: {flows: "
          + ACCOUNT
          + ", balancer: "
          + ACCOUNT
          + "}\n"
          + "      targets: [10.20.0.7, 10.20.0.8]\n";

  private AzureStacks() {}

  /** The stack files by name, such as {@code azure-existing-layer7-internal-legacy}. */
  static Map<String, String> all() {
    Map<String, String> stacks = new LinkedHashMap<>();
    for (boolean existing : List.of(false, true)) {
      for (String scheme : List.of("public", "internal")) {
        String name = "azure-" + (existing ? "existing" : "created") + "-layer7-" + scheme + "-";
        String balancer = "layer: 7, scheme: " + scheme + ", " + CERTIFICATE;
        stacks.put(name + "plain", stack(existing, CLIENTS, "", balancer, ""));
        stacks.put(name + "legacy", stack(existing, CLIENTS, LEGACY, balancer, ""));
        stacks.put(name + "both-users", stack(existing, CLIENTS + INSIDE, "", balancer, ""));
        stacks.put(name + "inside-only", stack(existing, INSIDE, "", balancer, ""));
        stacks.put(name + "everything", stack(existing, CLIENTS, "", balancer + ALL_OF_IT, EXTRAS));
      }
    }
    String passing = "idleSeconds: 300, healthCheck: {intervalSeconds: 10, unhealthy: 3}, ";
    stacks.put(
        "azure-created-public-names",
        stack(
            false,
            CLIENTS,
            "",
            passing + NAMES.formatted("dnsZones", "pcoip"),
            NUMBERED + "      logs: {flows: " + ACCOUNT + "}\n"));
    stacks.put(
        "azure-created-internal-names",
        stack(
            false,
            CLIENTS,
            "",
            passing + "scheme: internal, " + NAMES.formatted("privateDnsZones", "inside"),
            ""));
    return stacks;
  }

  private static String stack(
      boolean existing, String peers, String options, String balancer, String site) {
    return StackMatrix.stack(
        "azure",
        existing ? existing() : StackMatrix.CREATED,
        "{" + balancer + "}",
        new StackMatrix.Options(peers, options, site));
  }

  private static String existing() {
    return "{existing: {network: "
        + VNET
        + ", balancerSubnets: ["
        + VNET
        + "/subnets/gateway], balancerRanges: [10.20.2.0/24], connectorRanges: [10.20.0.0/24],"
        + " workstationRanges: [10.20.16.0/20]}}";
  }
}
