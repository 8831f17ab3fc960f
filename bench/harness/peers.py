"""The programs that register the graph: where each one lies, how it is made ready and how it is started."""

from __future__ import annotations

import json
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Dict, List, Mapping, Optional

from .common import BENCH, ROOT, WORK, run, say
from .graph import Graph, Size, for_peers
from .sandbox import Sandbox, seed
from .yaml_program import program

SOURCES = BENCH / "peers"
YAML_HOST = WORK / "yaml-host" / "pulumi-language-yaml"
_COPIES = WORK / "peers"


@dataclass(frozen=True)
class Peer:
    """A program in the comparison."""

    name: str
    label: str
    project: str
    host: str
    folder: Callable[[Size], Path]
    prepare: Callable[[], None]

    def on_path(self, environment: Mapping[str, str]) -> bool:
        """Whether its language host can be had."""
        return shutil.which(self.host, path=environment["PATH"]) is not None

    def variables(self, size: Size) -> Dict[str, str]:
        """The environment variables that tell it what to register."""
        if self.name == OURS:
            return {"PULUMI_OPTION_CONFIG_FILE": str(settings_file(size))}
        return {"PULUMI_OPTION_CONFIG_FILE": str(_no_settings()), "BENCH_GRAPH": str(graph_file(size))}

    def preview(self, sandbox: Sandbox, size: Size) -> str:
        """The command line that is timed; a preview that finds a change fails."""
        variables = [f"{name}={value}" for name, value in {**sandbox.own(), **self.variables(size)}.items()]
        words = ["env", "-C", str(self.folder(size)), *variables, "pulumi", "preview"]
        return shlex.join([*words, "--stack", size.stack, "--expect-no-changes", "--non-interactive"])

    def up(self, sandbox: Sandbox, size: Size, more: Optional[Mapping[str, str]] = None, limit: float = 900) -> None:
        """Deploys a size, from nothing or what is there."""
        run(
            ["pulumi", "up", "--stack", size.stack, "--yes", "--skip-preview", "--non-interactive"],
            cwd=self.folder(size),
            env={**sandbox.environment(), **self.variables(size), **(more or {})},
            limit=limit,
        )

    def make_stack(self, sandbox: Sandbox, size: Size) -> None:
        """Makes the size's stack unless there is one."""
        environment = {**sandbox.environment(), **self.variables(size)}
        folder = seed(self.project)
        held = json.loads(run(["pulumi", "-C", folder, "stack", "ls", "--json"], env=environment))
        if size.stack not in {stack["name"] for stack in held}:
            run(["pulumi", "-C", folder, "stack", "init", size.stack, "--no-select"], env=environment)

    def export(self, sandbox: Sandbox, size: Size) -> Dict[str, object]:
        """What is deployed."""
        said = run(
            ["pulumi", "stack", "export", "--stack", size.stack],
            cwd=self.folder(size),
            env={**sandbox.environment(), **self.variables(size)},
        )
        exported: Dict[str, object] = json.loads(said)
        return exported


OURS = "ours"
STOCK = "java"
YAML = "yaml"


def all_peers() -> List[Peer]:
    """Every program of the comparison, this one first."""
    return [
        Peer(OURS, "this program", "anyware-network", "pulumi-language-java", lambda _: ROOT, lambda: None),
        Peer(STOCK, "stock Java (Maven)", "bench-java", "pulumi-language-java", lambda _: SOURCES / "java", _build_java),
        Peer("jar", "stock Java, plain jar + lib", "bench-jar", "pulumi-language-java", lambda _: _COPIES / "jar", _build_jar),
        Peer(YAML, "YAML", "bench-yaml", "pulumi-language-yaml", _yaml_folder, lambda: None),
        Peer("python", "Python", "bench-python", "pulumi-language-python", lambda _: SOURCES / "python", _build_python),
        Peer("typescript", "TypeScript", "bench-typescript", "pulumi-language-nodejs", lambda _: SOURCES / "typescript", _build_typescript),
        Peer("go", "Go, prebuilt", "bench-go", "pulumi-language-go", lambda _: SOURCES / "go", _build_go),
    ]


def by_name(name: str) -> Peer:
    """The peer of that name."""
    return next(peer for peer in all_peers() if peer.name == name)


def write_settings(size: Size) -> None:
    """Writes what this program reads for a size."""
    settings_file(size).parent.mkdir(parents=True, exist_ok=True)
    settings_file(size).write_text(size.settings())


def write_graph(size: Size, graph: Graph) -> None:
    """Writes what the peers read for a size."""
    graph_file(size).parent.mkdir(parents=True, exist_ok=True)
    graph_file(size).write_text(json.dumps(for_peers(graph), indent=1))
    folder = _yaml_folder(size)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Pulumi.yaml").write_text(program("bench-yaml", graph))


def settings_file(size: Size) -> Path:
    """Where a size's settings lie."""
    return WORK / "settings" / f"{size.stack}.yaml"


def graph_file(size: Size) -> Path:
    """Where a size's graph lies."""
    return WORK / "graphs" / f"{size.stack}.json"


def build_yaml_host() -> None:
    """Builds YAML's language host, once: it is served as a Go module."""
    inputs = [SOURCES / "yaml" / name for name in ("go.mod", "go.sum")]
    if YAML_HOST.exists() and all(YAML_HOST.stat().st_mtime > file.stat().st_mtime for file in inputs):
        return
    say("building YAML's language host, once: minutes")
    run(
        ["env", "CGO_ENABLED=0", "GOWORK=off", "go", "build", "-buildvcs=false", "-ldflags", "-s -w", "-o", f"{YAML_HOST.parent}/", "tool"],
        cwd=SOURCES / "yaml",
        limit=1800,
    )
    YAML_HOST.touch()


def _no_settings() -> Path:
    file = WORK / "settings" / "none.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        file.write_text("config: {}\n")
    return file


def _yaml_folder(size: Size) -> Path:
    return _COPIES / f"yaml-{size.sites}"


def _build_java() -> None:
    # Fetches the plugins that the language host asks Maven for too, so that no timed run downloads.
    run(["mvn", "-B", "-ntp", "-q", "package"], cwd=SOURCES / "java")
    run(["mvn", "-B", "-ntp", "-q", "compile", "exec:java", "-DmainClass=com.pulumi.bootstrap.internal.Main", "-DmainArgs=packages"], cwd=SOURCES / "java")


def _build_jar() -> None:
    folder = _COPIES / "jar"
    folder.mkdir(parents=True, exist_ok=True)
    jar = SOURCES / "java" / "target" / "bench-java-1.0.jar"
    (folder / "Pulumi.yaml").write_text(
        f"name: bench-jar\nruntime:\n  name: java\n  options:\n    binary: {jar}\n"
    )


def _build_python() -> None:
    folder = SOURCES / "python"
    run(["python3", "-m", "venv", folder / "venv"])
    run([folder / "venv" / "bin" / "pip", "install", "-q", "-r", "requirements.txt"], cwd=folder)


def _build_typescript() -> None:
    run(["npm", "ci", "--no-audit", "--no-fund"], cwd=SOURCES / "typescript")


def _build_go() -> None:
    run(["go", "build", "-o", "bin/program", "."], cwd=SOURCES / "go", limit=1800)
