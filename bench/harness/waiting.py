"""`bench/run waiting`: what the program's own JVM burns while a slow cloud lets it wait."""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from typing import Dict, List

from . import results
from .common import fail, say
from .graph import SIZES, graph_of
from .jvms import seen, watched
from .peers import OURS, STOCK, Peer, by_name, write_graph, write_settings
from .preview import versions
from .sandbox import Sandbox

# Cores that the program may use while it waits.
BAR = 0.1
_SIZE = SIZES[0]


@dataclass(frozen=True)
class Use:
    """One `up`: seconds of wall time, and of CPU of all JVMs that it started."""

    wall: float
    cpu: float


def main() -> None:
    """Deploys the smallest size twice with each program, from a prompt cloud and from a slow one."""
    options = argparse.ArgumentParser(prog="bench/run waiting")
    options.add_argument("--delay", type=int, default=5000, help="what every create takes, in milliseconds")
    delay = options.parse_args().delay
    started = results.machine()
    peers = [by_name(OURS), by_name(STOCK)]
    with Sandbox("waiting-prompt", fresh=True) as sandbox:
        facts_of = versions(sandbox.environment())
        prompt = {peer.name: _up(sandbox, peer) for peer in peers}
    with Sandbox("waiting-slow", {"SANDBOX_DELAY": str(delay)}, fresh=True) as sandbox:
        slow = {peer.name: _up(sandbox, peer) for peer in peers}
    rows: List[List[str]] = []
    for peer in peers:
        one, other = prompt[peer.name], slow[peer.name]
        waited = other.wall - one.wall
        if waited < delay / 1000:
            fail(f"the offline cloud does not wait: {other.wall:.1f} s with SANDBOX_DELAY={delay}, {one.wall:.1f} s without")
        bar = f" (bar {BAR})" if peer.name == OURS else ""
        rows.append(
            [
                peer.label,
                f"{one.wall:.1f}",
                f"{one.cpu:.1f}",
                f"{other.wall:.1f}",
                f"{other.cpu:.1f}",
                f"{other.cpu / other.wall:.2f}",
                f"{(other.cpu - one.cpu) / waited:.2f}{bar}",
            ]
        )
    head = ["program", "prompt: wall, s", "CPU, s", "slow: wall, s", "CPU, s", "cores over the slow `up`", "cores while waiting"]
    body = ["## CPU while the cloud takes its time", results.facts(started, facts_of, results.command_line("waiting"))]
    body += [_explained(delay), results.table(head, rows)]
    results.write_section("waiting", "\n\n".join(body))
    raw: Dict[str, object] = {"machine": started, "delay in ms": delay}
    raw.update({peer.name: {"prompt": vars(prompt[peer.name]), "slow": vars(slow[peer.name])} for peer in peers})
    results.write_raw("waiting", raw)


def _explained(delay: int) -> str:
    return (
        f"One `up` of {_SIZE} into an empty cloud each: a prompt cloud, and one in which every create takes"
        f" {delay} ms. CPU is user and system time of all JVMs that the `up` started, as GNU time saw them; for stock Java that"
        " includes Maven. Cores while waiting: what the slow `up` used more than the prompt one, per second that it took longer."
    )


def _up(sandbox: Sandbox, peer: Peer) -> Use:
    if peer.name == OURS:
        write_settings(_SIZE)
    else:
        peer.prepare()
    peer.make_stack(sandbox, _SIZE)
    environment = watched(sandbox.environment())
    began = time.monotonic()
    peer.up(sandbox, _SIZE, environment)
    wall = time.monotonic() - began
    cpu = sum(jvm.cpu for jvm in seen())
    say(f"{peer.label}: up took {wall:.1f} s, its JVMs {cpu:.1f} CPU s")
    if peer.name == OURS:
        write_graph(_SIZE, graph_of(peer.export(sandbox, _SIZE)))
    return Use(wall, cpu)


if __name__ == "__main__":
    main()
