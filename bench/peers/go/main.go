// Registers the graph that BENCH_GRAPH names, as one would write it by hand.
package main

import (
	"encoding/json"
	"os"

	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/ec2"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lb"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/vpc"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

type rule struct {
	Name        string
	Inbound     bool
	Group       string
	Protocol    string
	From        *int
	To          *int
	Description string
	Cidr        *string
	Cidr6       *string
	Peer        string
	List        string
}

type site struct {
	Name    string
	Region  string
	Tags    map[string]string
	Network struct{ Name, Cidr string }
	Tables  []struct {
		Name     string
		IsPublic bool
		Subnets  []struct {
			Name, Cidr string
			Zone       int
		}
		Nat *struct{ Name, Subnet string }
	}
	Groups []struct{ Name, Description string }
	Lists  []struct {
		Name, Family string
		Most         int
		Entries      []string
	}
	Rules    []rule
	Balancer struct {
		Name, Group, Targets string
		Port, TargetPort     int
	}
	Addresses []string
}

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		text, err := os.ReadFile(os.Getenv("BENCH_GRAPH"))
		if err != nil {
			return err
		}
		var graph struct{ Sites []site }
		if err := json.Unmarshal(text, &graph); err != nil {
			return err
		}
		for _, one := range graph.Sites {
			if err := register(ctx, one); err != nil {
				return err
			}
		}
		return nil
	})
}

