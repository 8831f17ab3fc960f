"""Times aerleon's generator within one process: `in_process.py SITE.json SECONDS` prints JSON.

Each round takes the policy and the definitions as plain Python structures, as aerleon's API wants them, and
ends with the firewalls as text. What it logs is left out of the time: it is asked to log errors only.
"""

from __future__ import annotations

import copy
import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any, List, Mapping

from absl import logging
from aerleon import api
from aerleon.lib import naming

sys.path.insert(0, str(Path(__file__).parent))
import translate  # noqa: E402  (needs the path above)


def generate(policy: Mapping[str, Any], definitions: Mapping[str, Any]) -> str:
    """The firewalls as text."""
    names = naming.Naming()
    names.ParseDefinitionsObject(definitions, "")
    return next(iter(api.Generate([policy], names).values()))


def main(site_file: str, seconds: str) -> None:
    site = json.loads(Path(site_file).read_text())
    policy, definitions = translate.policy(site), translate.definitions(site)
    logging.set_verbosity(logging.ERROR)
    first = time.perf_counter()
    text = generate(copy.deepcopy(policy), copy.deepcopy(definitions))
    cold = time.perf_counter() - first
    times: List[float] = []
    until = time.perf_counter() + float(seconds)
    while time.perf_counter() < until or len(times) < 5:
        given = copy.deepcopy(policy), copy.deepcopy(definitions)
        start = time.perf_counter()
        generate(*given)
        times.append(time.perf_counter() - start)
    print(json.dumps({"first": cold, "median": statistics.median(times), "rounds": len(times), "text": text}))


if __name__ == "__main__":
    main(*sys.argv[1:])
