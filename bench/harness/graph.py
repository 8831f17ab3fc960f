"""The graph that every program registers: this program's settings for a size, what it deployed from them,
that written down for the peers, and the comparison of what a peer deployed with it."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Tuple

INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"
PROVIDER = "pulumi:providers:aws"
# Those that every account has. A zone takes five NAT gateways, and a site has one in each of its two zones.
_REGIONS = (
    *("us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1"),
    *("eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1", "ap-south-1"),
    *("ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ap-southeast-2"),
)
_AUTOMATIC = re.compile(r"-[0-9a-f]{7}$")
# What a program says of a resource beside its inputs, as far as the state keeps it. Aliases are not kept.
_OPTIONS = ("ignoreChanges", "replaceOnChanges", "replacementTrigger", "replaceWith")


@dataclass(frozen=True)
class Size:
    """A number of sites on AWS, of 50 resources and 16 rules each, and the settings that bring them about.

    `bar` is the most that this program's preview may take, as a share of what stock Java's takes.
    """

    sites: int
    bar: float = math.inf

    @property
    def stack(self) -> str:
        """The stack's name."""
        return f"sites-{self.sites}"

    def __str__(self) -> str:
        return "1 site" if self.sites == 1 else f"{self.sites} sites"

    def settings(self) -> str:
        """The stack's settings for this program: clients are /25 prefixes with a gap after each, so that none merge."""
        clients = [f"198.18.{n}.0/25" for n in range(3)]
        sites = {
            f"site{n}": {"cloud": "aws", "region": _REGIONS[n % len(_REGIONS)], "network": {"cidr": f"10.{20 + n}.0.0/16"}}
            for n in range(1, self.sites + 1)
        }
        peers = {"clients": clients, "domainControllers": ["10.9.0.10"], "dns": ["10.9.0.10"]}
        config = {"peers": peers, "sites": sites}
        # JSON is YAML.
        return json.dumps({"config": {f"anyware-network:{key}": value for key, value in config.items()}}, indent=1)


# About 50, 200 and 2,000 resources.
SIZES = (Size(1, 0.17), Size(4, 0.19), Size(40, 0.25))


class Key(NamedTuple):
    """What a resource is known by, whatever program registered it."""

    type: str
    name: str

    def __str__(self) -> str:
        return f"{self.name} ({self.type})"


@dataclass(frozen=True)
class Node:
    """A custom resource with everything in it that two programs must agree on.

    Ids and automatic names differ from stack to stack: a reference to another resource's id stands as
    `{"ref": [type, name]}`, an automatic name as `{"automatic": true}`. `given` are the inputs that the program
    set itself; the provider filled in the rest.
    """

    provider: str
    inputs: Mapping[str, Any]
    given: Tuple[str, ...]
    depends_on: Tuple[Key, ...]
    options: Mapping[str, Any]


Graph = Dict[Key, Node]


def graph_of(export: Mapping[str, Any]) -> Graph:
    """The custom resources of `pulumi stack export`, in the order in which they were registered."""
    resources = [r for r in export["deployment"]["resources"] if r.get("custom")]
    by_urn = {r["urn"]: _key(r) for r in resources}
    ids = {r["id"]: _key(r) for r in resources if r["type"] != PROVIDER}
    graph: Graph = {}
    for resource in resources:
        key = _key(resource)
        if key in graph:
            raise ValueError(f"two resources are {key}")
        inputs = resource.get("inputs", {})
        graph[key] = Node(
            provider=resource.get("provider", "").split("::")[-2] if resource.get("provider") else "",
            inputs={name: _canonical(name, value, key, ids) for name, value in inputs.items() if not name.startswith("__")},
            given=tuple(sorted(name for name in resource.get("propertyDependencies", {}) if name in inputs)),
            depends_on=tuple(sorted(by_urn[urn] for urn in resource.get("dependencies", []) if urn in by_urn)),
            options={name: _option(resource[name], by_urn) for name in _OPTIONS if name in resource},
        )
    return graph


def _key(resource: Mapping[str, Any]) -> Key:
    return Key(resource["type"], resource["urn"].split("::")[-1])


def _option(value: Any, by_urn: Mapping[str, Key]) -> Any:
    if isinstance(value, list):
        return [_option(item, by_urn) for item in value]
    return {"ref": list(by_urn[value])} if value in by_urn else value


def _canonical(name: str, value: Any, key: Key, ids: Mapping[str, Key]) -> Any:
    if isinstance(value, dict):
        return {k: _canonical(k, v, key, ids) for k, v in value.items() if not k.startswith("__")}
    if isinstance(value, list):
        return [_canonical(name, item, key, ids) for item in value]
    if isinstance(value, str) and value in ids:
        return {"ref": list(ids[value])}
    if name == "name" and isinstance(value, str) and _AUTOMATIC.sub("", value) == key.name != value:
        return {"automatic": True}
    return value


def rules(graph: Graph) -> int:
    """How many ingress and egress rules a graph has."""
    return sum(key.type in (INGRESS, EGRESS) for key in graph)


def sites(graph: Graph) -> int:
    """How many sites a graph has."""
    return sum(key.type == PROVIDER for key in graph)


def differences(ours: Graph, theirs: Graph) -> List[str]:
    """What a peer registered otherwise, one line each; none when the graphs are the same."""
    found = [f"{key} is missing" for key in ours if key not in theirs]
    found += [f"{key} is too much" for key in theirs if key not in ours]
    for key in ours:
        if key in theirs:
            found += [f"{key}: {line}" for line in _changes(ours[key], theirs[key], key.type == PROVIDER)]
    return found


