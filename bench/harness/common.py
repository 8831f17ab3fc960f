"""Where things are, and how commands are run and spoken about."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Mapping, NoReturn, Optional, Sequence

BENCH = Path(__file__).resolve().parent.parent
ROOT = BENCH.parent
WORK = ROOT / "target" / "bench"


def say(text: str) -> None:
    """Tells whoever watches how far it is; results go elsewhere."""
    print(f"bench: {text}", file=sys.stderr, flush=True)


def fail(text: str) -> NoReturn:
    """Ends everything with one sentence."""
    say(text)
    sys.exit(1)


def run(
    command: Sequence[object],
    *,
    cwd: Path = ROOT,
    env: Optional[Mapping[str, str]] = None,
    limit: float = 900,
) -> str:
    """Runs a command and gives its standard output; ends with the command's last lines when it fails.

    `limit` is in seconds.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            cwd=cwd,
            env=dict(os.environ if env is None else env),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        fail(f"`{' '.join(words)}` did not end within {limit:.0f} s")
    except FileNotFoundError:
        fail(f"{words[0]} is not on PATH")
    if done.returncode != 0:
        tail = (done.stdout + done.stderr).strip().splitlines()[-25:]
        fail(f"`{' '.join(words)}` ended with {done.returncode}:\n" + "\n".join(tail))
    return done.stdout
