"""The YAML peer: YAML has no loops over a file, so its program is written from the graph, one entry a resource."""

from __future__ import annotations

import json
from typing import Any, Dict

from .graph import PROVIDER, Graph, Key, Node

_ZONES = "aws:index/getAvailabilityZones:getAvailabilityZones"


def program(project: str, graph: Graph) -> str:
    """The text of Pulumi.yaml: JSON, which is YAML."""
    labels = {key: _label(key) for key in graph}
    zones = {
        _zones(key.name): {
            "fn::invoke": {
                "function": _ZONES,
                "arguments": {
                    "state": "available",
                    "filters": [{"name": "opt-in-status", "values": ["opt-in-not-required"]}],
                },
                "options": {"provider": f"${{{labels[key]}}}"},
            }
        }
        for key in graph
        if key.type == PROVIDER
    }
    resources = {labels[key]: _resource(key, node, graph, labels) for key, node in graph.items()}
    return json.dumps({"name": project, "runtime": "yaml", "variables": zones, "resources": resources}, indent=1)


def _label(key: Key) -> str:
    """What expressions call a resource: names alone are not unique across types."""
    # A dot would ask for a property.
    return f"{key.type.split(':')[-1]}-{key.name}".replace(".", "-")


def _resource(key: Key, node: Node, graph: Graph, labels: Dict[Key, str]) -> Dict[str, Any]:
    properties = {name: _value(node.inputs[name], labels) for name in node.given}
    if key.type == PROVIDER:
        properties = {"region": node.inputs["region"]}
    if "availabilityZone" in properties:
        ordinal = sorted(_zones_of(node.provider, graph)).index(node.inputs["availabilityZone"])
        properties["availabilityZone"] = f"${{{_zones(node.provider)}.names[{ordinal}]}}"
    options: Dict[str, Any] = {}
    if node.provider:
        options["provider"] = f"${{{labels[Key(PROVIDER, node.provider)]}}}"
    options.update({name: _option(value, labels) for name, value in node.options.items()})
    after = [other for other in node.depends_on if not _mentions(node.inputs, other)]
    if after:
        options["dependsOn"] = [f"${{{labels[other]}}}" for other in after]
    return {"type": key.type, "name": key.name, "properties": properties, "options": options}


def _zones(provider: str) -> str:
    return f"zones-{provider}".replace(".", "-")


def _zones_of(provider: str, graph: Graph) -> set[str]:
    return {n.inputs["availabilityZone"] for n in graph.values() if n.provider == provider and "availabilityZone" in n.inputs}


def _option(value: Any, labels: Dict[Key, str]) -> Any:
    """Resources stand for themselves in options."""
    if isinstance(value, list):
        return [_option(item, labels) for item in value]
    return f"${{{labels[Key(*value['ref'])]}}}" if isinstance(value, dict) else value


def _value(value: Any, labels: Dict[Key, str]) -> Any:
    if isinstance(value, dict):
        if "ref" in value:
            return f"${{{labels[Key(*value['ref'])]}.id}}"
        return {name: _value(item, labels) for name, item in value.items()}
    if isinstance(value, list):
        return [_value(item, labels) for item in value]
    return value


def _mentions(value: Any, key: Key) -> bool:
    if isinstance(value, dict):
        return value.get("ref") == list(key) or any(_mentions(item, key) for item in value.values())
    return isinstance(value, list) and any(_mentions(item, key) for item in value)
