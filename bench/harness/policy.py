"""`bench/run policy`: from a policy to firewalls for Google Cloud, by this program and by aerleon's generator `gce`."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any, Dict, List, Mapping

from . import javabench, results
from .common import BENCH, WORK, fail, say

sys.path.insert(0, str(BENCH / "aerleon"))
import meaning  # noqa: E402  (needs the path above)
import translate  # noqa: E402

_CLIENTS = (1, 10, 100, 1000)
_ROUNDS = 5
_SECONDS = 3
_FOLDER = WORK / "policy"


def main() -> None:
    """Measures all sizes and writes the section."""
    started = results.machine()
    javabench.build()
    sizes = {clients: _measured(clients) for clients in _CLIENTS}
    say("timing within one JVM")
    warm = javabench.jmh("PolicyBenchmark", {"clients": _CLIENTS})
    for clients, size in sizes.items():
        size["our rules, ms"] = javabench.milliseconds(warm, "rules", clients=clients)
        size["our text, ms"] = javabench.milliseconds(warm, "text", clients=clients)
    facts = results.facts(started, _versions(), results.command_line("policy"))
    body = ["## Policy to rules for Google Cloud, beside aerleon", facts, _EXPLAINED, _table(sizes)]
    results.write_section("policy", "\n\n".join(body))
    results.write_raw("policy", {"machine": started, "sizes": sizes})


_EXPLAINED = (
    "One site's connector, inbound and outbound, with a number of client prefixes. Both outputs are expanded to"
    " (direction, target, range, protocol, port, action, priority); they must be the same set, or the benchmark ends with"
    " what differs. aerleon cuts a rule at 256 ranges, this program at the platform's present 5,000: the number of rules"
    " differs, their meaning does not. In one process: texts to text, after the JVM and Python are warm; ours starts from"
    " the settings' JSON and plans the whole site, workstations included; aerleon starts from Python structures, so it parses"
    " no file. Whole process: `java` as `bin/program` starts it, and `aclgen`, aerleon's command; medians, the two in"
    " turn. No flow of the connector is left out: the one whose other end is a role, outbound to the workstations, is given"
    " to aerleon as the workstations' subnet, since neither the platform nor aerleon takes a tag as a destination."
)


def _measured(clients: int) -> Dict[str, Any]:
    say(f"{clients} client prefixes")
    folder = _FOLDER / str(clients)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    site = json.loads(javabench.watched(javabench.once("PolicyOnce", "describe", clients)).output)
    (folder / "site.json").write_text(json.dumps(site))
    translate.write(site, folder)
    config = {name: value for name, value in site.items() if name.isupper()}
    ours: List[javabench.Process] = []
    theirs: List[javabench.Process] = []
    for _ in range(_ROUNDS):
        ours.append(javabench.watched(javabench.once("PolicyOnce", "generate"), {**os.environ, **config}))
        theirs.append(_aclgen(folder))
    inside = json.loads(
        javabench.watched([sys.executable, str(BENCH / "aerleon" / "in_process.py"), str(folder / "site.json"), str(_SECONDS)]).output
    )
    written = (folder / "out" / "connector.gce").read_text()
    if written.strip() != inside["text"].strip():
        fail("aclgen and aerleon's API write different firewalls")
    openings, rules = _same(json.loads(ours[0].output), json.loads(written))
    return {
        "openings": openings,
        "our rules": rules[0],
        "aerleon's rules": rules[1],
        "aerleon's text, ms": inside["median"] * 1000,
        "our process, s": [process.wall for process in ours],
        "aerleon's process, s": [process.wall for process in theirs],
        "our process, MB": max(process.memory for process in ours),
        "aerleon's process, MB": max(process.memory for process in theirs),
    }


def _aclgen(folder: Path) -> javabench.Process:
    # It writes only what has changed.
    shutil.rmtree(folder / "out", ignore_errors=True)
    (folder / "out").mkdir()
    command = ["aclgen", "--base_directory", "policies", "--definitions_directory", "def", "--output_directory", "out"]
    return javabench.watched(["env", "-C", str(folder), *command])


def _same(ours: List[Mapping[str, Any]], theirs: List[Mapping[str, Any]]) -> Any:
    our_meaning, their_meaning = meaning.openings(ours), meaning.openings(theirs)
    found = meaning.differences(our_meaning, their_meaning)
    if found:
        fail(f"the two mean {len(found)} things otherwise:\n  " + "\n  ".join(found[:10]))
    say(f"both mean the same {len(our_meaning)} openings")
    return len(our_meaning), (len(ours), len(theirs))


def _table(sizes: Mapping[int, Mapping[str, Any]]) -> str:
    rows = []
    for clients, size in sizes.items():
        our_process, their_process = (statistics.median(size[f"{who} process, s"]) for who in ("our", "aerleon's"))
        our_text, their_text = size["our text, ms"], size["aerleon's text, ms"]
        rows.append(
            [
                f"{clients:,}",
                f"{size['openings']:,}",
                " / ".join(str(size[f"{who} rules"]) for who in ("our", "aerleon's")),
                f"{size['our rules, ms']:.3f}",
                f"{our_text:.3f}",
                f"{their_text:.2f}",
                f"{our_text / their_text:.3f}",
                f"{our_process:.2f}",
                f"{their_process:.2f}",
                f"{our_process / their_process:.2f}",
            ]
        )
    head = [
        "client prefixes",
        "openings",
        "rules, ours / aerleon's",
        "our policy to rules, ms",
        "our text to text, ms",
        "aerleon's, ms",
        "ratio",
        "our whole process, s",
        "aerleon's, s",
        "ratio",
    ]
    return results.table(head, rows)


def _versions() -> Dict[str, str]:
    python = ".".join(map(str, sys.version_info[:3]))
    return {"java": javabench.version(), "aerleon": version("aerleon"), "Python": python, "JMH": "1.37"}


if __name__ == "__main__":
    main()
