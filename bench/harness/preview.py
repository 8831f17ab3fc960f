"""`bench/run preview`: `pulumi preview` of an unchanged stack by this program and by its peers."""

from __future__ import annotations

import argparse
import math
import re
from typing import Dict, List

from . import results
from .common import run, say
from .graph import SIZES, Size, rules
from .jvms import peak_memory
from .peers import OURS, SOURCES, STOCK, YAML, Peer, all_peers, build_yaml_host, by_name
from .sandbox import Sandbox
from .stacks import clouds, deploy
from .timing import Runs, alternate

MEMORY_BAR = 400
# Small previews are short and their spread is large: more rounds.
_ROUNDS = {1: 7, 4: 5, 40: 3}


def main() -> None:
    """Measures all sizes and writes the section."""
    options = argparse.ArgumentParser(prog="bench/run preview")
    options.add_argument("--sizes", help="sites, such as 1,4", default="1,4,40")
    options.add_argument("--rounds", type=int, help="runs of each program, instead of 3 to 7")
    options.add_argument("--programs", help="only these, such as ours,java: those two are needed")
    chosen = options.parse_args()
    sizes = [size for size in SIZES if str(size.sites) in chosen.sizes.split(",")]
    started = results.machine()
    asked = [peer for peer in all_peers() if not chosen.programs or peer.name in chosen.programs.split(",")]
    if YAML in {peer.name for peer in asked}:
        build_yaml_host()
    # Which language hosts there are is known once a cloud has been set up.
    with Sandbox(f"preview-{OURS}") as sandbox:
        environment = sandbox.environment()
    peers = [peer for peer in asked if peer.on_path(environment)]
    absent = [peer for peer in asked if peer not in peers]
    for peer in peers:
        peer.prepare()
    with clouds("preview", peers) as sandboxes:
        environment = sandboxes[OURS].environment()
        facts = results.facts(started, {**versions(environment), **_languages(peers, environment)}, results.command_line("preview"))
        sections = ["## `pulumi preview` of an unchanged stack", facts, _EXPLAINED]
        raw: Dict[str, object] = {"machine": started}
        for size in sizes:
            graph = deploy(sandboxes, size, peers)
            rounds = chosen.rounds or _ROUNDS[size.sites]
            say(f"{size.stack}: timing {len(peers)} programs, {rounds} rounds")
            runs = alternate({peer.name: peer.preview(sandboxes[peer.name], size) for peer in peers}, rounds, environment)
            memory = {peer.name: peak_memory(peer, sandboxes[peer.name], size) for peer in peers if peer.name in (OURS, STOCK, "jar")}
            title = f"### {size}, {len(graph)} resources, {rules(graph)} rules"
            sections += [title, _table(size, peers, absent, runs, memory)]
            raw[size.stack] = {**{name: r.as_json() for name, r in runs.items()}, "peak memory in MB": memory}
            # After each size: what is measured is kept when a later one fails.
            results.write_section("preview", "\n\n".join(sections))
            results.write_raw("preview", raw)


_EXPLAINED = (
    "Wall and CPU time are those of the whole `pulumi preview`: engine, language host and program. Runs of the programs"
    " alternate, after one warm-up run each. CPU is that of all processes that had ended with the command, the offline"
    " cloud's not. Peak memory is that of the program's own JVM, in one more run. The `up` that prepares each stack ran with"
    " `PULUMI_SKIP_CHECKPOINTS=true`. Every program's stack was compared with this program's, resource by resource: the same"
    " types, names, inputs, providers and dependencies. YAML asks the provider for its schema, and the sandbox's names only"
    " what it offers, a small part of the real one's."
)


def _table(size: Size, peers: List[Peer], absent: List[Peer], runs: Dict[str, Runs], memory: Dict[str, float]) -> str:
    stock = runs[STOCK].median
    rows = []
    for peer in peers:
        r = runs[peer.name]
        bar = f" (bar {size.bar:.2f})" if peer.name == OURS else ""
        held = memory.get(peer.name, math.nan)
        memory_bar = f" (bar {MEMORY_BAR})" if peer.name == OURS and size == SIZES[-1] else ""
        rows.append(
            [
                peer.label,
                f"{r.median:.2f}",
                f"{min(r.wall):.2f} to {max(r.wall):.2f}",
                f"{r.median_cpu:.2f}",
                f"{r.median / stock:.2f}{bar}",
                "" if math.isnan(held) else f"{held:.0f}{memory_bar}",
            ]
        )
    rows += [[peer.label, "not had", f"`{peer.host}` is not on PATH", "", "", ""] for peer in absent]
    head = ["program", "median, s", "spread, s", "CPU, s", "share of stock Java", "peak memory, MB"]
    return results.table(head, rows)


def versions(environment: Dict[str, str]) -> Dict[str, str]:
    """What was measured with, by name."""
    said = {
        "pulumi": ["pulumi", "version"],
        "java": ["java", "-version"],
        "Maven": ["mvn", "-v"],
        "hyperfine": ["hyperfine", "--version"],
    }
    found = {name: _version(command, environment) for name, command in said.items()}
    module = (SOURCES / "yaml" / "go.mod").read_text()
    host = re.search(r"pulumi-yaml v([\d.]+)", module)
    found["pulumi-language-yaml"] = host.group(1) if host else "unknown"
    pins = (by_name(STOCK).folder(SIZES[0]) / "pom.xml").read_text()
    for artifact in ("pulumi", "aws"):
        pin = re.search(rf"<artifactId>{artifact}</artifactId>\s*<version>(.+?)</version>", pins)
        found[f"com.pulumi:{artifact}"] = pin.group(1) if pin else "unknown"
    return found


def _languages(peers: List[Peer], environment: Dict[str, str]) -> Dict[str, str]:
    """The language hosts that were found and not built, and what runs their programs."""
    runtimes = {"python": ("Python", ["python3", "--version"]), "typescript": ("Node.js", ["node", "--version"]), "go": ("Go", ["go", "version"])}
    found = {}
    for peer in peers:
        if peer.name in runtimes:
            name, command = runtimes[peer.name]
            found[peer.host] = _version([peer.host, "-version"], environment)
            found[name] = _version(command, environment)
    return found


def _version(command: List[str], environment: Dict[str, str]) -> str:
    said = run(["sh", "-c", '"$@" 2>&1 || true', "sh", *command], env=environment)
    number = re.search(r"\d+\.\d+[\w.]*", said)
    return number.group(0) if number else "unknown"


if __name__ == "__main__":
    main()
