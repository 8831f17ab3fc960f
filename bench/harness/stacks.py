"""Brings a size up with every program and proves that all have registered the same graph."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import Dict, Iterator, Mapping, Sequence

from .common import fail, say
from .graph import Graph, Size, differences, graph_of, rules, sites
from .peers import OURS, Peer, by_name, write_graph, write_settings
from .sandbox import Sandbox

# The file backend writes the whole state at each step; without, thousands of resources take minutes more.
UNCHECKED = {"PULUMI_SKIP_CHECKPOINTS": "true"}


Clouds = Mapping[str, Sandbox]


@contextmanager
def clouds(name: str, peers: Sequence[Peer]) -> Iterator[Clouds]:
    """An offline cloud for each program: what several programs deploy is more than an account may have."""
    with ExitStack() as running:
        made: Dict[str, Sandbox] = {}
        for peer in peers:
            made[peer.name] = running.enter_context(Sandbox(f"{name}-{peer.name}"))
        yield made


def deploy(sandboxes: Clouds, size: Size, peers: Sequence[Peer]) -> Graph:
    """Deploys a size with this program and then with each peer from what this program deployed.

    Ends with the first ten differences when a peer has registered anything else.
    """
    ours = by_name(OURS)
    write_settings(size)
    graph = _deployed(sandboxes[OURS], size, ours)
    say(f"{size.stack}: {rules(graph)} rules, {len(graph)} resources")
    if sites(graph) != size.sites:
        fail(f"{size.stack} has {sites(graph)} sites: its settings are not what its name says")
    write_graph(size, graph)
    for peer in peers:
        if peer.name == OURS:
            continue
        found = differences(graph, _deployed(sandboxes[peer.name], size, peer))
        if found:
            fail(f"{peer.label} registers {len(found)} things otherwise:\n  " + "\n  ".join(found[:10]))
        say(f"{size.stack}: {peer.label} registers the same graph")
    return graph


def _deployed(sandbox: Sandbox, size: Size, peer: Peer) -> Graph:
    peer.make_stack(sandbox, size)
    peer.up(sandbox, size, UNCHECKED)
    return graph_of(peer.export(sandbox, size))
