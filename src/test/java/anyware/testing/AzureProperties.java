package anyware.testing;

import static anyware.testing.PropertyTable.DEFAULT;
import static anyware.testing.PropertyTable.EVERY_PORT;
import static anyware.testing.PropertyTable.LABEL;
import static anyware.testing.PropertyTable.set;
import static anyware.testing.PropertyTable.table;

import java.util.List;
import java.util.SortedMap;

/** What is known of the properties of Azure's resources. */
public final class AzureProperties {
  /**
   * The stacks with a gateway, in a network that is made and in one that is there, public and
   * internal, with and without a redirection, with names and logs, with everything.
   */
  public static final List<String> STACKS =
      List.of(
          "azure-created-layer7-public-legacy",
          "azure-created-layer7-internal-legacy",
          "azure-created-layer7-public-everything",
          "azure-existing-layer7-internal-everything",
          "azure-existing-layer7-public-both-users",
          "azure-created-public-names",
          "azure-created-internal-names");

  private static final String NAMED = "the subnet is named here, not changed";
  private static final String CHECKS_IN =
      "how the provider signs in, and at which of Azure's clouds";

  static final PropertyTable TABLE =
      new PropertyTable(
          table(
              "VirtualNetwork",
              """
              {"enableDdosProtection": true, "enableVmProtection": true,
               "virtualNetworkPeerings": [{"name": "hub"}],
               "dhcpOptions": {"dnsServers": ["203.0.113.53"]}}
              """,
              "Subnet",
              """
              {"addressPrefix": "10.99.0.0/24",
               "addressPrefixes": ["10.30.0.0/19", "10.99.0.0/24"], "routeTable": {"id": "r"},
               "natGateway": {"id": "n"}, "delegations": [{"name": "d"}],
               "serviceEndpoints": [{"service": "Microsoft.Storage"}],
               "privateEndpointNetworkPolicies": "Enabled",
               "privateLinkServiceNetworkPolicies": "Disabled"}
              """,
              "NatGateway",
              """
              {"idleTimeoutInMinutes": 10, "zones": ["1"], "publicIpPrefixes": [{"id": "p"}]}
              """,
              "NetworkSecurityGroup",
              "{\"flushConnection\": true}",
              "PublicIPAddress",
              """
              {"natGateway": {"id": "n"}, "publicIPPrefix": {"id": "p"},
               "sku": {"name": "Standard", "tier": "Global"}}
              """,
              "LoadBalancer",
              """
              {"inboundNatRules": [{"name": "n"}], "inboundNatPools": [{"name": "n"}],
               "outboundRules": [{"name": "n"}], "sku": {"name": "Standard", "tier": "Global"}}
              """,
              // https://learn.microsoft.com/rest/api/application-gateway/application-gateways/create-or-update
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
               "trustedClientCertificates": [{"name": "t"}], "firewallPolicy": {"id": "f"},
               "trustedRootCertificates": [{"name": "t", "data": "d"}],
               "webApplicationFirewallConfiguration":
                 {"enabled": true, "firewallMode": "Detection"}}
              """,
              // https://learn.microsoft.com/rest/api/dns/record-sets/create-or-update
              "RecordSet",
              "{\"targetResource\": {\"id\": \"t\"}, \"aaaaRecords\": [{\"ipv6Address\":"
                  + " \"::1\"}]}",
              // https://learn.microsoft.com/rest/api/dns/privatedns/record-sets/create-or-update
              "PrivateRecordSet",
              "{\"aaaaRecords\": [{\"ipv6Address\": \"::1\"}]}",
              // https://learn.microsoft.com/rest/api/network-watcher/flow-logs/create-or-update
              "FlowLog",
              """
              {"flowAnalyticsConfiguration":
                {"networkWatcherFlowAnalyticsConfiguration": {"enabled": true}}}
              """,
              // https://learn.microsoft.com/rest/api/monitor/diagnostic-settings/create-or-update
              "DiagnosticSetting",
              "{\"workspaceId\": \"w\", \"metrics\": [{\"enabled\": true}]}"),
          table(
              "ApplicationGateway.applicationGatewayName",
              LABEL,
              "ApplicationGateway.autoscaleConfiguration.minCapacity",
              "where nothing is said it is none, which is as planned where none is",
              "ApplicationGateway.redirectConfigurations",
              "no list is an empty list, as planned without a redirection",
              "ApplicationGateway.requestRoutingRules[].priority",
              "rules of two listeners at two ports never meet the same request:"
                  + " https://learn.microsoft.com/azure/application-gateway/multiple-site-overview",
              "ApplicationGateway.trustedRootCertificates",
              "no list is an empty list, as planned without an authority",
              "FlowLog.format.type",
              DEFAULT,
              "LoadBalancer.frontendIPConfigurations[].privateIPAddressVersion",
              DEFAULT,
              "LoadBalancer.frontendIPConfigurations[].privateIPAllocationMethod",
              "where nothing is said Azure gives the address, as planned",
              "LoadBalancer.frontendIPConfigurations[].subnet.privateEndpointNetworkPolicies",
              NAMED,
              "LoadBalancer.frontendIPConfigurations[].subnet.privateLinkServiceNetworkPolicies",
              NAMED,
              "azure-native.environment",
              CHECKS_IN,
              "azure-native.useMsi",
              CHECKS_IN,
              "*.tags",
              LABEL,
              "LoadBalancer.loadBalancerName",
              LABEL,
              "LoadBalancer.loadBalancingRules[].name",
              LABEL,
              "NetworkSecurityGroup.securityRules[].destinationPortRange",
              EVERY_PORT,
              "NetworkSecurityGroup.securityRules[].sourcePortRange",
              EVERY_PORT,
              "PublicIPAddress.zones",
              "an address keeps the zones in which it was made",
              "PublicIPAddress.zones[]",
              "an address keeps the zones in which it was made",
              "Subnet.privateEndpointNetworkPolicies",
              DEFAULT,
              "Subnet.privateLinkServiceNetworkPolicies",
              DEFAULT,
              "VirtualNetwork.enableDdosProtection",
              DEFAULT,
              "VirtualNetwork.enableVmProtection",
              DEFAULT),
          set(
              "ApplicationGateway",
              "ApplicationGateway.frontendPorts",
              "ApplicationGateway.frontendPorts[]",
              "ApplicationGateway.frontendPorts[].name",
              "ApplicationGateway.frontendPorts[].port",
              "ApplicationGateway.httpListeners",
              "ApplicationGateway.httpListeners[]",
              "ApplicationGateway.httpListeners[].frontendPort",
              "ApplicationGateway.httpListeners[].frontendPort.id",
              "ApplicationSecurityGroup",
              "LoadBalancer",
              "LoadBalancer.loadBalancingRules",
              "LoadBalancer.loadBalancingRules[]",
              "LoadBalancer.loadBalancingRules[].frontendPort",
              "LoadBalancer.loadBalancingRules[].protocol",
              "NetworkSecurityGroup",
              "NetworkSecurityGroup.securityRules",
              "NetworkSecurityGroup.securityRules[]",
              "NetworkSecurityGroup.securityRules[].access",
              "NetworkSecurityGroup.securityRules[].destinationAddressPrefix",
              "NetworkSecurityGroup.securityRules[].destinationAddressPrefixes",
              "NetworkSecurityGroup.securityRules[].destinationAddressPrefixes[]",
              "NetworkSecurityGroup.securityRules[].destinationApplicationSecurityGroups",
              "NetworkSecurityGroup.securityRules[].destinationApplicationSecurityGroups[].id",
              "NetworkSecurityGroup.securityRules[].destinationPortRange",
              "NetworkSecurityGroup.securityRules[].direction",
              "NetworkSecurityGroup.securityRules[].protocol",
              "NetworkSecurityGroup.securityRules[].sourceAddressPrefix",
              "NetworkSecurityGroup.securityRules[].sourceApplicationSecurityGroups",
              "NetworkSecurityGroup.securityRules[].sourceApplicationSecurityGroups[].id",
              "Subnet",
              "Subnet.addressPrefix",
              "Subnet.addressPrefixes",
              "Subnet.addressPrefixes[]",
              "Subnet.networkSecurityGroup",
              "Subnet.networkSecurityGroup.id",
              "VirtualNetwork",
              "VirtualNetwork.addressSpace",
              "VirtualNetwork.addressSpace.addressPrefixes",
              "VirtualNetwork.addressSpace.addressPrefixes[]"),
          STACKS);

  private static final String VERSION = "which version of it this is";
  private static final String IDS = "Azure makes ids of names";
  private static final String USERS = "Azure lists there what names it, which is read where it is";
  private static final String PUBLIC_ONE =
      "of a private frontend; at a public one its public address decides:"
          + " https://learn.microsoft.com/azure/application-gateway/configuration-frontend-ip";
  private static final String JOINED =
      "machines join the pool from outside, as the page on Azure says";
  private static final String EVERYBODY = "beside a prefix that is everybody already";
  private static final String OTHER_RECORDS =
      "a set has records of its own type alone:"
          + " https://learn.microsoft.com/azure/dns/dns-zones-records#record-sets";

  /**
   * What Azure takes further of the program's objects and nothing is told of, with the reason; all
   * else that Microsoft publishes is told when somebody sets it.
   */
  public static final SortedMap<String, String> IRRELEVANT =
      table(
          "*.etag",
          VERSION,
          "*.id",
          IDS,
          "ApplicationGateway.backendHttpSettingsCollection[].probeEnabled",
          "settings that name a probe are probed by it, the page knows no switch:"
              + " https://learn.microsoft.com/azure/application-gateway/configuration-http-settings",
          "ApplicationGateway.frontendIPConfigurations[].privateIPAddress",
          PUBLIC_ONE,
          "ApplicationGateway.frontendIPConfigurations[].privateIPAllocationMethod",
          PUBLIC_ONE,
          "ApplicationGateway.redirectConfigurations[].pathRules",
          USERS,
          "ApplicationGateway.redirectConfigurations[].requestRoutingRules",
          USERS,
          "ApplicationGateway.redirectConfigurations[].urlPathMaps",
          USERS,
          "ApplicationGateway.sslCertificates[].password",
          "of data that were uploaded, of which there are none",
          "ApplicationGateway.trustedRootCertificates[].data",
          "Azure has it from the vault where that is named:"
              + " https://learn.microsoft.com/azure/application-gateway/key-vault-certs",
          "DiagnosticSetting.logAnalyticsDestinationType",
          "of a workspace, of which there is none",
          "LoadBalancer.backendAddressPools[].drainPeriodInSeconds",
          "how long one that leaves keeps its connections",
          "LoadBalancer.backendAddressPools[].loadBalancerBackendAddresses",
          JOINED,
          "LoadBalancer.backendAddressPools[].location",
          JOINED,
          "LoadBalancer.backendAddressPools[].virtualNetwork",
          JOINED,
          "LoadBalancer.frontendIPConfigurations[].privateIPAddress",
          "as Azure gave it, or nothing at a public frontend",
          "LoadBalancer.frontendIPConfigurations[].privateIPAddressVersion",
          PUBLIC_ONE,
          "LoadBalancer.frontendIPConfigurations[].privateIPAllocationMethod",
          PUBLIC_ONE,
          "LoadBalancer.probes[].numberOfProbes",
          "the threshold decides, which is read:"
              + " https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview",
          "NetworkSecurityGroup.securityRules[].destinationAddressPrefixes",
          EVERYBODY,
          "NetworkSecurityGroup.securityRules[].destinationApplicationSecurityGroups",
          EVERYBODY,
          "NetworkSecurityGroup.securityRules[].type",
          LABEL,
          "PrivateRecordSet.metadata",
          LABEL,
          "PrivateRecordSet.mxRecords",
          OTHER_RECORDS,
          "PrivateRecordSet.ptrRecords",
          OTHER_RECORDS,
          "PrivateRecordSet.soaRecord",
          OTHER_RECORDS,
          "PrivateRecordSet.srvRecords",
          OTHER_RECORDS,
          "PrivateRecordSet.txtRecords",
          OTHER_RECORDS,
          "PublicIPAddress.deleteOption",
          "whether it goes with the machine that has it",
          "PublicIPAddress.dnsSettings",
          "a further name of the same address",
          "PublicIPAddress.ipAddress",
          "as Azure gave it",
          "RecordSet.metadata",
          LABEL,
          "RecordSet.caaRecords",
          OTHER_RECORDS,
          "RecordSet.mxRecords",
          OTHER_RECORDS,
          "RecordSet.nsRecords",
          OTHER_RECORDS,
          "RecordSet.ptrRecords",
          OTHER_RECORDS,
          "RecordSet.soaRecord",
          OTHER_RECORDS,
          "RecordSet.srvRecords",
          OTHER_RECORDS,
          "RecordSet.txtRecords",
          OTHER_RECORDS,
          "ResourceGroup.managedBy",
          "which of Azure's services deletes it",
          "ResourceGroup.properties",
          "Azure alone fills it",
          "Subnet.applicationGatewayIPConfigurations",
          USERS,
          "Subnet.name",
          LABEL,
          "Subnet.type",
          LABEL,
          "VirtualNetwork.subnets",
          "each of ours is read by itself, and others are others' own");

  private AzureProperties() {}
}
