"""`bench/run command`: how long the offline command takes, from its start to its end."""

from __future__ import annotations

import argparse
import os
from typing import Dict

from . import results
from .common import ROOT, run
from .timing import alternate

# The most seconds that the check of one stack may take.
BAR = 0.2
_CHECK = "check of one stack"
_COMMANDS = {
    "bash, which does nothing": "bash -c :",
    "java, which does nothing": "java -Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -version",
    "`bin/anyware --version`": f"{ROOT}/bin/anyware --version",
    _CHECK: f"{ROOT}/bin/anyware check --stack aws-dev",
    "check of five stacks": f"{ROOT}/bin/anyware check",
}


def main() -> None:
    """Times each command in turns and writes the section."""
    options = argparse.ArgumentParser(prog="bench/run command")
    options.add_argument("--rounds", type=int, default=15, help="runs of each command")
    rounds = options.parse_args().rounds
    started = results.machine()
    run([ROOT / "bin" / "program", "compile"], limit=1800)
    runs = alternate(_COMMANDS, rounds, os.environ)
    rows = [
        [
            name + (f" (bar {BAR})" if name == _CHECK else ""),
            f"{r.median:.3f}",
            f"{min(r.wall):.3f} to {max(r.wall):.3f}",
            f"{r.median_cpu:.3f}",
        ]
        for name, r in runs.items()
    ]
    body = ["## The offline command", results.facts(started, _versions(), results.command_line("command"))]
    body += [results.table(["command", "median, s", "spread, s", "CPU, s"], rows)]
    results.write_section("command", "\n\n".join(body))
    raw: Dict[str, object] = {"machine": started, **{name: r.as_json() for name, r in runs.items()}}
    results.write_raw("command", raw)


def _versions() -> Dict[str, str]:
    return {"java": run(["sh", "-c", "java --version | head -n 1"]).strip()}


if __name__ == "__main__":
    main()
