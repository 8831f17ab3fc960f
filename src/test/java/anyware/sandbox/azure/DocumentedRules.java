package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.ADDRESS_ID;
import static anyware.sandbox.azure.CloudFixture.ASG_ID;
import static anyware.sandbox.azure.CloudFixture.NONE;
import static anyware.sandbox.azure.CloudFixture.PLACE;
import static anyware.sandbox.azure.CloudFixture.SUBNET_ID;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.network;
import static anyware.sandbox.azure.CloudFixture.subnet;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.LoadBalancerCases.frontends;
import static anyware.sandbox.azure.LoadBalancerCases.part;
import static anyware.sandbox.azure.LoadBalancers.LOAD_BALANCER;
import static anyware.sandbox.azure.NetworkSecurityGroups.NETWORK_SECURITY_GROUP;
import static anyware.sandbox.azure.PublicIpAddresses.PUBLIC_IP_ADDRESS;
import static anyware.sandbox.azure.Subnets.SUBNET;
import static anyware.sandbox.azure.VirtualNetworks.VIRTUAL_NETWORK;

import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What Azure refuses beyond its schema, one request each, with the page or report that says so; and
 * what it takes although one might expect otherwise. Longer than 250 lines because it is a table.
 */
final class DocumentedRules {
  private static final String LEARN = "https://learn.microsoft.com/azure/";
  private static final String PROVIDER =
      "https://github.com/hashicorp/terraform-provider-azurerm/issues/";
  private static final String NSG = LEARN + "virtual-network/network-security-groups-overview";
  private static final String LIMITS =
      LEARN + "azure-resource-manager/management/azure-subscription-service-limits";
  private static final String NETWORKS = LEARN + "virtual-network/virtual-networks-faq";
  private static final String ADDRESSES = LEARN + "virtual-network/ip-services/public-ip-addresses";
  private static final String BALANCERS =
      LEARN + "load-balancer/load-balancer-common-deployment-errors";
  private static final String DEPLOYMENT =
      LEARN + "azure-resource-manager/troubleshooting/common-deployment-errors";
  private static final String OUTBOUND = LEARN + "load-balancer/outbound-rules";
  private static final String TAGS = LEARN + "azure-resource-manager/management/tag-resources";
  private static final String ENUMS = "https://pypi.org/project/azure-mgmt-network/24.0.0";

  /** What a row expects that Azure takes. */
  static final String ACCEPTED = "";

  private DocumentedRules() {}

  /**
   * A row.
   *
   * @param rule what is tried
   * @param source the page or report
   * @param attempt tries it
   * @param expected what the only refusal has in it; {@link #ACCEPTED} for none
   */
  record Row(
      String rule, String source, Function<CloudFixture, List<String>> attempt, String expected) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Row> all() {
    return Stream.of(rules(), networks(), addresses(), balancers(), outbound(), others())
        .flatMap(List::stream);
  }

