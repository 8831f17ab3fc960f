package anyware.gcp;

import static java.util.stream.Collectors.toMap;

import com.pulumi.core.Output;
import com.pulumi.gcp.Provider;
import com.pulumi.gcp.ProviderArgs;
import com.pulumi.gcp.compute.Address;
import com.pulumi.gcp.compute.AddressArgs;
import com.pulumi.gcp.compute.ForwardingRule;
import com.pulumi.gcp.compute.ForwardingRuleArgs;
import com.pulumi.gcp.compute.NetworkArgs;
import com.pulumi.gcp.compute.RegionBackendService;
import com.pulumi.gcp.compute.RegionBackendServiceArgs;
import com.pulumi.gcp.compute.RegionHealthCheck;
import com.pulumi.gcp.compute.RegionHealthCheckArgs;
import com.pulumi.gcp.compute.Subnetwork;
import com.pulumi.gcp.compute.SubnetworkArgs;
import com.pulumi.gcp.compute.inputs.RegionHealthCheckHttpsHealthCheckArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A site's plan as resources: the network, a subnet a role, the firewall rules, the connectors'
 * addresses and the balancer, all through a provider for the site's project and region.
 */
public final class SiteComponent extends ComponentResource {
  private static final String EXTERNAL = "EXTERNAL";

  private final Map<String, Output<?>> outputs;

  /**
   * Registers everything that the plan asks for.
   *
   * @param plan a plan that {@link Limits} has no problem with
   */
  public SiteComponent(Plan plan) {
    super("anyware:network:Google", plan.place().site());
    Provider provider = provider(plan);
    CustomResourceOptions child =
        CustomResourceOptions.builder().parent(this).provider(provider).build();
    Output<String> network = network(plan, child);
    plan.subnetworks().forEach(subnet -> subnetwork(subnet, plan.region(), network, child));
    plan.rules().forEach(rule -> ComponentFirewalls.register(rule, network, child));
    List<Output<String>> addresses =
        plan.connectorAddresses().stream().map(name -> address(name, plan, child)).toList();

    Map<String, Output<?>> built = new TreeMap<>();
    built.put("groups", Output.of(groups(plan)));
    built.put("connectorAddresses", Output.all(addresses));
    plan.balancer()
        .ifPresent(balancer -> built.put("balancer", balancer(balancer, plan, provider)));
    outputs = Collections.unmodifiableMap(built);
    registerOutputs(outputs);
  }

  /**
   * What the site has for its owner: {@code groups} with the network tag of each role, {@code
   * connectorAddresses} in the connectors' order and, when there is one, {@code balancer} with
   * layer, scheme, address and the self link of the backend service that instance groups are to be
   * attached to.
   */
  public Map<String, Output<?>> outputs() {
    return outputs;
  }

  private static Map<String, String> groups(Plan plan) {
    return plan.tags().entrySet().stream()
        .collect(toMap(entry -> entry.getKey().key(), Map.Entry::getValue));
  }

  private Provider provider(Plan plan) {
    return new Provider(
        plan.place().site(),
        ProviderArgs.builder().project(plan.project()).region(plan.region()).build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private static Output<String> network(Plan plan, CustomResourceOptions child) {
    return new com.pulumi.gcp.compute.Network(
            plan.network(), NetworkArgs.builder().autoCreateSubnetworks(false).build(), child)
        .selfLink();
  }

  private static void subnetwork(
      Subnet subnet, String region, Output<String> network, CustomResourceOptions child) {
    new Subnetwork(
        subnet.name(),
        SubnetworkArgs.builder()
            .network(network)
            .region(region)
            .ipCidrRange(subnet.range().toString())
            .build(),
        child);
  }

  private Output<Map<String, Object>> balancer(
      PassthroughBalancer balancer, Plan plan, Provider provider) {
    CustomResourceOptions child =
        CustomResourceOptions.builder().parent(this).provider(provider).build();
    // Instance groups are attached from outside, and our runs must leave them there.
    CustomResourceOptions open =
        CustomResourceOptions.builder()
            .parent(this)
            .provider(provider)
            .ignoreChanges("backends")
            .build();
    String region = plan.region();
    Output<String> address = address(balancer.name(), plan, child);
    Output<String> service =
        new RegionBackendService(
                balancer.name(),
                RegionBackendServiceArgs.builder()
                    .region(region)
                    .loadBalancingScheme(EXTERNAL)
                    .protocol("TCP")
                    .sessionAffinity("CLIENT_IP")
                    .healthChecks(healthCheck(balancer, region, child))
                    .build(),
                open)
            .selfLink();
    new ForwardingRule(
        balancer.name(),
        ForwardingRuleArgs.builder()
            .region(region)
            .loadBalancingScheme(EXTERNAL)
            .ipAddress(address)
            .ipProtocol("TCP")
            .portRange(String.valueOf(balancer.port()))
            .backendService(service)
            .labels(plan.labels())
            .build(),
        child);
    return Output.tuple(address, service)
        .applyValue(
            made ->
                Map.of(
                    "layer",
                    balancer.kind().layer().number(),
                    "scheme",
                    balancer.kind().scheme().slug(),
                    "address",
                    made.t1,
                    "backendService",
                    made.t2));
  }

  private static Output<String> healthCheck(
      PassthroughBalancer balancer, String region, CustomResourceOptions child) {
    return new RegionHealthCheck(
            balancer.name(),
            RegionHealthCheckArgs.builder()
                .region(region)
                .httpsHealthCheck(
                    RegionHealthCheckHttpsHealthCheckArgs.builder()
                        .port(balancer.port())
                        .requestPath(balancer.healthPath())
                        .build())
                .build(),
            child)
        .selfLink();
  }

  private static Output<String> address(String name, Plan plan, CustomResourceOptions child) {
    return new Address(
            name,
            AddressArgs.builder()
                .addressType(EXTERNAL)
                .region(plan.region())
                .labels(plan.labels())
                .build(),
            child)
        .address();
  }
}
