package anyware.aws;

import anyware.catalogue.Role;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.ManagedPrefixList;
import com.pulumi.aws.ec2.ManagedPrefixListArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.inputs.ManagedPrefixListEntryArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesFilterArgs;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.aws.lb.inputs.TargetGroupStickinessArgs;
import com.pulumi.aws.outputs.GetAvailabilityZonesResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Registers a site's plan with the engine, through a provider of the site's own. */
public final class SiteComponent extends ComponentResource {
  private final Plan plan;
  private final Map<String, String> tags;
  private final Provider provider;
  private final Map<String, Output<?>> outputs = new LinkedHashMap<>();

  /** Registers everything of the plan as children, the site's provider included. */
  public SiteComponent(Plan plan) {
    super("anyware:network:Aws", plan.place().site(), ComponentResourceOptions.Empty);
    this.plan = plan;
    this.tags = plan.place().tags();
    this.provider =
        new Provider(
            plan.place().site(),
            ProviderArgs.builder().region(plan.region()).build(),
            CustomResourceOptions.builder().parent(this).build());
    Output<String> vpc = vpc();
    var gatewayArgs = InternetGatewayArgs.builder().vpcId(vpc).tags(tags).build();
    InternetGateway gateway = new InternetGateway(plan.vpc().name(), gatewayArgs, child());
    Output<List<String>> zones = zones();
    Routed open = routed(plan.vpc().publicRoutes(), vpc, zones);
    open.parts().add(defaultRoute(open, gateway));
    routed(plan.vpc().privateRoutes(), vpc, zones);
    Map<Role, Output<String>> groups = groups(vpc);
    ComponentRules rules = new ComponentRules(groups, prefixLists(), tags, child());
    plan.rules().forEach(rules::register);
    outputs.put("groups", keyed(groups));
    plan.balancer().ifPresent(b -> outputs.put("balancer", balancer(b, vpc, groups, open)));
    outputs.put("connectorAddresses", connectorAddresses(gateway));
    registerOutputs(outputs);
  }

  /**
   * The site's outputs: {@code groups} (role to group id), {@code balancer} when there is one
   * ({@code layer}, {@code scheme}, {@code dnsName}, and {@code targetGroup}, its ARN) and {@code
   * connectorAddresses} (in the order of their numbers).
   */
  public Map<String, Output<?>> outputs() {
    return Collections.unmodifiableMap(outputs);
  }

  /**
   * A registered route table: its id, its subnets' ids by their names, and what makes the routes
   * hold.
   */
  private record Routed(
      Output<String> id, Map<String, Output<String>> subnets, List<Resource> parts) {}

  private Output<String> vpc() {
    String name = plan.vpc().name();
    var args = VpcArgs.builder().cidrBlock(plan.vpc().ranges().get(0).toString()).tags(tags);
    args.enableDnsHostnames(true).enableDnsSupport(true);
    Output<String> id = new com.pulumi.aws.ec2.Vpc(name, args.build(), child()).id();
    var emptied = DefaultSecurityGroupArgs.builder().vpcId(id).tags(tags).build();
    new DefaultSecurityGroup(name, emptied, child());
    return id;
  }

  private Output<List<String>> zones() {
    var filter = GetAvailabilityZonesFilterArgs.builder();
    filter.name("opt-in-status").values("opt-in-not-required");
    var args = GetAvailabilityZonesArgs.builder().state("available").filters(filter.build());
    var options = InvokeOptions.builder().provider(provider).build();
    return AwsFunctions.getAvailabilityZones(args.build(), options)
        .applyValue(GetAvailabilityZonesResult::names);
  }

  private Routed routed(RouteTable routes, Output<String> vpc, Output<List<String>> zones) {
    var tableArgs = RouteTableArgs.builder().vpcId(vpc).tags(tags).build();
    var table = new com.pulumi.aws.ec2.RouteTable(routes.name(), tableArgs, child());
    Routed routed = new Routed(table.id(), new HashMap<>(), new ArrayList<>());
    for (Subnet subnet : routes.subnets()) {
      Output<String> id = subnet(subnet, vpc, zones);
      var args = RouteTableAssociationArgs.builder().subnetId(id).routeTableId(table.id()).build();
      routed.subnets().put(subnet.name(), id);
      routed.parts().add(new RouteTableAssociation(subnet.name(), args, child()));
    }
    return routed;
  }

  private Output<String> subnet(Subnet subnet, Output<String> vpc, Output<List<String>> zones) {
    Output<String> zone =
        zones.apply(names -> Output.ofNullable(subnet.zone().among(names).orElse(null)));
    var args = SubnetArgs.builder().vpcId(vpc).availabilityZone(zone).tags(tags);
    args.cidrBlock(subnet.cidr().toString());
    // A zone that comes or goes must not replace the subnets that stand.
    var options = CustomResourceOptions.builder().ignoreChanges("availabilityZone");
    var whole = CustomResourceOptions.merge(child(), options.build());
    return new com.pulumi.aws.ec2.Subnet(subnet.name(), args.build(), whole).id();
  }