  private static List<Row> rules() {
    Map<String, String> asg = Map.of("id", ASG_ID);
    return List.of(
        rule(
            "tag among several prefixes",
            PROVIDER + 5617,
            NetworkSecurityGroupCases.sources("10.0.0.0/8", "Internet"),
            "Code=\"SecurityRuleParameterContainsUnsupportedValue\""),
        rule(
            "application security group and prefix on one side",
            "https://github.com/Azure/azure-cli/issues/8615",
            NetworkSecurityGroupCases.changed("sourceApplicationSecurityGroups", List.of(asg)),
            "must specify a non empty value for exactly one of: SourceAddressPrefixes"),
        rule(
            "11 application security groups on one side",
            LIMITS,
            NetworkSecurityGroupCases.asgs(Collections.nCopies(11, asg).toArray()),
            "Code=\"NumberOfApplicationSecurityGroupsReferencedInSecurityRuleLimitReached\""),
        new Row(
            "application security group of another region",
            LEARN + "virtual-network/application-security-groups",
            cloud -> {
              StoredResource far =
                  cloud.rig.create(
                      ApplicationSecurityGroups.APPLICATION_SECURITY_GROUP,
                      "far",
                      with(named("applicationSecurityGroupName", "far"), "location", "westus2"));
              return up(
                  NETWORK_SECURITY_GROUP,
                  cloud,
                  NetworkSecurityGroupCases.asgs(Map.of("id", far.id())));
            },
            "Code=\"InvalidResourceReference\""),
        rule(
            "overlapping prefixes in one rule",
            PROVIDER + 12026,
            NetworkSecurityGroupCases.sources("10.0.0.0/8", "10.1.0.0/16"),
            "Code=\"OverlappingSubnetsNotPermittedInSecurityRule\""),
        rule(
            "IPv4 source and IPv6 destination",
            NSG,
            NetworkSecurityGroupCases.changed(
                "sourceAddressPrefix", "10.0.0.0/8", "destinationAddressPrefix", "2001:db8::/32"),
            "Code=\"ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies\""),
        rule(
            "priority twice in one direction",
            NSG,
            NetworkSecurityGroupCases.group(
                NetworkSecurityGroupCases.RULE,
                with(NetworkSecurityGroupCases.RULE, "name", "b", "direction", "inbound")),
            "Code=\"SecurityRuleConflict\""),
        rule(
            "priority 4097",
            NSG,
            NetworkSecurityGroupCases.changed("priority", 4097),
            "Code=\"SecurityRuleInvalidPriority\""),
        rule(
            "port 65536",
            NSG,
            NetworkSecurityGroupCases.changed("destinationPortRange", "65536"),
            "Code=\"SecurityRuleInvalidPortRange\""),
        rule(
            "reversed ports",
            NSG,
            NetworkSecurityGroupCases.changed("destinationPortRange", "90-80"),
            "Code=\"SecurityRuleInvalidPortRange\""),
        rule(
            "Icmp with a port, of which no page says that it is refused",
            NSG,
            NetworkSecurityGroupCases.changed("protocol", "Icmp", "destinationPortRange", "8"),
            ACCEPTED),
        rule(
            "4,001 addresses in the sources of two rules",
            "https://github.com/kubernetes-sigs/cloud-provider-azure/issues/2725",
            addressed(2000, 2001),
            "Code=\"SecurityRuleAddressesOrPortsPerSecurityGroupLimitReached\" Message=\"Network"
                + " security group "
                + PLACE
                + "networkSecurityGroups/web has 4001 SourceAddressPrefixes. A security group"
                + " cannot have more than 4000 SourceAddressPrefixes as per the limit"
                + " MaxSecurityRuleAddressesOrPortsPerSecurityGroup.\""),
        rule(
            "4,000 addresses in the sources of two rules", LIMITS, addressed(2000, 2000), ACCEPTED),
        rule(
            "host bits in a prefix",
            NSG,
            NetworkSecurityGroupCases.changed("sourceAddressPrefix", "10.0.0.1/8"),
            "Code=\"SecurityRuleInvalidAddressPrefix\""),
        rule(
            "name with a blank",
            LEARN + "azure-resource-manager/management/resource-name-rules",
            NetworkSecurityGroupCases.changed("name", "a b"),
            "Code=\"InvalidResourceName\""),
        rule(
            "direction in another case",
            ENUMS,
            NetworkSecurityGroupCases.changed("direction", "inbound"),
            ACCEPTED),
        rule(
            "service tag in another case, at an outbound destination",
            NSG,
            NetworkSecurityGroupCases.changed(
                "direction", "Outbound", "destinationAddressPrefix", "azureloadbalancer"),
            ACCEPTED),
        rule(
            "0.0.0.0/0 among several prefixes, of which no page says that it is refused",
            NSG,
            NetworkSecurityGroupCases.sources("0.0.0.0/0"),
            ACCEPTED),
        rule(
            "1,001 rules",
            "https://github.com/Azure/azure-rest-api-specs/issues/3003",
            NetworkSecurityGroupCases.group(
                IntStream.range(0, 1001)
                    .mapToObj(
                        i ->
                            with(
                                NetworkSecurityGroupCases.RULE,
                                "name",
                                "r" + i,
                                "priority",
                                100 + i))
                    .toArray(Map<?, ?>[]::new)),
            "Code=\"SecurityRuleCountLimitReached\""));
  }

