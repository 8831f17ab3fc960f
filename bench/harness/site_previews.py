"""`pulumi preview` of this program for more and more sites."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Dict, Mapping

from . import javabench
from .common import ROOT, WORK, run, say
from .sandbox import Sandbox, seed

_CLOUDS: Mapping[str, Mapping[str, str]] = {
    "aws": {"region": "us-east-1"},
    "azure": {"region": "northeurope"},
    "gcp": {"region": "us-central1", "project": "demo-project"},
}


@dataclass(frozen=True)
class Preview:
    """What one preview of a stack that is yet to be deployed took: seconds, and the resources it announces."""

    wall: float
    cpu: float
    resources: int


def measured(sites: int, sandbox: Sandbox) -> Preview:
    """A preview with so many sites, the clouds in turn and each peer with one prefix, after a warm-up."""
    stack = f"sites-{sites}"
    file = WORK / "settings" / f"{stack}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    # JSON is YAML.
    file.write_text(json.dumps({"config": _settings(sites)}))
    environment = {**sandbox.environment(), "PULUMI_OPTION_CONFIG_FILE": str(file)}
    folder = seed("anyware-network")
    held = json.loads(run(["pulumi", "-C", folder, "stack", "ls", "--json"], env=environment))
    if stack not in {each["name"] for each in held}:
        run(["pulumi", "-C", folder, "stack", "init", stack, "--no-select"], env=environment)
    preview = ["env", "-C", str(ROOT), "pulumi", "preview", "--stack", stack, "--non-interactive"]
    javabench.watched(preview, environment)
    done = javabench.watched(preview, environment)
    announced = re.search(r"(\d+) to create", done.output)
    say(f"preview of {sites} sites: {done.wall:.1f} s")
    return Preview(done.wall, done.cpu, int(announced.group(1)) if announced else 0)


def _settings(sites: int) -> Dict[str, Any]:
    clouds = list(_CLOUDS)
    networks = {
        f"site-{number:03}": {
            "cloud": clouds[number % len(clouds)],
            **_CLOUDS[clouds[number % len(clouds)]],
            "network": {"cidr": f"10.{number}.0.0/16"},
        }
        for number in range(sites)
    }
    peers = {
        "clients": ["198.51.100.0/24"],
        "administrators": ["203.0.113.0/28"],
        "domainControllers": ["192.0.2.10"],
        "dns": ["192.0.2.20"],
    }
    return {"anyware-network:peers": peers, "anyware-network:sites": networks}
