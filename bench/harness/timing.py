"""Timing by hyperfine. Runs of the programs alternate, so that whatever else the machine does hits all alike."""

from __future__ import annotations

import json
import statistics
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, List, Mapping

from .common import WORK, run


@dataclass
class Runs:
    """The timed runs of one command: seconds of wall time and of CPU, user and system together."""

    wall: List[float] = field(default_factory=list)
    cpu: List[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The median wall time in seconds."""
        return statistics.median(self.wall)

    @property
    def median_cpu(self) -> float:
        """The median CPU time in seconds."""
        return statistics.median(self.cpu)

    def as_json(self) -> Dict[str, List[float]]:
        """For bench/results."""
        return {"wall": self.wall, "cpu": self.cpu}


def alternate(commands: Mapping[str, str], rounds: int, environment: Mapping[str, str]) -> Dict[str, Runs]:
    """Times each command once a round, after one warm-up run each; every other round goes backwards.

    A command that fails ends the benchmark, with what it said.
    """
    runs = {name: Runs() for name in commands}
    for number in range(rounds):
        names = list(commands) if number % 2 == 0 else list(reversed(list(commands)))
        for name in names:
            wall, cpu = _once(commands[name], 1 if number == 0 else 0, environment)
            runs[name].wall.append(wall)
            runs[name].cpu.append(cpu)
    return runs


def joined(one: Mapping[str, Runs], other: Mapping[str, Runs]) -> Dict[str, Runs]:
    """The runs of both."""
    return {name: Runs(one[name].wall + other[name].wall, one[name].cpu + other[name].cpu) for name in one}


def _once(command: str, warmup: int, environment: Mapping[str, str]) -> tuple[float, float]:
    WORK.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        file = Path(folder) / "hyperfine.json"
        hyperfine = ["hyperfine", "-N", "--warmup", warmup, "--runs", "1", "--export-json", file]
        # What the command says is only seen when it fails.
        run([*hyperfine, "--show-output", command], env=environment)
        result = json.loads(file.read_text())["results"][0]
        return result["mean"], result["user"] + result["system"]