func register(ctx *pulumi.Context, graph site) error {
	account, err := aws.NewProvider(ctx, graph.Name, &aws.ProviderArgs{Region: pulumi.String(graph.Region)})
	if err != nil {
		return err
	}
	// Another region or another network has everything replaced as a whole.
	inRegion := pulumi.Composite(pulumi.Provider(account), pulumi.ReplacementTrigger(pulumi.String(graph.Region)))
	inNetwork := pulumi.Composite(pulumi.Provider(account), pulumi.ReplacementTrigger(pulumi.String(graph.Region+" "+graph.Network.Cidr)))
	tags := func(name string) pulumi.StringMap {
		tags := pulumi.ToStringMap(graph.Tags)
		tags["Name"] = pulumi.String(name)
		return tags
	}
	network := graph.Network.Name
	net, err := ec2.NewVpc(ctx, network, &ec2.VpcArgs{
		CidrBlock:          pulumi.String(graph.Network.Cidr),
		EnableDnsHostnames: pulumi.Bool(true),
		EnableDnsSupport:   pulumi.Bool(true),
		Tags:               tags(network),
	}, inNetwork, pulumi.IgnoreChanges([]string{"assignGeneratedIpv6CidrBlock"}))
	if err != nil {
		return err
	}
	emptied := &ec2.DefaultSecurityGroupArgs{VpcId: net.ID(), Tags: tags(network)}
	if _, err := ec2.NewDefaultSecurityGroup(ctx, network, emptied, inNetwork); err != nil {
		return err
	}
	gateway, err := ec2.NewInternetGateway(ctx, network, &ec2.InternetGatewayArgs{
		VpcId: net.ID(),
		Tags:  tags(network),
	}, inNetwork, pulumi.ReplaceOnChanges([]string{"vpcId"}))
	if err != nil {
		return err
	}
	state := "available"
	zones, err := aws.GetAvailabilityZones(ctx, &aws.GetAvailabilityZonesArgs{
		State:   &state,
		Filters: []aws.GetAvailabilityZonesFilter{{Name: "opt-in-status", Values: []string{"opt-in-not-required"}}},
	}, pulumi.Provider(account))
	if err != nil {
		return err
	}

	subnets := map[string]pulumi.StringInput{}
	var publicSubnets pulumi.StringArray
	var reachable []pulumi.Resource
	for _, table := range graph.Tables {
		routes, err := ec2.NewRouteTable(ctx, table.Name, &ec2.RouteTableArgs{VpcId: net.ID(), Tags: tags(table.Name)}, inNetwork)
		if err != nil {
			return err
		}
		for _, entry := range table.Subnets {
			subnet, err := ec2.NewSubnet(ctx, entry.Name, &ec2.SubnetArgs{
				VpcId:            net.ID(),
				AvailabilityZone: pulumi.String(zones.Names[entry.Zone]),
				CidrBlock:        pulumi.String(entry.Cidr),
				Tags:             tags(entry.Name),
			}, inNetwork, pulumi.IgnoreChanges([]string{"availabilityZone", "ipv6CidrBlock"}))
			if err != nil {
				return err
			}
			subnets[entry.Name] = subnet.ID()
			association, err := ec2.NewRouteTableAssociation(ctx, entry.Name, &ec2.RouteTableAssociationArgs{
				SubnetId:     subnet.ID(),
				RouteTableId: routes.ID(),
			}, inNetwork)
			if err != nil {
				return err
			}
			if table.IsPublic {
				publicSubnets = append(publicSubnets, subnet.ID())
				reachable = append(reachable, association)
			}
		}
		if table.IsPublic {
			route, err := ec2.NewRoute(ctx, table.Name, &ec2.RouteArgs{
				RouteTableId:         routes.ID(),
				GatewayId:            gateway.ID(),
				DestinationCidrBlock: pulumi.String("0.0.0.0/0"),
			}, inNetwork)
			if err != nil {
				return err
			}
			reachable = append(reachable, route)
		} else if table.Nat != nil {
			name := table.Nat.Name
			address, err := ec2.NewEip(ctx, name, &ec2.EipArgs{
				Domain: pulumi.String("vpc"),
				Tags:   tags(name),
			}, inNetwork, pulumi.DependsOn([]pulumi.Resource{gateway}))
			if err != nil {
				return err
			}
			nat, err := ec2.NewNatGateway(ctx, name, &ec2.NatGatewayArgs{
				AllocationId: address.ID(),
				SubnetId:     subnets[table.Nat.Subnet],
				Tags:         tags(name),
			}, inNetwork, pulumi.DependsOn(reachable))
			if err != nil {
				return err
			}
			_, err = ec2.NewRoute(ctx, table.Name, &ec2.RouteArgs{
				RouteTableId:         routes.ID(),
				NatGatewayId:         nat.ID(),
				DestinationCidrBlock: pulumi.String("0.0.0.0/0"),
			}, inNetwork)
			if err != nil {
				return err
			}
		}
	}

	groups := map[string]pulumi.StringInput{}
	for _, group := range graph.Groups {
		made, err := ec2.NewSecurityGroup(ctx, group.Name, &ec2.SecurityGroupArgs{
			VpcId:       net.ID(),
			Description: pulumi.String(group.Description),
			Tags:        tags(group.Name),
		}, inNetwork)
		if err != nil {
			return err
		}
		groups[group.Name] = made.ID()
	}
	lists := map[string]pulumi.StringInput{}
	for _, list := range graph.Lists {
		var entries ec2.ManagedPrefixListEntryTypeArray
		for _, cidr := range list.Entries {
			entries = append(entries, &ec2.ManagedPrefixListEntryTypeArgs{Cidr: pulumi.String(cidr)})
		}
		made, err := ec2.NewManagedPrefixList(ctx, list.Name, &ec2.ManagedPrefixListArgs{
			AddressFamily: pulumi.String(list.Family),
			MaxEntries:    pulumi.Int(list.Most),
			Entries:       entries,
			Tags:          tags(list.Name),
		}, inRegion)
		if err != nil {
			return err
		}
		lists[list.Name] = made.ID()
	}
	for _, one := range graph.Rules {
		if err := registerRule(ctx, one, groups, lists, tags(one.Name), inNetwork); err != nil {
			return err
		}
	}

	balancer, err := lb.NewLoadBalancer(ctx, graph.Balancer.Name, &lb.LoadBalancerArgs{
		LoadBalancerType:             pulumi.String("network"),
		Internal:                     pulumi.Bool(false),
		EnableCrossZoneLoadBalancing: pulumi.Bool(true),
		IpAddressType:                pulumi.String("ipv4"),
		SecurityGroups:               pulumi.StringArray{groups[graph.Balancer.Group]},
		Subnets:                      publicSubnets,
		Tags:                         tags(graph.Balancer.Name),
	}, inNetwork, pulumi.DependsOn(reachable))
	if err != nil {
		return err
	}
	// This SDK does not make the one a dependency of the other by itself.
	carrier := []pulumi.Resource{balancer}
	targets, err := lb.NewTargetGroup(ctx, graph.Balancer.Targets, &lb.TargetGroupArgs{
		VpcId:      net.ID(),
		TargetType: pulumi.String("instance"),
		Protocol:   pulumi.String("TCP"),
		Port:       pulumi.Int(graph.Balancer.TargetPort),
		Stickiness: &lb.TargetGroupStickinessArgs{Enabled: pulumi.Bool(true), Type: pulumi.String("source_ip")},
		HealthCheck: &lb.TargetGroupHealthCheckArgs{
			Protocol: pulumi.String("HTTPS"),
			Port:     pulumi.String("traffic-port"),
			Path:     pulumi.String("/health"),
			Matcher:  pulumi.String("200"),
			Timeout:  pulumi.Int(10),
		},
		Tags: tags(graph.Balancer.Targets),
	}, inNetwork, pulumi.ReplaceWith(carrier), pulumi.DependsOn(carrier))
	if err != nil {
		return err
	}
	_, err = lb.NewListener(ctx, graph.Balancer.Name, &lb.ListenerArgs{
		LoadBalancerArn:       balancer.Arn,
		Protocol:              pulumi.String("TCP"),
		Port:                  pulumi.Int(graph.Balancer.Port),
		TcpIdleTimeoutSeconds: pulumi.Int(350),
		DefaultActions: lb.ListenerDefaultActionArray{
			&lb.ListenerDefaultActionArgs{Type: pulumi.String("forward"), TargetGroupArn: targets.Arn},
		},
		Tags: tags(graph.Balancer.Name),
	}, inNetwork)
	if err != nil {
		return err
	}
	for _, name := range graph.Addresses {
		args := &ec2.EipArgs{Domain: pulumi.String("vpc"), Tags: tags(name)}
		if _, err := ec2.NewEip(ctx, name, args, inRegion, pulumi.DependsOn([]pulumi.Resource{gateway})); err != nil {
			return err
		}
	}
	return nil
}