  private static List<Row> networks() {
    return List.of(
        new Row(
            "security group of another region at a subnet",
            NSG,
            cloud -> {
              StoredResource far =
                  cloud.rig.create(
                      NETWORK_SECURITY_GROUP,
                      "far",
                      with(named("networkSecurityGroupName", "far"), "location", "westus2"));
              return up(
                  SUBNET,
                  cloud,
                  with(subnet("10.0.9.0/24"), "networkSecurityGroup", Map.of("id", far.id())));
            },
            "Code=\"InvalidResourceReference\""),
        new Row(
            "security group in use by a subnet deleted",
            NSG,
            cloud -> cloud.rig.deleteRefusals(cloud.nsg),
            "Code=\"InUseNetworkSecurityGroupCannotBeDeleted\" Message=\"Network security group "
                + CloudFixture.FILTER_ID
                + " cannot be deleted because it is in use by the following resources: "
                + SUBNET_ID),
        new Row(
            "application security group in a rule deleted (the words are those for interfaces)",
            "https://github.com/Azure/azure-cli/issues/12591",
            cloud -> {
              cloud.rig.create(
                  NETWORK_SECURITY_GROUP,
                  "x",
                  NetworkSecurityGroupCases.asgs(Map.of("id", ASG_ID)));
              return cloud.rig.deleteRefusals(cloud.asg);
            },
            "Application Security Group asg cannot be deleted because it is referenced by "
                + PLACE),
        create(
            "subnet that overlaps another",
            NETWORKS,
            SUBNET,
            subnet("10.0.0.128/25"),
            "Code=\"NetcfgSubnetRangesOverlap\""),
        create(
            "subnet outside its network",
            PROVIDER + 10826,
            SUBNET,
            subnet("10.9.0.0/24"),
            "Code=\"NetcfgInvalidSubnet\" Message=\"Subnet 'x' is not valid in virtual network"
                + " 'vnet'.\""),
        create(
            "subnet of a /30",
            NETWORKS,
            SUBNET,
            subnet("10.0.9.0/30"),
            "Code=\"NetcfgInvalidSubnet\""),
        create("subnet of a /29", NETWORKS, SUBNET, subnet("10.0.9.0/29"), ACCEPTED),
        create(
            "security group at the gateways' subnet",
            "https://github.com/Azure-Terraform/terraform-azurerm-virtual-network/issues/18",
            SUBNET,
            with(subnet("10.0.9.0/24"), "subnetName", "GatewaySubnet"),
            "Code=\"NetworkSecurityGroupCannotBeAttachedToGatewaySubnet\" Message=\"The operation"
                + " failed because the network security group nsg can not be associated"),
        create(
            "security group at the firewall's subnet",
            LEARN + "firewall/firewall-faq",
            SUBNET,
            with(subnet("10.0.9.0/24"), "subnetName", "AzureFirewallSubnet"),
            "networkSecurityGroup: A network security group is not supported on subnet"),
        new Row(
            "subnets stay when their network is written again without them",
            "https://github.com/Azure/azure-quickstart-templates/issues/2786",
            cloud -> {
              List<String> refusals =
                  cloud.rig.updateRefusals(
                      cloud.network,
                      with(network("vnet", "10.0.0.0/16"), "tags", Map.of("a", "b")));
              return cloud.rig.read(cloud.subnet).isPresent() ? refusals : List.of("gone");
            },
            ACCEPTED),
        new Row(
            "address space loses a subnet's prefix",
            LEARN + "virtual-network/manage-virtual-network",
            cloud -> cloud.rig.updateRefusals(cloud.network, network("vnet", "10.7.0.0/16")),
            "Code=\"InUsePrefixCannotBeDeleted\""));
  }

