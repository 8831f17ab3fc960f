package anyware.gcp;

import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Address;
import com.pulumi.gcp.compute.AddressArgs;
import com.pulumi.resources.ComponentResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A site's plan as resources: the network where it is to be made, the firewall rules, the
 * connectors' addresses, the balancer and DNS records, all through a provider for the site's
 * project and region.
 */
public final class SiteComponent extends ComponentResource {
  /** The type by which the engine knows it. */
  static final String TYPE = "anyware:network:Google";

  private final Map<String, Output<?>> outputs;

  /**
   * Registers everything that the plan asks for.
   *
   * @param plan a plan that {@link Limits} has no problem with
   */
  public SiteComponent(Plan plan) {
    super(TYPE, plan.place().site());
    ComponentScope scope = ComponentScope.of(plan, this);
    ComponentNetwork network = ComponentNetwork.of(scope);
    ComponentFirewalls.register(plan.rules(), network, scope);
    List<Address> addresses = new ArrayList<>();
    Map<String, Output<String>> known = new TreeMap<>();
    for (String name : plan.connectorAddresses()) {
      Address address = connectorAddress(name, scope);
      addresses.add(address);
      known.put(name, address.address());
    }
    Optional<Output<Map<String, Object>>> balancer =
        plan.balancer()
            .map(
                asked -> {
                  ComponentBalancer.Made made = ComponentBalancer.register(asked, scope, network);
                  known.putAll(made.addresses(plan.place()));
                  return made.outputs(asked);
                });
    ComponentRecords.register(known, scope);
    outputs = ComponentOutputs.of(plan, network, addresses, balancer);
    registerOutputs(outputs);
  }

  /**
   * What the site has for its owner: {@code network} with its self link and addresses, {@code
   * subnets} by role, {@code groups} with the network tag of each role, {@code connectorAddresses}
   * in the connectors' order and, when there is one, {@code balancer} with layer, scheme, its
   * addresses, the self link of its forwarding rule and that of the backend service which instance
   * groups are to be attached to.
   */
  public Map<String, Output<?>> outputs() {
    return outputs;
  }

  private static Address connectorAddress(String name, ComponentScope scope) {
    Plan plan = scope.plan();
    return new Address(
        name,
        AddressArgs.builder()
            .project(plan.project())
            .region(plan.region())
            .addressType(ComponentBalancer.EXTERNAL)
            .labels(plan.labels())
            .build(),
        scope.ofRegion().protect(plan.protect()).build());
  }
}
