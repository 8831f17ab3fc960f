"""`bench/run scale`: read, plan and audit for ever more sites and addresses, and previews of more and more sites."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, dataclass
from typing import Any, Callable, Dict, List, Mapping, Sequence, Tuple

from . import growth, javabench, plots, results
from .common import say
from .growth import Point
from .sandbox import Sandbox
from .site_previews import Preview, measured

_CLOUDS = {"aws": "AWS", "azure": "Azure", "gcp": "Google Cloud", "mix": "the three mixed"}
_SITES = (1, 10, 100, 1000)
_ADDRESSES = (1, 10, 50, 100, 1000)
# Addresses times sites; more only where the platform's limits take them.
_MOST_PLACES = 100_000
_TAKES_ALL = ("gcp",)
_PREVIEWS = (1, 10, 100)
_STEPS = ("cold", "warm", "previews")
# Sites by addresses that JMH times; the largest takes a while for each cloud and step.
_WARM = (((1, 10, 100), (1, 50)), ((1000,), (50,)))
_RAW = results.RAW / "scale.json"

# The bar: this size, in seconds of wall time from the JVM's start to its end, and in MB of resident memory.
_BAR_SIZE = (1000, 50)
_BAR_SECONDS = 5
_BAR_MEMORY = 512
_ROUNDS = 3

# At which size of the other kind the two series are taken.
_SITES_OF_SERIES = 100
_ADDRESSES_OF_SERIES = 50

Size = Tuple[int, int]


@dataclass(frozen=True)
class Cold:
    """One stack in one fresh JVM: seconds of wall and CPU time, MB of memory, what each step took and made."""

    wall: float
    cpu: float
    memory: float
    steps: Mapping[str, float]


Grid = Dict[str, Dict[Size, Cold]]


def main() -> None:
    """Measures what is asked for, keeps the rest as it was, and writes the section and the plots."""
    options = argparse.ArgumentParser(prog="bench/run scale")
    options.add_argument("--only", choices=_STEPS, help="measure this alone again; the rest stays as measured before")
    options.add_argument("--rounds", type=int, default=_ROUNDS, help="runs of each size in a fresh JVM")
    chosen = options.parse_args()
    javabench.build()
    raw = json.loads(_RAW.read_text()) if _RAW.exists() else {}
    measure: Dict[str, Callable[[], Any]] = {
        "cold": lambda: {cloud: _cold(cloud, chosen.rounds) for cloud in _CLOUDS},
        "warm": _warm,
        "previews": _previews,
    }
    for step in [chosen.only] if chosen.only else _STEPS:
        started = {**results.machine(), "java": javabench.version()}
        raw[step] = {"machine": started, "command": results.command_line("scale"), "values": measure[step]()}
        results.write_raw("scale", raw)
    _write(raw)


def _write(raw: Mapping[str, Any]) -> None:
    body = ["## Scale of read, plan and audit"]
    if "cold" in raw:
        grid = _grid_of(raw["cold"]["values"])
        _draw(grid)
        body += [_facts(raw["cold"]), _EXPLAINED, *_cold_tables(grid)]
    if "warm" in raw:
        body += ["### Each step in a warm JVM, milliseconds (JMH, best iteration)", _facts(raw["warm"]), _steps(raw["warm"]["values"])]
    if "previews" in raw:
        previews = {int(sites): Preview(**preview) for sites, preview in raw["previews"]["values"].items()}
        _draw_previews(previews)
        body += ["### `pulumi preview` in the sandbox", _facts(raw["previews"]), _previewed(previews), "![Preview](plots/preview.svg)"]
    results.write_section("scale", "\n\n".join(body))


def _facts(part: Mapping[str, Any]) -> str:
    machine = dict(part["machine"])
    return results.facts(machine, {"java": machine.pop("java"), "JMH": "1.37"}, part["command"])


_EXPLAINED = (
    "Every peer (clients, administrators, domain controllers, DNS, RADIUS, Anyware Manager, licence server, SumoLogic,"
    " outside workstations) has that many addresses of its own, no two of them neighbours, so that each is a class of"
    " packets of its own; each site has a /22 of 10.0.0.0/8, and the mix takes the clouds in turn. The AWS quota is set to"
    " 1,000 rules. One JVM, as `bin/program` starts it, does the whole once: wall time from its start to its end, CPU of"
    " all its threads, peak resident memory as the kernel counts it; of several runs the median, and the most memory. A"
    " star marks sizes that the platform's own limits refuse (1,000 addresses a peer: more rules than an AWS group, more"
    " prefixes than an Azure group takes); they are planned and audited all the same, and the figure is without limits."
    " Left out: 1,000 sites with 1,000 addresses where they are refused; on AWS they would be 14 million rules."
)


def _cold(cloud: str, rounds: int) -> Dict[str, Any]:
    sizes = [(s, a) for s in _SITES for a in _ADDRESSES if s * a <= _MOST_PLACES or cloud in _TAKES_ALL]
    say(f"{_CLOUDS[cloud]}: {len(sizes)} sizes")
    return {f"{s} x {a}": asdict(_median([_once(cloud, (s, a)) for _ in range(rounds)])) for s, a in sizes}


def _grid_of(values: Mapping[str, Mapping[str, Any]]) -> Grid:
    return {cloud: {_size(text): Cold(**cold) for text, cold in colds.items()} for cloud, colds in values.items()}


def _size(text: str) -> Size:
    sites, addresses = text.split(" x ")
    return int(sites), int(addresses)


def _once(cloud: str, size: Size) -> Cold:
    done = javabench.watched(javabench.once("Once", cloud, *size))
    return Cold(done.wall, done.cpu, done.memory, json.loads(done.output))


def _median(runs: Sequence[Cold]) -> Cold:
    """The run whose wall time is the median, with the most memory of all."""
    middle = sorted(runs, key=lambda run: run.wall)[len(runs) // 2]
    return Cold(middle.wall, middle.cpu, max(run.memory for run in runs), middle.steps)


def _warm() -> List[Dict[str, Any]]:
    say("timing the steps within one JVM: minutes")
    timed: List[Dict[str, Any]] = []
    for sites, addresses in _WARM:
        timed += javabench.jmh("ScaleBenchmark", {"cloud": list(_CLOUDS), "sites": sites, "addresses": addresses})
    return timed


def _previews() -> Dict[int, Dict[str, Any]]:
    with Sandbox("scale-sandbox") as sandbox:
        return {sites: asdict(measured(sites, sandbox)) for sites in _PREVIEWS}


def _cold_tables(grid: Grid) -> List[str]:
    parts = ["### The bar: 1,000 sites, 50 addresses a peer", _bar(grid), "### Growth", _SLOPES, _slopes(grid)]
    parts += ["![Time](plots/time.svg)", "![Memory](plots/memory.svg)"]
    for cloud, name in _CLOUDS.items():
        parts += [f"### {name}: seconds of wall time (CPU) / MB", _grid(grid[cloud])]
    return parts


def _bar(grid: Grid) -> str:
    head = ["", "flows", "rules", f"wall, s (bar {_BAR_SECONDS})", "CPU, s", f"memory, MB (bar {_BAR_MEMORY})", "within"]
    rows = []
    for cloud, name in _CLOUDS.items():
        cold = grid[cloud][_BAR_SIZE]
        within = cold.wall < _BAR_SECONDS and cold.memory < _BAR_MEMORY
        made = [f"{cold.steps[what]:,}" for what in ("flows", "rules")]
        rows.append([name, *made, f"{cold.wall:.2f}", f"{cold.cpu:.2f}", f"{cold.memory:.0f}", "yes" if within else "no"])
    return results.table(head, rows)


_SLOPES = (
    "The exponent of the power law that fits best (least squares on logarithms): 1 is a straight line, 2 a square. Time is"
    " CPU time above that of one site with one address, which is mostly the JVM's start. In brackets between the two"
    " largest sizes, where what does not grow weighs least. That the audit asks in a straight line is proved by count and"
    " not by clock in `GrowthTest`."
)


def _slopes(grid: Grid) -> str:
    head = ["", f"time against addresses, {_SITES_OF_SERIES} sites", f"time against sites, {_ADDRESSES_OF_SERIES} addresses"]
    rows = []
    for cloud, name in _CLOUDS.items():
        series = [_net(grid[cloud], _along_addresses(grid[cloud])), _net(grid[cloud], _along_sites(grid[cloud]))]
        rows.append([name, *map(_slope_text, series)])
    return results.table(head, rows)


def _slope_text(points: Sequence[Point]) -> str:
    return f"{growth.slope(points):.2f} ({growth.last_slope(points):.2f})"


def _along_addresses(colds: Mapping[Size, Cold]) -> Dict[int, Cold]:
    return {addresses: cold for (sites, addresses), cold in colds.items() if sites == _SITES_OF_SERIES}


def _along_sites(colds: Mapping[Size, Cold]) -> Dict[int, Cold]:
    return {sites: cold for (sites, addresses), cold in colds.items() if addresses == _ADDRESSES_OF_SERIES}


def _net(colds: Mapping[Size, Cold], series: Mapping[int, Cold]) -> List[Point]:
    start = colds[(1, 1)].cpu
    return [(size, cold.cpu - start) for size, cold in series.items()]


def _grid(colds: Mapping[Size, Cold]) -> str:
    head = ["sites \\ addresses", *(f"{addresses:,}" for addresses in _ADDRESSES)]
    rows = [[f"{sites:,}", *(_cell(colds.get((sites, addresses))) for addresses in _ADDRESSES)] for sites in _SITES]
    return results.table(head, rows)


def _cell(cold: "Cold | None") -> str:
    if cold is None:
        return "left out"
    return f"{cold.wall:.2f} ({cold.cpu:.2f}) / {cold.memory:.0f}" + ("*" if cold.steps["refusals"] else "")


def _steps(warm: Sequence[Mapping[str, Any]]) -> str:
    sizes = [(sites, addresses) for group in _WARM for sites in group[0] for addresses in group[1]]
    head = ["", *(f"{sites} x {addresses}" for sites, addresses in sizes)]
    rows = []
    for cloud, name in _CLOUDS.items():
        for step in ("read", "plan", "audit", "whole"):
            times = [
                javabench.milliseconds(warm, step, cloud=cloud, sites=sites, addresses=addresses)
                for sites, addresses in sizes
            ]
            rows.append([f"{name}, {step}", *(f"{time:.2f}" for time in times)])
    return results.table(head, rows)


def _previewed(previews: Mapping[int, Preview]) -> str:
    rows = [[f"{sites}", f"{p.resources:,}", f"{p.wall:.2f}", f"{p.cpu:.2f}"] for sites, p in previews.items()]
    head = ["sites, the clouds in turn, one prefix a peer", "resources", "wall, s", "CPU of engine, host and program, s"]
    return results.table(head, rows)


def _draw(grid: Grid) -> None:
    against = (
        ("addresses a peer", f"{_SITES_OF_SERIES} sites", _along_addresses),
        ("sites", f"{_ADDRESSES_OF_SERIES} addresses a peer", _along_sites),
    )
    time, memory = [], []
    for across, fixed, series in against:
        of = {cloud: series(grid[cloud]) for cloud in _CLOUDS}
        slopes = {_CLOUDS[c]: f", slope {_slope_text(_net(grid[c], colds))}" for c, colds in of.items()}
        walls = {_CLOUDS[c]: [(size, cold.wall) for size, cold in colds.items()] for c, colds in of.items()}
        held = {_CLOUDS[c]: [(size, cold.memory) for size, cold in colds.items()] for c, colds in of.items()}
        bars = across == "sites"
        time.append(plots.Panel(fixed, across, "wall time, s", walls, slopes,
                                _BAR_SECONDS if bars else None, "bar at 1,000 sites: 5 s"))  # fmt: skip
        memory.append(plots.Panel(fixed, across, "peak resident memory, MB", held, {},
                                  _BAR_MEMORY if bars else None, "bar at 1,000 sites: 512 MB", False))  # fmt: skip
    plots.draw("time", "Time of read, plan and audit in one fresh JVM (slopes of whole series, in brackets of its end)", time)
    plots.draw("memory", "Memory of read, plan and audit in one fresh JVM", memory)


def _draw_previews(previews: Mapping[int, Preview]) -> None:
    walls = [(sites, preview.wall) for sites, preview in previews.items()]
    cpus = [(sites, preview.cpu) for sites, preview in previews.items()]
    notes = {"wall time": f", slope {_slope_text(walls)}", "CPU time": f", slope {_slope_text(cpus)}"}
    series = {"wall time": walls, "CPU time": cpus}
    panel = plots.Panel("the clouds in turn, one prefix a peer", "sites", "time, s", series, notes)
    plots.draw("preview", "pulumi preview in the sandbox (slope; in brackets of its end)", [panel])


if __name__ == "__main__":
    main()
