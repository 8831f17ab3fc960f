package anyware.aws;

import anyware.net.Family;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.EgressOnlyInternetGatewayArgs;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesFilterArgs;
import com.pulumi.aws.outputs.GetAvailabilityZonesResult;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** Registers a VPC that the program makes, with its subnets and their ways out. */
final class ComponentVpc {
  private static final String EVERYWHERE = Family.IPV4.all().toString();
  private static final String EVERYWHERE_IPV6 = Family.IPV6.all().toString();

  private static final String ZONE = "availabilityZone";
  private static final String GENERATED = "assignGeneratedIpv6CidrBlock";
  private static final String BLOCK = "ipv6CidrBlock";

  private final ComponentScope scope;
  private final Vpc vpc;
  private final ComponentMade network;
  private final Output<String> id;
  private final CustomResource gateway;
  private final Map<String, Output<String>> subnets = new LinkedHashMap<>();
  private final Map<String, Output<String>> ipv6Ranges = new LinkedHashMap<>();
  private final List<Resource> publicWay = new ArrayList<>();
  private final Output<String> publicRoutes;
  private final List<Output<String>> privateRoutes = new ArrayList<>();

  /**
   * Registers everything of it.
   *
   * @param scope the site's
   * @param vpc what is planned
   * @param formerPrivateRoutes the name under which the first private route table served all zones
   *     in earlier versions
   */
  ComponentVpc(ComponentScope scope, Vpc vpc, String formerPrivateRoutes) {
    this.scope = scope;
    this.vpc = vpc;
    this.network = network();
    this.id = network.id();
    this.gateway = gateway();
    Output<List<String>> zones = zones();
    this.publicRoutes = table(vpc.publicRoutes());
    publicWay.addAll(
        associations(vpc.publicRoutes(), publicRoutes, zones, Ipv6Layout::publicSubnet));
    var out = RouteArgs.builder().gatewayId(gateway.id());
    publicWay.add(route(vpc.publicRoutes(), publicRoutes, out));
    if (vpc.ipv6()) {
      var outIpv6 = RouteArgs.builder().gatewayId(gateway.id());
      publicWay.add(routeIpv6(vpc.publicRoutes(), publicRoutes, outIpv6));
    }
    Optional<Output<String>> egressOnly =
        vpc.isEgressOnly() ? Optional.of(egressOnly()) : Optional.empty();
    String former = formerPrivateRoutes;
    for (RouteTable routes : vpc.privateRoutes()) {
      Output<String> table = table(routes, former);
      former = "";
      privateRoutes.add(table);
      associations(routes, table, zones, Ipv6Layout::privateSubnet);
      routes
          .nat()
          .map(this::natGateway)
          .ifPresent(nat -> route(routes, table, RouteArgs.builder().natGatewayId(nat)));
      egressOnly.ifPresent(
          way -> routeIpv6(routes, table, RouteArgs.builder().egressOnlyGatewayId(way)));
    }
  }

  /**
   * A block that it once got stays. AWS takes it back only after those of its subnets, and theirs
   * after the last address in them, of machines and of a balancer's nodes, so no single update
   * could ({@code InvalidCidrBlock.InUse},
   * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateVpcCidrBlock.html).
   * Without routes and addresses for new machines it does nothing.
   */
  private ComponentMade network() {
    var args = VpcArgs.builder().cidrBlock(vpc.ranges().get(0).toString());
    args.enableDnsHostnames(true).enableDnsSupport(true).tags(scope.tags(vpc.name()));
    var kept = scope.inNetwork().protect(scope.protects());
    if (vpc.ipv6()) {
      args.assignGeneratedIpv6CidrBlock(true);
    } else {
      kept.ignoreChanges(GENERATED);
    }
    ComponentMade all =
        scope.registerWithOutputs(ResourceTypes.VPC, vpc.name(), args.build(), kept);
    Output<String> made = all.id();
    vpc.flowLog().ifPresent(log -> new ComponentFlowLog(scope, log).register(made, all.ownerId()));
    var emptied = DefaultSecurityGroupArgs.builder().vpcId(made).tags(scope.tags(vpc.name()));
    scope.register(ResourceTypes.DEFAULT_GROUP, vpc.name(), emptied.build(), scope.inNetwork());
    return all;
  }

  private Output<String> egressOnly() {
    var args = EgressOnlyInternetGatewayArgs.builder().vpcId(id).tags(scope.tags(vpc.name()));
    return scope
        .register(ResourceTypes.EGRESS_ONLY, vpc.name(), args.build(), scope.inNetwork())
        .id();
  }

  /** The provider would move the old one to the new VPC, away from all that still needs it. */
  private CustomResource gateway() {
    var args = InternetGatewayArgs.builder().vpcId(id).tags(scope.tags(vpc.name())).build();
    var options = scope.inNetwork().replaceOnChanges("vpcId");
    return scope.register(ResourceTypes.INTERNET_GATEWAY, vpc.name(), args, options);
  }

