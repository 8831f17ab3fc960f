"""The graph that every program registers: this program's settings for a size, what it deployed from them,
that written down for the peers, and the comparison of what a peer deployed with it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Tuple

INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"
PROVIDER = "pulumi:providers:aws"
# A region takes a hundred prefix lists, and a site has three.
_REGIONS = ("us-east-1", "us-east-2", "us-west-2", "eu-central-1", "eu-west-1")
_AUTOMATIC = re.compile(r"-[0-9a-f]{7}$")


@dataclass(frozen=True)
class Size:
    """A number of sites on AWS, of 39 resources and 14 rules each, and the settings that bring them about."""

    sites: int

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


SIZES = (Size(1), Size(6), Size(54))


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
    ignored: Tuple[str, ...]


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
            inputs={name: _canonical(name, value, key, ids) for name, value in inputs.items() if name != "__internal"},
            given=tuple(sorted(name for name in resource.get("propertyDependencies", {}) if name in inputs)),
            depends_on=tuple(sorted(by_urn[urn] for urn in resource.get("dependencies", []) if urn in by_urn)),
            ignored=tuple(resource.get("ignoreChanges", [])),
        )
    return graph


def _key(resource: Mapping[str, Any]) -> Key:
    return Key(resource["type"], resource["urn"].split("::")[-1])


def _canonical(name: str, value: Any, key: Key, ids: Mapping[str, Key]) -> Any:
    if isinstance(value, dict):
        return {k: _canonical(k, v, key, ids) for k, v in value.items() if k != "__defaults"}
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
    if our.ignored != their.ignored:
        yield f"ignoreChanges {list(their.ignored)}, ours {list(our.ignored)}"
    if our.depends_on != their.depends_on:
        yield f"depends on {[k.name for k in their.depends_on]}, ours on {[k.name for k in our.depends_on]}"
    for name in sorted({*our.inputs, *their.inputs}):
        # SDKs of different languages set different defaults of the provider itself.
        if is_provider and name != "region":
            continue
        one, other = our.inputs.get(name), their.inputs.get(name)
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
    public = {node.inputs["routeTableId"]["ref"][1] for _, node in of.all("ec2/route")}
    subnets = dict(of.all("ec2/subnet"))
    zones = sorted({node.inputs["availabilityZone"] for node in subnets.values()})
    table_of = {n.inputs["subnetId"]["ref"][1]: n.inputs["routeTableId"]["ref"][1] for _, n in of.all("ec2/routeTableAssociation")}
    return {
        "name": site,
        "region": region,
        "tags": vpc.inputs["tags"],
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
            }
            for table, _ in of.all("ec2/routeTable")
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
        "addresses": [name for name, _ in of.all("ec2/eip")],
    }


def _rule(key: Key, node: Node) -> Dict[str, Any]:
    inputs = node.inputs
    rule = {
        "name": key.name,
        "inbound": key.type == INGRESS,
        "group": inputs["securityGroupId"]["ref"][1],
        "protocol": inputs["ipProtocol"],
        "from": inputs["fromPort"],
        "to": inputs["toPort"],
        "description": inputs["description"],
    }
    for name, member in (("referencedSecurityGroupId", "peer"), ("prefixListId", "list")):
        if name in inputs:
            return {**rule, member: inputs[name]["ref"][1]}
    return {**rule, "cidr": inputs["cidrIpv4"]}


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
