"""`bench/check`: fails when this program has become slower beside a stock Java program."""

from __future__ import annotations

import argparse
from typing import List

from .common import fail, say
from .graph import SIZES, Size
from .peers import OURS, STOCK, by_name
from .stacks import Clouds, clouds, deploy
from .timing import alternate, joined

# Large previews are long, and their spread is small.
_PAIRS = {1: 5, 4: 3, 40: 2}


def main() -> None:
    """Times `pulumi preview` of each size by both, in turns, and compares the medians."""
    options = argparse.ArgumentParser(prog="bench/check")
    options.add_argument("--sizes", help="sites, such as 1,4", default="1,4,40")
    options.add_argument("--pairs", type=int, help="timed runs of each of the two, instead of 5 to 2")
    options.add_argument("--margin", type=float, default=1.0, help="what the bars are multiplied with, instead of 1")
    chosen = options.parse_args()
    ours, stock = by_name(OURS), by_name(STOCK)
    stock.prepare()
    slower: List[str] = []
    with clouds("check", [ours, stock]) as sandboxes:
        for size in SIZES:
            if str(size.sites) in chosen.sizes.split(","):
                ratio = _ratio(sandboxes, size, chosen.pairs or _PAIRS[size.sites], chosen.margin * size.bar)
                if ratio > chosen.margin * size.bar:
                    slower.append(f"{ratio:.2f} at {size}")
    if slower:
        fail(f"this program has become slower beside stock Java: it takes {' and '.join(slower)} of what that takes")


def _ratio(sandboxes: Clouds, size: Size, pairs: int, limit: float) -> float:
    """This program's share of stock Java's time. What is above the limit is measured again, and all runs count."""
    ours, stock = by_name(OURS), by_name(STOCK)
    deploy(sandboxes, size, [stock])
    commands = {peer.name: peer.preview(sandboxes[peer.name], size) for peer in (ours, stock)}
    environment = sandboxes[OURS].environment()
    runs = alternate(commands, pairs, environment)
    if runs[OURS].median / runs[STOCK].median > limit:
        say(f"{size.stack}: above the limit; measured again")
        runs = joined(runs, alternate(commands, pairs, environment))
    ratio = runs[OURS].median / runs[STOCK].median
    for peer in (ours, stock):
        print(f"{peer.label}: median {runs[peer.name].median:.2f} s of {len(runs[peer.name].wall)} previews of {size}")
    print(f"ratio: {ratio:.3f} at {size} (limit {limit:.2f})", flush=True)
    return ratio


if __name__ == "__main__":
    main()