def _changes(our: Node, their: Node, is_provider: bool) -> Iterator[str]:
    if our.provider != their.provider:
        yield f"provider {their.provider}, ours {our.provider}"
    yield from _otherwise(our.options, their.options)
    if our.depends_on != their.depends_on:
        yield f"depends on {[k.name for k in their.depends_on]}, ours on {[k.name for k in our.depends_on]}"
    # SDKs of different languages set different defaults of the provider itself.
    kept = ("region",) if is_provider else {*our.inputs, *their.inputs}
    yield from _otherwise(*({name: node.inputs[name] for name in kept if name in node.inputs} for node in (our, their)))


def _otherwise(our: Mapping[str, Any], their: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted({*our, *their}):
        one, other = our.get(name), their.get(name)
        if one != other:
            yield f"{name} is {json.dumps(other)}, ours {json.dumps(one)}"


def for_peers(graph: Graph) -> Dict[str, Any]:
    """The graph as the hand-written peers read it: what varies; what never does stands in their sources."""
    sites = {key.name: node for key, node in graph.items() if key.type == PROVIDER}
    return {"sites": [_site(name, node.inputs["region"], graph) for name, node in sites.items()]}


def _site(site: str, region: str, whole: Graph) -> Dict[str, Any]:
    graph = {key: node for key, node in whole.items() if node.provider == site}
    of = _Typed(graph)
    (network, vpc), (targets, target) = of.one("ec2/vpc"), of.one("lb/targetGroup")
    (balancer, nlb), (_, listener) = of.one("lb/loadBalancer"), of.one("lb/listener")
    nats, routes = dict(of.all("ec2/natGateway")), of.all("ec2/route")
    public = {node.inputs["routeTableId"]["ref"][1] for _, node in routes if "gatewayId" in node.inputs}
    nat_of = {
        node.inputs["routeTableId"]["ref"][1]: node.inputs["natGatewayId"]["ref"][1] for _, node in routes if "natGatewayId" in node.inputs
    }
    subnets = dict(of.all("ec2/subnet"))
    zones = sorted({node.inputs["availabilityZone"] for node in subnets.values()})
    table_of = {n.inputs["subnetId"]["ref"][1]: n.inputs["routeTableId"]["ref"][1] for _, n in of.all("ec2/routeTableAssociation")}
    return {
        "name": site,
        "region": region,
        "tags": {name: value for name, value in vpc.inputs["tags"].items() if name != "Name"},
        "network": {"name": network, "cidr": vpc.inputs["cidrBlock"]},
        "tables": [
            {
                "name": table,
                "isPublic": table in public,
                "subnets": [
                    {"name": name, "cidr": node.inputs["cidrBlock"], "zone": zones.index(node.inputs["availabilityZone"])}
                    # The state's order is that of creation, which is chance; the balancer lists subnets by zone.
                    for name, node in sorted(subnets.items(), key=lambda item: str(item[1].inputs["availabilityZone"]))
                    if table_of[name] == table
                ],
                **({"nat": _nat(nat_of[table], nats)} if table in nat_of else {}),
            }
            # NAT gateways stand in public subnets.
            for table, _ in sorted(of.all("ec2/routeTable"), key=lambda item: (item[0] not in public, item[0]))
        ],
        "groups": [{"name": name, "description": node.inputs["description"]} for name, node in of.all("ec2/securityGroup")],
        "lists": [
            {
                "name": name,
                "family": node.inputs["addressFamily"],
                "most": node.inputs["maxEntries"],
                "entries": [entry["cidr"] for entry in node.inputs["entries"]],
            }
            for name, node in of.all("ec2/managedPrefixList")
        ],
        "rules": [_rule(key, node) for key, node in graph.items() if key.type in (INGRESS, EGRESS)],
        "balancer": {
            "name": balancer,
            "group": nlb.inputs["securityGroups"][0]["ref"][1],
            "port": listener.inputs["port"],
            "targets": targets,
            "targetPort": target.inputs["port"],
        },
        "addresses": [name for name, _ in of.all("ec2/eip") if name not in nats],
    }


def _nat(name: str, nats: Mapping[str, Node]) -> Dict[str, str]:
    """A NAT gateway; its address is named like it."""
    return {"name": name, "subnet": nats[name].inputs["subnetId"]["ref"][1]}


def _rule(key: Key, node: Node) -> Dict[str, Any]:
    inputs = node.inputs
    rule = {
        "name": key.name,
        "inbound": key.type == INGRESS,
        "group": inputs["securityGroupId"]["ref"][1],
        "protocol": inputs["ipProtocol"],
        "description": inputs["description"],
    }
    # A rule about every protocol has no ports.
    for name, member in (("fromPort", "from"), ("toPort", "to"), ("cidrIpv4", "cidr"), ("cidrIpv6", "cidr6")):
        if name in inputs:
            rule[member] = inputs[name]
    for name, member in (("referencedSecurityGroupId", "peer"), ("prefixListId", "list")):
        if name in inputs:
            rule[member] = inputs[name]["ref"][1]
    return rule


class _Typed:
    """A site's resources by type, named without the cloud and the class."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def all(self, kind: str) -> List[Tuple[str, Node]]:
        return [(key.name, node) for key, node in self._graph.items() if key.type.startswith(f"aws:{kind}:")]

    def one(self, kind: str) -> Tuple[str, Node]:
        found = self.all(kind)
        if len(found) != 1:
            raise ValueError(f"a site needs one {kind}, found {len(found)}")
        return found[0]