  private static List<Row> addresses() {
    Map<String, Object> standard = CloudFixture.address("web");
    return List.of(
        create(
            "Standard address that is Dynamic",
            ADDRESSES,
            PUBLIC_IP_ADDRESS,
            with(standard, "publicIPAllocationMethod", "Dynamic"),
            "Code=\"StandardSkuPublicIPAddressesMustBeStatic\""),
        create(
            "new Basic address",
            "https://github.com/skypilot-org/skypilot/issues/7977",
            PUBLIC_IP_ADDRESS,
            named("publicIpAddressName", "web"),
            "sku.name: Code=\"IPv4BasicSkuPublicIpCountLimitReached\""),
        create(
            "zones in a region without",
            ADDRESSES,
            PUBLIC_IP_ADDRESS,
            with(standard, "location", "westus"),
            "Code=\"LocationNotSupportAvailabilityZones\""),
        new Row(
            "IPv6 address at a NAT gateway",
            LEARN + "nat-gateway/nat-overview#limitations",
            cloud -> {
              StoredResource six =
                  cloud.rig.create(
                      PUBLIC_IP_ADDRESS, "six", with(standard, "publicIPAddressVersion", "IPv6"));
              return up(
                  NatGateways.NAT_GATEWAY,
                  cloud,
                  with(
                      named("natGatewayName", "nat"),
                      "publicIpAddresses",
                      List.of(Map.of("id", six.id()))));
            },
            "cannot reference the IPv6 public IP address"),
        new Row(
            "changed zones",
            ADDRESSES,
            cloud ->
                cloud.rig.updateRefusals(
                    cloud.address, with(CloudFixture.address("pip"), "zones", List.of("1"))),
            "Code=\"ResourceAvailabilityZonesCannotBeModified\""),
        create(
            "address and balancer of two SKUs",
            BALANCERS,
            LOAD_BALANCER,
            with(
                LoadBalancerCases.basic(),
                "frontendIPConfigurations",
                List.of(LoadBalancerCases.FRONTEND)),
            "Code=\"PublicIPAndLBSkuDoNotMatch\""),
        create(
            "new Basic balancer",
            LEARN + "load-balancer/skus",
            LOAD_BALANCER,
            LoadBalancerCases.basic(),
            "sku.name: Load balancer "
                + LoadBalancerCases.ID
                + " cannot be created: the Basic SKU"),
        new Row(
            "one address for two balancers",
            ADDRESSES,
            cloud -> {
              cloud.rig.create(LOAD_BALANCER, "lb", LoadBalancerCases.LB);
              return up(LOAD_BALANCER, cloud, bare("two", LoadBalancerCases.FRONTEND));
            },
            "Code=\"PublicIPAddressInUse\""),
        new Row(
            "address in use deleted",
            ADDRESSES,
            cloud -> {
              cloud.rig.create(LOAD_BALANCER, "lb", LoadBalancerCases.LB);
              return cloud.rig.deleteRefusals(cloud.address);
            },
            "Code=\"PublicIPAddressCannotBeDeleted\" Message=\"Public IP address "
                + ADDRESS_ID
                + " can not be deleted since it is still allocated to resource "
                + LoadBalancerCases.ID),
        create(
            "address of another region at a balancer",
            LEARN + "load-balancer/load-balancer-overview",
            LOAD_BALANCER,
            with(LoadBalancerCases.LB, "location", "westus2"),
            "Code=\"InvalidResourceReference\""));
  }