  private Route defaultRoute(Routed routed, InternetGateway gateway) {
    var args = RouteArgs.builder().routeTableId(routed.id()).gatewayId(gateway.id());
    args.destinationCidrBlock("0.0.0.0/0");
    return new Route(plan.vpc().publicRoutes().name(), args.build(), child());
  }

  private Map<Role, Output<String>> groups(Output<String> vpc) {
    Map<Role, Output<String>> groups = new EnumMap<>(Role.class);
    for (Group group : plan.groups()) {
      var args = SecurityGroupArgs.builder().vpcId(vpc).description(group.description()).tags(tags);
      groups.put(group.role(), new SecurityGroup(group.name(), args.build(), child()).id());
    }
    return groups;
  }

  /** A rule depends on the list that it names, so the engine deletes the list after it. */
  private Map<RuleEnd, Output<String>> prefixLists() {
    Map<RuleEnd, Output<String>> lists = new HashMap<>();
    for (PrefixList list : plan.prefixLists()) {
      var args = ManagedPrefixListArgs.builder().addressFamily(list.family().label()).tags(tags);
      args.maxEntries(list.maxEntries()).entries(entries(list));
      lists.put(list.end(), new ManagedPrefixList(list.name(), args.build(), child()).id());
    }
    return lists;
  }

  private static List<ManagedPrefixListEntryArgs> entries(PrefixList list) {
    return list.entries().stream()
        .map(entry -> ManagedPrefixListEntryArgs.builder().cidr(entry.toString()).build())
        .toList();
  }

  private static Output<Map<String, String>> keyed(Map<Role, Output<String>> groups) {
    var ids = Output.<String>mapBuilder();
    groups.forEach((role, id) -> ids.put(role.key(), id));
    return ids.build();
  }

  private Output<Map<String, Object>> balancer(
      LoadBalancer balancer, Output<String> vpc, Map<Role, Output<String>> groups, Routed open) {
    Output<String> targets = targets(balancer.targets(), vpc);
    var args = LoadBalancerArgs.builder().loadBalancerType("network").tags(tags);
    args.internal(balancer.scheme() == LoadBalancer.Scheme.INTERNAL)
        .enableCrossZoneLoadBalancing(true);
    args.securityGroups(named(balancer.groups().stream().sorted().toList(), groups));
    args.subnets(named(balancer.subnets(), open.subnets()));
    var reachable = child(open.parts().toArray(Resource[]::new));
    var nlb = new com.pulumi.aws.lb.LoadBalancer(balancer.name(), args.build(), reachable);
    var forward = ListenerDefaultActionArgs.builder().type("forward").targetGroupArn(targets);
    var listener = ListenerArgs.builder().loadBalancerArn(nlb.arn()).tags(tags);
    listener.protocol(balancer.listener().protocol()).port(balancer.listener().port());
    listener.defaultActions(forward.build());
    new Listener(balancer.name(), listener.build(), child());
    int layer = LoadBalancer.LAYER;
    String scheme = balancer.scheme().slug();
    return Output.tuple(nlb.dnsName(), targets)
        .applyValue(
            t -> Map.of("layer", layer, "scheme", scheme, "dnsName", t.t1, "targetGroup", t.t2));
  }

  private static <K> Output<List<String>> named(List<K> keys, Map<K, Output<String>> ids) {
    return Output.all(keys.stream().map(key -> Objects.requireNonNull(ids.get(key))).toList());
  }

  private Output<String> targets(TargetGroup targets, Output<String> vpc) {
    TargetGroup.HealthCheck health = targets.healthCheck();
    var check = TargetGroupHealthCheckArgs.builder().protocol(health.protocol());
    check.port("traffic-port").path(health.path()).matcher(String.valueOf(health.status()));
    var affinity = TargetGroupStickinessArgs.builder().enabled(targets.sourceAffinity());
    affinity.type("source_ip");
    var args = TargetGroupArgs.builder().vpcId(vpc).targetType(targets.type()).tags(tags);
    args.protocol(targets.protocol()).port(targets.port());
    args.stickiness(affinity.build()).healthCheck(check.build());
    return new com.pulumi.aws.lb.TargetGroup(targets.name(), args.build(), child()).arn();
  }

  private Output<List<String>> connectorAddresses(InternetGateway gateway) {
    // The gateway can only go once no address is mapped through it.
    var args = EipArgs.builder().domain("vpc").tags(tags).build();
    return Output.all(
        plan.connectorAddresses().stream()
            .map(name -> new Eip(name, args, child(gateway)).publicIp())
            .toList());
  }

  private CustomResourceOptions child(Resource... after) {
    return CustomResourceOptions.builder().parent(this).provider(provider).dependsOn(after).build();
  }
}
