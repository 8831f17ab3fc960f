"""`bench/check`: fails when this program has become slower beside a stock Java program."""

from __future__ import annotations

import argparse
from typing import List

from .common import fail, say
from .graph import SIZES, Size
from .peers import OURS, STOCK, by_name
from .preview import BARS
from .sandbox import Sandbox
from .stacks import deploy
from .timing import alternate, joined

# A quarter above the bars of a quiet machine: a shared one needs room, and an exit that idles again (0.3 s of six)
# must not hide in it.
MARGIN = 1.25
# Large previews are long, and their spread is small.
_PAIRS = {1: 5, 6: 3, 54: 2}


def main() -> None:
    """Times `pulumi preview` of each size by both, in turns, and compares the medians."""
    options = argparse.ArgumentParser(prog="bench/check")
    options.add_argument("--sizes", help="sites, such as 1,6", default="1,6,54")
    options.add_argument("--pairs", type=int, help="timed runs of each of the two, instead of 5 to 2")
    options.add_argument("--margin", type=float, default=MARGIN, help="what the bars are multiplied with")
    chosen = options.parse_args()
    by_name(STOCK).prepare()
    slower: List[str] = []
    with Sandbox("check") as sandbox:
        for size in SIZES:
            if str(size.sites) in chosen.sizes.split(","):
                ratio = _ratio(sandbox, size, chosen.pairs or _PAIRS[size.sites], chosen.margin * BARS[size.sites])
                if ratio > chosen.margin * BARS[size.sites]:
                    slower.append(f"{ratio:.2f} at {size}")
    if slower:
        fail(f"this program has become slower beside stock Java: it takes {' and '.join(slower)} of what that takes")


def _ratio(sandbox: Sandbox, size: Size, pairs: int, limit: float) -> float:
    """This program's share of stock Java's time. What is above the limit is measured again, and all runs count."""
    ours, stock = by_name(OURS), by_name(STOCK)
    deploy(sandbox, size, [stock])
    commands = {peer.name: peer.preview(size) for peer in (ours, stock)}
    runs = alternate(commands, pairs, sandbox.environment())
    if runs[OURS].median / runs[STOCK].median > limit:
        say(f"{size.stack}: above the limit; measured again")
        runs = joined(runs, alternate(commands, pairs, sandbox.environment()))
    ratio = runs[OURS].median / runs[STOCK].median
    for peer in (ours, stock):
        print(f"{peer.label}: median {runs[peer.name].median:.2f} s of {len(runs[peer.name].wall)} previews of {size}")
    print(f"ratio: {ratio:.3f} at {size} (limit {limit:.2f}; the bar on a quiet machine is {BARS[size.sites]:.2f})", flush=True)
    return ratio


if __name__ == "__main__":
    main()
