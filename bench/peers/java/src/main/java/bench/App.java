package bench;

import com.google.gson.Gson;
import com.pulumi.Pulumi;
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
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.inputs.ManagedPrefixListEntryArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesFilterArgs;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.aws.lb.inputs.TargetGroupStickinessArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Registers the graph that BENCH_GRAPH names, as one would write it by hand. */
public class App {
  public static void main(String[] args) {
    Pulumi.run(ctx -> read().sites.forEach(App::site));
  }

  private static Graph read() {
    try (Reader reader = Files.newBufferedReader(Path.of(System.getenv("BENCH_GRAPH")))) {
      return new Gson().fromJson(reader, Graph.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void site(Graph.Site site) {
    var provider = new Provider(site.name, ProviderArgs.builder().region(site.region).build());
    // Another region or another network has everything replaced as a whole.
    var inRegion = new Bound(provider, site.region);
    var inNetwork = new Bound(provider, site.region + " " + site.network.cidr);
    var options = inNetwork.options().build();
    var vpc =
        new Vpc(
            site.network.name,
            VpcArgs.builder()
                .cidrBlock(site.network.cidr)
                .enableDnsHostnames(true)
                .enableDnsSupport(true)
                .tags(tags(site, site.network.name))
                .build(),
            inNetwork.options().ignoreChanges("assignGeneratedIpv6CidrBlock").build());
    new DefaultSecurityGroup(
        site.network.name,
        DefaultSecurityGroupArgs.builder()
            .vpcId(vpc.id())
            .tags(tags(site, site.network.name))
            .build(),
        options);
    var gateway =
        new InternetGateway(
            site.network.name,
            InternetGatewayArgs.builder()
                .vpcId(vpc.id())
                .tags(tags(site, site.network.name))
                .build(),
            inNetwork.options().replaceOnChanges("vpcId").build());
    var zones =
        AwsFunctions.getAvailabilityZones(
            GetAvailabilityZonesArgs.builder()
                .state("available")
                .filters(
                    GetAvailabilityZonesFilterArgs.builder()
                        .name("opt-in-status")
                        .values("opt-in-not-required")
                        .build())
                .build(),
            InvokeOptions.builder().provider(provider).build());

    Map<String, Output<String>> subnets = new HashMap<>();
    List<Output<String>> publicSubnets = new ArrayList<>();
    List<Resource> reachable = new ArrayList<>();
    for (var table : site.tables) {
      var routes =
          new RouteTable(
              table.name,
              RouteTableArgs.builder().vpcId(vpc.id()).tags(tags(site, table.name)).build(),
              options);
      for (var s : table.subnets) {
        var subnet =
            new Subnet(
                s.name,
                SubnetArgs.builder()
                    .vpcId(vpc.id())
                    .availabilityZone(zones.applyValue(z -> z.names().get(s.zone)))
                    .cidrBlock(s.cidr)
                    .tags(tags(site, s.name))
                    .build(),
                inNetwork.options().ignoreChanges("availabilityZone", "ipv6CidrBlock").build());
        subnets.put(s.name, subnet.id());
        var association =
            new RouteTableAssociation(
                s.name,
                RouteTableAssociationArgs.builder()
                    .subnetId(subnet.id())
                    .routeTableId(routes.id())
                    .build(),
                options);
        if (table.isPublic) {
          publicSubnets.add(subnet.id());
          reachable.add(association);
        }
      }
      if (table.isPublic) {
        var args = RouteArgs.builder().routeTableId(routes.id()).gatewayId(gateway.id());
        reachable.add(
            new Route(table.name, args.destinationCidrBlock("0.0.0.0/0").build(), options));
      } else if (table.nat != null) {
        var address =
            new Eip(
                table.nat.name,
                EipArgs.builder().domain("vpc").tags(tags(site, table.nat.name)).build(),
                inNetwork.options().dependsOn(gateway).build());
        var nat =
            new NatGateway(
                table.nat.name,
                NatGatewayArgs.builder()
                    .allocationId(address.id())
                    .subnetId(subnets.get(table.nat.subnet))
                    .tags(tags(site, table.nat.name))
                    .build(),
                inNetwork.options().dependsOn(reachable).build());
        var args = RouteArgs.builder().routeTableId(routes.id()).natGatewayId(nat.id());
        new Route(table.name, args.destinationCidrBlock("0.0.0.0/0").build(), options);
      }
    }

    Map<String, Output<String>> groups = new HashMap<>();
    for (var group : site.groups) {
      var args = SecurityGroupArgs.builder().vpcId(vpc.id()).description(group.description);
      var made = new SecurityGroup(group.name, args.tags(tags(site, group.name)).build(), options);
      groups.put(group.name, made.id());
    }
    Map<String, Output<String>> lists = new HashMap<>();
    for (var list : site.lists) {
      var args =
          ManagedPrefixListArgs.builder()
              .addressFamily(list.family)
              .maxEntries(list.most)
              .entries(
                  list.entries.stream()
                      .map(entry -> ManagedPrefixListEntryArgs.builder().cidr(entry).build())
                      .toList())
              .tags(tags(site, list.name))
              .build();
      var ofRegion = inRegion.options().build();
      lists.put(list.name, new ManagedPrefixList(list.name, args, ofRegion).id());
    }
    site.rules.forEach(rule -> rule(rule, site, groups, lists, options));

    var balancer =
        new LoadBalancer(
            site.balancer.name,
            LoadBalancerArgs.builder()
                .loadBalancerType("network")
                .internal(false)
                .enableCrossZoneLoadBalancing(true)
                .ipAddressType("ipv4")
                .securityGroups(Output.all(groups.get(site.balancer.group)))
                .subnets(Output.all(publicSubnets))
                .tags(tags(site, site.balancer.name))
                .build(),
            inNetwork.options().dependsOn(reachable).build());
    var targets =
        new TargetGroup(
            site.balancer.targets,
            TargetGroupArgs.builder()
                .vpcId(vpc.id())
                .targetType("instance")
                .protocol("TCP")
                .port(site.balancer.targetPort)
                .stickiness(
                    TargetGroupStickinessArgs.builder().enabled(true).type("source_ip").build())
                .healthCheck(
                    TargetGroupHealthCheckArgs.builder()
                        .protocol("HTTPS")
                        .port("traffic-port")
                        .path("/health")
                        .matcher("200")
                        .timeout(10)
                        .build())
                .tags(tags(site, site.balancer.targets))
                .build(),
            inNetwork.options().replaceWith(balancer).build());
    new Listener(
        site.balancer.name,
        ListenerArgs.builder()
            .loadBalancerArn(balancer.arn())
            .protocol("TCP")
            .port(site.balancer.port)
            .tcpIdleTimeoutSeconds(350)
            .defaultActions(
                ListenerDefaultActionArgs.builder()
                    .type("forward")
                    .targetGroupArn(targets.arn())
                    .build())
            .tags(tags(site, site.balancer.name))
            .build(),
        options);
    for (var name : site.addresses) {
      new Eip(
          name,
          EipArgs.builder().domain("vpc").tags(tags(site, name)).build(),
          inRegion.options().dependsOn(gateway).build());
    }
  }

  /** What a site's resources have in common, and what has them replaced when it changes. */
  private record Bound(Provider provider, String trigger) {
    CustomResourceOptions.Builder options() {
      var options = CustomResourceOptions.builder().provider(provider);
      options.replacementTrigger(Output.of(trigger));
      return options;
    }
  }

  private static Map<String, String> tags(Graph.Site site, String name) {
    Map<String, String> tags = new HashMap<>(site.tags);
    tags.put("Name", name);
    return tags;
  }

  private static void rule(
      Graph.Rule rule,
      Graph.Site site,
      Map<String, Output<String>> groups,
      Map<String, Output<String>> lists,
      CustomResourceOptions options) {
    if (rule.inbound) {
      var args =
          SecurityGroupIngressRuleArgs.builder()
              .securityGroupId(groups.get(rule.group))
              .ipProtocol(rule.protocol)
              .description(rule.description)
              .tags(tags(site, rule.name));
      if (rule.from != null) {
        args.fromPort(rule.from).toPort(rule.to);
      }
      if (rule.cidr != null) {
        args.cidrIpv4(rule.cidr);
      } else if (rule.cidr6 != null) {
        args.cidrIpv6(rule.cidr6);
      } else if (rule.list != null) {
        args.prefixListId(lists.get(rule.list));
      } else {
        args.referencedSecurityGroupId(groups.get(rule.peer));
      }
      new SecurityGroupIngressRule(rule.name, args.build(), options);
    } else {
      var args =
          SecurityGroupEgressRuleArgs.builder()
              .securityGroupId(groups.get(rule.group))
              .ipProtocol(rule.protocol)
              .description(rule.description)
              .tags(tags(site, rule.name));
      if (rule.from != null) {
        args.fromPort(rule.from).toPort(rule.to);
      }
      if (rule.cidr != null) {
        args.cidrIpv4(rule.cidr);
      } else if (rule.cidr6 != null) {
        args.cidrIpv6(rule.cidr6);
      } else if (rule.list != null) {
        args.prefixListId(lists.get(rule.list));
      } else {
        args.referencedSecurityGroupId(groups.get(rule.peer));
      }
      new SecurityGroupEgressRule(rule.name, args.build(), options);
    }
  }
}
