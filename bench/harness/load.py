"""`bench/run sandbox`: thousands of resources created in one `up`, and the offline cloud's share of it."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import time
from pathlib import Path
from typing import Dict, Sequence

from . import results
from .common import ROOT, WORK, fail, say
from .graph import Size, graph_of, rules
from .jvms import seen, watched
from .peers import OURS, by_name, write_settings
from .preview import versions
from .sandbox import Sandbox
from .stacks import UNCHECKED

# As many as the regions have NAT gateways for.
SIZE = Size(85)
_LOG = WORK / "load.log"
_TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Deploys the stack into an empty cloud and writes the section."""
    argparse.ArgumentParser(prog="bench/run sandbox").parse_args()
    started = results.machine()
    ours = by_name(OURS)
    write_settings(SIZE)
    with Sandbox("load", fresh=True) as sandbox:
        ours.make_stack(sandbox, SIZE)
        environment = {**watched(sandbox.environment()), **ours.variables(SIZE), **UNCHECKED}
        before = cpu_of(sandbox.pid)
        began = time.monotonic()
        engine = _up(environment)
        wall = time.monotonic() - began
        cloud = cpu_of(sandbox.pid) - before
        graph = graph_of(ours.export(sandbox, SIZE))
        facts = results.facts(started, versions(sandbox.environment()), results.command_line("sandbox"))
    creates = sorted(float(s) for s in re.findall(r" aws:\S+ \S+ created \(([\d.]+)s\)", _LOG.read_text()))
    program = sum(jvm.cpu for jvm in seen())
    used = {"engine": engine, "program": program, "offline cloud": cloud}
    spent = ", ".join(f"{name} {cpu:.1f} CPU s" for name, cpu in used.items())
    say(f"{len(graph)} resources in {wall:.1f} s: {spent}")
    rows = [
        [name, f"{cpu:.1f}", f"{cpu / sum(used.values()):.0%}", f"{cpu / (wall * (os.cpu_count() or 1)):.0%}"]
        for name, cpu in used.items()
    ]
    head = ["process", "CPU, s", "share of all CPU used", f"share of what {os.cpu_count()} cores could do meanwhile"]
    text = (
        f"{len(graph)} resources ({rules(graph)} rules) created in one `up` in {wall:.1f} s, with"
        " `PULUMI_SKIP_CHECKPOINTS=true`: the file backend would otherwise write the whole state at each step. CPU of the engine"
        " and of the offline cloud is from `/proc/PID/stat`, that of the program is its JVM's. Of all creates"
        f" 99 in 100 took {_slow(creates):.2f} s at most and the slowest {creates[-1]:.2f} s, as the engine saw it: the cloud's"
        " work and the wait for a core together."
    )
    results.write_section("sandbox", "\n\n".join(["## The sandbox under load", facts, text, results.table(head, rows)]))
    create = {"99 in 100": _slow(creates), "slowest": creates[-1]}
    raw = {"machine": started, "resources": len(graph), "wall": wall, "cpu": used, "create": create}
    results.write_raw("sandbox", raw)


def _slow(ordered: Sequence[float]) -> float:
    """What 99 in 100 stay below or at."""
    return ordered[len(ordered) * 99 // 100]


def cpu_of(pid: int) -> float:
    """Seconds of CPU, user and system, that a process has used itself so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _up(environment: Dict[str, str]) -> float:
    """Runs `pulumi up` and gives the CPU seconds of pulumi itself; looks every 50 ms, so the last look is nearly the end."""
    words = ["pulumi", "up", "--stack", SIZE.stack, "--yes", "--skip-preview", "--non-interactive"]
    used = 0.0
    with _LOG.open("w") as log:
        up = subprocess.Popen(words, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        deadline = time.monotonic() + 1800
        while up.poll() is None:
            if time.monotonic() > deadline:
                up.kill()
                fail("`pulumi up` did not end within half an hour")
            try:
                used = cpu_of(up.pid)
            except (FileNotFoundError, ProcessLookupError):
                break
            time.sleep(0.05)
    if up.wait() != 0:
        fail("`pulumi up` failed:\n" + "\n".join(_LOG.read_text().splitlines()[-25:]))
    return used


if __name__ == "__main__":
    main()
