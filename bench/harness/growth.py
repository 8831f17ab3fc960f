"""How fast a series grows."""

from __future__ import annotations

import math
from typing import Sequence, Tuple

Point = Tuple[float, float]


def slope(points: Sequence[Point]) -> float:
    """The exponent k of the power law c * x^k that fits best: 1 is a straight line, 2 a square.

    Least squares on logarithms; points that are not above zero say nothing and are left out.
    """
    logs = [(math.log(x), math.log(y)) for x, y in points if x > 0 and y > 0]
    if len(logs) < 2:
        return math.nan
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def last_slope(points: Sequence[Point]) -> float:
    """The same between the two largest sizes, where what does not grow weighs least."""
    return slope(sorted(points)[-2:])
