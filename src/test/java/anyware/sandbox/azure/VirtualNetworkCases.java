package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.FILTER_ID;
import static anyware.sandbox.azure.CloudFixture.NONE;
import static anyware.sandbox.azure.CloudFixture.PLACE;
import static anyware.sandbox.azure.CloudFixture.dual;
import static anyware.sandbox.azure.CloudFixture.network;
import static anyware.sandbox.azure.CloudFixture.subnet;
import static anyware.sandbox.azure.CloudFixture.table;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.Subnets.SUBNET;
import static anyware.sandbox.azure.VirtualNetworks.VIRTUAL_NETWORK;

import anyware.sandbox.azure.CloudFixture.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Virtual networks and subnets that Azure refuses. */
final class VirtualNetworkCases {
  static final Map<String, Object> VNET = network("other", "10.1.0.0/16");

  static final Map<String, Object> FREE = subnet("10.0.1.0/24");

  static Map<String, Object> inline(String name, String range) {
    return Map.of("name", name, "addressPrefix", range);
  }

  static Map<String, Object> holding(Map<?, ?>... subnets) {
    return with(VNET, "subnets", List.of(subnets));
  }

  private VirtualNetworkCases() {}

  static Stream<Case> all() {
    String prefixes = "addressSpace.addressPrefixes: ";
    return Stream.of(
            table(VIRTUAL_NETWORK)
                .check("unknown property", with(VNET, "cidr", "x"), "cidr: unknown property 'cidr'")
                .check(
                    "inline subnet without name",
                    holding(Map.of("addressPrefix", "10.1.0.0/24")),
                    "subnets[0].name: missing required property 'subnets[0].name'")
                .up("no address space", with(VNET, "addressSpace", NONE), prefixes + "Virtual net")
                .up(
                    "no range",
                    network("other", "10.1.0.0"),
                    prefixes
                        + "Code=\"InvalidAddressPrefixFormat\" Message=\"Address prefix 10.1.0.0 of"
                        + " resource "
                        + PLACE
                        + "virtualNetworks/other is not formatted correctly. It should follow CIDR"
                        + " notation, for example 10.0.0.0/24.\"")
                .up(
                    "host bits",
                    network("other", "10.1.0.1/16"),
                    prefixes
                        + "Code=\"InvalidCIDRNotation\" Message=\"The address prefix 10.1.0.1/16 in"
                        + " resource "
                        + PLACE
                        + "virtualNetworks/other has an invalid CIDR notation. For the given prefix"
                        + " length, the address prefix should be 10.1.0.0/16.\"")
                .up(
                    "IPv6 only",
                    network("other", "fd01::/48"),
                    prefixes + PLACE + "virtualNetworks/other must have an IPv4 address prefix")
                .up(
                    "inline subnet of IPv6 outside",
                    with(
                        network("other", "10.1.0.0/16", "fd01::/48"),
                        "subnets",
                        List.of(
                            Map.of(
                                "name",
                                "a",
                                "addressPrefixes",
                                List.of("10.1.0.0/24", "fd02::/64")))),
                    "subnets[0].addressPrefix: Code=\"NetcfgInvalidSubnet\"")
                .up("too small", network("other", "10.1.0.0/30"), prefixes + "The address prefix")
                .up("too large", network("other", "0.0.0.0/1"), prefixes + "The address prefix")
                .up("multicast", network("other", "224.0.0.0/8"), prefixes + "The address prefix")
                .up("link-local", network("other", "169.254.1.0/24"), prefixes + "The address pref")
                .up(
                    "overlapping ranges",
                    network("other", "10.1.0.0/16", "10.1.2.0/24"),
                    prefixes + "The address prefixes [10.1.0.0/16, 10.1.2.0/24]")
                .up(
                    "name too long",
                    with(VNET, "virtualNetworkName", "v".repeat(65)),
                    "virtualNetworkName: Code=\"InvalidResourceName\"")
                .up("name too short", with(VNET, "virtualNetworkName", "v"), "virtualNetworkName: ")
                .up(
                    "DNS server that is none",
                    with(VNET, "dhcpOptions", Map.of("dnsServers", List.of("dns.example"))),
                    "dhcpOptions.dnsServers: DNS server dns.example is no IP address")
                .up(
                    "flow timeout",
                    with(VNET, "flowTimeoutInMinutes", 3),
                    "flowTimeoutInMinutes: FlowTimeoutInMinutes 3")
                .up(
                    "DDoS protection without a plan",
                    with(VNET, "enableDdosProtection", true),
                    "enableDdosProtection: Virtual network other")
                .up(
                    "inline subnet outside",
                    holding(inline("a", "10.2.0.0/24")),
                    "subnets[0].addressPrefix: Code=\"NetcfgInvalidSubnet\"")
                .up(
                    "inline subnets that overlap",
                    holding(inline("a", "10.1.0.0/24"), inline("b", "10.1.0.0/25")),
                    "subnets[1].addressPrefix: Code=\"NetcfgSubnetRangesOverlap\"")
                .up(
                    "inline subnets of one name",
                    holding(inline("a", "10.1.0.0/24"), inline("A", "10.1.1.0/24")),
                    "subnets[1]: Code=\"DuplicateResourceName\"")
                .up(
                    "network security group that does not exist",
                    holding(
                        with(
                            inline("a", "10.1.0.0/24"),
                            "networkSecurityGroup",
                            Map.of("id", FILTER_ID + "x"))),
                    "subnets[0].networkSecurityGroup.id: Code=\"InvalidResourceReference\""),
            table(SUBNET)
                .check(
                    "no network",
                    with(FREE, "virtualNetworkName", NONE),
                    "virtualNetworkName: missing required property 'virtualNetworkName'")
                .up(
                    "missing network",
                    with(FREE, "virtualNetworkName", "nowhere"),
                    "virtualNetworkName: Code=\"ParentResourceNotFound\"")
                .up(
                    "no range",
                    with(FREE, "addressPrefix", NONE),
                    "addressPrefix: Code=\"AddressPrefixStringCannotBeNullOrEmpty\"")
                .up(
                    "range written twice",
                    with(FREE, "addressPrefixes", List.of("10.0.1.0/24")),
                    "addressPrefixes: Invalid configuration on subnet "
                        + PLACE
                        + "virtualNetworks/vnet/subnets/x; cannot populate both address prefix and"
                        + " address prefixes.")
                .up(
                    "IPv6 only",
                    subnet("fd00::/64"),
                    "addressPrefix: "
                        + PLACE
                        + "virtualNetworks/vnet/subnets/x must have an IPv4 address prefix")
                .up(
                    "IPv6 longer than 64 bits",
                    dual("10.0.1.0/24", "fd00:0:0:1::/65"),
                    "addressPrefix: The IPv6 address prefix fd00:0:0:1::/65 of subnet "
                        + PLACE
                        + "virtualNetworks/vnet/subnets/x must be a /64")
                .up(
                    "IPv6 shorter than 64 bits",
                    dual("10.0.1.0/24", "fd00::/63"),
                    "addressPrefix: The IPv6 address prefix fd00::/63 of subnet ")
                .up(
                    "IPv6 outside its network",
                    dual("10.0.1.0/24", "fd01::/64"),
                    "addressPrefix: Code=\"NetcfgInvalidSubnet\"")
                .up(
                    "IPv6 of another subnet",
                    dual("10.0.1.0/24", "fd00:0:0:9::/64"),
                    "addressPrefix: Code=\"NetcfgSubnetRangesOverlap\"")
                .up("host bits", subnet("10.0.1.1/24"), "addressPrefix: Code=\"InvalidCIDRNotation")
                .up(
                    "too small",
                    subnet("10.0.1.0/30"),
                    "addressPrefix: Code=\"NetcfgInvalidSubnet\" Message=\"Subnet 'x' is not valid"
                        + " in virtual network 'vnet'.\"")
                .up(
                    "outside its network",
                    subnet("10.9.0.0/24"),
                    "addressPrefix: Code=\"NetcfgInvalidSubnet\" Message=\"Subnet 'x' is not valid"
                        + " in virtual network 'vnet'.\"")
                .up(
                    "overlaps another",
                    subnet("10.0.0.128/25"),
                    "addressPrefix: Code=\"NetcfgSubnetRangesOverlap\" Message=\"Subnet 'x' is not"
                        + " valid because its IP address range overlaps with that of an existing"
                        + " subnet in virtual network 'vnet'.\"")
                .up(
                    "exists",
                    with(FREE, "subnetName", "Connectors"),
                    "cannot create already existing resource")
                .up(
                    "two names",
                    with(FREE, "subnetName", "a", "name", "b"),
                    "name: The resource name of the request does not match")
                .up(
                    "missing network security group",
                    with(FREE, "networkSecurityGroup", Map.of("id", FILTER_ID + "x")),
                    "networkSecurityGroup.id: Code=\"InvalidResourceReference\" Message=\"Resource "
                        + FILTER_ID
                        + "x referenced by resource subnets/x was not found.")
                .up(
                    "network security group without an id",
                    with(FREE, "networkSecurityGroup", Map.of("location", "eastus")),
                    "networkSecurityGroup: Code=\"InvalidRequestFormat\""))
        .flatMap(table -> table.cases().stream());
  }
}
