"""The Java side of `scale` and `policy`: bench/scale, built against the jar that bin/program starts."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Sequence

from .common import BENCH, ROOT, WORK, fail, run, say

_BUILT = WORK / "scale"
_CLASSES = _BUILT / "classes"


@dataclass(frozen=True)
class Process:
    """A process that has ended: seconds of wall time and of CPU, most resident memory in MB, what it printed."""

    wall: float
    cpu: float
    memory: float
    output: str


def build() -> None:
    """The program, and then the benchmarks."""
    run([ROOT / "bin" / "program", "compile"], limit=1800)
    say("building bench/scale")
    run(["mvn", "-B", "-ntp", "-q", "-f", BENCH / "scale" / "pom.xml", "compile"], limit=900)


def once(main: str, *arguments: object) -> List[str]:
    """The command that runs a main class of bench/scale in a JVM such as bin/program starts."""
    *java, program = run([BENCH / "harness" / "java.sh"]).splitlines()
    # The archive holds for class paths that begin with the program's jar.
    return [*java, f"{program}:{_CLASSES}", f"anyware.bench.{main}", *map(str, arguments)]


def watched(command: Sequence[str], environment: Optional[Mapping[str, str]] = None, limit: float = 600) -> Process:
    """Runs a command and asks the kernel what it used. Ends the benchmark when the command fails."""
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        start = time.perf_counter()
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=dict(environment or os.environ)
        )
        status, used = _wait(child, start + limit)
        wall = time.perf_counter() - start
        output.seek(0)
        errors.seek(0)
        if status != 0:
            fail(f"`{' '.join(command)}` ended with {status}:\n{errors.read()[-3000:]}")
        return Process(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output.read())


def _wait(child: "subprocess.Popen[bytes]", until: float) -> Any:
    while True:
        pid, status, used = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return child.returncode, used
        if time.perf_counter() > until:
            child.kill()
        time.sleep(0.002)


def jmh(benchmark: str, parameters: Mapping[str, Sequence[object]]) -> List[Dict[str, Any]]:
    """Runs a benchmark class, one fork, with the JDK's own choice of compilers; gives JMH's results."""
    libraries = (_BUILT / "classpath").read_text().strip()
    report = _BUILT / f"{benchmark}.json"
    chosen = [word for name, values in parameters.items() for word in ("-p", f"{name}={','.join(map(str, values))}")]
    steps = ["-f", "1", "-wi", "2", "-w", "500ms", "-i", "3", "-r", "500ms", "-foe", "true"]
    run(
        ["java", "-cp", f"{_CLASSES}:{libraries}", "org.openjdk.jmh.Main", benchmark, *steps, *chosen,
         "-jvmArgs", "-Xmx1g", "-rf", "json", "-rff", report],  # fmt: skip
        limit=1800,
    )
    return json.loads(report.read_text())


def milliseconds(results: Sequence[Mapping[str, Any]], method: str, **parameters: object) -> float:
    """One benchmark's best iteration, which the rest of the machine has disturbed least."""
    wanted = {name: str(value) for name, value in parameters.items()}
    for result in results:
        named = result["benchmark"].rsplit(".", 1)[1]
        if named == method and all(result["params"].get(n) == v for n, v in wanted.items()):
            return min(time for fork in result["primaryMetric"]["rawData"] for time in fork)
    raise KeyError(f"{method} {wanted}")


def version() -> str:
    """The JDK's."""
    text = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr
    return text.split('"')[1]
