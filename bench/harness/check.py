"""`bench/check`: fails when this program has become slower beside a stock Java program."""

from __future__ import annotations

import argparse

from .common import fail
from .graph import SIZES
from .peers import OURS, STOCK, by_name
from .preview import BARS
from .sandbox import Sandbox
from .stacks import deploy
from .timing import alternate

# Half as much again as the bar of a quiet machine: a shared one needs room, or the check cries wolf.
LIMIT = 0.33


def main() -> None:
    """Times `pulumi preview` of the smallest size by both, in turns, and compares the medians."""
    options = argparse.ArgumentParser(prog="bench/check")
    options.add_argument("--pairs", type=int, default=5, help="timed runs of each of the two")
    options.add_argument("--limit", type=float, default=LIMIT, help="the largest share that passes")
    chosen = options.parse_args()
    size = SIZES[0]
    ours, stock = by_name(OURS), by_name(STOCK)
    stock.prepare()
    with Sandbox("check") as sandbox:
        deploy(sandbox, size, [stock])
        commands = {peer.name: peer.preview(size) for peer in (ours, stock)}
        runs = alternate(commands, chosen.pairs, sandbox.environment())
    ratio = runs[OURS].median / runs[STOCK].median
    for peer in (ours, stock):
        print(f"{peer.label}: median {runs[peer.name].median:.2f} s of {chosen.pairs} previews of {size.rules} rules")
    print(f"ratio: {ratio:.2f} (limit {chosen.limit:.2f}; the bar on a quiet machine is {BARS[size.rules]:.2f})", flush=True)
    if ratio > chosen.limit:
        fail(f"this program takes {ratio:.2f} of what stock Java takes for the same preview; at most {chosen.limit:.2f} is allowed")


if __name__ == "__main__":
    main()
