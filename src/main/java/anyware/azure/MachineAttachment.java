package anyware.azure;

import anyware.attach.Attachment;
import anyware.attach.ReservedAddress;
import anyware.attach.ShellCommand;
import anyware.attach.SiteRole;
import anyware.attach.SnippetTool;
import anyware.attach.Step;
import anyware.attach.Variable;
import anyware.catalogue.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands of the Azure command line: {@code vm create}
 * (https://learn.microsoft.com/cli/azure/vm#az-vm-create), {@code network nic update}
 * (https://learn.microsoft.com/cli/azure/network/nic), {@code network nic ip-config create}, {@code
 * update} and {@code address-pool add}
 * (https://learn.microsoft.com/cli/azure/network/nic/ip-config).
 */
final class MachineAttachment implements Attachment {
  /** The key in the outputs of what machines are registered at. */
  static final String BACKEND_POOL = "backendPool";

  private static final Variable RESOURCE_GROUP =
      new Variable("RESOURCE_GROUP", "the resource group of the machine");
  private static final Variable NIC = new Variable("NIC", "the name of its network interface");
  private static final Variable IP_CONFIG =
      new Variable("IP_CONFIG", "the name of the IP configuration, often ipconfig1");

  private static final Variable SUBNET = new Variable("SUBNET", "the id of its subnet");

  private static final Pattern SUBSCRIPTION = Pattern.compile("(?i)/subscriptions/([^/]+)/.+");

  @Override
  public List<Step> steps(SiteRole role, Optional<ReservedAddress> address) {
    List<Step> steps = new ArrayList<>();
    steps.add(create(role, address));
    role.applicationGroup().ifPresent(group -> steps.add(join(role, group)));
    role.applicationGroup()
        .filter(group -> role.site().network().ipv6())
        .ifPresent(group -> steps.add(addIpv6(role, group)));
    if (role.networkIsExisting()) {
      steps.add(guard(role));
    }
    address.ifPresent(reserved -> steps.add(giveAddress(role, reserved)));
    role.balancer(BACKEND_POOL).ifPresent(pool -> steps.add(register(role, pool)));
    guardGateway(role).ifPresent(steps::add);
    return steps;
  }

  /** Whether machines are registered at an application gateway, by the id of its pool. */
  static boolean isAtGateway(SiteRole role) {
    return role.balancer(BACKEND_POOL)
        .filter(pool -> pool.toLowerCase(Locale.ROOT).contains("/applicationgateways/"))
        .isPresent();
  }

  /** Where somebody else's subnet holds the gateway, its owner attaches the group. */
  private static Optional<Step> guardGateway(SiteRole role) {
    Optional<String> group =
        Optional.ofNullable(role.outputs().groups().get(Role.BALANCER))
            .filter(id -> role.networkIsExisting() && isAtGateway(role));
    return group.flatMap(
        id ->
            role.outputs().subnets().getOrDefault(Role.BALANCER, List.of()).stream()
                .findFirst()
                .map(
                    subnet ->
                        Step.ofRun(
                            "Once: the gateway's rules, on its subnet, which is not this program's;"
                                + " until then anybody reaches the gateway",
                            ShellCommand.of("az network vnet subnet update")
                                .with("--ids ", subnet)
                                .with("--network-security-group ", id))));
  }

  /** The empty names say none: the role's subnet has the group, and others get no address. */
  private static Step create(SiteRole role, Optional<ReservedAddress> address) {
    ShellCommand options = ShellCommand.ofOptions();
    for (String subnet : role.subnets()) {
      options = options.with("--subnet ", subnet);
    }
    options = options.with("--nsg ", role.networkIsExisting() ? role.group() : "");
    if (role.applicationGroup().isPresent()) {
      options = options.with("--asgs ", role.applicationGroup().get());
    }
    String publicAddress = address.map(ReservedAddress::id).orElse("");
    return Step.ofNote(
        "A new machine: among the options of az vm create",
        options.with("--public-ip-address ", publicAddress));
  }

  private static Step join(SiteRole role, String group) {
    return Step.ofRun(
        "Its role; other application security groups that it has are taken from it",
        ipConfiguration("az network nic ip-config update", "--name ", role)
            .with("--application-security-groups ", group));
  }

  /**
   * Azure makes machines with IPv4, and lets an IPv6 address be in no group
   * (https://github.com/hashicorp/terraform-provider-azurerm/issues/32633).
   */
  private static Step addIpv6(SiteRole role, String group) {
    ShellCommand create =
        ofSubscription("az network nic ip-config create", role)
            .with("--resource-group ", RESOURCE_GROUP)
            .with("--nic-name ", NIC)
            .with("--name ", "ipv6")
            .with("--private-ip-address-version ", "IPv6");
    ShellCommand placed =
        role.subnets().stream()
            .findFirst()
            .map(subnet -> create.with("--subnet ", subnet))
            .orElseGet(() -> create.with("--subnet ", SUBNET));
    return Step.ofNote(
        "Once, where it is to have IPv6: an address of its own, in the role's group as the other",
        placed.with("--application-security-groups ", group));
  }

  private static Step guard(SiteRole role) {
    return Step.ofRun(
        "The role's rules, on its own interface: the subnet is not this program's",
        ofSubscription("az network nic update", role)
            .with("--resource-group ", RESOURCE_GROUP)
            .with("--name ", NIC)
            .with("--network-security-group ", role.group()));
  }

  private static Step giveAddress(SiteRole role, ReservedAddress reserved) {
    return Step.ofRun(
        "Its address for PCoIP sessions, " + reserved.address(),
        ipConfiguration("az network nic ip-config update", "--name ", role)
            .with("--public-ip-address ", reserved.id()));
  }

  /**
   * A pool holds interfaces or addresses, not both
   * (https://learn.microsoft.com/azure/load-balancer/backend-pool-management).
   */
  private static Step register(SiteRole role, String pool) {
    return role.targets().isEmpty()
        ? Step.ofRun(
            "Its place at the balancer",
            ipConfiguration("az network nic ip-config address-pool add", "--ip-config-name ", role)
                .with("--address-pool ", pool))
        : Step.ofNote(
            "Its place at the balancer comes from the settings: add its private address to "
                + role.targetsSetting()
                + ", then run pulumi up");
  }

  private static ShellCommand ipConfiguration(String command, String name, SiteRole role) {
    return ofSubscription(command, role)
        .with("--resource-group ", RESOURCE_GROUP)
        .with("--nic-name ", NIC)
        .with(name, IP_CONFIG);
  }

  /** An interface is in the subscription of its network's groups. */
  private static ShellCommand ofSubscription(String command, SiteRole role) {
    Matcher subscription = SUBSCRIPTION.matcher(role.group());
    ShellCommand plain = ShellCommand.of(command);
    return subscription.matches() ? plain.with("--subscription ", subscription.group(1)) : plain;
  }

  @Override
  public List<String> preamble(SnippetTool tool, SiteRole role) {
    return switch (tool) {
      case PULUMI -> List.of("import * as azure from \"@pulumi/azure-native\";");
      case TERRAFORM -> MachineSnippets.variables(role);
    };
  }

  @Override
  public String snippet(SnippetTool tool, SiteRole role) {
    return switch (tool) {
      case PULUMI -> MachineSnippets.pulumi(role);
      case TERRAFORM -> MachineSnippets.terraform(role);
    };
  }
}
