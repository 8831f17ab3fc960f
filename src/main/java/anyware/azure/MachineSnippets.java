package anyware.azure;

import anyware.attach.SiteRole;
import anyware.attach.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Network interfaces for machines in programs of others:
 * https://www.pulumi.com/registry/packages/azure-native/api-docs/network/networkinterface/ and
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs, the resource {@code
 * network_interface} and its associations.
 */
final class MachineSnippets {
  private static final String ASSOCIATION =
      "\nresource \"azurerm_network_interface_%s_association\" \"<name>\" {\n";

  private MachineSnippets() {}

  static List<String> variables(SiteRole role) {
    List<String> names = new ArrayList<>(List.of("resource_group_name"));
    if (role.subnets().isEmpty()) {
      names.add("subnet_id");
    }
    return names.stream().map("variable \"%s\" {}"::formatted).toList();
  }

  static String pulumi(SiteRole role) {
    return new SourceText(role)
        .add(
            """
            const nic = new azure.network.NetworkInterface(name, {
              resourceGroupName: config.require("resourceGroupName"),
              location: site.apply((it) => it.region),
            """)
        .addIf(
            role.networkIsExisting(),
            "  networkSecurityGroup: { id: site.apply((it) => it.groups.<key>) },\n")
        .add(
            """
              ipConfigurations: [{
                name: "ipconfig1",
                privateIPAllocationMethod: "Dynamic",
            """)
        .add(
            role.subnets().isEmpty()
                ? "    subnet: { id: config.require(\"subnetId\") },\n"
                : "    subnet: { id: site.apply((it) => it.subnets.<key>[0].id) },\n")
        .addIf(
            role.applicationGroup(),
            """
                applicationSecurityGroups: [
                  { id: site.apply((it) => it.applicationGroups.<key>) },
                ],
            """)
        .addIf(
            !role.addresses().isEmpty(),
            """
                publicIPAddress: {
                  id: site.apply(
                    (it) => it.connectorAddresses.find((one: any) => one.address === address).id,
                  ),
                },
            """)
        .addIf(
            registers(role),
            "    "
                + (MachineAttachment.isAtGateway(role) ? "applicationGateway" : "loadBalancer")
                + """
                BackendAddressPools: [
                      { id: site.apply((it) => it.balancer.backendPool) },
                    ],
                """)
        .add("  }],\n});\n")
        .toString();
  }

  static String terraform(SiteRole role) {
    boolean addressed = !role.addresses().isEmpty();
    String interfaceId = addressed ? "each.value.id\n" : "azurerm_network_interface.<name>.id\n";
    SourceText text =
        new SourceText(role)
            .add("resource \"azurerm_network_interface\" \"<name>\" {\n")
            .addIf(
                addressed,
                "  for_each = { for it in local.<site>.connectorAddresses : it.address => it.id }"
                    + "\n\n")
            .add(
                """
                  name                = "<machine>"
                  resource_group_name = var.resource_group_name
                  location            = local.<site>.region

                  ip_configuration {
                    name                          = "ipconfig1"
                    private_ip_address_allocation = "Dynamic"
                """)
            .add(
                role.subnets().isEmpty()
                    ? "    subnet_id                     = var.subnet_id\n"
                    : "    subnet_id                     = local.<site>.subnets.<key>[0].id\n")
            .addIf(addressed, "    public_ip_address_id          = each.value\n")
            .add("  }\n}\n");
    if (role.applicationGroup().isPresent()) {
      text.add(ASSOCIATION.formatted("application_security_group"))
          .addIf(addressed, "  for_each = azurerm_network_interface.<name>\n\n")
          .add("  network_interface_id          = " + interfaceId)
          .add("  application_security_group_id = local.<site>.applicationGroups.<key>\n}\n");
    }
    if (role.networkIsExisting()) {
      text.add(ASSOCIATION.formatted("security_group"))
          .addIf(addressed, "  for_each = azurerm_network_interface.<name>\n\n")
          .add("  network_interface_id      = " + interfaceId)
          .add("  network_security_group_id = local.<site>.groups.<key>\n}\n");
    }
    if (registers(role)) {
      String pool = MachineAttachment.isAtGateway(role) ? "application_gateway_" : "";
      text.add(ASSOCIATION.formatted(pool + "backend_address_pool"))
          .addIf(addressed, "  for_each = azurerm_network_interface.<name>\n\n")
          .add("  network_interface_id    = " + interfaceId)
          .add("  ip_configuration_name   = \"ipconfig1\"\n")
          .add("  backend_address_pool_id = local.<site>.balancer.backendPool\n}\n");
    }
    return text.toString();
  }

  private static boolean registers(SiteRole role) {
    return role.targets().isEmpty() && role.balancer(MachineAttachment.BACKEND_POOL).isPresent();
  }
}