  private static List<Row> balancers() {
    Map<String, Object> inside = Map.of("name", "front", "subnet", Map.of("id", SUBNET_ID));
    return List.of(
        create(
            "zones on a public frontend",
            PROVIDER + 1967,
            LOAD_BALANCER,
            frontends(with(LoadBalancerCases.FRONTEND, "zones", List.of("1"))),
            "Code=\"LoadBalancerFrontendIPConfigCannotHaveZoneWhenReferencingPublicIPAddress\""),
        create(
            "static address outside the subnet",
            DEPLOYMENT,
            LOAD_BALANCER,
            frontends(fixed(inside, "10.0.7.7")),
            "Code=\"PrivateIPAddressNotInSubnet\""),
        create(
            "first address of the subnet",
            DEPLOYMENT,
            LOAD_BALANCER,
            frontends(fixed(inside, "10.0.0.1")),
            "Code=\"PrivateIPAddressInReservedRange\""),
        create(
            "last address of the subnet",
            DEPLOYMENT,
            LOAD_BALANCER,
            frontends(fixed(inside, "10.0.0.255")),
            "Code=\"PrivateIPAddressInReservedRange\""),
        create(
            "static address in another case",
            ENUMS,
            LOAD_BALANCER,
            frontends(with(fixed(inside, "10.0.7.7"), "privateIPAllocationMethod", "static")),
            "Code=\"PrivateIPAddressNotInSubnet\""),
        create(
            "Static without an address",
            LEARN + "load-balancer/components#frontend-ip-configurations",
            LOAD_BALANCER,
            frontends(with(inside, "privateIPAllocationMethod", "Static")),
            "with static allocation must have an address"),
        create(
            "public and internal frontends in one balancer",
            LEARN + "load-balancer/components#frontend-ip-configurations",
            LOAD_BALANCER,
            frontends(LoadBalancerCases.FRONTEND, with(inside, "name", "inside")),
            "cannot have both public and internal frontends"),
        new Row(
            "subnet in use deleted",
            LEARN + "load-balancer/load-balancer-overview",
            cloud -> {
              cloud.rig.create(LOAD_BALANCER, "lb", frontends(inside));
              return cloud.rig.deleteRefusals(cloud.subnet);
            },
            "Code=\"InUseSubnetCannotBeDeleted\" Message=\"Subnet connectors is in use by "
                + LoadBalancerCases.ID),
        create(
            "Tcp probe with a path",
            BALANCERS,
            LOAD_BALANCER,
            LoadBalancerCases.probe("protocol", "tcp"),
            "Code=\"ProbeRequestPathIsNotNull\""),
        create(
            "Https probe without a path",
            LEARN + "load-balancer/load-balancer-custom-probe-overview",
            LOAD_BALANCER,
            LoadBalancerCases.probe("requestPath", NONE),
            "Code=\"ProbeRequestPathIsNull\""),
        create(
            "probe's protocol in another case",
            ENUMS,
            LOAD_BALANCER,
            LoadBalancerCases.probe("protocol", "https"),
            ACCEPTED),
        create(
            "idle for 100 minutes",
            PROVIDER + 24729,
            LOAD_BALANCER,
            LoadBalancerCases.rule("idleTimeoutInMinutes", 100),
            ACCEPTED),
        create(
            "idle for 101 minutes",
            LEARN + "load-balancer/load-balancer-tcp-reset",
            LOAD_BALANCER,
            LoadBalancerCases.rule("idleTimeoutInMinutes", 101),
            "The idle timeout 101"),
        create(
            "floating IP twice to one port of a pool",
            "https://github.com/kubernetes-sigs/cloud-provider-azure/issues/521",
            LOAD_BALANCER,
            LoadBalancerCases.rules(
                with(LoadBalancerCases.RULE, "enableFloatingIP", true),
                with(
                    LoadBalancerCases.RULE,
                    "enableFloatingIP",
                    true,
                    "name",
                    "other",
                    "frontendPort",
                    8443)),
            "Code=\"RulesUseSameBackendPortProtocolAndPoolAndFrontendIPWithFloatingIPEnabled\""),
        create(
            "high availability ports on a public frontend",
            LEARN + "load-balancer/load-balancer-ha-ports-overview",
            LOAD_BALANCER,
            LoadBalancerCases.rule("protocol", "All", "frontendPort", 0, "backendPort", 0),
            "High availability ports of load balancing rule"),
        create(
            "high availability ports on an internal frontend",
            LEARN + "load-balancer/load-balancer-ha-ports-overview",
            LOAD_BALANCER,
            with(
                LoadBalancerCases.rule("protocol", "All", "frontendPort", 0, "backendPort", 0),
                "frontendIPConfigurations",
                List.of(inside)),
            ACCEPTED),
        create(
            "rule with a pool that is not there",
            LEARN + "load-balancer/load-balancer-overview",
            LOAD_BALANCER,
            LoadBalancerCases.rule("backendAddressPool", part("backendAddressPools/none")),
            "Code=\"InvalidResourceReference\""),
        create(
            "address in a pool without a network",
            LEARN + "load-balancer/backend-pool-management",
            LOAD_BALANCER,
            pooled(Map.of("name", "a", "ipAddress", "10.0.0.9")),
            "Virtual network or subnet is required"),
        create(
            "address in a pool outside its network",
            LEARN + "load-balancer/backend-pool-management",
            LOAD_BALANCER,
            pooled(
                Map.of(
                    "name",
                    "a",
                    "ipAddress",
                    "10.9.0.9",
                    "virtualNetwork",
                    Map.of("id", PLACE + "virtualNetworks/vnet"))),
            "is not in the address space"),
        create(
            "parts without a frontend",
            PROVIDER + 774,
            LOAD_BALANCER,
            with(
                named("loadBalancerName", "lb"),
                "sku",
                Map.of("name", "Standard"),
                "backendAddressPools",
                List.of(Map.of("name", "pool"))),
            "Code=\"LoadBalancerWithoutFrontendIPCantHaveChildResources\""));
  }

