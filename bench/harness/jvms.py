"""What the JVMs that a command starts use, each by itself: a `java` first on PATH has GNU time watch the real one."""

from __future__ import annotations

import os
import shlex
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Mapping

from .common import ROOT, WORK, fail, run
from .graph import Size
from .peers import Peer
from .sandbox import Sandbox

_FOLDER = WORK / "watched-java"
_LOG = _FOLDER / "log"


@dataclass(frozen=True)
class Jvm:
    """One JVM that has ended: seconds of wall and CPU time, peak memory in MB, and what it was started with."""

    wall: float
    cpu: float
    memory: float
    arguments: str


def watched(environment: Mapping[str, str]) -> Dict[str, str]:
    """The environment in which every JVM is watched from now on; forgets those seen before."""
    java = _real_java(environment)
    time = shutil.which("time") or fail("GNU time is missing: install the package `time`")
    _FOLDER.mkdir(parents=True, exist_ok=True)
    script = _FOLDER / "java"
    form = r"%e %U %S %M $*"
    text = f'#!/bin/sh\nexec {time} -q -a -o {shlex.quote(str(_LOG))} -f "{form}" {shlex.quote(java)} "$@"\n'
    if not script.exists() or script.read_text() != text:
        script.write_text(text)
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
    # Without a JAVA_HOME everybody takes the java on PATH.
    changed = {**environment, "JAVA_HOME": "", "PATH": f"{_FOLDER}:{environment['PATH']}"}
    # This program keeps an archive for each java; none is to be made while others are watched.
    run([ROOT / "bin" / "program", "compile"], env=changed)
    _LOG.write_text("")
    return changed


def seen() -> List[Jvm]:
    """The JVMs that have ended since `watched`."""
    found = []
    for line in _LOG.read_text().splitlines():
        wall, user, system, memory, arguments = (line + " ").split(" ", 4)
        found.append(Jvm(float(wall), float(user) + float(system), int(memory) / 1024, arguments))
    return found


def peak_memory(peer: Peer, sandbox: Sandbox, size: Size) -> float:
    """The most memory, in MB, that any JVM of one preview held."""
    run(shlex.split(peer.preview(sandbox, size)), env=watched(sandbox.environment()))
    return max((jvm.memory for jvm in seen()), default=float("nan"))


def _real_java(environment: Mapping[str, str]) -> str:
    home = environment.get("JAVA_HOME", "")
    if home and os.access(Path(home) / "bin" / "java", os.X_OK):
        return str(Path(home) / "bin" / "java")
    return shutil.which("java", path=environment["PATH"]) or fail("java is not on PATH")