  private Output<List<String>> zones() {
    var filter = GetAvailabilityZonesFilterArgs.builder();
    filter.name("opt-in-status").values("opt-in-not-required");
    var args = GetAvailabilityZonesArgs.builder().state("available").filters(filter.build());
    var options = InvokeOptions.builder().provider(scope.provider()).build();
    return AwsFunctions.getAvailabilityZones(args.build(), options)
        .applyValue(GetAvailabilityZonesResult::names);
  }

  private Output<String> table(RouteTable routes) {
    return table(routes, "");
  }

  private Output<String> table(RouteTable routes, String former) {
    var args = RouteTableArgs.builder().vpcId(id).tags(scope.tags(routes.name())).build();
    var options = scope.inNetwork();
    if (!former.isEmpty()) {
      options.aliases(Alias.builder().name(former).build());
    }
    return scope.register(ResourceTypes.ROUTE_TABLE, routes.name(), args, options).id();
  }

  private List<Resource> associations(
      RouteTable routes,
      Output<String> table,
      Output<List<String>> zones,
      BiFunction<String, Zone, String> block) {
    List<Resource> associations = new ArrayList<>();
    for (Subnet subnet : routes.subnets()) {
      if (vpc.ipv6()) {
        Output<String> whole = network.ipv6CidrBlock();
        ipv6Ranges.put(subnet.name(), whole.applyValue(of -> block.apply(of, subnet.zone())));
      }
      Output<String> made = subnet(subnet, zones);
      subnets.put(subnet.name(), made);
      var args = RouteTableAssociationArgs.builder().subnetId(made).routeTableId(table).build();
      associations.add(
          scope.register(
              ResourceTypes.ROUTE_TABLE_ASSOCIATION, subnet.name(), args, scope.inNetwork()));
    }
    return associations;
  }

  /**
   * Its IPv6 block is kept as the VPC's is; new machines get no address of it any more. The
   * provider replaces a subnet that gives addresses and loses its block
   * (https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_subnet.go).
   */
  private Output<String> subnet(Subnet subnet, Output<List<String>> zones) {
    Output<String> zone =
        zones.apply(names -> Output.ofNullable(subnet.zone().among(names).orElse(null)));
    var args = SubnetArgs.builder().vpcId(id).availabilityZone(zone);
    args.cidrBlock(subnet.cidr().toString()).tags(scope.tags(subnet.name()));
    // A zone that comes or goes must not replace the subnets that stand.
    var options = scope.inNetwork().protect(scope.protects());
    Optional<Output<String>> ipv6 = ipv6Range(subnet.name());
    ipv6.ifPresent(block -> args.ipv6CidrBlock(block).assignIpv6AddressOnCreation(true));
    options.ignoreChanges(ipv6.isPresent() ? List.of(ZONE) : List.of(ZONE, BLOCK));
    return scope.register(ResourceTypes.SUBNET, subnet.name(), args.build(), options).id();
  }

  private CustomResource route(RouteTable routes, Output<String> table, RouteArgs.Builder out) {
    var args = out.routeTableId(table).destinationCidrBlock(EVERYWHERE).build();
    return scope.register(ResourceTypes.ROUTE, routes.name(), args, scope.inNetwork());
  }

  private CustomResource routeIpv6(RouteTable routes, Output<String> table, RouteArgs.Builder out) {
    var args = out.routeTableId(table).destinationIpv6CidrBlock(EVERYWHERE_IPV6).build();
    return scope.register(ResourceTypes.ROUTE, routes.ipv6Name(), args, scope.inNetwork());
  }

  /** Its address goes with it, since a new gateway can't have one that the old one still has. */
  private Output<String> natGateway(NatGateway nat) {
    var tags = scope.tags(nat.name());
    var kept = scope.inNetwork(gateway).protect(scope.protects());
    var mapped = EipArgs.builder().domain("vpc").tags(tags).build();
    CustomResource address = scope.register(ResourceTypes.ADDRESS, nat.name(), mapped, kept);
    var args = NatGatewayArgs.builder().allocationId(address.id()).tags(tags);
    args.subnetId(subnet(nat.subnet()));
    var options = scope.inNetwork(publicWay());
    return scope.register(ResourceTypes.NAT_GATEWAY, nat.name(), args.build(), options).id();
  }

  Output<String> id() {
    return id;
  }

  /** The id of one of the subnets. */
  Output<String> subnet(String name) {
    return Objects.requireNonNull(subnets.get(name));
  }

  /** The IPv6 addresses of one of the subnets; absent where the network has none. */
  Optional<Output<String>> ipv6Range(String name) {
    return Optional.ofNullable(ipv6Ranges.get(name));
  }

  /** What leads to the internet: public addresses need it, and it can only go after them. */
  Resource internetGateway() {
    return gateway;
  }

  /** What makes the public subnets reachable. */
  Resource[] publicWay() {
    return publicWay.toArray(Resource[]::new);
  }

  /** The ids of the route tables: {@code public}, and {@code private} in the zones' order. */
  Output<Map<String, Object>> routeTables() {
    return ComponentOutputs.structure(
        Map.of("public", publicRoutes, "private", ComponentOutputs.list(privateRoutes)));
  }
}
