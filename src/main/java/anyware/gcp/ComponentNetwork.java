package anyware.gcp;

import anyware.catalogue.Role;
import com.pulumi.core.Output;
import com.pulumi.gcp.compute.NetworkArgs;
import com.pulumi.gcp.compute.Router;
import com.pulumi.gcp.compute.RouterArgs;
import com.pulumi.gcp.compute.RouterNat;
import com.pulumi.gcp.compute.RouterNatArgs;
import com.pulumi.gcp.compute.Subnetwork;
import com.pulumi.gcp.compute.SubnetworkArgs;
import com.pulumi.gcp.compute.inputs.RouterNatSubnetworkArgs;
import com.pulumi.gcp.compute.inputs.SubnetworkLogConfigArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A site's network as resources; of a network that is there nothing is registered.
 *
 * @param link its self link
 * @param project whose it is
 * @param subnetworks the self links of the roles' subnets, where the program makes them
 * @param ipv6Ranges the roles' IPv6 ranges, where the program makes them
 * @param balancerSubnetwork the self link of the subnetwork of an internal balancer and of IPv6
 *     addresses, where there is one for them
 */
record ComponentNetwork(
    Output<String> link,
    String project,
    Map<Role, Output<String>> subnetworks,
    Map<Role, Output<String>> ipv6Ranges,
    Optional<Output<String>> balancerSubnetwork) {
  /** How often flows are logged: as often as the platform does. */
  static final String INTERVAL = "INTERVAL_5_SEC";

  /** Which share of the packets is looked at: all of them. */
  static final double SAMPLING = 1.0;

  static ComponentNetwork of(ComponentScope scope) {
    return scope
        .plan()
        .network()
        .fold(
            created -> created(created, scope),
            existing ->
                new ComponentNetwork(
                    Output.of(existing.link()),
                    Links.project(existing.link()),
                    Map.of(),
                    Map.of(),
                    existing.balancerSubnetwork().map(Output::of)));
  }

  private static ComponentNetwork created(Network.Created network, ComponentScope scope) {
    Plan plan = scope.plan();
    CustomResourceOptions protectable = scope.ofNetwork().protect(plan.protect()).build();
    NetworkArgs.Builder whole =
        NetworkArgs.builder().project(plan.project()).autoCreateSubnetworks(false);
    if (network.hasInternalIpv6()) {
      whole.enableUlaInternalIpv6(true);
    }
    Output<String> link =
        new com.pulumi.gcp.compute.Network(network.name(), whole.build(), protectable).selfLink();
    Map<Role, Output<String>> subnetworks = new EnumMap<>(Role.class);
    Map<Role, Output<String>> ipv6Ranges = new EnumMap<>(Role.class);
    for (Subnet subnet : network.subnetworks()) {
      SubnetworkArgs.Builder args =
          SubnetworkArgs.builder()
              .project(plan.project())
              .region(plan.region())
              .network(link)
              .ipCidrRange(subnet.range().toString());
      subnet
          .ipv6()
          .ifPresent(access -> args.stackType(Ipv6Access.DUAL_STACK).ipv6AccessType(access.name()));
      if (plan.logging().flows()) {
        args.logConfig(
            SubnetworkLogConfigArgs.builder()
                .aggregationInterval(INTERVAL)
                .flowSampling(SAMPLING)
                .metadata(ComponentFirewalls.METADATA)
                .build());
      }
      Subnetwork made = new Subnetwork(subnet.name(), args.build(), protectable);
      subnetworks.put(subnet.role(), made.selfLink());
      subnet
          .ipv6()
          .ifPresent(
              access ->
                  ipv6Ranges.put(
                      subnet.role(),
                      access == Ipv6Access.EXTERNAL
                          ? made.externalIpv6Prefix()
                          : made.internalIpv6Prefix()));
    }
    network.nat().ifPresent(nat -> nat(nat, link, subnetworks, scope));
    return new ComponentNetwork(
        link,
        plan.project(),
        subnetworks,
        ipv6Ranges,
        Optional.ofNullable(subnetworks.get(Role.CONNECTOR)));
  }

  private static void nat(
      CloudNat nat,
      Output<String> network,
      Map<Role, Output<String>> subnetworks,
      ComponentScope scope) {
    Plan plan = scope.plan();
    CustomResourceOptions options = scope.ofNetwork().build();
    Router router =
        new Router(
            nat.name(),
            RouterArgs.builder()
                .project(plan.project())
                .region(plan.region())
                .network(network)
                .build(),
            options);
    new RouterNat(
        nat.name(),
        RouterNatArgs.builder()
            .project(plan.project())
            .region(plan.region())
            .router(router.name())
            .natIpAllocateOption("AUTO_ONLY")
            .sourceSubnetworkIpRangesToNat("LIST_OF_SUBNETWORKS")
            .subnetworks(served(nat, subnetworks))
            .minPortsPerVm(nat.portsPerMachine())
            .build(),
        options);
  }

  private static List<RouterNatSubnetworkArgs> served(
      CloudNat nat, Map<Role, Output<String>> subnetworks) {
    return nat.roles().stream()
        .flatMap(role -> Optional.ofNullable(subnetworks.get(role)).stream())
        .map(
            link ->
                RouterNatSubnetworkArgs.builder()
                    .name(link)
                    .sourceIpRangesToNats("ALL_IP_RANGES")
                    .build())
        .toList();
  }
}
