package anyware.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of the properties of a cloud's resources. A property is the last part of its type
 * and its path, with {@code []} for every element of a list.
 *
 * @param foreign type to properties, in JSON, that the program never sets and that somebody may
 * @param harmless properties by which no plan differs, with the reason
 * @param decisive properties on which it depends what passes
 * @param stacks of {@link StackMatrix}, the stacks that have what the usual sets of options have
 *     not
 */
public record PropertyTable(
    Map<String, String> foreign,
    SortedMap<String, String> harmless,
    SortedSet<String> decisive,
    List<String> stacks) {
  static final String LABEL = "labels only";
  static final String DEFAULT = "where nothing is said it is as planned";
  static final String EVERY_PORT = "a rule without ports is about every port, as planned";
  private static final String EVERYBODY =
      "a rule without ranges is about every IPv4 address, as planned";
  private static final String CHECKS = "what the provider checks before it asks the cloud";

  /** AWS. */
  private static final PropertyTable AWS =
      new PropertyTable(
          table(
              "FlowLog",
              """
              {"maxAggregationInterval": 60, "deliverCrossAccountRole": "arn:aws:iam::2:role/r"}
              """,
              "LogGroup",
              "{\"logGroupClass\": \"INFREQUENT_ACCESS\"}",
              "Record",
              "{\"setIdentifier\": \"one\", \"healthCheckId\": \"1\"}",
              "Role",
              """
              {"managedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"],
               "inlinePolicies": [{"name": "more", "policy": "{}"}]}
              """,
              "DefaultSecurityGroup",
              """
              {"ingress": [{"protocol": "-1", "fromPort": 0, "toPort": 0, "self": true}],
               "egress": [{"protocol": "-1", "fromPort": 0, "toPort": 0,
                           "cidrBlocks": ["0.0.0.0/0"]}]}
              """,
              "SecurityGroup",
              """
              {"ingress": [{"protocol": "tcp", "fromPort": 22, "toPort": 22,
                            "cidrBlocks": ["0.0.0.0/0"]}],
               "egress": [{"protocol": "-1", "fromPort": 0, "toPort": 0,
                           "cidrBlocks": ["0.0.0.0/0"]}]}
              """,
              "Vpc",
              """
              {"instanceTenancy": "dedicated", "assignGeneratedIpv6CidrBlock": true,
               "ipv6CidrBlock": "2001:db8::/56"}
              """,
              "Subnet",
              """
              {"mapPublicIpOnLaunch": true, "assignIpv6AddressOnCreation": true,
               "ipv6Native": true, "enableDns64": true, "ipv6CidrBlock": "2001:db8::/64"}
              """,
              "RouteTable",
              """
              {"routes": [{"cidrBlock": "10.0.0.0/8", "gatewayId": "pcx-1"}],
               "propagatingVgws": ["vgw-1"]}
              """,
              "Route",
              """
              {"destinationPrefixListId": "pl-1", "destinationIpv6CidrBlock": "::/0",
               "gatewayId": "igw-1", "natGatewayId": "nat-1"}
              """,
              "NatGateway",
              "{\"connectivityType\": \"private\", \"secondaryAllocationIds\": [\"eipalloc-1\"]}",
              "LoadBalancer",
              """
              {"ipAddressType": "dualstack", "desyncMitigationMode": "monitor",
               "enableWafFailOpen": true, "preserveHostHeader": true,
               "xffHeaderProcessingMode": "remove"}
              """,
              "Listener",
              "{\"mutualAuthentication\": {\"mode\": \"passthrough\"}}",
              "TargetGroup",
              "{\"preserveClientIp\": false, \"proxyProtocolV2\": true}"),
          table(
              "*.tags", LABEL,
              "LoadBalancer.enableDeletionProtection", DEFAULT,
              "LoadBalancer.internal", "where nothing is said the balancer is public, as planned",
              "SecurityGroup.egress", "what is not limited is open already, as planned",
              "SecurityGroupEgressRule.ipProtocol", "what cannot be read is everything, as planned",
              "SecurityGroupEgressRule.toPort", "without a last port it is the first one",
              "SecurityGroupIngressRule.toPort", "without a last port it is the first one",
              "Subnet.availabilityZone", "a subnet stays in the zone in which it was made",
              "aws.skipCredentialsValidation", CHECKS,
              "aws.skipRegionValidation", CHECKS),
          set(
              "LoadBalancer.securityGroups",
              "LoadBalancer.securityGroups[]",
              "ManagedPrefixList",
              "ManagedPrefixList.entries",
              "ManagedPrefixList.entries[]",
              "ManagedPrefixList.entries[].cidr",
              "SecurityGroup",
              "SecurityGroup.egress",
              "SecurityGroup.ingress",
              "SecurityGroupEgressRule",
              "SecurityGroupEgressRule.cidrIpv4",
              "SecurityGroupEgressRule.cidrIpv6",
              "SecurityGroupEgressRule.fromPort",
              "SecurityGroupEgressRule.ipProtocol",
              "SecurityGroupEgressRule.prefixListId",
              "SecurityGroupEgressRule.referencedSecurityGroupId",
              "SecurityGroupEgressRule.securityGroupId",
              "SecurityGroupEgressRule.toPort",
              "SecurityGroupIngressRule",
              "SecurityGroupIngressRule.cidrIpv4",
              "SecurityGroupIngressRule.fromPort",
              "SecurityGroupIngressRule.ipProtocol",
              "SecurityGroupIngressRule.prefixListId",
              "SecurityGroupIngressRule.referencedSecurityGroupId",
              "SecurityGroupIngressRule.securityGroupId",
              "SecurityGroupIngressRule.toPort"),
          List.of());

  /** Of a balancer of layer 7 and of records. */
  private static final Map<String, String> GOOGLE_7 =
      Map.of(
          "GlobalAddress",
          "{\"ipVersion\": \"IPV6\", \"purpose\": \"VPC_PEERING\", \"network\": \"n\"}",
          "GlobalForwardingRule",
          """
          {"network": "n", "subnetwork": "s", "sourceIpRanges": ["203.0.113.0/24"],
           "metadataFilters": [{"filterMatchCriteria": "MATCH_ANY"}]}
          """,
          "TargetHttpsProxy",
          """
          {"quicOverride": "DISABLE", "proxyBind": true, "certificateMap": "m",
           "serverTlsPolicy": "p"}
          """,
          "URLMap",
          """
          {"hostRules": [{"hosts": ["*"]}], "pathMatchers": [{"name": "m"}],
           "headerAction": {"requestHeadersToRemoves": ["h"]},
           "defaultRouteAction": {"timeout": {"seconds": "1"}}}
          """,
          "BackendService",
          """
          {"timeoutSec": 5, "connectionDrainingTimeoutSec": 60, "enableCdn": true,
           "compressionMode": "AUTOMATIC", "iap": {"oauth2ClientId": "c"},
           "customRequestHeaders": ["h"], "customResponseHeaders": ["h"],
           "consistentHash": {"httpHeaderName": "h"}, "circuitBreakers": {"maxRequests": 1},
           "outlierDetection": {"consecutiveErrors": 1}, "backends": [{"group": "g"}],
           "localityLbPolicies": [{"policy": {"name": "RANDOM"}}],
           "securitySettings": {"clientTlsPolicy": "p"}}
          """,
          "HealthCheck",
          """
          {"httpsHealthCheck": {"port": 443, "requestPath": "/health", "host": "h",
                                "response": "ok", "proxyHeader": "PROXY_V1"},
           "tcpHealthCheck": {"port": 443}, "httpHealthCheck": {"port": 443}}
          """,
          "SSLPolicy",
          "{\"customFeatures\": [\"TLS_RSA_WITH_AES_128_CBC_SHA\"]}",
          "SecurityPolicy",
          """
          {"adaptiveProtectionConfig": {"layer7DdosDefenseConfig": {"enable": true}},
           "recaptchaOptionsConfig": {"redirectSiteKey": "k"}}
          """,
          "RecordSet",
          "{\"routingPolicy\": {\"enableGeoFencing\": true}}");

  /** Google Cloud. */
  private static final PropertyTable GOOGLE =
      new PropertyTable(
          with(
              GOOGLE_7,
              "Network",
              """
              {"networkFirewallPolicyEnforcementOrder": "BEFORE_CLASSIC_FIREWALL",
               "deleteDefaultRoutesOnCreate": true, "routingMode": "GLOBAL",
               "enableUlaInternalIpv6": true}
              """,
              "Subnetwork",
              """
              {"purpose": "PRIVATE_NAT", "stackType": "IPV4_IPV6", "privateIpGoogleAccess": true,
               "privateIpv6GoogleAccess": "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE",
               "secondaryIpRanges": [{"rangeName": "r", "ipCidrRange": "10.99.0.0/24"}],
               "ipv6AccessType": "EXTERNAL", "logConfig": {"flowSampling": 0.5}}
              """,
              "Firewall",
              "{\"disabled\": true, \"enableLogging\": true, \"logConfig\": {\"metadata\": \"X\"}}",
              "Address",
              "{\"networkTier\": \"STANDARD\", \"purpose\": \"GCE_ENDPOINT\", \"subnetwork\":"
                  + " \"s\"}",
              "ForwardingRule",
              """
              {"networkTier": "STANDARD", "allPorts": true, "allowGlobalAccess": true,
               "ports": ["22"], "sourceIpRanges": ["203.0.113.0/24"], "subnetwork": "s",
               "network": "n"}
              """,
              "Router",
              "{\"bgp\": {\"asn\": 64512}, \"encryptedInterconnectRouter\": true}",
              "RouterNat",
              """
              {"natIps": ["a"], "drainNatIps": ["a"], "enableDynamicPortAllocation": true,
               "enableEndpointIndependentMapping": true, "rules": [{"ruleNumber": 1}],
               "type": "PRIVATE"}
              """,
              "RegionBackendService",
              """
              {"connectionDrainingTimeoutSec": 60, "failoverPolicy": {"failoverRatio": 1},
               "network": "n", "backends": [{"group": "g"}]}
              """,
              "RegionHealthCheck",
              """
              {"httpsHealthCheck": {"port": 443, "requestPath": "/health", "host": "h",
                                    "response": "ok", "proxyHeader": "PROXY_V1"},
               "tcpHealthCheck": {"port": 443}, "httpHealthCheck": {"port": 443}}
              """),
          table(
              "*.labels", LABEL,
              "Firewall.destinationRanges", EVERYBODY,
              "Firewall.destinationRanges[]", EVERYBODY,
              "Firewall.direction", DEFAULT,
              "Firewall.priority", DEFAULT,
              "Firewall.sourceRanges", EVERYBODY,
              "Firewall.sourceRanges[]", EVERYBODY,
              "RegionBackendService.logConfig", DEFAULT,
              "RegionBackendService.logConfig.enable", DEFAULT,
              "RegionHealthCheck.checkIntervalSec", DEFAULT,
              "RegionHealthCheck.healthyThreshold", DEFAULT,
              "RegionHealthCheck.timeoutSec", DEFAULT,
              "RegionHealthCheck.unhealthyThreshold", DEFAULT),
          set(
              "Address.ipVersion",
              "Firewall",
              "Firewall.allows",
              "Firewall.allows[].ports",
              "Firewall.allows[].ports[]",
              "Firewall.allows[].protocol",
              "Firewall.denies[].protocol",
              "Firewall.destinationRanges",
              "Firewall.destinationRanges[]",
              "Firewall.direction",
              "Firewall.disabled",
              "Firewall.network",
              "Firewall.priority",
              "Firewall.sourceRanges",
              "Firewall.sourceRanges[]",
              "Firewall.sourceTags",
              "Firewall.sourceTags[]",
              "Firewall.targetTags",
              "Firewall.targetTags[]",
              "ForwardingRule",
              "ForwardingRule.ipProtocol",
              "ForwardingRule.ipVersion",
              "ForwardingRule.portRange",
              "ForwardingRule.ports",
              "Subnetwork",
              "Subnetwork.ipCidrRange"),
          List.of());

  /** Copies the stacks; the tables are made here. */
  public PropertyTable {
    stacks = List.copyOf(stacks);
  }

  /** The table of a cloud. */
  public static PropertyTable of(String cloud) {
    return switch (cloud) {
      case "aws" -> AWS;
      case "azure" -> AzureProperties.TABLE;
      case "gcp" -> GOOGLE;
      default -> throw new IllegalArgumentException(cloud);
    };
  }

  private static Map<String, String> with(Map<String, String> others, String... foreign) {
    Map<String, String> all = new TreeMap<>(others);
    for (int i = 0; i < foreign.length; i += 2) {
      all.put(foreign[i], foreign[i + 1]);
    }
    return all;
  }

  static SortedMap<String, String> table(String... placesAndReasons) {
    SortedMap<String, String> table = new TreeMap<>();
    for (int i = 0; i < placesAndReasons.length; i += 2) {
      table.put(placesAndReasons[i], placesAndReasons[i + 1]);
    }
    return table;
  }

  static SortedSet<String> set(String... places) {
    return new TreeSet<>(Set.of(places));
  }
}
