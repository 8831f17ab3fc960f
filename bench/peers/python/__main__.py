"""Registers the graph that BENCH_GRAPH names, as one would write it by hand."""

import json
import os
from typing import Any, Dict, List

import pulumi
import pulumi_aws as aws


def site(graph: Dict[str, Any]) -> None:
    provider = aws.Provider(graph["name"], region=graph["region"])

    # Another region or another network has everything replaced as a whole.
    def in_region(**more: Any) -> pulumi.ResourceOptions:
        return pulumi.ResourceOptions(provider=provider, replacement_trigger=graph["region"], **more)

    def in_network(**more: Any) -> pulumi.ResourceOptions:
        trigger = f"{graph['region']} {graph['network']['cidr']}"
        return pulumi.ResourceOptions(provider=provider, replacement_trigger=trigger, **more)

    def tags(name: str) -> Dict[str, str]:
        return {**graph["tags"], "Name": name}

    options = in_network()
    network = graph["network"]["name"]
    vpc = aws.ec2.Vpc(
        network,
        cidr_block=graph["network"]["cidr"],
        enable_dns_hostnames=True,
        enable_dns_support=True,
        tags=tags(network),
        opts=in_network(ignore_changes=["assignGeneratedIpv6CidrBlock"]),
    )
    aws.ec2.DefaultSecurityGroup(network, vpc_id=vpc.id, tags=tags(network), opts=options)
    gateway = aws.ec2.InternetGateway(
        network, vpc_id=vpc.id, tags=tags(network), opts=in_network(replace_on_changes=["vpcId"])
    )
    zones = aws.get_availability_zones_output(
        state="available",
        filters=[{"name": "opt-in-status", "values": ["opt-in-not-required"]}],
        opts=pulumi.InvokeOutputOptions(provider=provider),
    )

    subnets: Dict[str, pulumi.Output[str]] = {}
    public_subnets: List[pulumi.Output[str]] = []
    reachable: List[pulumi.Resource] = []
    for table in graph["tables"]:
        routes = aws.ec2.RouteTable(table["name"], vpc_id=vpc.id, tags=tags(table["name"]), opts=options)
        for entry in table["subnets"]:
            subnet = aws.ec2.Subnet(
                entry["name"],
                vpc_id=vpc.id,
                availability_zone=zones.names[entry["zone"]],
                cidr_block=entry["cidr"],
                tags=tags(entry["name"]),
                opts=in_network(ignore_changes=["availabilityZone", "ipv6CidrBlock"]),
            )
            subnets[entry["name"]] = subnet.id
            association = aws.ec2.RouteTableAssociation(
                entry["name"], subnet_id=subnet.id, route_table_id=routes.id, opts=options
            )
            if table["isPublic"]:
                public_subnets.append(subnet.id)
                reachable.append(association)
        if table["isPublic"]:
            reachable.append(
                aws.ec2.Route(
                    table["name"],
                    route_table_id=routes.id,
                    gateway_id=gateway.id,
                    destination_cidr_block="0.0.0.0/0",
                    opts=options,
                )
            )
        elif "nat" in table:
            name = table["nat"]["name"]
            address = aws.ec2.Eip(name, domain="vpc", tags=tags(name), opts=in_network(depends_on=[gateway]))
            nat = aws.ec2.NatGateway(
                name,
                allocation_id=address.id,
                subnet_id=subnets[table["nat"]["subnet"]],
                tags=tags(name),
                opts=in_network(depends_on=reachable),
            )
            aws.ec2.Route(
                table["name"],
                route_table_id=routes.id,
                nat_gateway_id=nat.id,
                destination_cidr_block="0.0.0.0/0",
                opts=options,
            )

    groups = {
        group["name"]: aws.ec2.SecurityGroup(
            group["name"],
            vpc_id=vpc.id,
            description=group["description"],
            tags=tags(group["name"]),
            opts=options,
        ).id
        for group in graph["groups"]
    }
    lists = {
        entry["name"]: aws.ec2.ManagedPrefixList(
            entry["name"],
            address_family=entry["family"],
            max_entries=entry["most"],
            entries=[{"cidr": cidr} for cidr in entry["entries"]],
            tags=tags(entry["name"]),
            opts=in_region(),
        ).id
        for entry in graph["lists"]
    }
    for rule in graph["rules"]:
        kind = aws.vpc.SecurityGroupIngressRule if rule["inbound"] else aws.vpc.SecurityGroupEgressRule
        kind(
            rule["name"],
            security_group_id=groups[rule["group"]],
            ip_protocol=rule["protocol"],
            from_port=rule.get("from"),
            to_port=rule.get("to"),
            description=rule["description"],
            cidr_ipv4=rule.get("cidr"),
            cidr_ipv6=rule.get("cidr6"),
            referenced_security_group_id=groups[rule["peer"]] if "peer" in rule else None,
            prefix_list_id=lists[rule["list"]] if "list" in rule else None,
            tags=tags(rule["name"]),
            opts=options,
        )

    balancer = graph["balancer"]
    nlb = aws.lb.LoadBalancer(
        balancer["name"],
        load_balancer_type="network",
        internal=False,
        enable_cross_zone_load_balancing=True,
        ip_address_type="ipv4",
        security_groups=[groups[balancer["group"]]],
        subnets=public_subnets,
        tags=tags(balancer["name"]),
        opts=in_network(depends_on=reachable),
    )
    targets = aws.lb.TargetGroup(
        balancer["targets"],
        vpc_id=vpc.id,
        target_type="instance",
        protocol="TCP",
        port=balancer["targetPort"],
        stickiness={"enabled": True, "type": "source_ip"},
        health_check={"protocol": "HTTPS", "port": "traffic-port", "path": "/health", "matcher": "200", "timeout": 10},
        tags=tags(balancer["targets"]),
        # This SDK does not make the one a dependency of the other by itself.
        opts=in_network(replace_with=[nlb], depends_on=[nlb]),
    )
    aws.lb.Listener(
        balancer["name"],
        load_balancer_arn=nlb.arn,
        protocol="TCP",
        port=balancer["port"],
        tcp_idle_timeout_seconds=350,
        default_actions=[{"type": "forward", "target_group_arn": targets.arn}],
        tags=tags(balancer["name"]),
        opts=options,
    )
    for name in graph["addresses"]:
        aws.ec2.Eip(name, domain="vpc", tags=tags(name), opts=in_region(depends_on=[gateway]))


with open(os.environ["BENCH_GRAPH"], encoding="utf-8") as file:
    for one in json.load(file)["sites"]:
        site(one)
