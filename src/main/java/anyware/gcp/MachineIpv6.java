package anyware.gcp;

import anyware.attach.ShellCommand;
import anyware.attach.SiteRole;
import anyware.attach.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What gives a machine in a dual-stack subnet its IPv6 address: without a stack type its interface
 * is of IPv4 only, and without an access configuration, which the tier stands for, it has no
 * external address (https://cloud.google.com/compute/docs/reference/rest/v1/instances, {@code
 * networkInterfaces[].stackType} and {@code ipv6AccessConfigs[]}; IPv6 has the premium tier alone).
 *
 * @param access of the subnet; absent where the network is there, since only its owner knows
 */
record MachineIpv6(Optional<Ipv6Access> access) {
  /** https://cloud.google.com/sdk/gcloud/reference/compute/instances/network-interfaces/update. */
  static final String UPDATE = "network-interfaces update";

  private static final String TIER = "PREMIUM";

  /** What machines of a role need; absent where the site has no IPv6. */
  static Optional<MachineIpv6> of(SiteRole role) {
    return role.site().network().ipv6()
        ? Optional.of(
            new MachineIpv6(
                role.networkIsExisting()
                    ? Optional.empty()
                    : Optional.of(NetworkPlanner.access(role.site(), role.role()))))
        : Optional.empty();
  }

  /** A command that makes or changes a machine, with the options for its IPv6 address. */
  ShellCommand with(ShellCommand command) {
    ShellCommand dual = command.with("--stack-type=", Ipv6Access.DUAL_STACK);
    return isExternal() ? tier(dual) : dual;
  }

  private boolean isExternal() {
    return access.equals(Optional.of(Ipv6Access.EXTERNAL));
  }

  private static ShellCommand tier(ShellCommand command) {
    return command.with("--ipv6-network-tier=", TIER);
  }

  /**
   * What there is to know beside the options of a new machine.
   *
   * @param update the command that changes a machine's interface
   */
  List<Step> steps(ShellCommand update) {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.ofNote("A machine that has no IPv6 address is given one", with(update)));
    if (access.isEmpty()) {
      steps.add(
          Step.ofNote(
              "Both take this too where the subnet's IPv6 addresses are external",
              tier(ShellCommand.ofOptions())));
    }
    return steps;
  }

  /** The properties of an interface, in TypeScript. */
  String pulumi() {
    return "    stackType: \"%s\",\n".formatted(Ipv6Access.DUAL_STACK)
        + line("ipv6AccessConfigs: [{ networkTier: \"%s\" }],".formatted(TIER), "//");
  }

  /** The arguments of an interface, in HCL. */
  String terraform() {
    return "    stack_type = \"%s\"\n".formatted(Ipv6Access.DUAL_STACK)
        + (isExternal() ? "\n" : "")
        + line("ipv6_access_config { network_tier = \"%s\" }".formatted(TIER), "#");
  }

  /**
   * The access configuration; a remark where only the subnet's owner knows whether it is needed.
   */
  private String line(String configuration, String remark) {
    if (access.isEmpty()) {
      return "    "
          + remark
          + " where the subnet's addresses are external: "
          + configuration
          + "\n";
    }
    return isExternal() ? "    " + configuration + "\n" : "";
  }
}
