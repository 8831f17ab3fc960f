"""A site's connector flows as an aerleon policy with its definitions. Standard library only."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, Mapping

Policy = Dict[str, Any]
Definitions = Dict[str, Any]

# The last number before that of the platform's implied rules, as ours.
_DENY_PRIORITY = 65534
_EVERYWHERE = "EVERYWHERE"


def definitions(site: Mapping[str, Any]) -> Definitions:
    """A network a flow, and a service for each port and protocol."""
    networks = {_network(flow): _values(flow["addresses"]) for flow in site["flows"]}
    networks[_EVERYWHERE] = _values(["0.0.0.0/0", "::/0"])
    services = {
        _service(flow): [{"protocol": flow["protocol"], "port": flow["port"]}] for flow in site["flows"]
    }
    return {"networks": networks, "services": services}


def policy(site: Mapping[str, Any]) -> Policy:
    """A filter for each direction. Outbound ends with a denial; inbound the platform refuses the rest."""
    tag = site["tag"]
    inbound = [_term(flow, tag) for flow in site["flows"] if flow["inbound"]]
    outbound = [_term(flow, tag) for flow in site["flows"] if not flow["inbound"]]
    rest = {
        "name": "connector-closed-out",
        "comment": "nothing else leaves the connector",
        "priority": _DENY_PRIORITY,
        "destination-address": _EVERYWHERE,
        "source-tag": tag,
        "action": "deny",
    }
    network = site["network"]
    return {
        "filename": "connector",
        "filters": [
            {"header": {"targets": {"gce": f"{network} INGRESS mixed"}}, "terms": inbound},
            {"header": {"targets": {"gce": f"{network} EGRESS mixed"}}, "terms": [*outbound, rest]},
        ],
    }


def write(site: Mapping[str, Any], folder: Path) -> None:
    """The same as the files that aerleon's command line looks for. JSON is YAML."""
    for name, part in (("def", definitions(site)), ("policies/pol", policy(site))):
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "connector.yaml").write_text(json.dumps(part, indent=1))


def _term(flow: Mapping[str, Any], tag: str) -> Dict[str, Any]:
    # What a rule applies to is aerleon's destination tag inbound and its source tag outbound.
    ends = (
        {"source-address": _network(flow), "destination-tag": tag}
        if flow["inbound"]
        else {"destination-address": _network(flow), "source-tag": tag}
    )
    return {
        "name": flow["id"],
        "comment": flow["reason"],
        **ends,
        "protocol": flow["protocol"],
        "destination-port": _service(flow),
        "action": "accept",
    }


def _network(flow: Mapping[str, Any]) -> str:
    return flow["id"].upper().replace("-", "_")


def _service(flow: Mapping[str, Any]) -> str:
    return f"{flow['protocol']}_{flow['port']}".upper()


def _values(addresses: List[str]) -> Dict[str, List[Dict[str, str]]]:
    return {"values": [{"address": address} for address in addresses]}
