package anyware.aws;

import anyware.net.IpAddress;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.TargetGroupAttachmentArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerSubnetMappingArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.aws.lb.inputs.TargetGroupStickinessArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Registers a site's load balancer with its listener, its target group and its targets. */
final class ComponentBalancer {
  /** Where AWS reaches a target that is not in the VPC. */
  static final String EVERY_ZONE = "all";

  /** A load balancer with addresses of both families, as AWS names it. */
  static final String DUAL_STACK = "dualstack";

  /** A load balancer with IPv4 addresses only, as AWS names it. */
  static final String ONLY_IPV4 = "ipv4";

  private final ComponentScope scope;
  private final ComponentNetwork network;
  private final LoadBalancer balancer;
  private final ComponentMade made;
  private final Output<String> targets;

  /**
   * Registers everything of it.
   *
   * @param scope the site's
   * @param network the site's network
   * @param balancer what is planned
   * @param groups the ids of the groups that it carries
   * @param targetName the logical name of a target, by its id
   */
  ComponentBalancer(
      ComponentScope scope,
      ComponentNetwork network,
      LoadBalancer balancer,
      List<Output<String>> groups,
      Function<Target, String> targetName) {
    this.scope = scope;
    this.network = network;
    this.balancer = balancer;
    this.made = loadBalancer(groups);
    this.targets = targetGroup();
    new ComponentListeners(scope, balancer, made.arn(), targets).register();
    ComponentRecords records = new ComponentRecords(scope);
    balancer.dns().forEach(record -> records.alias(record, made.dnsName(), made.zoneId()));
    balancer.targets().targets().forEach(target -> register(targetName.apply(target), target));
  }

  private ComponentMade loadBalancer(List<Output<String>> groups) {
    var args = LoadBalancerArgs.builder();
    balancer
        .front()
        .fold(
            network -> args.loadBalancerType("network").enableCrossZoneLoadBalancing(true),
            application -> application(args.loadBalancerType("application"), application));
    // Said of either: what is left out stays as it was.
    args.ipAddressType(balancer.ipv6() ? DUAL_STACK : ONLY_IPV4);
    args.internal(balancer.scheme() == LoadBalancer.Scheme.INTERNAL)
        .enableDeletionProtection(balancer.deletionProtection())
        .securityGroups(Output.all(groups))
        .tags(scope.tags(balancer.name()));
    var options = scope.inNetwork(network.publicWay()).protect(scope.protects());
    if (balancer.addresses().isEmpty()) {
      args.subnets(Output.all(balancer.subnets().stream().map(network::subnet).toList()));
    } else {
      args.subnetMappings(mappings());
      // Another balancer can't have an address that this one still has. One of another place can
      // come first: it has another name.
      options.deleteBeforeReplace(true);
    }
    return scope.registerWithOutputs(
        ResourceTypes.LOAD_BALANCER, balancer.name(), args.build(), options);
  }

  private static LoadBalancerArgs.Builder application(
      LoadBalancerArgs.Builder args, ApplicationFront front) {
    args.dropInvalidHeaderFields(true).idleTimeout(front.idleSeconds());
    front
        .accessLogs()
        .ifPresent(
            logs -> {
              var written = LoadBalancerAccessLogsArgs.builder().enabled(true);
              written.bucket(logs.bucket());
              if (!logs.prefix().isEmpty()) {
                written.prefix(logs.prefix());
              }
              args.accessLogs(written.build());
            });
    return args;
  }

  private List<LoadBalancerSubnetMappingArgs> mappings() {
    List<LoadBalancerSubnetMappingArgs> mappings = new ArrayList<>();
    for (int i = 0; i < balancer.subnets().size(); i++) {
      IpAddress address = balancer.addresses().get(i);
      var mapping = LoadBalancerSubnetMappingArgs.builder();
      mapping.subnetId(network.subnet(balancer.subnets().get(i)));
      mappings.add(mapping.privateIpv4Address(address.toString()).build());
    }
    return mappings;
  }

  private Output<String> targetGroup() {
    TargetGroup group = balancer.targets();
    TargetGroup.HealthCheck health = group.healthCheck();
    var check = TargetGroupHealthCheckArgs.builder().protocol(health.protocol());
    check.port("traffic-port").path(health.path()).matcher(String.valueOf(health.status()));
    TargetGroup.Pace pace = health.pace();
    check.interval(pace.intervalSeconds()).timeout(pace.timeoutSeconds());
    check.healthyThreshold(pace.healthy()).unhealthyThreshold(pace.unhealthy());
    var affinity = TargetGroupStickinessArgs.builder().enabled(true);
    affinity.type(group.affinity().type());
    if (group.affinity().cookieSeconds() > 0) {
      affinity.cookieDuration(group.affinity().cookieSeconds());
    }
    var args = TargetGroupArgs.builder().vpcId(network.id()).targetType(group.type());
    args.deregistrationDelay(TargetGroup.DEREGISTRATION);
    args.protocol(group.protocol()).port(group.port()).tags(scope.tags(group.name()));
    args.stickiness(affinity.build()).healthCheck(check.build());
    return scope
        .registerWithOutputs(ResourceTypes.TARGET_GROUP, group.name(), args.build(), beside())
        .arn();
  }

  /**
   * A target group serves one load balancer
   * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html),
   * so it is replaced with it while both of them stand.
   */
  private CustomResourceOptions.Builder beside() {
    boolean staysAlone = !balancer.addresses().isEmpty();
    String name = staysAlone ? balancer.scheme().slug() + " " + balancer.name() : "";
    var options = scope.inNetworkWith(name);
    if (!staysAlone) {
      options.replaceWith(made);
    }
    return options;
  }

  private void register(String name, Target target) {
    var args = TargetGroupAttachmentArgs.builder().targetGroupArn(targets);
    args.targetId(target.id()).port(balancer.targets().port());
    if (target.elsewhere()) {
      args.availabilityZone(EVERY_ZONE);
    }
    scope.register(ResourceTypes.ATTACHMENT, name, args.build(), scope.inNetwork());
  }

  /**
   * {@code layer}, {@code scheme}, {@code dnsName}, {@code zoneId} (of the DNS name, for alias
   * records), {@code id} (the balancer's ARN) and {@code targetGroup} (its ARN).
   */
  Output<Map<String, Object>> outputs() {
    Map<String, Output<?>> members = new LinkedHashMap<>();
    members.put("layer", Output.of(balancer.layer()));
    members.put("scheme", Output.of(balancer.scheme().slug()));
    members.put("dnsName", made.dnsName());
    members.put("zoneId", made.zoneId());
    members.put("id", made.arn());
    members.put("targetGroup", targets);
    return ComponentOutputs.structure(members);
  }
}
