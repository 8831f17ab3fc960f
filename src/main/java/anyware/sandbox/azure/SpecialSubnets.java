package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import java.util.List;

/**
 * Subnets that take no network security group:
 * https://github.com/Azure-Terraform/terraform-azurerm-virtual-network/issues/18 and
 * https://learn.microsoft.com/azure/firewall/firewall-faq (no page has the words for firewalls).
 */
final class SpecialSubnets {
  private SpecialSubnets() {}

  /**
   * Looks at a subnet's name and its group.
   *
   * @param subnet the subnet, of either way to write it
   * @param path where it stands, with a dot at its end
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(Props subnet, String path) {
    String name = subnet.text("subnetName", subnet.text("name", ""));
    String property = path + "networkSecurityGroup";
    if (!subnet.has("networkSecurityGroup")) {
      return List.of();
    }
    if (name.equalsIgnoreCase("GatewaySubnet")) {
      String group = subnet.text("networkSecurityGroup.id", "");
      return List.of(
          new Refusal(
              property,
              ApiErrors.of(
                  "NetworkSecurityGroupCannotBeAttachedToGatewaySubnet",
                  "The operation failed because the network security group "
                      + group.substring(group.lastIndexOf('/') + 1)
                      + " can not be associated to the GatewaySubnet. Please remove the network"
                      + " security group associated to the GatewaySubnet. No changes have occurred"
                      + " on the gateway at this time. See here for additional details:"
                      + " https://aka.ms/GatewaySubnet.")));
    }
    return name.equalsIgnoreCase("AzureFirewallSubnet")
            || name.equalsIgnoreCase("AzureFirewallManagementSubnet")
        ? List.of(
            new Refusal(property, "A network security group is not supported on subnet " + name))
        : List.of();
  }
}