func registerRule(ctx *pulumi.Context, rule rule, groups, lists map[string]pulumi.StringInput, tags pulumi.StringMap, inNetwork pulumi.ResourceOption) error {
	from, to := pulumi.IntPtrFromPtr(rule.From), pulumi.IntPtrFromPtr(rule.To)
	cidr, cidr6 := pulumi.StringPtrFromPtr(rule.Cidr), pulumi.StringPtrFromPtr(rule.Cidr6)
	var peer pulumi.StringPtrInput
	if rule.Peer != "" {
		peer = groups[rule.Peer].ToStringOutput().ToStringPtrOutput()
	}
	var list pulumi.StringPtrInput
	if rule.List != "" {
		list = lists[rule.List].ToStringOutput().ToStringPtrOutput()
	}
	if rule.Inbound {
		_, err := vpc.NewSecurityGroupIngressRule(ctx, rule.Name, &vpc.SecurityGroupIngressRuleArgs{
			SecurityGroupId:           groups[rule.Group],
			IpProtocol:                pulumi.String(rule.Protocol),
			FromPort:                  from,
			ToPort:                    to,
			Description:               pulumi.String(rule.Description),
			CidrIpv4:                  cidr,
			CidrIpv6:                  cidr6,
			ReferencedSecurityGroupId: peer,
			PrefixListId:              list,
			Tags:                      tags,
		}, inNetwork)
		return err
	}
	_, err := vpc.NewSecurityGroupEgressRule(ctx, rule.Name, &vpc.SecurityGroupEgressRuleArgs{
		SecurityGroupId:           groups[rule.Group],
		IpProtocol:                pulumi.String(rule.Protocol),
		FromPort:                  from,
		ToPort:                    to,
		Description:               pulumi.String(rule.Description),
		CidrIpv4:                  cidr,
		CidrIpv6:                  cidr6,
		ReferencedSecurityGroupId: peer,
		PrefixListId:              list,
		Tags:                      tags,
	}, inNetwork)
	return err
}
