"""Registers the graph that BENCH_GRAPH names, as one would write it by hand."""

import json
import os
from typing import Any, Dict, List

import pulumi
import pulumi_aws as aws


def site(graph: Dict[str, Any]) -> None:
    provider = aws.Provider(graph["name"], region=graph["region"])
    options = pulumi.ResourceOptions(provider=provider)
    tags = graph["tags"]
    network = graph["network"]["name"]
    vpc = aws.ec2.Vpc(
        network,
        cidr_block=graph["network"]["cidr"],
        enable_dns_hostnames=True,
        enable_dns_support=True,
        tags=tags,
        opts=options,
    )
    aws.ec2.DefaultSecurityGroup(network, vpc_id=vpc.id, tags=tags, opts=options)
    gateway = aws.ec2.InternetGateway(network, vpc_id=vpc.id, tags=tags, opts=options)
    zones = aws.get_availability_zones_output(
        state="available",
        filters=[{"name": "opt-in-status", "values": ["opt-in-not-required"]}],
        opts=pulumi.InvokeOutputOptions(provider=provider),
    )

    public_subnets: List[pulumi.Output[str]] = []
    reachable: List[pulumi.Resource] = []
    for table in graph["tables"]:
        routes = aws.ec2.RouteTable(table["name"], vpc_id=vpc.id, tags=tags, opts=options)
        for entry in table["subnets"]:
            subnet = aws.ec2.Subnet(
                entry["name"],
                vpc_id=vpc.id,
                availability_zone=zones.names[entry["zone"]],
                cidr_block=entry["cidr"],
                tags=tags,
                opts=pulumi.ResourceOptions(provider=provider, ignore_changes=["availabilityZone"]),
            )
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

    groups = {
        group["name"]: aws.ec2.SecurityGroup(
            group["name"], vpc_id=vpc.id, description=group["description"], tags=tags, opts=options
        ).id
        for group in graph["groups"]
    }
    lists = {
        entry["name"]: aws.ec2.ManagedPrefixList(
            entry["name"],
            address_family=entry["family"],
            max_entries=entry["most"],
            entries=[{"cidr": cidr} for cidr in entry["entries"]],
            tags=tags,
            opts=options,
        ).id
        for entry in graph["lists"]
    }
    for rule in graph["rules"]:
        kind = aws.vpc.SecurityGroupIngressRule if rule["inbound"] else aws.vpc.SecurityGroupEgressRule
        kind(
            rule["name"],
            security_group_id=groups[rule["group"]],
            ip_protocol=rule["protocol"],
            from_port=rule["from"],
            to_port=rule["to"],
            description=rule["description"],
            cidr_ipv4=rule.get("cidr"),
            referenced_security_group_id=groups[rule["peer"]] if "peer" in rule else None,
            prefix_list_id=lists[rule["list"]] if "list" in rule else None,
            tags=tags,
            opts=options,
        )

    balancer = graph["balancer"]
    targets = aws.lb.TargetGroup(
        balancer["targets"],
        vpc_id=vpc.id,
        target_type="instance",
        protocol="TCP",
        port=balancer["targetPort"],
        stickiness={"enabled": True, "type": "source_ip"},
        health_check={"protocol": "HTTPS", "port": "traffic-port", "path": "/health", "matcher": "200"},
        tags=tags,
        opts=options,
    )
    nlb = aws.lb.LoadBalancer(
        balancer["name"],
        load_balancer_type="network",
        internal=False,
        enable_cross_zone_load_balancing=True,
        security_groups=[groups[balancer["group"]]],
        subnets=public_subnets,
        tags=tags,
        opts=pulumi.ResourceOptions(provider=provider, depends_on=reachable),
    )
    aws.lb.Listener(
        balancer["name"],
        load_balancer_arn=nlb.arn,
        protocol="TCP",
        port=balancer["port"],
        default_actions=[{"type": "forward", "target_group_arn": targets.arn}],
        tags=tags,
        opts=options,
    )
    for name in graph["addresses"]:
        after_gateway = pulumi.ResourceOptions(provider=provider, depends_on=[gateway])
        aws.ec2.Eip(name, domain="vpc", tags=tags, opts=after_gateway)


with open(os.environ["BENCH_GRAPH"], encoding="utf-8") as file:
    for one in json.load(file)["sites"]:
        site(one)