  private static List<Row> outbound() {
    Map<String, Object> quiet = LoadBalancerCases.rule("disableOutboundSnat", true);
    Map<String, Object> out = LoadBalancerCases.OUTBOUND;
    return List.of(
        create(
            "outbound rule and rule with SNAT on one frontend",
            OUTBOUND,
            LOAD_BALANCER,
            with(LoadBalancerCases.LB, "outboundRules", List.of(out)),
            "Code=\"LoadBalancingRuleMustDisableSNATSinceSameFrontendIPConfigurationIsReferencedBy"
                + "OutboundRule\""),
        create(
            "outbound ports that are no multiple of 8",
            BALANCERS,
            LOAD_BALANCER,
            with(quiet, "outboundRules", List.of(with(out, "allocatedOutboundPorts", 1001))),
            "Code=\"SpecifiedAllocatedOutboundPortsForOutboundRuleIsNotAMultipleOfEight\""),
        create(
            "more outbound ports than there are",
            BALANCERS,
            LOAD_BALANCER,
            with(quiet, "outboundRules", List.of(with(out, "allocatedOutboundPorts", 64008))),
            "Code=\"SpecifiedAllocatedOutboundPortsForOutboundRuleExceedsTotalNumberOfAllowedPorts"
                + "PerRule\""),
        create(
            "outbound rule on an internal frontend",
            "https://github.com/MicrosoftDocs/azure-docs/issues/45707",
            LOAD_BALANCER,
            with(
                quiet,
                "frontendIPConfigurations",
                List.of(Map.of("name", "front", "subnet", Map.of("id", SUBNET_ID))),
                "outboundRules",
                List.of(out)),
            "Internal load balancer cannot have any outbound rules."),
        create(
            "two outbound rules of one frontend and protocol",
            "https://github.com/Azure/AzLoadBalancerMigration/issues/10",
            LOAD_BALANCER,
            with(quiet, "outboundRules", List.of(out, with(out, "name", "b", "protocol", "Tcp"))),
            "Code=\"MoreThanOneOutboundRuleUsingSameFrontendIPConfigurationAndProtocolIsNot"
                + "Supported\""));
  }

