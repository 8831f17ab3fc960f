"""bench/RESULTS.md: one section a part between markers, so that parts can be measured again alone."""

from __future__ import annotations

import json
import os
import platform
import re
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Dict, List, Sequence

from .common import BENCH, say

RESULTS = BENCH / "RESULTS.md"
RAW = BENCH / "results"
HEADER = (
    "# Measured\n\nWritten by `bench/run`, not by hand; bench/README.md says what is measured and how."
    " Figures of two sections compare only when their machine and date do.\n"
)
PARTS = ("preview", "waiting", "command", "scale", "policy", "sandbox")


def machine() -> Dict[str, str]:
    """What a figure hangs on besides the program: processor, memory, load, system."""
    cpu = re.search(r"model name\s*:\s*(.+)", _read("/proc/cpuinfo"))
    memory = re.search(r"MemTotal:\s*(\d+) kB", _read("/proc/meminfo"))
    system = re.search(r'PRETTY_NAME="(.+)"', _read("/etc/os-release"))
    return {
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": f"{cpu.group(1) if cpu else platform.processor() or 'unknown'}, {os.cpu_count()} cores",
        "memory": f"{int(memory.group(1)) / 2**20:.1f} GiB" if memory else "unknown",
        "system": f"{system.group(1) if system else platform.system()}, kernel {platform.release()}",
        "load when it began": f"{os.getloadavg()[0]:.1f}",
    }


def facts(started: Dict[str, str], versions: Dict[str, str], command: str) -> str:
    """The lines above a section's tables: machine, versions and how to measure again."""
    lines = [f"- {key}: {value}" for key, value in started.items()]
    lines += ["- versions: " + ", ".join(f"{name} {version}" for name, version in versions.items())]
    return "\n".join(lines + [f"- measured by `{command}`"])


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines: List[Sequence[str]] = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def write_section(part: str, body: str) -> None:
    """Puts a part's section in place of its former one; the others stay as they are."""
    old = RESULTS.read_text() if RESULTS.exists() else ""
    sections = {name: _section(old, name) for name in PARTS}
    sections[part] = body.strip()
    text = HEADER
    for name in PARTS:
        if sections[name]:
            text += f"\n<!-- begin {name} -->\n{sections[name]}\n<!-- end {name} -->\n"
    RESULTS.write_text(text)
    say(f"the section {part} of bench/RESULTS.md is written")


def write_raw(name: str, content: object) -> None:
    """Keeps what the tables were made from in bench/results/NAME.json."""
    RAW.mkdir(exist_ok=True)
    (RAW / f"{name}.json").write_text(json.dumps(content, indent=1) + "\n")


def command_line(part: str) -> str:
    """How this run was asked for."""
    return " ".join(["bench/run", part, *sys.argv[1:]])


def _section(text: str, part: str) -> str:
    found = re.search(rf"<!-- begin {part} -->\n(.*?)\n<!-- end {part} -->", text, re.DOTALL)
    return found.group(1) if found else ""


def _read(path: str) -> str:
    file = Path(path)
    return file.read_text() if file.exists() else ""
