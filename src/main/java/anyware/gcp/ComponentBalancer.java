package anyware.gcp;

import anyware.cloud.Probing;
import anyware.net.Family;
import anyware.plan.Place;
import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Address;
import com.pulumi.gcp.compute.AddressArgs;
import com.pulumi.gcp.compute.ForwardingRule;
import com.pulumi.gcp.compute.ForwardingRuleArgs;
import com.pulumi.gcp.compute.RegionBackendService;
import com.pulumi.gcp.compute.RegionBackendServiceArgs;
import com.pulumi.gcp.compute.RegionHealthCheck;
import com.pulumi.gcp.compute.RegionHealthCheckArgs;
import com.pulumi.gcp.compute.inputs.RegionBackendServiceBackendArgs;
import com.pulumi.gcp.compute.inputs.RegionBackendServiceLogConfigArgs;
import com.pulumi.gcp.compute.inputs.RegionHealthCheckHttpsHealthCheckArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A passthrough balancer as resources: its health check and backend service, and for each address
 * family an address and a forwarding rule.
 */
final class ComponentBalancer {
  /** The scheme of an external balancer, and the type of its address. */
  static final String EXTERNAL = "EXTERNAL";

  /** The same of an internal one. */
  static final String INTERNAL = "INTERNAL";

  /** The version of a front end of IPv6; the others say none, which means IPv4. */
  static final String IPV6 = "IPV6";

  /** For what an external IPv6 address is reserved: machines' ones are of another half. */
  static final String ENDPOINT = "NETLB";

  private final PassthroughBalancer balancer;
  private final ComponentScope scope;
  private final ComponentNetwork network;
  private final Plan plan;

  private ComponentBalancer(
      PassthroughBalancer balancer, ComponentScope scope, ComponentNetwork network) {
    this.balancer = balancer;
    this.scope = scope;
    this.network = network;
    this.plan = scope.plan();
  }

  /**
   * What others need of a balancer that was registered.
   *
   * @param address its IPv4 address
   * @param ipv6Address its IPv6 address, if it has one
   * @param id the self link of its forwarding rule
   * @param backendService the self link of its backend service
   */
  record Made(
      Output<String> address,
      Optional<Output<String>> ipv6Address,
      Output<String> id,
      Output<String> backendService) {
    /** Its addresses by their logical names. */
    Map<String, Output<String>> addresses(Place place) {
      Map<String, Output<String>> addresses = new LinkedHashMap<>();
      addresses.put(SiteNames.balancer(place), address);
      ipv6Address.ifPresent(own -> addresses.put(SiteNames.balancer(place, Family.IPV6), own));
      return addresses;
    }

    /** What the site's owner needs of it. */
    Output<Map<String, Object>> outputs(LoadBalancer balancer) {
      Map<String, Output<?>> made = new LinkedHashMap<>();
      made.put("layer", Output.of(balancer.kind().layer().number()));
      made.put("scheme", Output.of(balancer.kind().scheme().slug()));
      made.put("address", address);
      ipv6Address.ifPresent(own -> made.put("ipv6Address", own));
      made.put("id", id);
      made.put("backendService", backendService);
      return ComponentOutputs.structure(made);
    }
  }

  /** Registers a balancer. */
  static Made register(LoadBalancer balancer, ComponentScope scope, ComponentNetwork network) {
    return balancer.fold(
        passthrough -> new ComponentBalancer(passthrough, scope, network).register(),
        application -> ComponentApplication.register(application, scope));
  }

  private Made register() {
    Output<String> address = address();
    Output<String> service = backendService();
    Output<String> rule =
        forwardingRule(
            balancer.name(), ruleOf(address, service), options(balancer.isInternal()).build());
    return new Made(
        address, balancer.ipv6() ? Optional.of(ipv6(service)) : Optional.empty(), rule, service);
  }

  /** The front end of IPv6: a reserved /96 of a subnetwork, with a rule of its own. */
  private Output<String> ipv6(Output<String> service) {
    String name = SiteNames.balancer(plan.place(), Family.IPV6);
    AddressArgs.Builder args = addressArgs().ipVersion(IPV6);
    if (!balancer.isInternal()) {
      args.ipv6EndpointType(ENDPOINT);
    }
    network.balancerSubnetwork().ifPresent(args::subnetwork);
    Address address = new Address(name, args.build(), options(true).build());
    // By its link: the platform takes no range's first address for it, and the provider would
    // find another one there.
    ForwardingRuleArgs.Builder rule = ruleOf(address.selfLink(), service).ipVersion(IPV6);
    network.balancerSubnetwork().ifPresent(rule::subnetwork);
    forwardingRule(name, rule, options(true).build());
    return address.address();
  }