  private static List<Row> others() {
    Map<String, Object> many = new TreeMap<>();
    IntStream.range(0, 51).forEach(i -> many.put("t" + i, "x"));
    List<Row> rows = new ArrayList<>();
    rows.add(
        tagged("tag name with a slash", Map.of("a/b", "c"), "Code=\"InvalidTagNameCharacters\""));
    for (String reserved : List.of("microsoft-owner", "AzureOwner", "windowsVersion")) {
      rows.add(
          new Row(
              "reserved tag name " + reserved,
              "https://learn.microsoft.com/rest/api/resources/tags/create-or-update",
              cloud -> up(VIRTUAL_NETWORK, cloud, tags(Map.of(reserved, "x"))),
              "tags: Tag names cannot have the prefixes"));
    }
    rows.add(tagged("51 tags", many, "tags: A resource can have at most 50 tags"));
    rows.add(
        new Row(
            "resource group that still holds things deleted",
            LEARN + "azure-resource-manager/management/delete-resource-group",
            cloud -> {
              List<String> refusals = cloud.rig.deleteRefusals(cloud.group);
              return cloud.rig.read(cloud.subnet).isEmpty() ? refusals : List.of("left over");
            },
            ACCEPTED));
    return rows;
  }

  private static Row rule(String rule, String source, Map<String, ?> group, String expected) {
    return create(rule, source, NETWORK_SECURITY_GROUP, group, expected);
  }

  private static Row create(
      String rule, String source, String type, Map<String, ?> inputs, String expected) {
    return new Row(rule, source, cloud -> up(type, cloud, inputs), expected);
  }

  private static Row tagged(String rule, Map<String, ?> tags, String expected) {
    return new Row(rule, TAGS, cloud -> up(VIRTUAL_NETWORK, cloud, tags(tags)), expected);
  }

  private static List<String> up(String type, CloudFixture cloud, Map<String, ?> inputs) {
    return cloud.rig.upRefusals(type, "x", inputs);
  }

  private static Map<String, Object> tags(Map<String, ?> tags) {
    return with(network("other", "10.1.0.0/16"), "tags", tags);
  }

  private static Map<String, Object> bare(String name, Map<?, ?> frontend) {
    return with(
        named("loadBalancerName", name),
        "sku",
        Map.of("name", "Standard"),
        "frontendIPConfigurations",
        List.of(frontend));
  }

  private static Map<String, Object> fixed(Map<String, ?> inside, String address) {
    return with(inside, "privateIPAllocationMethod", "Static", "privateIPAddress", address);
  }

  private static Map<String, Object> pooled(Map<?, ?> address) {
    return with(
        LoadBalancerCases.LB,
        "backendAddressPools",
        List.of(Map.of("name", "pool", "loadBalancerBackendAddresses", List.of(address))));
  }

  private static Map<String, Object> addressed(int first, int second) {
    return NetworkSecurityGroupCases.group(
        with(
            NetworkSecurityGroupCases.RULE,
            "sourceAddressPrefix",
            NONE,
            "sourceAddressPrefixes",
            prefixes(10, first)),
        with(
            NetworkSecurityGroupCases.RULE,
            "sourceAddressPrefix",
            NONE,
            "sourceAddressPrefixes",
            prefixes(11, second),
            "name",
            "b",
            "priority",
            200));
  }

  private static List<String> prefixes(int begin, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> begin + "." + i / 256 + "." + i % 256 + ".0/24")
        .toList();
  }
}
