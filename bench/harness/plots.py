"""The plots in bench/plots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Optional, Sequence

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot  # noqa: E402  (needs the backend chosen above)
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, NullLocator  # noqa: E402

from .common import BENCH  # noqa: E402
from .growth import Point  # noqa: E402

FOLDER = BENCH / "plots"

# Colours that stay apart for colour-blind readers, and a mark each for print.
_STYLES = {
    "AWS": ("#d55e00", "o"),
    "Azure": ("#0072b2", "s"),
    "Google Cloud": ("#009e73", "^"),
    "the three mixed": ("#4d4d4d", "D"),
    "wall time": ("#0072b2", "o"),
    "CPU time": ("#d55e00", "s"),
}


@dataclass(frozen=True)
class Panel:
    """One diagram: series of points by name, each with what its legend adds."""

    title: str
    across: str
    up: str
    series: Mapping[str, Sequence[Point]]
    notes: Mapping[str, str]
    bar: Optional[float] = None
    bar_text: str = ""
    logarithmic: bool = True


def draw(name: str, heading: str, panels: Sequence[Panel]) -> None:
    """Writes bench/plots/NAME.svg with the panels side by side."""
    FOLDER.mkdir(exist_ok=True)
    # Text stays text, and the same figures give the same file.
    with pyplot.rc_context({"svg.fonttype": "none", "svg.hashsalt": "anyware", "font.family": "sans-serif", "font.size": 10}):
        figure, axes = pyplot.subplots(1, len(panels), figsize=(5.4 * len(panels) + 0.6, 4.6), layout="constrained",
                                        squeeze=False, sharey=True)  # fmt: skip
        figure.suptitle(heading, fontsize=12, fontweight="bold")
        for one, panel in zip(axes[0], panels):
            _draw(one, panel)
        if not panels[0].logarithmic:
            axes[0][0].set_ylim(bottom=0)
        figure.savefig(FOLDER / f"{name}.svg", metadata={"Date": None})
        pyplot.close(figure)


def _draw(axes: Axes, panel: Panel) -> None:
    for name, points in panel.series.items():
        colour, mark = _STYLES[name]
        note = panel.notes.get(name, "")
        axes.plot(*zip(*points), color=colour, marker=mark, markersize=5, linewidth=1.6, label=f"{name}{note}")
    axes.set_xscale("log")
    if panel.logarithmic:
        axes.set_yscale("log")
        axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        axes.yaxis.set_minor_locator(NullLocator())
    if panel.bar is not None:
        axes.axhline(panel.bar, color="#888888", linestyle="--", linewidth=1)
        axes.annotate(panel.bar_text, (0.02, panel.bar), xycoords=("axes fraction", "data"), xytext=(0, 3),
                      textcoords="offset points", fontsize=9, color="#555555")  # fmt: skip
    axes.set_title(panel.title, fontsize=10.5)
    axes.set_xlabel(panel.across)
    axes.set_ylabel(panel.up)
    axes.tick_params(labelleft=True)
    _name_sizes(axes, sorted({x for points in panel.series.values() for x, _ in points}))
    axes.grid(True, which="major", color="#dddddd", linewidth=0.7)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.legend(frameon=False, fontsize=9, loc="upper center", bbox_to_anchor=(0.5, -0.16), ncols=2)


def _name_sizes(axes: Axes, sizes: Sequence[float]) -> None:
    axes.xaxis.set_major_locator(FixedLocator(sizes))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.xaxis.set_minor_locator(NullLocator())