  /** What lies in a subnetwork goes with the network. */
  private CustomResourceOptions.Builder options(boolean inNetwork) {
    CustomResourceOptions.Builder options =
        inNetwork ? scope.ofRegionAndNetwork() : scope.ofRegion();
    return options.protect(plan.protect());
  }

  private String scheme() {
    return balancer.isInternal() ? INTERNAL : EXTERNAL;
  }

  private AddressArgs.Builder addressArgs() {
    return AddressArgs.builder()
        .project(plan.project())
        .region(plan.region())
        .addressType(scheme())
        .labels(plan.labels());
  }

  private Output<String> address() {
    AddressArgs.Builder args = addressArgs();
    CustomResourceOptions.Builder options = options(balancer.isInternal());
    if (balancer.isInternal()) {
      network.balancerSubnetwork().ifPresent(args::subnetwork);
      balancer.kind().addresses().forEach(fixed -> args.address(fixed.toString()));
      // Nothing else can have the same address of the same subnetwork meanwhile.
      boolean stays = plan.network().fold(created -> false, existing -> true);
      options.deleteBeforeReplace(stays && !balancer.kind().addresses().isEmpty());
    }
    return new Address(balancer.name(), args.build(), options.build()).address();
  }

  private Output<String> backendService() {
    RegionBackendServiceArgs.Builder args =
        RegionBackendServiceArgs.builder()
            .project(plan.project())
            .region(plan.region())
            .loadBalancingScheme(scheme())
            .protocol("TCP")
            .sessionAffinity("CLIENT_IP")
            .healthChecks(healthCheck())
            .logConfig(
                RegionBackendServiceLogConfigArgs.builder()
                    .enable(plan.logging().balancer())
                    .build());
    if (balancer.isInternal()) {
      args.network(network.link());
    }
    // The provider would try to change both in place, also where no bond is known yet.
    CustomResourceOptions.Builder options =
        options(balancer.isInternal()).replaceOnChanges("region", "network");
    if (balancer.targets().isEmpty()) {
      // Instance groups are attached from outside, and our runs must leave them there.
      options.ignoreChanges("backends");
    } else {
      args.backends(balancer.targets().stream().map(ComponentBalancer::backend).toList());
    }
    return new RegionBackendService(balancer.name(), args.build(), options.build()).selfLink();
  }

  private static RegionBackendServiceBackendArgs backend(String group) {
    return RegionBackendServiceBackendArgs.builder()
        .group(group)
        .balancingMode("CONNECTION")
        .build();
  }

  private Output<String> healthCheck() {
    RegionHealthCheckArgs.Builder args =
        RegionHealthCheckArgs.builder()
            .project(plan.project())
            .region(plan.region())
            .httpsHealthCheck(
                RegionHealthCheckHttpsHealthCheckArgs.builder()
                    .port(balancer.port())
                    .requestPath(balancer.healthPath())
                    .build());
    Probing probing = balancer.kind().probing();
    probing.intervalSeconds().ifPresent(args::checkIntervalSec);
    probing.timeoutSeconds().ifPresent(args::timeoutSec);
    probing.healthy().ifPresent(args::healthyThreshold);
    probing.unhealthy().ifPresent(args::unhealthyThreshold);
    return new RegionHealthCheck(
            balancer.name(), args.build(), scope.ofRegion().protect(plan.protect()).build())
        .selfLink();
  }

  private ForwardingRuleArgs.Builder ruleOf(Output<String> address, Output<String> service) {
    ForwardingRuleArgs.Builder args =
        ForwardingRuleArgs.builder()
            .project(plan.project())
            .region(plan.region())
            .loadBalancingScheme(scheme())
            .ipAddress(address)
            .ipProtocol("TCP")
            .backendService(service)
            .labels(plan.labels());
    String port = String.valueOf(balancer.port());
    if (balancer.isInternal()) {
      args.ports(port).network(network.link()).allowGlobalAccess(balancer.kind().globalAccess());
      network.balancerSubnetwork().ifPresent(args::subnetwork);
    } else {
      args.portRange(port);
    }
    return args;
  }

  private static Output<String> forwardingRule(
      String name, ForwardingRuleArgs.Builder args, CustomResourceOptions options) {
    return new ForwardingRule(name, args.build(), options).selfLink();
  }
}
