// Registers the graph that BENCH_GRAPH names, as one would write it by hand.
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { readFileSync } from "fs";

interface Rule {
  name: string;
  inbound: boolean;
  group: string;
  protocol: string;
  from?: number;
  to?: number;
  description: string;
  cidr?: string;
  cidr6?: string;
  peer?: string;
  list?: string;
}

interface Site {
  name: string;
  region: aws.Region;
  tags: Record<string, string>;
  network: { name: string; cidr: string };
  tables: {
    name: string;
    isPublic: boolean;
    subnets: { name: string; cidr: string; zone: number }[];
    nat?: { name: string; subnet: string };
  }[];
  groups: { name: string; description: string }[];
  lists: { name: string; family: string; most: number; entries: string[] }[];
  rules: Rule[];
  balancer: { name: string; group: string; port: number; targets: string; targetPort: number };
  addresses: string[];
}

function site(graph: Site): void {
  const provider = new aws.Provider(graph.name, { region: graph.region });
  // Another region or another network has everything replaced as a whole.
  const inRegion = { provider, replacementTrigger: graph.region };
  const options = { provider, replacementTrigger: `${graph.region} ${graph.network.cidr}` };
  const tags = (name: string) => ({ ...graph.tags, Name: name });
  const vpc = new aws.ec2.Vpc(
    graph.network.name,
    {
      cidrBlock: graph.network.cidr,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: tags(graph.network.name),
    },
    { ...options, ignoreChanges: ["assignGeneratedIpv6CidrBlock"] },
  );
  const ofVpc = { vpcId: vpc.id, tags: tags(graph.network.name) };
  new aws.ec2.DefaultSecurityGroup(graph.network.name, ofVpc, options);
  const gateway = new aws.ec2.InternetGateway(graph.network.name, ofVpc, {
    ...options,
    replaceOnChanges: ["vpcId"],
  });
  const zones = aws.getAvailabilityZonesOutput(
    {
      state: "available",
      filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
    },
    { provider },
  );

  const subnets = new Map<string, pulumi.Output<string>>();
  const publicSubnets: pulumi.Output<string>[] = [];
  const reachable: pulumi.Resource[] = [];
  for (const table of graph.tables) {
    const routes = new aws.ec2.RouteTable(table.name, { vpcId: vpc.id, tags: tags(table.name) }, options);
    for (const { name, cidr, zone } of table.subnets) {
      const subnet = new aws.ec2.Subnet(
        name,
        { vpcId: vpc.id, availabilityZone: zones.names[zone], cidrBlock: cidr, tags: tags(name) },
        { ...options, ignoreChanges: ["availabilityZone", "ipv6CidrBlock"] },
      );
      subnets.set(name, subnet.id);
      const association = new aws.ec2.RouteTableAssociation(
        name,
        { subnetId: subnet.id, routeTableId: routes.id },
        options,
      );
      if (table.isPublic) {
        publicSubnets.push(subnet.id);
        reachable.push(association);
      }
    }
    if (table.isPublic) {
      const all = { routeTableId: routes.id, gatewayId: gateway.id, destinationCidrBlock: "0.0.0.0/0" };
      reachable.push(new aws.ec2.Route(table.name, all, options));
    } else if (table.nat) {
      const { name, subnet } = table.nat;
      const address = new aws.ec2.Eip(
        name,
        { domain: "vpc", tags: tags(name) },
        { ...options, dependsOn: gateway },
      );
      const nat = new aws.ec2.NatGateway(
        name,
        { allocationId: address.id, subnetId: subnets.get(subnet)!, tags: tags(name) },
        { ...options, dependsOn: reachable },
      );
      const all = { routeTableId: routes.id, natGatewayId: nat.id, destinationCidrBlock: "0.0.0.0/0" };
      new aws.ec2.Route(table.name, all, options);
    }
  }

  const groups = new Map<string, pulumi.Output<string>>();
  for (const { name, description } of graph.groups) {
    const args = { vpcId: vpc.id, description, tags: tags(name) };
    groups.set(name, new aws.ec2.SecurityGroup(name, args, options).id);
  }
  const lists = new Map<string, pulumi.Output<string>>();
  for (const { name, family, most, entries } of graph.lists) {
    const args = {
      addressFamily: family,
      maxEntries: most,
      entries: entries.map((cidr) => ({ cidr })),
      tags: tags(name),
    };
    lists.set(name, new aws.ec2.ManagedPrefixList(name, args, inRegion).id);
  }
  for (const rule of graph.rules) {
    const args = {
      securityGroupId: groups.get(rule.group)!,
      ipProtocol: rule.protocol,
      fromPort: rule.from,
      toPort: rule.to,
      description: rule.description,
      cidrIpv4: rule.cidr,
      cidrIpv6: rule.cidr6,
      referencedSecurityGroupId: rule.peer === undefined ? undefined : groups.get(rule.peer),
      prefixListId: rule.list === undefined ? undefined : lists.get(rule.list),
      tags: tags(rule.name),
    };
    if (rule.inbound) {
      new aws.vpc.SecurityGroupIngressRule(rule.name, args, options);
    } else {
      new aws.vpc.SecurityGroupEgressRule(rule.name, args, options);
    }
  }

  const { balancer } = graph;
  const nlb = new aws.lb.LoadBalancer(
    balancer.name,
    {
      loadBalancerType: "network",
      internal: false,
      enableCrossZoneLoadBalancing: true,
      ipAddressType: "ipv4",
      securityGroups: [groups.get(balancer.group)!],
      subnets: publicSubnets,
      tags: tags(balancer.name),
    },
    { ...options, dependsOn: reachable },
  );
  const targets = new aws.lb.TargetGroup(
    balancer.targets,
    {
      vpcId: vpc.id,
      targetType: "instance",
      protocol: "TCP",
      port: balancer.targetPort,
      stickiness: { enabled: true, type: "source_ip" },
      healthCheck: { protocol: "HTTPS", port: "traffic-port", path: "/health", matcher: "200", timeout: 10 },
      tags: tags(balancer.targets),
    },
    { ...options, replaceWith: [nlb] },
  );
  new aws.lb.Listener(
    balancer.name,
    {
      loadBalancerArn: nlb.arn,
      protocol: "TCP",
      port: balancer.port,
      tcpIdleTimeoutSeconds: 350,
      defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
      tags: tags(balancer.name),
    },
    options,
  );
  for (const name of graph.addresses) {
    new aws.ec2.Eip(name, { domain: "vpc", tags: tags(name) }, { ...inRegion, dependsOn: gateway });
  }
}

const graph: { sites: Site[] } = JSON.parse(readFileSync(process.env.BENCH_GRAPH!, "utf8"));
graph.sites.forEach(site);
