package anyware.aws;

import anyware.catalogue.Role;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Registers a site's plan with the engine, through a provider of the site's own. */
public final class SiteComponent extends ComponentResource {
  /** The type by which the engine knows it. */
  static final String TYPE = "anyware:network:Aws";

  private final Plan plan;
  private final ComponentScope scope;
  private final Map<String, Output<?>> outputs = new LinkedHashMap<>();

  /** Registers everything of the plan as children, the site's provider included. */
  public SiteComponent(Plan plan) {
    super(TYPE, plan.place().site(), ComponentResourceOptions.Empty);
    this.plan = plan;
    this.scope = new ComponentScope(this, plan);
    ComponentNetwork network = ComponentNetwork.of(scope, plan);
    Map<Role, Output<String>> groups = groups(network.id());
    new ComponentRules(scope, groups).register(plan.rules(), plan.prefixLists());
    outputs.putAll(network.outputs());
    outputs.put("groups", keyed(groups));
    plan.balancer().ifPresent(b -> outputs.put("balancer", balancer(b, network, groups)));
    outputs.put("connectorAddresses", addresses(network).outputs());
    registerOutputs(outputs);
  }

  /**
   * The site's outputs: {@code network} ({@code id}, {@code ranges}), {@code subnets} (role to
   * {@code id}, {@code range} and {@code ipv6Range} of each), {@code routeTables} of a network that
   * the program makes, {@code groups} (role to group id), {@code balancer} when there is one
   * ({@code layer}, {@code scheme}, {@code dnsName}, {@code zoneId}, {@code id} and {@code
   * targetGroup}) and {@code connectorAddresses} ({@code address} and {@code id}, in the order of
   * their numbers).
   */
  public Map<String, Output<?>> outputs() {
    return Collections.unmodifiableMap(outputs);
  }

  private Map<Role, Output<String>> groups(Output<String> vpc) {
    Map<Role, Output<String>> groups = new EnumMap<>(Role.class);
    for (Group group : plan.groups()) {
      var args = SecurityGroupArgs.builder().vpcId(vpc).description(group.description());
      args.tags(scope.tags(group.name()));
      var made = scope.register(ResourceTypes.GROUP, group.name(), args.build(), scope.inNetwork());
      groups.put(group.role(), made.id());
    }
    return groups;
  }

  private static Output<Map<String, String>> keyed(Map<Role, Output<String>> groups) {
    var ids = Output.<String>mapBuilder();
    groups.forEach((role, id) -> ids.put(role.key(), id));
    return ids.build();
  }

  private Output<Map<String, Object>> balancer(
      LoadBalancer balancer, ComponentNetwork network, Map<Role, Output<String>> groups) {
    List<Output<String>> carried =
        balancer.groups().stream()
            .sorted()
            .map(role -> Objects.requireNonNull(groups.get(role)))
            .toList();
    return new ComponentBalancer(
            scope, network, balancer, carried, target -> name("target", target.id()))
        .outputs();
  }

  private ComponentAddresses addresses(ComponentNetwork network) {
    return new ComponentAddresses(
        scope, plan.connectorAddresses(), id -> name("address", id), network.gateway());
  }

  /** What is made for a machine is named by the machine, so that it stays when others go. */
  private String name(String kind, String machine) {
    return plan.place().name(kind + "-" + machine.replace('.', '-'), Planner.LOGICAL_NAME);
  }
}
